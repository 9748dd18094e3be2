import * as z from 'zod';
import { readCompanyFile } from '../company-file.ts';
import { solutionTypeSchema } from './deal.ts';
import { picklists } from './picklists.ts';
import type { Pick } from './picklists.ts';
import type { Solution } from './referral.ts';

const text = z.string().trim().min(1);

/** One of a picklist's ids, in any case; a wrong one is told which there are. */
function idOf(picks: readonly Pick[], what: string) {
  const ids = picks.map(({ id }) => id);
  const find = (typed: string): string | undefined =>
    ids.find((id) => id.toLowerCase() === typed.toLowerCase());
  const problem = ({ input }: { input?: unknown }): string =>
    `${JSON.stringify(input)} is no ${what} of ${picklists.asOf}; allowed: ${ids.join('; ')}`;
  return text
    .refine((typed) => find(typed) !== undefined, { error: problem })
    .transform((typed) => find(typed) ?? typed);
}

const PLAYS = picklists.solutionAreas.flatMap(({ plays }) => plays);

const listed = z.strictObject({
  id: z.string().regex(/^SOL-[A-Za-z\d-]+$/, 'the id that Partner Center shows, e.g. SOL-70218-QRT'),
  name: text,
  isPublished: z.boolean().default(true),
  isCoSellReady: z.boolean(),
  isIncentiveEligible: z.boolean().default(false),
  type: z.enum(solutionTypeSchema.options, 'ip (a solution of your own) or services').default('ip'),
  areas: z.array(idOf(picklists.solutionAreas, 'solution area')).exactOptional(),
  plays: z.array(idOf(PLAYS, 'solution play')).exactOptional(),
  partnerRoles: z.array(idOf(picklists.partnerRoles, 'partner role')).exactOptional(),
});

const solution = listed.superRefine(({ type, areas = [], plays = [], partnerRoles = [] }, check) => {
  const within = picklists.solutionAreas.filter(({ id }) => areas.includes(id)).flatMap((area) => area.plays);
  for (const [index, play] of plays.entries()) {
    if (within.some(({ id }) => id === play)) continue;
    const message = `"${play}" is in none of the areas given; theirs: ${within.map(({ id }) => id).join('; ') || 'none'}`;
    check.addIssue({ code: 'custom', path: ['plays', index], message });
  }
  if (type === 'services' || partnerRoles.length === 0) return;
  const message = 'only a services offer has partner roles; set type: services, or leave them out';
  check.addIssue({ code: 'custom', path: ['partnerRoles'], message });
});

const solutionsFile = z.strictObject({
  companies: z.array(z.strictObject({ tenantId: z.guid(), solutions: z.array(solution).min(1) })).min(1),
});

/** Solutions by tenant id, in lower case. */
export type SolutionList = ReadonlyMap<string, readonly Solution[]>;

/**
 * Reads the list of solutions that a company maintains itself, YAML or JSON.
 *
 * @throws AppError `invalid-input` that names the file, every bad field and what is expected there;
 *   `unreachable` when the file can't be read.
 */
export async function loadSolutionsFile(path: string): Promise<SolutionList> {
  const { companies } = await readCompanyFile(path, solutionsFile, 'solutions list');
  return new Map(
    companies.map(({ tenantId, solutions }) => [
      tenantId.toLowerCase(),
      solutions.map((one): Solution => ({ ...one, source: 'company-list' })),
    ]),
  );
}
