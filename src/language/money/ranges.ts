import { inLists, patternOf } from '../said.ts';
import { isCountNoun } from './context.ts';
import type { Amount } from './amounts.ts';
import type { MoneyToken } from './tokens.ts';

const isLink = inLists('range-links');

/** Whether a word is an article before an amount. */
export const isRangeArticle = inLists('range-articles');

/**
 * In "tra 50 e 60k" and "50-60k €" the first number has the multiplier and currency of the second; in "50k, anzi 55" and
 * "80 mila scontati a 72" the second has those of the first.
 */
export function shareInRanges(amounts: readonly Amount[], tokens: readonly MoneyToken[]): Amount[] {
  return amounts.map((amount, index) => {
    const [before, after] = [amounts[index - 1], amounts[index + 1]];
    if (after !== undefined && isRange(amount, after, tokens)) return share(amount, after);
    if (before === undefined) return amount;
    const goesOn = isRange(before, amount, tokens) || replaces(before, amount, tokens);
    return goesOn ? share(amount, before) : amount;
  });
}

const turning = patternOf()`^[,;.: -]*(?:(?:${'taking-back'}|${'beside-taking-back'}|${'around-amounts'}|${'puts-in-place'})[,;.: -]+)+$`;
const reduced = patternOf()`^(?:[a-z]+ )?${'discounts'} ${'up-to'} $`;

const added = patternOf()`^ *(?:[a-z]{3,} ){0,3}[, ]*(?:\+|${'adding'}) *$`;

/** Whether the words between two sums add them up: "30k licenze + 20k servizi", "30k plus 20k". */
export const isAdding = (between: string): boolean => added().test(between);

const listed = patternOf()`^ *[a-z]{4,} ?(?:[a-z]{2,} ?)?(?:[,;&] ?|${'joining'} )?$`;

/** Whether the words between two sums say what the first is for, and go on to the second: "25k licenze e 10k servizi". */
export const isListing = (between: string): boolean => listed().test(between);

/** Whether the second is said in place of the first: "50k, anzi 55", "80k scontati a 72". */
function replaces(a: Amount, b: Amount, tokens: readonly MoneyToken[]): boolean {
  if (isCountNoun(tokens, b) || b.first - a.next > MOST_BETWEEN) return false;
  const between = wordsBetween(a, b, tokens);
  return isReduced(between) || (turning().test(between) && takesBack().test(between));
}

/** What stands between two amounts, each word with a blank behind it. */
export const wordsBetween = (a: Amount, b: Amount, tokens: readonly MoneyToken[]): string =>
  tokens
    .slice(a.next, b.first)
    .map(({ text }) => `${text} `)
    .join('');

/** In tokens: "no scusa, facciamo". */
const MOST_BETWEEN = 6;
const takesBack = patternOf()`(?<![a-z])${'taking-back'}(?![a-z])`;

/** Whether the words between two sums say that the second is what is left of the first: "scontati a", "discounted to". */
export const isReduced = (between: string): boolean => reduced().test(between);

/** Whether two amounts are joined as "50-60k" and "tra 50 e 60k" are. */
export function isRange(a: Amount, b: Amount, tokens: readonly MoneyToken[]): boolean {
  const between = tokens.slice(a.next, b.first).filter(({ text }) => !isRangeArticle(text));
  // "Alfa Srl / 29.900€ / 5 dicembre" is a list, and "50 / 60k" a range.
  const isTight = (mark: MoneyToken): boolean =>
    tokens[a.next - 1]?.to === mark.from || b.hasMultiplier || b.currency !== null;
  const joins = (each: MoneyToken): boolean =>
    isLink(each.text) || each.text === '-' || (each.text === '/' && isTight(each));
  return between.length >= 1 && between.length <= 2 && between.every(joins);
}

function share(amount: Amount, other: Amount): Amount {
  const value = amount.values[0] ?? 0;
  // "33k e uno da 44k": one more, not a thousand.
  const isArticle = amount.isInWords && value === 1 && !other.isInWords;
  const isShort =
    !isArticle && !amount.hasMultiplier && !amount.isGrouped && value < 1000 && other.hasMultiplier;
  const factor = (other.values[0] ?? 0) >= 1e6 ? 1e6 : 1e3;
  return {
    ...amount,
    values: isShort ? amount.values.map((each) => each * factor) : amount.values,
    hasMultiplier: amount.hasMultiplier || isShort,
    currency: isArticle ? amount.currency : (amount.currency ?? other.currency),
    isNegative: false,
  };
}
