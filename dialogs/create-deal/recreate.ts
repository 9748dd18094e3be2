import type { Person } from '../../src/directory/directory.ts';
import type { Referral } from '../../src/referrals/referral.ts';
import { toMember } from '../../src/referrals/team.ts';
import { type DealContext, dealSchemas, type DealValues } from './values.ts';

/** The values of an old deal for a new one like it; a closing date in the past is asked anew. */
export function valuesOf(old: Referral, { today, turn, facts }: DealContext): Readonly<Partial<DealValues>> {
  const [solution, ...others] = old.solutions;
  const { area, play, role } = old.classification ?? {};
  const { contact, address } = old.customer;
  return {
    recreates: old.id,
    kind: old.kind,
    customer: old.customer.name,
    address: { ...address },
    ...(contact === null ? {} : { contact }),
    ...(solution === undefined ? {} : { solution }),
    otherSolutions: others.map(({ id, name }) => ({ id, name })),
    ...(area === undefined ? {} : { solutionArea: area }),
    ...(play === undefined ? {} : { solutionPlay: play }),
    ...(role === undefined ? {} : { partnerRole: role }),
    team: membersOf(old, turn.actor.objectId, facts.colleagues),
    value: old.value,
    ...(old.closingDate > today ? { closingDate: old.closingDate } : {}),
    ...(old.helpCode === null ? {} : { helpCode: old.helpCode }),
    ...(old.marketplaceIntent === null ? {} : { marketplaceIntent: old.marketplaceIntent }),
    ...(old.notes === null ? {} : { notes: { text: old.notes, variant: null } }),
  };
}

/** The old team without who recreates the deal; somebody without phone or address can't be taken over. */
function membersOf(
  old: Referral,
  ownId: string,
  colleagues: readonly Person[],
): NonNullable<Partial<DealValues>['team']> {
  const members = old.team.map((member) => {
    const known = colleagues.find(({ email }) => email.toLowerCase() === member.email.toLowerCase());
    return known === undefined ? member : toMember(known);
  });
  return members.flatMap((member) => {
    const parsed = dealSchemas.team.element.safeParse(member);
    return parsed.success && member.objectId?.toLowerCase() !== ownId.toLowerCase() ? [parsed.data] : [];
  });
}
