import type { Person } from '../../src/directory/directory.ts';
import { AppError } from '../../src/errors.ts';
import type { NewReferral, Referral, TeamMember } from '../../src/referrals/referral.ts';
import { toMember } from '../../src/referrals/team.ts';
import { classificationOf } from './classification.ts';
import { noteText } from './notes.ts';
import { otherSolutions } from './solutions.ts';
import { otherMembers } from './team.ts';
import { type DealContext, dealSchemas, type DealValues } from './values.ts';

/**
 * The confirmed values as a deal to create. Throws AppError `invalid-input` with `details.field` when a value
 * is missing, which the form doesn't let happen.
 */
export function toNewReferral(context: DealContext): NewReferral {
  const { values, turn } = context;
  const kind = need(values, 'kind');
  const customer = { name: need(values, 'customer'), address: addressOf(need(values, 'address')) };
  const owner: TeamMember = { ...need(values, 'ownContact'), objectId: turn.actor.objectId };
  const notes = values.notes === undefined ? '' : noteText(values.notes, context).trim();
  const classification = classificationOf(context);
  return {
    kind,
    name: need(values, 'dealName'),
    customer: {
      ...customer,
      contact: kind === 'co-sell' ? need(values, 'contact') : (values.contact ?? null),
    },
    solutions: [need(values, 'solution'), ...otherSolutions(context)],
    value: need(values, 'value'),
    closingDate: need(values, 'closingDate'),
    helpCode: kind === 'co-sell' ? need(values, 'helpCode') : null,
    notes: notes === '' ? null : notes,
    marketplaceIntent: need(values, 'marketplaceIntent'),
    team: [owner, ...otherMembers(context)],
    hasConsent: true,
    crmId: values.crmId === undefined || values.crmId === '' ? null : values.crmId,
    recreates: values.recreates ?? null,
    partnerLocation: values.partnerLocation ?? onlyLocation(context),
    ...(classification === null ? {} : { classification }),
  };
}

/** The company's only location, null where it has none or several. */
function onlyLocation({ facts }: DealContext): string | null {
  const [only, ...more] = facts.person?.company.locations ?? [];
  return only === undefined || more.length > 0 ? null : only.id;
}

function addressOf({
  line1,
  city,
  country,
  state,
  postalCode,
}: DealValues['address']): NewReferral['customer']['address'] {
  return {
    line1,
    city,
    country,
    ...(state === undefined ? {} : { state }),
    ...(postalCode === undefined ? {} : { postalCode }),
  };
}

function need<K extends keyof DealValues>(values: Readonly<Partial<DealValues>>, name: K): DealValues[K] {
  const value = values[name];
  if (value === undefined) {
    throw new AppError('invalid-input', `create-deal: no value for "${name}" at confirmation`, {
      details: { field: name },
    });
  }
  return value;
}

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
    team: oldMembers(old, turn.actor.objectId, facts.colleagues),
    value: old.value,
    ...(old.closingDate > today ? { closingDate: old.closingDate } : {}),
    ...(old.helpCode === null ? {} : { helpCode: old.helpCode }),
    ...(old.marketplaceIntent === null ? {} : { marketplaceIntent: old.marketplaceIntent }),
    ...(old.notes === null ? {} : { notes: { text: old.notes, variant: null } }),
  };
}

/** The old team without who recreates the deal; somebody without phone or address can't be taken over. */
function oldMembers(
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
