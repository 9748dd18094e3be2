import { periodIn } from '../../src/language/dates/period.ts';
import { addDays, dayIn } from '../../src/language/format.ts';
import { toPhrase } from '../../src/language/flat.ts';
import { TRAITS } from '../../src/language/traits.ts';
import { DEAL_DAYS, DEAL_ORDERS, type DealDay, type DealOrder } from '../../src/reading/deals-limits.ts';
import type { Referral } from '../../src/referrals/referral.ts';
import { decide, isTerminal } from '../../src/referrals/rules.ts';
import type { Viewer } from '../turn.ts';
import { dealsDescribed } from './described.ts';

/** Deals that were asked for, and what by, where that isn't plain from the question. */
export interface DealsFound {
  readonly deals: readonly Referral[];
  /** The days between which they were looked for. */
  readonly between: { readonly of: DealDay; readonly first: string; readonly last: string } | null;
  readonly order: DealOrder | null;
}

/**
 * Those of the deals that are asked for by how they stand, what is sold in them, what they are worth, or when something
 * of theirs is; in the order that is asked for, else the most urgent first.
 *
 * @param asked what the router made of the question
 */
export function dealsFound(
  asked: Readonly<Record<string, string>>,
  deals: readonly Referral[],
  viewer: Viewer,
): DealsFound {
  const { traits = '', sold, open, below, above, but = '', rising } = asked;
  const named = TRAITS.filter((trait) => traits.split(' ').includes(trait));
  const between = betweenOf(asked, viewer);
  const order = DEAL_ORDERS.find((each) => each === asked['order']) ?? null;
  const without = but.split('\n');
  const fitting = dealsDescribed({ traits: named, daysLeft: null, closing: null }, deals, viewer.now).filter(
    (deal) =>
      (open === undefined || !isTerminal(deal.state)) &&
      (sold === undefined || deal.solutions.some(({ name }) => toPhrase(name).split(' ').includes(sold))) &&
      (below === undefined || deal.value.amount < Number(below)) &&
      (above === undefined || deal.value.amount > Number(above)) &&
      !without.includes(deal.customer.name) &&
      (between === null || isBetween(deal, between, viewer)),
  );
  return {
    deals: order === null ? fitting : sorted(fitting, order, rising !== undefined, viewer),
    between,
    order,
  };
}

/** A week of work ends on a Friday, and one that is asked about on Sunday. */
const WORKING_WEEK = 4;

function betweenOf(
  { period, of, until }: Readonly<Record<string, string>>,
  { now, timeZone, locale }: Viewer,
): DealsFound['between'] {
  const what = DEAL_DAYS.find((each) => each === of);
  const today = dayIn(timeZone, now);
  const days = period === undefined ? null : periodIn(period, locale, today);
  if (what === undefined || days === null) return null;
  // Nothing was created in an October to come.
  const [first, last] =
    what === 'created' && days[0] > today ? [yearBefore(days[0]), yearBefore(days[1])] : days;
  const isWeek = addDays(first, WORKING_WEEK) === last;
  return { of: what, first: until === undefined ? first : today, last: isWeek ? addDays(last, 2) : last };
}

const yearBefore = (day: string): string => `${String(Number(day.slice(0, 4)) - 1)}${day.slice(4)}`;

function isBetween(
  deal: Referral,
  { of, first, last }: NonNullable<DealsFound['between']>,
  viewer: Viewer,
): boolean {
  const day = dayOf(deal, of, viewer);
  return day !== null && day >= first && day <= last;
}

/** The day of a deal that is asked about; null where it has none. What is closed closes no more. */
function dayOf(deal: Referral, of: DealDay, { now, timeZone }: Viewer): string | null {
  if (of === 'created') return dayIn(timeZone, new Date(deal.createdAt));
  if (isTerminal(deal.state)) return null;
  if (of === 'closing') return deal.closingDate;
  const decision = decide(deal, now);
  return decision.kind === 'waiting' ? dayIn(timeZone, decision.deadline) : null;
}

/** Values stand from the biggest, days from the first; those without a day come last. */
function sorted(
  deals: readonly Referral[],
  order: DealOrder,
  isRising: boolean,
  viewer: Viewer,
): readonly Referral[] {
  if (order === 'customer')
    return deals.toSorted((a, b) => a.customer.name.localeCompare(b.customer.name, viewer.locale));
  if (order === 'value') {
    const sign = isRising ? 1 : -1;
    return deals.toSorted((a, b) => sign * (a.value.amount - b.value.amount));
  }
  const LAST = '9999';
  return deals.toSorted((a, b) =>
    (dayOf(a, order, viewer) ?? LAST).localeCompare(dayOf(b, order, viewer) ?? LAST),
  );
}
