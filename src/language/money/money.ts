import { lastCorrection } from '../second-thoughts.ts';
import { currencyOfName } from './currencies.ts';
import { flatten } from '../flat.ts';
import { readCurrencyAt } from './amounts.ts';
import { tokenizeMoney } from './tokens.ts';
import { isCountNoun, isFiller, isUnsure, isYear } from './context.ts';
import { amountsIn, isClear, isThanks, toMoney } from './said-amounts.ts';
import { withoutEnd } from '../ends.ts';
import { remembered } from '../remembered.ts';
import { inLists, languages, listOf, made, oneOf } from '../said.ts';
import type { Language } from '../locale.ts';
import type { Amount } from './amounts.ts';
import type { SaidMoney } from './said-amounts.ts';
import type { MoneyToken } from './tokens.ts';

export { findMoney } from './said-amounts.ts';
export type { FoundMoney, SaidMoney } from './said-amounts.ts';

/**
 * What an answer to "how much is it worth" says.
 *
 * - `money`: one amount above zero. `isCertain` is false where it is worth a second look: an explicit
 *   amount under 1,000, "almeno", "oltre", "al mese".
 * - `ambiguous`: one number with two usual readings ("80": 80 or 80,000), likelier first.
 * - `several`: different amounts ("tra 50 e 60k").
 * - `negative`: zero or below.
 * - `none`: no amount.
 */
export type MoneyReading =
  | ({ readonly kind: 'money'; readonly isCertain: boolean } & SaidMoney)
  | { readonly kind: 'ambiguous'; readonly options: readonly SaidMoney[] }
  | { readonly kind: 'several'; readonly found: readonly SaidMoney[] }
  | { readonly kind: 'negative' }
  | { readonly kind: 'none' };

/** Reads an answer to "how much"; both languages are read, `locale` decides what "1.200" is. */
export const readMoney = remembered((text: string, locale: Language): MoneyReading => {
  const corrected = lastCorrection(text);
  const reading = corrected === null ? null : readOne(corrected, locale);
  return reading === null || reading.kind === 'none' ? readOne(text, locale) : reading;
});

function readOne(text: string, locale: Language): MoneyReading {
  const style = styleOf(flatten(text).text, locale);
  const { flat, tokens, amounts: found } = amountsIn(text, style, locale);
  const amounts = found.filter((amount) => !isCountNoun(tokens, amount));
  const clear = amounts.filter((amount) => isClear(amount) && !isThanks(tokens, amount));
  const strangers = countStrangers(tokens);
  const isBare = (amount: Amount): boolean => isBareAnswer(tokens, amount, strangers);
  const usable = clear.length > 0 ? clear : amounts.filter(isBare);
  const kept = usable.filter((amount) => !isDenied(tokens, amount));
  const distinct = withoutRepeats(kept.length > 0 ? kept : usable);
  const [only] = distinct;
  if (only === undefined) return { kind: 'none' };
  if (distinct.length > 1) return { kind: 'several', found: distinct.map(toMoney) };
  return readAlone(only, currencyElsewhere(tokens, only), isUnsure(flat.text));
}

/** Words beside a number that tell its language, by language. */
const telling = made(() =>
  languages().flatMap((locale) => {
    const words = listOf('telling-amounts', [locale]);
    return words.length === 0 ? [] : [{ locale, pattern: new RegExp(`\\b${oneOf(words)}\\b`) }];
  }),
);

/** A dot in "1.200 dollars" typed by an Italian may be English: then it is asked. */
const styleOf = (text: string, locale: Language): Language =>
  telling().find((other) => other.locale !== locale && other.pattern.test(text))?.locale ?? locale;

const isDenial = inLists('amount-denied');
const isDenied = (tokens: readonly MoneyToken[], amount: Amount): boolean =>
  isDenial(tokens[amount.first - 1]?.text ?? '') && amount.first > 1;

/** How many of the tokens before each place say something, and last how many of all. */
function countStrangers(tokens: readonly MoneyToken[]): number[] {
  let count = 0;
  const before = tokens.map((token) => {
    const isStranger = token.kind !== 'mark' && !isFiller(token.text);
    return isStranger ? count++ : count;
  });
  return [...before, count];
}

/** A bare number counts when it is nearly all that was said, or large enough to be a value. */
function isBareAnswer(tokens: readonly MoneyToken[], amount: Amount, strangers: readonly number[]): boolean {
  const inside = (strangers[amount.next] ?? 0) - (strangers[amount.first] ?? 0);
  const isOnlyFiller = strangers.at(-1) === inside;
  const isArticle = amount.isInWords && (amount.values[0] ?? 0) === 1;
  if (isArticle || isYear(tokens, amount)) return false;
  return isOnlyFiller || (!amount.isInWords && (amount.values[0] ?? 0) >= 1000);
}

/** An amount that was said before, in the same currency or where one of them has none, is said once. */
function withoutRepeats(amounts: readonly Amount[]): Amount[] {
  const saidIn = new Map<number | undefined, Set<string | null>>();
  return amounts.filter(({ values: [value], currency }) => {
    const said = saidIn.get(value) ?? new Set();
    saidIn.set(value, said);
    const isRepeat = currency === null ? said.size > 0 : said.has(currency) || said.has(null);
    said.add(currency);
    return !isRepeat;
  });
}

/** A currency said apart from the amount: "80k, in dollari". */
function currencyElsewhere(tokens: readonly MoneyToken[], amount: Amount): string | null {
  if (amount.currency !== null) return amount.currency;
  for (let at = 0; at < tokens.length; at += 1) {
    if (at >= amount.first && at < amount.next) continue;
    const found = readCurrencyAt(tokens, at, false);
    if (found !== null) return found.code;
  }
  return null;
}

function readAlone(amount: Amount, currency: string | null, isDoubtful: boolean): MoneyReading {
  const [value = 0, other] = amount.values;
  if (amount.isNegative || value <= 0) return { kind: 'negative' };
  if (other !== undefined)
    return { kind: 'ambiguous', options: amount.values.map((each) => ({ amount: each, currency })) };
  const isBare = !amount.hasMultiplier && amount.currency === null && !amount.isGrouped && !amount.hasCents;
  if (isBare && value < 1000) {
    return {
      kind: 'ambiguous',
      options: [value, Math.round(value * 1000)].map((each) => ({ amount: each, currency })),
    };
  }
  return { kind: 'money', amount: value, currency, isCertain: value >= 1000 && !isDoubtful };
}

/** The currency that a text names ("in dollari", "US$", "franchi svizzeri", "SEK"), or null. */
export const readCurrency = remembered((text: string, locale: Language): string | null => {
  const whole = currencyOfName(text) ?? wholeCode(text);
  if (whole !== null) return whole;
  const tokens = tokenizeMoney(flatten(text), locale);
  for (let at = 0; at < tokens.length; at += 1) {
    const found = readCurrencyAt(tokens, at, tokens.length <= 2);
    if (found !== null) return found.code;
  }
  return null;
});

/** Codes that are words as well: in lower case they are the word. */
const isWord = inLists('no-currencies');

/** A code typed alone, in any case: "pln". */
function wholeCode(text: string): string | null {
  const typed = withoutEnd(text.trim(), '.!');
  if (!/^[a-z]{3}$/i.test(typed) || isWord(typed)) return null;
  const code = typed.toUpperCase();
  return Intl.supportedValuesOf('currency').includes(code) ? code : null;
}
