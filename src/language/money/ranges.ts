import type { Amount } from './amounts.ts';
import type { MoneyToken } from './tokens.ts';

const RANGE_WORD = /^(?:e|ed|a|ad|ai|agli|al|alle|and|to|o|or|-|\/)$/;

const ARTICLE = /^(?:i|il|gli|le|the)$/;

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
  const between = tokens.slice(a.next, b.first).filter((token) => !ARTICLE.test(token.text));
  return between.length >= 1 && between.length <= 2 && between.every((token) => RANGE_WORD.test(token.text));
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
