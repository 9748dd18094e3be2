import { toPhrase } from '../../src/language/flat.ts';
import type { Trait } from '../../src/language/traits.ts';
import type { ClosingTold } from '../../src/reading/closing-told.ts';
import type { Described } from '../../src/reading/described.ts';
import type { Referral } from '../../src/referrals/referral.ts';
import { decide, isTerminal, type MicrosoftDecision, sortByUrgency } from '../../src/referrals/rules.ts';

/** What of a deal may hold for many. */
export type StateTrait = Extract<
  Trait,
  | 'waiting'
  | 'accepted'
  | 'declined'
  | 'expired'
  | 'won'
  | 'lost'
  | 'private'
  | 'shared'
  | 'with-microsoft'
  | 'in-dollars'
  | 'in-euros'
  | 'in-pounds'
>;
type Ranking = Exclude<Trait, StateTrait>;

/**
 * The deals that what is told fits: of "il più vecchio" one, or several that are equally so, the
 * most urgent first.
 *
 * @param deals what the person may see
 */
export function dealsDescribed(
  { traits, daysLeft, closing }: Pick<Described, 'traits' | 'daysLeft' | 'closing'>,
  deals: readonly Referral[],
  now: Date,
): readonly Referral[] {
  const fitting = deals.filter(
    (deal) =>
      traits.every((trait) => !isState(trait) || STATES[trait](deal, now)) &&
      (daysLeft === null || daysLeftOf(deal, now) === daysLeft) &&
      (closing === null || closesOn(deal, closing)),
  );
  const ranked = traits.reduce<readonly Referral[]>(
    (left, trait) => (isState(trait) ? left : RANKINGS[trait](left, now)),
    fitting,
  );
  return sortByUrgency(ranked, now);
}

const MONTH = 'YYYY-MM'.length;

function closesOn({ closingDate }: Referral, { day, isMonth }: ClosingTold): boolean {
  return isMonth ? closingDate.slice(0, MONTH) === day.slice(0, MONTH) : closingDate === day;
}

const isState = (trait: Trait): trait is StateTrait => trait in STATES;

const decidedAs =
  (kind: MicrosoftDecision['kind']) =>
  (deal: Referral, now: Date): boolean =>
    decide(deal, now).kind === kind;

const STATES: Readonly<Record<StateTrait, (deal: Referral, now: Date) => boolean>> = {
  waiting: (deal, now) => daysLeftOf(deal, now) !== null,
  accepted: decidedAs('accepted'),
  declined: decidedAs('declined'),
  expired: decidedAs('expired'),
  won: ({ state }) => state.substatus === 'Won',
  lost: ({ state }) => state.substatus === 'Lost',
  private: ({ kind }) => kind === 'private',
  shared: ({ kind }) => kind === 'shared',
  'with-microsoft': ({ kind }) => kind === 'co-sell',
  'in-dollars': ({ value }) => value.currency === 'USD',
  'in-euros': ({ value }) => value.currency === 'EUR',
  'in-pounds': ({ value }) => value.currency === 'GBP',
};

export const STATE_TRAITS = Object.keys(STATES) as readonly StateTrait[];

/** Whether a deal stands so. */
export const isInState = (trait: StateTrait, deal: Referral, now: Date): boolean => STATES[trait](deal, now);

/** No deal has two of one line. */
const EXCLUDING: readonly (readonly StateTrait[])[] = [
  ['waiting', 'accepted', 'declined', 'expired'],
  ['won', 'lost'],
  ['private', 'shared', 'with-microsoft'],
  ['in-dollars', 'in-euros', 'in-pounds'],
];

/** What is told of deals, by what each of it is of: of "privati vinti e persi" the kind, and how they ended. */
export const alikeGroups = (traits: readonly StateTrait[]): readonly (readonly StateTrait[])[] =>
  EXCLUDING.map((group) => group.filter((trait) => traits.includes(trait))).filter(
    ({ length }) => length > 0,
  );

/** Whole days that Microsoft still has; null where it isn't asked for anything. */
function daysLeftOf(deal: Referral, now: Date): number | null {
  const decision = decide(deal, now);
  return decision.kind === 'waiting' && !isTerminal(deal.state) ? decision.daysLeft : null;
}

type Rank = (deals: readonly Referral[], now: Date) => readonly Referral[];

const RANKINGS: Readonly<Record<Ranking, Rank>> = {
  'expires-first': (deals, now) => least(deals, (deal) => daysLeftOf(deal, now)),
  'expires-last': (deals, now) => most(deals, (deal) => daysLeftOf(deal, now)),
  'closes-first': (deals) => least(deals, closingOf),
  'closes-last': (deals) => most(deals, closingOf),
  biggest: (deals) => inEachCurrency(deals, most),
  smallest: (deals) => inEachCurrency(deals, least),
  oldest: (deals) => least(deals, createdOf),
  newest: (deals) => most(deals, createdOf),
};

/** What is closed doesn't close any more. */
const closingOf = ({ state, closingDate }: Referral): number | null =>
  isTerminal(state) ? null : Date.parse(closingDate);
const createdOf = ({ createdAt }: Referral): number => Date.parse(createdAt);
const valueOf = ({ value }: Referral): number => value.amount;

type Measure = (deal: Referral) => number | null;
type Extreme = (deals: readonly Referral[], measure: Measure) => readonly Referral[];

const least: Extreme = (deals, measure) => {
  const measured = deals.flatMap((deal) => measure(deal) ?? []);
  const bound = Math.min(...measured);
  return deals.filter((deal) => measure(deal) === bound);
};
const most: Extreme = (deals, measure) => least(deals, (deal) => opposite(measure(deal)));
const opposite = (measured: number | null): number | null => (measured === null ? null : -measured);

/**
 * Sums in two currencies are compared at no rate of ours: each currency has its own biggest deal. Those of EUR, USD, GBP
 * and CHF have never been worth {@link CLEARLY} times each other, so that 210,000 € are more than 18,000 $ whatever the rate.
 */
function inEachCurrency(deals: readonly Referral[], extreme: Extreme): readonly Referral[] {
  const currencies = [...new Set(deals.map(({ value }) => value.currency))];
  const found = currencies.flatMap((currency) =>
    extreme(
      deals.filter(({ value }) => value.currency === currency),
      valueOf,
    ),
  );
  return found.filter((deal) =>
    found.every((other) => extreme([deal, clearly(deal, other)], valueOf)[0] === deal),
  );
}

const NEAR_EACH_OTHER: ReadonlySet<string> = new Set(['EUR', 'USD', 'GBP', 'CHF']);
const CLEARLY = 3;

/** The other deal where it can be compared with this one, else this one. */
function clearly(deal: Referral, other: Referral): Referral {
  const areNear = [deal, other].every(({ value }) => NEAR_EACH_OTHER.has(value.currency));
  const [low = 0, high = 0] = [deal.value.amount, other.value.amount].sort((a, b) => a - b);
  return areNear && high > low * CLEARLY ? other : deal;
}

/** Deals of customers in a town that the words name: "quello di Verona". */
export function dealsInTown(sentence: string, deals: readonly Referral[]): readonly Referral[] {
  const said = ` ${toPhrase(sentence)} `;
  return deals.filter(({ customer }) => {
    const town = toPhrase(customer.address?.city ?? '');
    return town !== '' && said.includes(` ${town} `);
  });
}
