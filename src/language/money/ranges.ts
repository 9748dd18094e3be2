import { inLists } from '../said.ts';
import type { Amount } from './amounts.ts';
import type { MoneyToken } from './tokens.ts';

const isLink = inLists('range-links');

/** Whether a word is an article before an amount. */
export const isRangeArticle = inLists('range-articles');

/** In "tra 50 e 60k" and "50-60k €" the first number has the multiplier and currency of the second. */
export function shareInRanges(amounts: readonly Amount[], tokens: readonly MoneyToken[]): Amount[] {
  return amounts.map((amount, index) => {
    const [before, after] = [amounts[index - 1], amounts[index + 1]];
    if (after !== undefined && isRange(amount, after, tokens)) return share(amount, after);
    return before !== undefined && isRange(before, amount, tokens) ? share(amount, before) : amount;
  });
}

/** Whether two amounts are joined as "50-60k" and "tra 50 e 60k" are. */
export function isRange(a: Amount, b: Amount, tokens: readonly MoneyToken[]): boolean {
  const between = tokens.slice(a.next, b.first).filter(({ text }) => !isRangeArticle(text));
  const joins = ({ text }: MoneyToken): boolean => isLink(text) || text === '-' || text === '/';
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
