import * as z from 'zod';
import { readCompanyFile } from '../company-file.ts';
import type { FileDirectoryOptions, ListedAdmin } from './file-directory.ts';
import type { CompanyProfile, Person } from './directory.ts';

const role = z.enum([
  'referrals-admin',
  'referrals-user',
  'account-admin',
  'business-profile-admin',
  'global-admin',
  'user-admin',
]);

const text = z.string().trim().min(1);

const person = z.strictObject({
  objectId: z.guid(),
  firstName: text,
  lastName: text,
  email: z.email(),
  phone: text,
  roles: z.array(role),
});

const admin = z.strictObject({
  name: text,
  email: z.email(),
  role,
  objectId: z.guid().optional(),
  isGuest: z.boolean().optional(),
});

const company = z.strictObject({
  tenantId: z.guid(),
  name: text,
  currency: z.string().regex(/^[A-Z]{3}$/, 'three capital letters, e.g. EUR'),
  country: z.string().regex(/^[A-Z]{2}$/, 'two capital letters, e.g. IT'),
  locations: z.array(z.strictObject({ id: text, name: text })).default([]),
  people: z.array(person).default([]),
  /** People who can grant access; those under `people` with such a role need not be repeated. */
  admins: z.array(admin).default([]),
});

const peopleFile = z.strictObject({
  /** The day on which the company last went over the list. */
  asOf: z.iso.date(),
  companies: z.array(company).min(1),
});

/** What the file holds. */
export interface CompanyLists extends FileDirectoryOptions {
  /** The companies by tenant id, in lower case. */
  readonly companies: ReadonlyMap<string, CompanyProfile>;
}

/**
 * Reads the list of people and administrators that a company maintains itself, YAML or JSON.
 *
 * @throws AppError `invalid-input` that names the file, every bad field and what is expected there;
 *   `unreachable` when the file can't be read.
 */
export async function loadPeopleFile(path: string): Promise<CompanyLists> {
  const { asOf, companies } = await readCompanyFile(path, peopleFile, 'people list');
  return {
    asOf: `${asOf}T00:00:00.000Z`,
    companies: new Map(companies.map((each) => [each.tenantId.toLowerCase(), toProfile(each)])),
    people: companies.flatMap(toPeople),
    admins: companies.flatMap(({ tenantId, admins }) =>
      admins.map((each): ListedAdmin => ({ ...each, tenantId })),
    ),
  };
}

type Company = z.infer<typeof company>;

function toProfile({ name, currency, country, locations }: Company): CompanyProfile {
  return { name, currency, country, locations };
}

function toPeople(each: Company): Person[] {
  const profile = toProfile(each);
  return each.people.map((one) => ({ ...one, tenantId: each.tenantId, company: profile, isSample: false }));
}
