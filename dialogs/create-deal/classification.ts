import { type Pick, picklists } from '../../src/referrals/picklists.ts';
import type { Classification, Solution } from '../../src/referrals/referral.ts';
import { earlierDeal } from './earlier-deals.ts';
import type { DealContext } from './values.ts';

/** The company's places. */
export function locationsOf({ facts }: DealContext): readonly Pick[] {
  return facts.person?.company.locations ?? [];
}

/** Sample data has no areas, and deals without Microsoft's help need none. */
export function isAreaNeeded(context: DealContext): boolean {
  const { solution, kind } = context.values;
  return kind === 'co-sell' && solution !== undefined && solutionOf(context)?.source !== 'sample';
}

/** Whether what was sold is a service: the role is asked for those alone. */
export function isRoleNeeded(context: DealContext): boolean {
  return isAreaNeeded(context) && solutionOf(context)?.type === 'services';
}

/** The areas of the solution, where its list says them; else all. */
export function areasOf(context: DealContext): readonly Pick[] {
  return listedOf(picklists.solutionAreas, solutionOf(context)?.areas);
}

/** The plays of the area; those of the solution's list alone, where it names any. */
export function playsOf(context: DealContext): readonly Pick[] {
  const area = picklists.solutionAreas.find(({ id }) => id === context.values.solutionArea);
  return listedOf(area?.plays ?? [], solutionOf(context)?.plays);
}

export function rolesOf(context: DealContext): readonly Pick[] {
  return listedOf(picklists.partnerRoles, solutionOf(context)?.partnerRoles);
}

/** What an earlier deal with the same solution was given. */
export function earlierClassification(context: DealContext): Classification {
  const earlier = earlierDeal(context);
  const isSame = earlier?.solutions.some(({ id }) => id === context.values.solution?.id) === true;
  return (isSame ? earlier.classification : undefined) ?? {};
}

/** Area, play and role as far as they belong to this deal; null for none. */
export function classificationOf(context: DealContext): Classification | null {
  const { solutionArea: area, solutionPlay: play, partnerRole: role } = context.values;
  const known: Classification = {
    ...(isAreaNeeded(context) && area !== undefined ? { area } : {}),
    ...(isAreaNeeded(context) && playsOf(context).length > 0 && play !== undefined ? { play } : {}),
    ...(isRoleNeeded(context) && role !== undefined ? { role } : {}),
  };
  return Object.keys(known).length === 0 ? null : known;
}

function solutionOf({ values, facts }: DealContext): Solution | undefined {
  return facts.solutions.find(({ id }) => id === values.solution?.id);
}

/** Those that a list names; all where it names none of them. */
function listedOf(picks: readonly Pick[], ids: readonly string[] = []): readonly Pick[] {
  const listed = picks.filter(({ id }) => ids.includes(id));
  return listed.length > 0 ? listed : picks;
}
