import { readFile } from 'node:fs/promises';
import { parse as parseYaml } from 'yaml';
import * as z from 'zod';
import { AppError } from '../errors.ts';
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
  const parsed = peopleFile.safeParse(parseText(path, await readText(path)));
  if (!parsed.success) {
    const list = parsed.error.issues.map((issue) => `${issue.path.join('.') || '(file)'}: ${issue.message}`);
    throw new AppError('invalid-input', `people list: ${path} cannot be used:\n  ${list.join('\n  ')}`);
  }
  const { asOf, companies } = parsed.data;
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

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new AppError('unreachable', `people list: cannot read ${path}`, { cause });
  }
}

function parseText(path: string, content: string): unknown {
  try {
    return parseYaml(content, { logLevel: 'error' }) as unknown;
  } catch (cause) {
    throw new AppError('invalid-input', `people list: ${path} is neither YAML nor JSON`, { cause });
  }
}
