import { microsoftLabel, ourStateLabel, stateNames } from '../../src/cards/state-label.ts';
import { periodIn } from '../../src/language/dates/period.ts';
import { toPhrase } from '../../src/language/flat.ts';
import { dayIn } from '../../src/language/format.ts';
import { LOCALES, type Locale } from '../../src/language/locale.ts';
import { lookUp } from '../../src/lookup/names.ts';
import { traitsNamed } from '../../src/reading/described.ts';
import type { Referral } from '../../src/referrals/referral.ts';
import { sortByUrgency } from '../../src/referrals/rules.ts';
import type { Viewer } from '../turn.ts';
import { dealsDescribed } from './described.ts';

/** What is asked of deals, as it was typed; what is empty asks nothing. */
export interface DealFilter {
  /** A customer's name or a part of it; a state or a period may stand here, too, where nothing else is asked. */
  readonly customer: string;
  /** Of either side: "in attesa", "won". */
  readonly state: string;
  /** In which they are to close: "questo mese", "Q1 2027". */
  readonly period: string;
}

type Keeps = (deals: readonly Referral[]) => readonly Referral[];

/** The deals that fit, the most urgent first; null where a state or a period was given that can't be read. */
export function filterDeals(
  { customer, state, period }: DealFilter,
  deals: readonly Referral[],
  viewer: Viewer,
): readonly Referral[] | null {
  const filters = [
    customer === ''
      ? keepAll
      : (byCustomer(customer, deals) ?? byState(customer, viewer) ?? byPeriod(customer, viewer) ?? keepNone),
    state === '' ? keepAll : byState(state, viewer),
    period === '' ? keepAll : byPeriod(period, viewer),
  ];
  const readable = filters.filter((each) => each !== null);
  if (readable.length < filters.length) return null;
  return sortByUrgency(
    readable.reduce<readonly Referral[]>((left, keeps) => keeps(left), deals),
    viewer.now,
  );
}

const keepAll: Keeps = (deals) => deals;
const keepNone: Keeps = () => [];

function byCustomer(typed: string, all: readonly Referral[]): Keeps | null {
  const wanted = toPhrase(typed);
  const nameOf = ({ customer }: Referral): string => customer.name;
  const holding = all.filter((deal) => toPhrase(nameOf(deal)).includes(wanted));
  const { exact, close } = lookUp(typed, all, nameOf);
  const found = holding.length > 0 ? holding : [...exact, ...close];
  return found.length === 0 ? null : (deals) => deals.filter((deal) => found.includes(deal));
}

/** By what people say of deals, and by the names that the cards give the states. */
function byState(typed: string, { now }: Viewer): Keeps | null {
  const traits = traitsNamed(typed);
  if (traits.length > 0)
    return (deals) => dealsDescribed({ traits, daysLeft: null, closing: null }, deals, now);
  const wanted = toPhrase(typed);
  const isName = LOCALES.some((locale) => stateNames(locale).some((name) => toPhrase(name) === wanted));
  const isCalled = (deal: Referral, locale: Locale): boolean =>
    [ourStateLabel(deal.state, locale), microsoftLabel(deal, locale) ?? ''].some(
      (label) => toPhrase(label) === wanted,
    );
  return isName ? (deals) => deals.filter((deal) => LOCALES.some((each) => isCalled(deal, each))) : null;
}

function byPeriod(typed: string, viewer: Viewer): Keeps | null {
  const period = periodIn(typed, viewer.locale, dayIn(viewer.timeZone, viewer.now));
  if (period === null) return null;
  const [first, last] = period;
  return (deals) => deals.filter(({ closingDate }) => closingDate >= first && closingDate <= last);
}
