import { inLists } from '../said.ts';
import { isCounted } from './context.ts';
import { currencyOfWord } from './currencies.ts';
import { multiplierOf, splitGlued } from './multipliers.ts';
import type { Language } from '../locale.ts';
import type { MoneyToken } from './tokens.ts';

/** A number with its multiplier, before any currency. */
export interface Quantity {
  /** One value, or the two usual readings, likelier first. */
  readonly values: readonly number[];
  readonly hasMultiplier: boolean;
  readonly isGrouped: boolean;
  readonly hasCents: boolean;
  readonly isInWords: boolean;
  /** Index of the first token after it. */
  readonly next: number;
  /** Letters glued to the number after its multiplier: "eur" of "80keur". */
  readonly gluedCurrency: string | null;
}

const isHalf = inLists('half');
const isArticle = inLists('one');
const isOnlyOne = inLists('only-one');
const isHundred = inLists('hundred');
const isDecimalMark = inLists('decimal-mark');
const isLink = inLists('number-links');
const isNoTenth = inLists('no-tenths');

const isGlued = (a: MoneyToken | undefined, b: MoneyToken | undefined): boolean =>
  a !== undefined && a.to === b?.from;

/** Each value times each factor, to the cent and without repeats. */
export const product = (values: readonly number[], factors: readonly number[]): number[] => [
  ...new Set(values.flatMap((value) => factors.map((factor) => Math.round(value * factor * 100) / 100))),
];

/** "1 miliardo 200 milioni 300 mila e 500": a number has no more parts, so no more are looked for from one place. */
const MOST_PARTS = 4;

/** Reads the quantity that begins at `tokens[at]`, or null; of `parts` parts at most, and whole only where it is `below`. */
export function readQuantity(
  tokens: readonly MoneyToken[],
  at: number,
  locale: Language,
  parts = MOST_PARTS,
  below = Infinity,
): Quantity | null {
  const first = tokens[at];
  if (first === undefined) return null;
  if (isHalf(first.text)) return readHalf(tokens, at, locale);
  const head = first.kind === 'digits' ? readDigits(tokens, at, locale) : readWords(tokens, at, locale);
  if (head === null || (head.values[0] ?? 0) >= below) return head;
  return addRest(head, tokens, locale, parts);
}

/** "mezzo milione", "half a million". */
function readHalf(tokens: readonly MoneyToken[], at: number, locale: Language): Quantity | null {
  const next = isArticle(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1;
  const factors = multiplierOf(tokens[next], false, locale);
  if (factors === null) return null;
  return quantity(product([0.5], factors), { hasMultiplier: true, isInWords: true, next: next + 1 });
}

function quantity(values: readonly number[], given: Partial<Quantity> & { next: number }): Quantity {
  return {
    values,
    hasMultiplier: false,
    isGrouped: false,
    hasCents: false,
    isInWords: false,
    gluedCurrency: null,
    ...given,
  };
}

function readDigits(tokens: readonly MoneyToken[], at: number, locale: Language): Quantity | null {
  const token = tokens[at];
  const number = token?.number ?? null;
  if (number === null) return null;
  const after = tokens[at + 1];
  const marks = { isGrouped: number.isGrouped, hasCents: number.hasCents };
  const glued = after !== undefined && isGlued(token, after) ? splitGlued(after) : null;
  if (glued !== null) {
    const values = product(number.values, [glued.factor]);
    return quantity(values, { ...marks, hasMultiplier: true, next: at + 2, gluedCurrency: glued.currency });
  }
  const told = multiplierOf(after, isGlued(token, after), locale);
  // "1,2m" can only be millions.
  const factors = told !== null && number.values.some((value) => value % 1 !== 0) ? told.slice(-1) : told;
  if (factors === null) return quantity(number.values, { ...marks, next: at + 1 });
  return quantity(product(number.values, factors), { ...marks, hasMultiplier: true, next: at + 2 });
}

/** A run of number words: "one hundred and twenty thousand", "ottanta mila", "un milione". */
function readWords(tokens: readonly MoneyToken[], at: number, locale: Language): Quantity | null {
  if (isMereArticle(tokens, at, locale)) return null;
  let current = 0;
  let next = at;
  for (; ; next += 1) {
    const token = tokens[next];
    const joined = isJoiner(token) && current > 0 ? tokens[next + 1] : token;
    const value = wordValue(joined, next === at);
    if (value === null || (current === 0 && next > at)) break;
    const grown = grow(current, value);
    if (grown === null) break;
    current = grown;
    if (joined !== token) next += 1;
  }
  if (next === at) return null;
  const tenth = current < 1000 && isDecimalMark(tokens[next]?.text ?? '') ? tokens[next + 1] : null;
  const decimals = tenth?.number?.values[0] ?? 10;
  if (decimals < 10 && multiplierOf(tokens[next + 2], false, locale) !== null) {
    // "Uno virgola due milioni"; without a multiplier a comma said aloud parts two numbers.
    current += decimals / 10;
    next += 2;
  }
  const factors = multiplierOf(tokens[next], false, locale);
  if (factors !== null)
    return quantity(product([current], factors), { hasMultiplier: true, isInWords: true, next: next + 1 });
  return quantity([current], { hasMultiplier: current >= 1000, isInWords: true, next });
}

/** "a", "un" count only before what is counted: "a million", "un euro", "a hundred". */
function isMereArticle(tokens: readonly MoneyToken[], at: number, locale: Language): boolean {
  const [word, next] = [tokens[at], tokens[at + 1]];
  if (word === undefined || !isArticle(word.text) || isOnlyOne(word.text)) return false;
  const isCounted = isHundred(next?.text ?? '') || multiplierOf(next, false, locale) !== null;
  // "ammonta a euro 112.500": the currency is that of the number behind it.
  const isCurrency =
    next !== undefined && currencyOfWord(next.raw, true) !== null && tokens[at + 2]?.kind !== 'digits';
  return !isCounted && !isCurrency;
}

const isJoiner = (token: MoneyToken | undefined): boolean => token?.text === '-' || isLink(token?.text ?? '');

function wordValue(token: MoneyToken | undefined, isFirst: boolean): number | null {
  if (token === undefined || token.kind !== 'word') return null;
  if (isFirst && isArticle(token.text)) return 1;
  return isHundred(token.text) ? 100 : (token.number?.values[0] ?? null);
}

/** 100 after 1 to 19 multiplies ("twelve hundred"); a smaller number after a larger one adds; anything else ends the number. */
function grow(current: number, value: number): number | null {
  if (current === 0) return value;
  // "Venti zero" is no number: a nought adds nothing, and a run of them would have no end.
  if (value === 0) return null;
  if (value === 100 && current < 20) return current * 100;
  if (current % 1000 === 0 && value < 1000) return current + value;
  if (current % 100 === 0 && value < 100) return current + value;
  return current >= 20 && current % 10 === 0 && value < 10 ? current + value : null;
}

/** "un milione e mezzo", "1 milione e 200 mila", "1 milione 200 mila", "80 mila e 500", "one and a half million". */
function addRest(head: Quantity, tokens: readonly MoneyToken[], locale: Language, parts: number): Quantity {
  const base = head.values[0] ?? 0;
  if (head.values.length > 1 || head.gluedCurrency !== null) return head;
  const isJoined = isLink(tokens[head.next]?.text ?? '');
  const from = isJoined ? head.next + 1 : head.next;
  const half = isArticle(tokens[from]?.text ?? '') ? from + 1 : from;
  if (isJoined && isHalf(tokens[half]?.text ?? '')) return addHalf(head, base, tokens, half, locale);
  if (isJoined && head.hasMultiplier && base % 1e6 === 0) {
    const tenths = addTenths(head, base, tokens, from);
    if (tenths !== null) return tenths;
  }
  const hasRest = head.hasMultiplier && parts > 1;
  const rest = hasRest ? readQuantity(tokens, from, locale, parts - 1, stepOf(base)) : null;
  if (rest === null || !isRestOf(head, rest, tokens, isJoined)) return head;
  const sum = base + (rest.values[0] ?? 0);
  return { ...rest, values: [sum], hasMultiplier: true, isGrouped: false, hasCents: false };
}

/** "Un milione e due" is 1.2 million; "un milione e due clienti" is not. */
function addTenths(head: Quantity, base: number, tokens: readonly MoneyToken[], at: number): Quantity | null {
  const [token, after] = [tokens[at], tokens[at + 1]];
  const tenths = token?.number?.values[0] ?? 0;
  if (!Number.isInteger(tenths) || tenths < 1 || tenths > 9 || after?.number || isCounted(after?.text ?? ''))
    return null;
  return isNoTenth(after?.text ?? '') ? null : { ...head, values: [base + tenths * 1e5], next: at + 1 };
}

/** The rest fits into the zeros of the head: "1 milione e 200 mila", but not "80k e 90k" or "80k e 500 utenti". */
function isRestOf(head: Quantity, rest: Quantity, tokens: readonly MoneyToken[], isJoined: boolean): boolean {
  const added = rest.values[0] ?? 0;
  if (rest.values.length > 1 || added < 100 || added >= stepOf(head.values[0] ?? 0)) return false;
  const isSpoken = isJoined || (head.isInWords && rest.isInWords);
  return rest.hasMultiplier || (isSpoken && !isCounted(tokens[rest.next]?.text ?? ''));
}

/** The multiplier that a round amount was said with. */
function stepOf(amount: number): number {
  if (amount % 1e9 === 0) return 1e9;
  return amount % 1e6 === 0 ? 1e6 : 1e3;
}

function addHalf(
  head: Quantity,
  base: number,
  tokens: readonly MoneyToken[],
  from: number,
  locale: Language,
): Quantity {
  if (head.hasMultiplier) return { ...head, values: [base + stepOf(base) / 2], next: from + 1 };
  const factors = multiplierOf(tokens[from + 1], false, locale);
  if (factors === null) return head;
  return { ...head, values: product([base + 0.5], factors), hasMultiplier: true, next: from + 2 };
}
