import type { NewReferral, TeamMember } from '../../src/referrals/referral.ts';
import { AppError } from '../../src/errors.ts';
import { classificationOf } from './classification.ts';
import { noteText } from './notes.ts';
import { otherSolutions } from './solutions.ts';
import { otherMembers } from './team.ts';
import type { DealContext, DealValues } from './values.ts';

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
