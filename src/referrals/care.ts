import type { Referral } from './referral.ts';
import { decide, isTerminal } from './rules.ts';

/**
 * What a deal wants done, by the advice of the referrals FAQ: answer what comes in, give every deal its final state,
 * keep value and dates as they are.
 *
 * - `answer-owed`: it came in, and we have neither accepted nor declined it.
 * - `unanswered`: Microsoft let its 14 days pass.
 * - `no-end`: Microsoft has closed its side, and ours stands open.
 * - `no-value`, `no-date`, `date-passed`: of the value, and of the closing date.
 */
export const CARE_REASONS = [
  'answer-owed',
  'no-end',
  'unanswered',
  'date-passed',
  'no-date',
  'no-value',
] as const;

export type CareReason = (typeof CARE_REASONS)[number];

/** A deal that needs care, and why. */
export interface DealInCare {
  readonly deal: Referral;
  readonly reasons: readonly CareReason[];
}

/** The day that stands where the service has none. */
const NO_DAY = '1970-01-01';

/**
 * @param today `YYYY-MM-DD`, where the person is: a deal that closes today is not late
 * @returns none for a deal in a final state, at which nothing can be changed any more
 */
export function careOf(deal: Referral, today: string, now: Date): readonly CareReason[] {
  if (isTerminal(deal.state)) return [];
  const { kind } = decide(deal, now);
  const isMissing = deal.closingDate <= NO_DAY;
  const holds: Readonly<Record<CareReason, boolean>> = {
    'answer-owed': deal.state.status === 'New',
    'no-end': kind === 'closed-by-microsoft',
    unanswered: kind === 'expired',
    'date-passed': !isMissing && deal.closingDate < today,
    'no-date': isMissing,
    'no-value': deal.value.amount <= 0,
  };
  return CARE_REASONS.filter((reason) => holds[reason]);
}

/** Those that need care, in the order of what is the most pressing in each; the longest late first. */
export function dealsInCare(deals: readonly Referral[], today: string, now: Date): readonly DealInCare[] {
  const rank = ({ reasons: [first] }: DealInCare): number =>
    first === undefined ? CARE_REASONS.length : CARE_REASONS.indexOf(first);
  return deals
    .map((deal) => ({ deal, reasons: careOf(deal, today, now) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => rank(a) - rank(b) || a.deal.closingDate.localeCompare(b.deal.closingDate));
}
