import { flatten, spanOf } from '../flat.ts';
import { findAmounts } from './amounts.ts';
import { isAdding, isListing, isRange, isRangeArticle, wordsBetween } from './ranges.ts';
import { tokenizeMoney } from './tokens.ts';
import { isCountNoun, isFiller, isMonth, isYear } from './context.ts';
import { inLists, patternOf } from '../said.ts';
import { remembered } from '../remembered.ts';
import type { Language } from '../locale.ts';
import type { Amount } from './amounts.ts';
import type { MoneyToken } from './tokens.ts';

/** An amount in major units (euros, not cents) and its ISO 4217 code, null where none was said. */
export interface SaidMoney {
  readonly amount: number;
  readonly currency: string | null;
}

/** Money found in a sentence, with the words that say it. */
export interface FoundMoney extends SaidMoney {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Whether the number bears a mark of money: a multiplier, a currency, thousands set apart. */
export const isClear = (amount: Amount): boolean =>
  amount.hasMultiplier || amount.currency !== null || amount.isGrouped;

/** Every number of a text in its tokens; `style` decides what a dot in it is. Both readers of money begin here. */
export const amountsIn = remembered((text: string, style: Language, locale: Language) => {
  const flat = flatten(text);
  const tokens = tokenizeMoney(flat, style);
  return { flat, tokens, amounts: findAmounts(tokens, locale) };
});

const thanks = patternOf()`\b${'thanks-beside'}\b`;

/** "mille grazie", "thanks a million". */
export function isThanks(tokens: readonly MoneyToken[], amount: Amount): boolean {
  const near = `${tokens[amount.first - 1]?.text ?? ''} ${tokens[amount.next]?.text ?? ''}`;
  return amount.isInWords && thanks().test(near);
}

/** The likelier value of a number, with its currency. */
export const toMoney = (amount: Amount): SaidMoney => ({
  amount: amount.values[0] ?? 0,
  currency: amount.currency,
});

/** A number of a sentence that is an amount or could be one, with what its words show. */
export interface SaidAmount extends FoundMoney {
  /** It has a multiplier, a currency or thousands set apart. */
  readonly isClear: boolean;
  /** False where the number has two usual readings; `amount` is the likelier. */
  readonly isOne: boolean;
  /** With the amount after it, it is a range ("tra 70 e 80 mila") or a choice ("40k o 45k"). */
  readonly joined: 'range' | 'choice' | null;
}

/**
 * Every number of a sentence that may be an amount. Never dates, ids, phones, counts ("3 clienti", "10.000 utenti"),
 * years, thanks ("mille grazie").
 */
export const findSaidAmounts = remembered((sentence: string, locale: Language): readonly SaidAmount[] => {
  if (!mayHoldNumber().test(sentence)) return [];
  const { flat, tokens, amounts } = amountsIn(sentence, locale, locale);
  return amounts.flatMap((amount, index) => {
    const span = spanOf(flat, tokens[amount.first]?.from ?? 0, tokens[amount.next - 1]?.to ?? 0);
    const clear = isClear(amount) && isMoneyByItself(tokens, amount, span.text);
    const isPart =
      isAddend(tokens, amount, amounts[index - 1]) || isAddend(tokens, amount, amounts[index + 1]);
    const isOther = (isCountNoun(tokens, amount) && !isPart) || isThanks(tokens, amount);
    if (isOther || amount.isNegative || !((amount.values[0] ?? 0) > 0)) return [];
    if (!clear && (isYear(tokens, amount) || (amount.isInWords && (amount.values[0] ?? 0) === 1))) return [];
    const isOne = amount.values.length === 1;
    return [
      {
        ...toMoney(amount),
        ...span,
        isClear: clear,
        isOne,
        joined: joinOf(tokens, amount, amounts[index + 1]),
      },
    ];
  });
});

/** "30k licenze + 20k servizi", "25k licenze, 10k servizi": what stands beside a sum as its like is one, whatever it is for. */
function isAddend(tokens: readonly MoneyToken[], amount: Amount, other: Amount | undefined): boolean {
  if (other === undefined || !amount.hasMultiplier || !other.hasMultiplier) return false;
  const [first, second] = amount.first < other.first ? [amount, other] : [other, amount];
  const between = wordsBetween(first, second, tokens);
  return isAdding(between) || (isListing(between) && isForSomething(tokens, second));
}

/** Whether a noun stands behind: "10k servizi", "10k per i servizi". */
function isForSomething(tokens: readonly MoneyToken[], { next }: Amount): boolean {
  const behind = tokens.slice(next, next + 3);
  const noun = behind.find(({ kind, text }) => kind !== 'word' || text.length >= SHORTEST_NOUN);
  return noun?.kind === 'word' && !isFiller(noun.text) && !isMonth(noun.text);
}
const SHORTEST_NOUN = 4;

/** The first range of sums that a text says, as typed: "tra 40 e 50k"; null where it says none. */
export function rangeSaid(
  text: string,
  locale: Language,
): { readonly typed: string; readonly sums: readonly SaidMoney[] } | null {
  const said = findSaidAmounts(text, locale);
  const at = said.findIndex(({ joined, isClear: clear }) => joined === 'range' && clear);
  const [from, to] = at < 0 ? [] : said.slice(at);
  return from === undefined || to === undefined
    ? null
    : { typed: text.slice(from.start, to.end), sums: [from, to] };
}

/** A digit, or letters that a number in words has: most sentences hold neither. */
const mayHoldNumber = patternOf('i')`\d|${'number-letters'}`;

const isUpToWord = inLists('up-to');
const isBetween = inLists('between-amounts');

/** How an amount goes on to the next one. */
function joinOf(
  tokens: readonly MoneyToken[],
  amount: Amount,
  next: Amount | undefined,
): SaidAmount['joined'] {
  if (next === undefined || !isRange(amount, next, tokens)) return null;
  const between = tokens.slice(amount.next, next.first).map((token) => token.text);
  const isAfterArticle = isRangeArticle(tokens[amount.first - 1]?.text ?? '');
  const before = tokens[amount.first - (isAfterArticle ? 2 : 1)]?.text ?? '';
  const isUpTo = between.some((word) => isUpToWord(word) || word === '-');
  return isUpTo || isBetween(before) ? 'range' : 'choice';
}

/**
 * Finds what is clearly money in a sentence that says other things too: it has a multiplier, a currency or
 * thousands set apart. A number with two readings counts only beside a currency or multiplier, and then as the
 * likelier one.
 */
export const findMoney = remembered((sentence: string, locale: Language): readonly FoundMoney[] =>
  findSaidAmounts(sentence, locale)
    .filter((amount) => amount.isClear)
    .map(({ amount, currency, text, start, end }) => ({ amount, currency, text, start, end })),
);

const isBeforeCustomer = inLists('before-customers');

const isShortName = (raw: string): boolean => /^\d{1,2}\p{Lu}$/u.test(raw);

/**
 * "80.000 con Fabrikam" is an amount, "10.000 dipendenti" and "333 123 456" are not.
 *
 * @param typed the amount as it was typed
 */
function isMoneyByItself(tokens: readonly MoneyToken[], amount: Amount, typed: string): boolean {
  if (amount.currency !== null) return true;
  // "con 3M": a customer, as it is written.
  if (amount.hasMultiplier)
    return !(isShortName(typed) && isBeforeCustomer(tokens[amount.first - 1]?.text ?? ''));
  const after = tokens[amount.next];
  const isFree = after === undefined || after.kind === 'mark' || isFiller(after.text) || isMonth(after.text);
  return isFree && amount.values.length === 1 && !/\s/.test(tokens[amount.first]?.raw ?? '');
}
