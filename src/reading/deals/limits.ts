import { deniedIn, type DeniedSpan } from '../../language/denied.ts';
import { flatten } from '../../language/flat.ts';
import { isFunctionWord } from '../../language/function-words.ts';
import { rangeSaid } from '../../language/money/said-amounts.ts';
import { anyOf, inLists, languages, made, phraseOf } from '../../language/said.ts';
import type { Trait } from '../../language/traits.ts';
import { traitsNamed, withoutTraits } from '../described.ts';
import { periodSaid } from './period.ts';
import { foldedWords } from '../folded.ts';
import type { Reading } from '../reading.ts';

/** What a period may be of: the day until which Microsoft can answer, the closing day, that of creation, that of the end. */
export const DEAL_DAYS = ['deadline', 'closing', 'created', 'ended'] as const;
export type DealDay = (typeof DEAL_DAYS)[number];

/** What deals may be put in order by. */
export const DEAL_ORDERS = ['value', 'customer', ...DEAL_DAYS] as const;
export type DealOrder = (typeof DEAL_ORDERS)[number];

/** Two that leave the sum itself out, and two that don't ("tra 40 e 90k", "da 50k in su"). */
export const AMOUNT_LIMITS = ['below', 'above', 'least', 'most'] as const;
export type AmountLimit = (typeof AMOUNT_LIMITS)[number];

/** What is told of deals beside how they stand. */
export interface DealLimits {
  /** What they are worth: less than a sum, more, or neither less nor more than two; null where that doesn't matter. */
  readonly amount: Readonly<Partial<Record<AmountLimit, number>>> | null;
  /** In which period something of theirs lies, as it is called; `isUntil` where only its end counts ("entro marzo"). */
  readonly period: { readonly of: DealDay; readonly name: string; readonly isUntil: boolean } | null;
  readonly order: DealOrder | null;
  /** Whether an order is asked for, whichever: "dal più grande". */
  readonly isSorted: boolean;
  /** Names of customers that are left out. */
  readonly but: readonly string[];
  /** How those stand that are left out: "tutti tranne i vinti". */
  readonly notSuch: readonly Trait[];
}

/** Stands in the place of a sum. */
const SUM = ' sum0 ';

const patterns = made(() => ({
  below: new RegExp(`(?:${phraseOf('below-amount')}|<=?) sum0`),
  above: new RegExp(`(?:${phraseOf('above-amount')}|>=?) sum0`),
  most: new RegExp(`(?:${phraseOf('from-amount')} )?sum0 ${phraseOf('and-below')}`),
  least: new RegExp(`(?:${phraseOf('from-amount')} )?sum0 ?(?:${phraseOf('and-above')}|\\+)`),
  between: new RegExp(`(?:${phraseOf('between-amounts', 'from-amount')} )?(?:${anyOf('articles')} )?sum0`),
  orders: new RegExp(phraseOf('order-verbs', 'top-ones')),
  by: {
    value: new RegExp(phraseOf('by-value')),
    customer: new RegExp(phraseOf('by-customer')),
    deadline: new RegExp(phraseOf('by-deadline')),
    closing: new RegExp(phraseOf('by-closing')),
    created: new RegExp(phraseOf('by-created')),
    ended: new RegExp(phraseOf('by-ended')),
  } satisfies Record<DealOrder, RegExp>,
  verbs: [
    ['ended', new RegExp(phraseOf('ended-verbs'))],
    ['deadline', new RegExp(phraseOf('expire-verbs'))],
    ['closing', new RegExp(phraseOf('close-verbs'))],
    ['created', new RegExp(phraseOf('made-verbs'))],
  ] satisfies (readonly [DealDay, RegExp])[],
}));

/**
 * Reads what limits the deals that are asked for ("sotto i 50k", "che scadono questa settimana", "tranne Contoso") and
 * how they are to be sorted; with the words that say nothing of it. Null where a customer is named who isn't left out,
 * or a sum that limits nothing.
 */
export function limitsIn({
  text,
  facts,
}: Reading): { readonly limits: DealLimits; readonly rest: string } | null {
  const denied = deniedIn(text);
  const isLeftOut = (at: number): boolean => denied.some(({ from, end }) => at >= from && at < end);
  const names = facts.filter(({ kind }) => kind === 'known-name');
  if (names.some(({ start }) => !isLeftOut(start))) return null;
  const but = names.flatMap((fact) => (fact.kind === 'known-name' ? [fact.value] : []));
  const excluded = denied
    .map((each) => (each.isPlain ? each : toItsEnd(each, text)))
    .filter(
      ({ isPlain, what, start, end }) =>
        traitsNamed(what).length > 0 &&
        (!isPlain || (saysNoMore(what) && !isOneTrait(text.slice(start, end)))),
    );
  const notSuch = excluded.flatMap(({ what }) => traitsNamed(what));
  const range = rangeSaid(text, languages()[0] ?? 'it');
  const sums = facts.flatMap((fact) => (fact.kind === 'money' ? [fact] : []));
  const [sum, ...more] = range === null ? sums : range.sums;
  const [upTo] = more;
  if (more.length > (range === null ? 0 : 1)) return null;
  const sumAt = range === null ? facts.find(({ kind }) => kind === 'money') : placeOf(range.typed, text);
  // A word in place of each stretch that is read, so that no other reader takes it.
  const spans = [
    ...(but.length > 0 ? denied : excluded),
    ...(sumAt === undefined ? [] : [{ start: sumAt.start, end: sumAt.end, put: SUM }]),
  ];
  let rest = flatten(put(text, spans)).text.replace(/\s+/g, ' ');
  const take = (pattern: RegExp): boolean => {
    const before = rest;
    rest = rest.replace(pattern, ' ');
    return rest !== before;
  };
  const { below, above, least, most, between, orders, by, verbs } = patterns();
  const limit = (): DealLimits['amount'] => {
    if (sum === undefined) return null;
    if (upTo !== undefined) return take(between) ? { least: sum.amount, most: upTo.amount } : null;
    const limits = [
      ['below', below],
      ['above', above],
      ['most', most],
      ['least', least],
    ] as const;
    const found = limits.find(([, pattern]) => take(pattern));
    return found === undefined ? null : { [found[0]]: sum.amount };
  };
  const amount = limit();
  if (sum !== undefined && amount === null) return null;
  const isSorted = take(orders);
  const order = isSorted ? (DEAL_ORDERS.find((each) => take(by[each])) ?? null) : null;
  const verb = verbs.find(([, pattern]) => pattern.test(rest));
  const hasEnded = traitsNamed(rest).some((trait) => trait === 'won' || trait === 'lost');
  const found = periodSaid(rest, verb !== undefined || hasEnded);
  if (found === null) return { limits: { amount, period: null, order, isSorted, but, notSuch }, rest };
  if (verb !== undefined) take(verb[1]);
  rest = rest.replace(found.isUntil ? `${found.before} ${found.name}` : found.name, ' ');
  const { name, isUntil } = found;
  const of = hasEnded ? 'ended' : (verb?.[0] ?? 'closing');
  return { limits: { amount, period: { of, name, isUntil }, order, isSorted, but, notSuch }, rest };
}

/** "Non sono accettati": nothing but how they don't stand. */
const saysNoMore = (what: string): boolean => withoutTraits(foldedWords(what)).every(isFunctionWord);

/** "Tranne i vinti e gli scaduti": what is left out goes on as far as nothing else is said. */
function toItsEnd(denied: DeniedSpan, text: string): DeniedSpan {
  const [what = ''] = /^[^,;.:!?\n]*/u.exec(text.slice(denied.from)) ?? [];
  const words = withoutTraits(foldedWords(what));
  const isOfThem = words.every((word) => isFunctionWord(word) || isThose(word));
  return isOfThem ? { ...denied, what, end: denied.from + what.length } : denied;
}
const isThose = inLists('those');

/** "Non condivisi" is a word for private ones. */
const isOneTrait = (span: string): boolean => withoutTraits(foldedWords(span)).length === 0;

const placeOf = (typed: string, text: string): { readonly start: number; readonly end: number } => {
  const start = text.indexOf(typed);
  return { start, end: start + typed.length };
};

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly put?: string;
}

const put = (text: string, stretches: readonly Stretch[]): string =>
  stretches
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (rest, { start, end, put: word = ' ' }) => `${rest.slice(0, start)}${word}${rest.slice(end)}`,
      text,
    );
