import { periodIn } from '../../src/language/dates/period.ts';
import { addDays, dayIn } from '../../src/language/format.ts';
import { toPhrase } from '../../src/language/flat.ts';
import {
  AMOUNT_LIMITS,
  type AmountLimit,
  DEAL_DAYS,
  DEAL_ORDERS,
  type DealDay,
  type DealOrder,
} from '../../src/reading/deals/limits.ts';
import type { Referral } from '../../src/referrals/referral.ts';
import { decide, isTerminal, sortByUrgency } from '../../src/referrals/rules.ts';
import type { Viewer } from '../turn.ts';
import { alikeGroups, isInState, STATE_TRAITS, type StateTrait } from './described.ts';

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
  const { traits = '', notSuch = '', sold, open, ended, either, but = '', first } = asked;
  const between = betweenOf(asked, viewer);
  const order = DEAL_ORDERS.find((each) => each === asked['order']) ?? null;
  const without = but.split('\n');
  const told = traitsIn(traits);
  // "Rifiutati o scaduti": no deal is both.
  const isSuch = (deal: Referral): boolean =>
    either === undefined
      ? alikeGroups(told).every((group) => group.some((trait) => hasTrait(trait, deal, viewer)))
      : told.length === 0 || told.some((trait) => hasTrait(trait, deal, viewer));
  const fitting = sortByUrgency(deals, viewer.now).filter(
    (deal) =>
      isSuch(deal) &&
      !traitsIn(notSuch).some((trait) => hasTrait(trait, deal, viewer)) &&
      (open === undefined || !isTerminal(deal.state)) &&
      (ended === undefined || isTerminal(deal.state)) &&
      (sold === undefined || sells(deal, sold.split(' '))) &&
      AMOUNT_LIMITS.every((limit) => isWithin(deal.value.amount, limit, asked[limit])) &&
      !without.includes(deal.customer.name) &&
      (between === null || isBetween(deal, between, viewer)),
  );
  const all = order === null ? fitting : sorted(fitting, order, asked['rising'], viewer);
  return { deals: first === undefined ? all : all.slice(0, Number(first)), between, order };
}

const traitsIn = (named: string): readonly StateTrait[] =>
  STATE_TRAITS.filter((trait) => named.split(' ').includes(trait));

const hasTrait = (trait: StateTrait, deal: Referral, { now }: Viewer): boolean => isInState(trait, deal, now);

const sells = ({ solutions }: Referral, words: readonly string[]): boolean =>
  solutions.some(({ name }) => {
    const own = toPhrase(name).split(' ');
    return words.every((word) => own.includes(word));
  });

function isWithin(amount: number, limit: AmountLimit, sum: string | undefined): boolean {
  if (sum === undefined) return true;
  const than = Number(sum);
  return { below: amount < than, above: amount > than, least: amount >= than, most: amount <= than }[limit];
}

/** A week of work ends on a Friday, and one that is asked about on Sunday. */
const WORKING_WEEK = 4;

function betweenOf(
  { period, of, until }: Readonly<Record<string, string>>,
  { now, timeZone, locale }: Viewer,
): DealsFound['between'] {
  const what = DEAL_DAYS.find((each) => each === of);
  const today = dayIn(timeZone, now);
  // Nothing was created in an October to come.
  const toward = what === 'created' || what === 'ended' ? 'past' : 'future';
  const days = period === undefined ? null : periodIn(period, locale, today, toward);
  if (what === undefined || days === null) return null;
  const [first, last] = days;
  const isWeek = addDays(first, WORKING_WEEK) === last;
  return { of: what, first: until === undefined ? first : today, last: isWeek ? addDays(last, 2) : last };
}

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
  if (of === 'ended') return deal.closedAt === null ? null : dayIn(timeZone, new Date(deal.closedAt));
  if (isTerminal(deal.state)) return null;
  if (of === 'closing') return deal.closingDate;
  const decision = decide(deal, now);
  return decision.kind === 'waiting' ? dayIn(timeZone, decision.deadline) : null;
}

/** Values stand from the biggest, days from the first, where nothing else is said; those without a day come last. */
function sorted(
  deals: readonly Referral[],
  order: DealOrder,
  rising: string | undefined,
  viewer: Viewer,
): readonly Referral[] {
  if (order === 'customer')
    return deals.toSorted((a, b) => a.customer.name.localeCompare(b.customer.name, viewer.locale));
  if (order === 'value') {
    const sign = rising === 'true' ? 1 : -1;
    return deals.toSorted((a, b) => sign * (a.value.amount - b.value.amount));
  }
  const sign = rising === 'false' ? -1 : 1;
  const last = sign > 0 ? '9999' : '0000';
  return deals.toSorted(
    (a, b) => sign * (dayOf(a, order, viewer) ?? last).localeCompare(dayOf(b, order, viewer) ?? last),
  );
}
