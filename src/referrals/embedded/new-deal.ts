import { AppError } from '../../errors.ts';
import type { Person } from '../../directory/directory.ts';
import type { ReferralChange } from '../gateway.ts';
import { MAX_SOLUTIONS } from '../referral.ts';
import type { MicrosoftSide, Money, NewReferral, Referral, Solution } from '../referral.ts';
import { withCreator } from '../team.ts';

/** What the embedded service adds to a draft. */
export interface NewDealContext {
  readonly creator: Person;
  readonly now: Date;
  readonly id: string;
  readonly engagementId: string;
  readonly eTag: string;
}

/** The deal as it starts: ours Active/Accepted at once, Microsoft's side New/Pending where help is asked. */
export function makeReferral(draft: NewReferral, context: NewDealContext): Referral {
  const { creator, id, engagementId, eTag } = context;
  const createdAt = context.now.toISOString();
  return {
    id,
    engagementId,
    tenantId: creator.tenantId,
    kind: draft.kind,
    name: draft.name,
    customer: draft.customer,
    solutions: draft.solutions,
    value: draft.value,
    closingDate: draft.closingDate,
    helpCode: draft.helpCode,
    notes: draft.notes,
    marketplaceIntent: draft.marketplaceIntent,
    team: withCreator(draft.team, creator),
    ...(draft.classification === undefined ? {} : { classification: draft.classification }),
    crmId: draft.crmId ?? null,
    recreates: draft.recreates ?? null,
    state: { status: 'Active', substatus: 'Accepted' },
    statusReason: null,
    createdAt,
    updatedAt: createdAt,
    closedAt: null,
    microsoft: draft.kind === 'co-sell' ? invite(createdAt) : null,
    eTag,
    isSample: creator.isSample,
  };
}

function invite(invitedAt: string): MicrosoftSide {
  const state = { status: 'New', substatus: 'Pending' } as const;
  return { state, invitedAt, reason: null, sellers: [], msxId: null };
}

/**
 * Refuses what the service refuses, whoever sends it.
 *
 * @throws AppError `refused`, `invalid-field` with the field of the draft.
 */
export function checkNewDeal(draft: NewReferral, solutions: readonly Solution[]): void {
  const isCoSell = draft.kind === 'co-sell';
  checkField('hasConsent', (draft.hasConsent as boolean) === true, 'no consent');
  checkField('name', draft.name.trim() !== '', 'an empty name');
  checkField('customer', draft.customer.name.trim() !== '', 'an empty customer name');
  checkField('customer', !isCoSell || draft.customer.contact !== null, 'help asked without a contact');
  checkField(
    'helpCode',
    isCoSell === (draft.helpCode !== null),
    `${draft.kind} with ${String(draft.helpCode)}`,
  );
  checkField('solutions', draft.solutions.length > 0, 'no solution');
  checkField('solutions', draft.solutions.length <= MAX_SOLUTIONS, `${draft.solutions.length} solutions`);
  checkField('team', draft.team.length > 0, 'an empty team');
  checkValue(draft.value);
  checkClosingDate(draft.closingDate);
  if (draft.kind === 'private') return;
  const notReady = draft.solutions.find(
    ({ id }) => solutions.find((each) => each.id === id)?.isCoSellReady === false,
  );
  checkField('solutions', notReady === undefined, `${notReady?.id ?? ''}, not co-sell ready`);
}

/** @throws as {@link checkNewDeal}. */
export function checkChange(change: ReferralChange): void {
  if (change.value !== undefined) checkValue(change.value);
  if (change.closingDate !== undefined) checkClosingDate(change.closingDate);
}

function checkValue({ amount, currency }: Money): void {
  const isUsable = Number.isFinite(amount) && amount > 0 && /^[A-Z]{3}$/.test(currency);
  checkField('value', isUsable, `${String(amount)} ${currency}`);
}

function checkClosingDate(day: string): void {
  const date = new Date(`${day}T00:00:00.000Z`);
  // Date accepts 31 February and makes it March: only a real day comes back as it was written.
  const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) && day.length === 10;
  checkField('closingDate', isDay, day);
}

function checkField(field: string, isGood: boolean, bad: string): void {
  if (isGood) return;
  const message = `embedded service: ${field} refused: ${bad}`;
  throw new AppError('refused', message, { details: { reason: 'invalid-field', field } });
}
