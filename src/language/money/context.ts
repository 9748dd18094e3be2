import { months } from '../dates/names.ts';
import { inLists, patternOf } from '../said.ts';
import type { Amount } from './amounts.ts';
import type { MoneyToken } from './tokens.ts';

/** Whether a folded word is something counted ("utenti", "mesi", "marzo"): a number before it is no amount. */
export const isCounted = inLists('counted');

/** "A 40k deal" is worth 40k; "3 deal" are three. */
const isBusiness = inLists('worth-something');

/** Words that stand around an amount and carry nothing. */
export const isFiller = inLists('around-amounts');
const isBeforeYear = inLists('before-years');

/** Whether the number counts something ("3 clienti", "12 mesi", "15 marzo"), so it is no amount; "50k marzo" counts nothing. */
export function isCountNoun(tokens: readonly MoneyToken[], amount: Amount): boolean {
  const noun = tokens[amount.next]?.text ?? '';
  if (amount.currency !== null || !isCounted(noun)) return false;
  return amount.hasMultiplier ? !isBusiness(noun) && !isMonth(noun) : !(amount.isGrouped && isMonth(noun));
}

/** Whether a folded word is a month's name. */
export const isMonth = (word: string): boolean => months().has(word);

/** "marzo 2027", "nel 2027", "fine 2027" are years. */
export function isYear(tokens: readonly MoneyToken[], amount: Amount): boolean {
  const value = amount.values[0] ?? 0;
  const before = tokens[amount.first - 1]?.text ?? '';
  const isYearLike = Number.isInteger(value) && value >= 2000 && value < 2100 && !amount.isGrouped;
  return isYearLike && (isCounted(before) || isBeforeYear(before));
}

const unsure = patternOf()`\b(?:${'limits'}|${'rates'})\b|\/ ?${'rate-units'}\b`;

/** A limit or a rate instead of a value: "almeno 80k", "80k al mese". */
export function isUnsure(flat: string): boolean {
  return unsure().test(flat);
}
