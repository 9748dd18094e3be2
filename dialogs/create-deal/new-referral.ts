import type { Person } from '../../src/directory/directory.ts';
import { AppError } from '../../src/errors.ts';
import { newReferralSchema } from '../../src/referrals/deal.ts';
import type { NewReferral, Referral } from '../../src/referrals/referral.ts';
import { toMember } from '../../src/referrals/team.ts';
import type { Start } from '../engine/definition.ts';
import { onlyOr } from '../kinds/choice.ts';
import { classificationOf, locationsOf } from './classification.ts';
import { noteText } from './notes.ts';
import { otherSolutions } from './solutions.ts';
import { membersOf, otherMembers } from './team.ts';
import type { DealContext, DealValues } from './values.ts';

/**
 * The confirmed values as a deal to create. Throws AppError `invalid-input` with `details.field` when a value
 * is missing, which the form doesn't let happen.
 */
export function toNewReferral(context: DealContext): NewReferral {
  const { values, turn } = context;
  const isCoSell = values.kind === 'co-sell';
  const notes = values.notes === undefined ? '' : noteText(values.notes, context).trim();
  const classification = classificationOf(context);
  const { customer: name, address, contact } = values;
  const read = newReferralSchema.safeParse({
    kind: values.kind,
    name: values.dealName,
    customer: { name, address, contact: isCoSell ? contact : (contact ?? null) },
    solutions: [values.solution, ...otherSolutions(context)],
    value: values.value,
    closingDate: values.closingDate,
    helpCode: isCoSell ? values.helpCode : null,
    notes: notes || null,
    marketplaceIntent: values.marketplaceIntent,
    team: [{ ...values.ownContact, objectId: turn.actor.objectId }, ...otherMembers(context)],
    hasConsent: true,
    crmId: values.crmId || null,
    recreates: values.recreates ?? null,
    partnerLocation: values.partnerLocation ?? onlyOr(locationsOf(context), undefined) ?? null,
    ...(classification === null ? {} : { classification }),
  });
  if (read.success) return read.data;
  const field = String(read.error.issues[0]?.path[0]);
  throw new AppError('invalid-input', `create-deal: "${field}" can't be confirmed`, {
    details: { field },
    cause: read.error,
  });
}

/** The values of an old deal for a new one like it; a closing date in the past is asked anew. */
export function valuesOf(
  old: Referral,
  { today, turn, facts }: DealContext,
): Extract<Start<DealValues>, { kind: 'go' }>['values'] {
  const [solution, ...others] = old.solutions;
  const { area, play, role } = old.classification ?? {};
  const { name, address, contact } = old.customer;
  return {
    recreates: old.id,
    kind: old.kind,
    customer: name,
    address,
    contact: contact ?? undefined,
    solution,
    otherSolutions: others,
    solutionArea: area,
    solutionPlay: play,
    partnerRole: role,
    team: oldMembers(old, turn.actor.objectId, facts.colleagues),
    value: old.value,
    closingDate: old.closingDate > today ? old.closingDate : undefined,
    helpCode: old.helpCode ?? undefined,
    marketplaceIntent: old.marketplaceIntent ?? undefined,
    notes: old.notes === null ? undefined : { text: old.notes, variant: null },
  };
}

/** The old team without who recreates the deal; somebody without phone or address can't be taken over. */
function oldMembers(old: Referral, ownId: string, colleagues: readonly Person[]): DealValues['team'] {
  const members = old.team.map((member) => {
    const known = colleagues.find(({ email }) => email.toLowerCase() === member.email.toLowerCase());
    return known === undefined ? member : toMember(known);
  });
  return membersOf(members).filter(({ objectId }) => objectId?.toLowerCase() !== ownId.toLowerCase());
}
