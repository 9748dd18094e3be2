import { DAYS_TO_ANSWER, HOURS_BEFORE_WON, USD_THRESHOLD } from './referral.ts';
import type { MicrosoftSide, Money, Referral, ReferralState } from './referral.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** True where nothing can be edited any more: Won, Lost, Declined, Expired (referrals FAQ). */
export function isTerminal(state: ReferralState): boolean {
  return state.status === 'Closed';
}

/** The end of the 14 days that Microsoft has from the invitation. */
export function answerDeadline(side: MicrosoftSide): Date {
  return new Date(Date.parse(side.invitedAt) + DAYS_TO_ANSWER * DAY_MS);
}

/** The deal as it is at `now`: an invitation unanswered at its deadline has expired. */
export function withExpiry(referral: Referral, now: Date): Referral {
  const side = referral.microsoft;
  if (side === null || side.state.status !== 'New' || now < answerDeadline(side)) return referral;
  const expired: MicrosoftSide = { ...side, state: { status: 'Closed', substatus: 'Expired' }, reason: null };
  return { ...referral, microsoft: expired };
}

/** What Microsoft's side says about a deal. */
export type MicrosoftDecision =
  /** Private: Microsoft never saw it, so there is nothing to accept. */
  | { readonly kind: 'not-shared' }
  /** Its sellers may see it, no help was asked. */
  | { readonly kind: 'not-asked' }
  | {
      readonly kind: 'waiting';
      readonly askedAt: Date;
      /** Whole days since the invitation; with `daysLeft` they make 14. */
      readonly daysSinceAsked: number;
      readonly deadline: Date;
      readonly daysLeft: number;
      /** The deadline passed, and the service has not closed its side yet. */
      readonly isOverdue: boolean;
    }
  | { readonly kind: 'accepted'; readonly sellers: MicrosoftSide['sellers']; readonly msxId: string | null }
  | {
      readonly kind: 'declined';
      /** As the service has it, null where none is shown. */
      readonly reason: string | null;
      readonly reasonClass: ReasonClass;
    }
  | { readonly kind: 'expired'; readonly askedAt: Date; readonly deadline: Date }
  | { readonly kind: 'closed-by-microsoft'; readonly substatus: 'Won' | 'Lost' }
  | { readonly kind: 'needs-attention'; readonly raw: string }
  /** A value we don't know, or, with `raw` null, a record that should be there and can't be seen. */
  | { readonly kind: 'unknown'; readonly raw: string | null };

/** Reads Microsoft's answer off its connected referral; our own side says nothing about it. */
export function decide(referral: Referral, now: Date): MicrosoftDecision {
  const side = referral.microsoft;
  if (side === null) return decideWithoutRecord(referral);
  switch (side.state.substatus) {
    case 'Pending':
    case 'Received':
      return waiting(side, now);
    case 'Accepted':
    case 'Engaged':
      return { kind: 'accepted', sellers: side.sellers, msxId: side.msxId };
    case 'Declined':
      return { kind: 'declined', reason: side.reason, reasonClass: classifyReason(side.reason) };
    case 'Expired':
      return { kind: 'expired', askedAt: new Date(side.invitedAt), deadline: answerDeadline(side) };
    case 'Won':
    case 'Lost':
      return { kind: 'closed-by-microsoft', substatus: side.state.substatus };
    case 'Error':
      return { kind: 'needs-attention', raw: side.state.raw ?? 'Error' };
    case 'Unknown':
      return { kind: 'unknown', raw: side.state.raw ?? side.state.status };
  }
}

function decideWithoutRecord({ kind }: Referral): MicrosoftDecision {
  if (kind === 'private') return { kind: 'not-shared' };
  return kind === 'shared' ? { kind: 'not-asked' } : { kind: 'unknown', raw: null };
}

function waiting(side: MicrosoftSide, now: Date): MicrosoftDecision {
  const askedAt = new Date(side.invitedAt);
  const deadline = answerDeadline(side);
  const days = Math.floor((now.getTime() - askedAt.getTime()) / DAY_MS);
  const daysSinceAsked = Math.max(0, days);
  return {
    kind: 'waiting',
    askedAt,
    daysSinceAsked,
    deadline,
    daysLeft: Math.max(0, DAYS_TO_ANSWER - daysSinceAsked),
    isOverdue: now >= deadline,
  };
}

/** Whether a deal is still being worked on by both sides: not closed by us, nor declined or let expire by Microsoft. */
export function isUnderWay(referral: Referral, now: Date): boolean {
  const { kind } = decide(referral, now);
  return !isTerminal(referral.state) && kind !== 'declined' && kind !== 'expired';
}

/** What a decline reason means; `none-shown` when the service gives none. */
export type ReasonClass = 'no-customer-record' | 'not-managed' | 'none-shown' | 'other';

const NO_RECORD =
  /\bno\b.*\bcustomer record|customer record.*\bnot found|\b(nessun|non)\b.*\brecord\b.*\bcliente/i;
const NOT_MANAGED =
  /\bno\b.*\bmanag(es?|ing) this (customer|account)|\b(not|un)[- ]?(microsoft[- ])?managed|\b(nessun|non)\b.*\bgestisce/i;

/**
 * Recognises the two reasons that the referrals FAQ explains. No list or code of reasons is published and
 * their text differs by place and language, so it is matched loosely and the raw text is kept beside it.
 */
export function classifyReason(reason: string | null): ReasonClass {
  if (reason === null || reason.trim() === '') return 'none-shown';
  if (NO_RECORD.test(reason)) return 'no-customer-record';
  return NOT_MANAGED.test(reason) ? 'not-managed' : 'other';
}

/** Is the value under USD 25,000? Other currencies aren't converted: no rate is known here. */
export function isUnderThreshold(money: Money): 'yes' | 'no' | 'not-usd' {
  if (money.currency.toUpperCase() !== 'USD') return 'not-usd';
  return money.amount < USD_THRESHOLD ? 'yes' : 'no';
}

/** Hours from the creation to `now`, with fractions; never below 0. */
export function hoursSinceCreation(referral: Referral, now: Date): number {
  return Math.max(0, (now.getTime() - Date.parse(referral.createdAt)) / HOUR_MS);
}

/** True when marking the deal Won at `now` comes within 72 hours of its creation. */
export function wouldEndangerRegistration(referral: Referral, now: Date): boolean {
  return hoursSinceCreation(referral, now) < HOURS_BEFORE_WON;
}

/** What needs somebody first: answers that are due, then what went wrong, then what goes well. */
const RANK: Readonly<Record<MicrosoftDecision['kind'], number>> = {
  waiting: 0,
  'needs-attention': 1,
  unknown: 2,
  declined: 3,
  expired: 4,
  accepted: 5,
  'closed-by-microsoft': 6,
  'not-asked': 7,
  'not-shared': 8,
};

const CLOSED_RANK = 9;

/**
 * Order of an overview: waiting deals with the fewest days left first, then trouble, then the rest, those
 * closed on our side last; within a rank the newest first.
 */
export function sortByUrgency(referrals: readonly Referral[], now: Date): Referral[] {
  const keys = new Map(referrals.map((referral) => [referral, urgencyOf(referral, now)]));
  return [...referrals].sort((a, b) => {
    const [x, y] = [keys.get(a) ?? [0, 0], keys.get(b) ?? [0, 0]];
    return x[0] - y[0] || x[1] - y[1] || b.createdAt.localeCompare(a.createdAt);
  });
}

function urgencyOf(referral: Referral, now: Date): readonly [rank: number, deadlineMs: number] {
  if (isTerminal(referral.state)) return [CLOSED_RANK, 0];
  const decision = decide(referral, now);
  return [RANK[decision.kind], decision.kind === 'waiting' ? decision.deadline.getTime() : 0];
}
