import { mayTellDay } from '../language/dates/dates.ts';
import { periodIn } from '../language/dates/period.ts';
import { deniedIn, without } from '../language/denied.ts';
import { flatten } from '../language/flat.ts';
import { isFunctionWord } from '../language/function-words.ts';
import { inLists, made, phraseOf } from '../language/said.ts';
import type { Reading } from './reading.ts';

/** What a period may be of: the day until which Microsoft can answer, the closing day, the day of creation. */
export const DEAL_DAYS = ['deadline', 'closing', 'created'] as const;
export type DealDay = (typeof DEAL_DAYS)[number];

/** What deals may be put in order by. */
export const DEAL_ORDERS = ['value', 'customer', ...DEAL_DAYS] as const;
export type DealOrder = (typeof DEAL_ORDERS)[number];

/** What is told of deals beside how they stand. */
export interface DealLimits {
  /** What they are worth: less than a sum, or more. */
  readonly amount: { readonly is: 'below' | 'above'; readonly than: number } | null;
  /** In which period something of theirs lies, as it is called; `isUntil` where only its end counts ("entro marzo"). */
  readonly period: { readonly of: DealDay; readonly name: string; readonly isUntil: boolean } | null;
  readonly order: DealOrder | null;
  /** Names of customers that are left out. */
  readonly but: readonly string[];
}

/** Stands in the place of a sum. */
const SUM = ' sum0 ';

const patterns = made(() => ({
  below: new RegExp(`${phraseOf('below-amount')} sum0`),
  above: new RegExp(`${phraseOf('above-amount')} sum0`),
  orders: new RegExp(phraseOf('order-verbs')),
  by: {
    value: new RegExp(phraseOf('by-value')),
    customer: new RegExp(phraseOf('by-customer')),
    deadline: new RegExp(phraseOf('by-deadline')),
    closing: new RegExp(phraseOf('by-closing')),
    created: new RegExp(phraseOf('by-created')),
  } satisfies Record<DealOrder, RegExp>,
  verbs: [
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
  const sums = facts.flatMap((fact) => (fact.kind === 'money' ? [fact] : []));
  const [sum, ...more] = sums;
  if (more.length > 0) return null;
  const spans = but.length > 0 ? denied : [];
  const withSum = sum === undefined ? text : `${text.slice(0, sum.start)}${SUM}${text.slice(sum.end)}`;
  let rest = flatten(spans.length > 0 && sum === undefined ? without(text, spans) : withSum).text.replace(
    /\s+/g,
    ' ',
  );
  const take = (pattern: RegExp): boolean => {
    const before = rest;
    rest = rest.replace(pattern, ' ');
    return rest !== before;
  };
  const { below, above, orders, by, verbs } = patterns();
  const is = take(below) ? ('below' as const) : take(above) ? ('above' as const) : null;
  if (sum !== undefined && is === null) return null;
  const order = orders.test(rest) ? (DEAL_ORDERS.find((each) => take(by[each])) ?? null) : null;
  if (order !== null) take(orders);
  const amount = is === null || sum === undefined ? null : { is, than: sum.amount };
  const verb = verbs.find(([, pattern]) => pattern.test(rest));
  const found = periodSaid(rest, verb !== undefined);
  if (found === null) return { limits: { amount, period: null, order, but }, rest };
  if (verb !== undefined) take(verb[1]);
  rest = rest.replace(found.isUntil ? `${found.before} ${found.name}` : found.name, ' ');
  const { name, isUntil } = found;
  return { limits: { amount, period: { of: verb?.[0] ?? 'closing', name, isUntil }, order, but }, rest };
}

/** So many words name a period at most: "il primo trimestre 2027". */
const LONGEST = 4;
/** A period is called the same on any day. */
const SOME_DAY = '2026-06-15';

const isBefore = inLists('date-of', 'by-period', 'before-period');
const isUntil = inLists('before-period');

interface PeriodSaid {
  readonly name: string;
  /** The word before it. */
  readonly before: string;
  readonly isUntil: boolean;
}

/**
 * The period that words name: what stands behind "entro", a stretch of time, or, behind a verb that says what of, a day.
 * The longest that is one.
 */
function periodSaid(text: string, hasVerb: boolean): PeriodSaid | null {
  if (!mayTellDay(text)) return null;
  const words = text.split(/[^\p{L}\p{N}']+/u).filter((word) => word !== '');
  const until = words.findIndex((word) => isUntil(word));
  const found = until < 0 ? null : longestFrom(words, until + 1, 'any');
  if (found !== null) return { name: found, before: words[until] ?? '', isUntil: true };
  const places = [...words.keys()];
  const all = [
    ...places.map((from) => ({ from, length: 'stretch' as const })),
    ...(hasVerb ? places.toReversed().map((from) => ({ from, length: 'day' as const })) : []),
  ];
  for (const { from, length } of all) {
    const before = words[from - 1] ?? '';
    // "Il 4 marzo" is a day of March.
    const mayBegin = (hasVerb || isBefore(before)) && !/\d/.test(before);
    const name = mayBegin ? longestFrom(words, from, length) : null;
    if (name !== null) return { name, before, isUntil: false };
  }
  return null;
}

function longestFrom(
  words: readonly string[],
  from: number,
  length: 'stretch' | 'day' | 'any',
): string | null {
  if (isBefore(words[from] ?? '')) return null;
  for (let size = Math.min(LONGEST, words.length - from); size > 0; size -= 1) {
    const named = words.slice(from, from + size);
    const period = named.every(isFunctionWord) ? null : periodIn(named.join(' '), 'it', SOME_DAY);
    if (period !== null && (length === 'any' || period[0] < period[1] === (length === 'stretch')))
      return named.join(' ');
  }
  return null;
}
