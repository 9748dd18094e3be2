import { lastCorrection } from '../corrections.ts';
import { currencyOfName } from './currencies.ts';
import { flatten, spanOf } from '../flat.ts';
import { findAmounts, isRange, readCurrencyAt } from './amounts.ts';
import { tokenizeMoney } from './tokens.ts';
import { isCountNoun, isFiller, isUnsure, isYear } from './context.ts';
import { withoutEnd } from '../ends.ts';
import { remembered } from '../remembered.ts';
import type { Locale } from '../locale.ts';
import type { Amount } from './amounts.ts';
import type { MoneyToken } from './tokens.ts';

/** An amount in major units (euros, not cents) and its ISO 4217 code, null where none was said. */
export interface Money {
  readonly amount: number;
  readonly currency: string | null;
}

/** Money found in a sentence, with the words that say it. */
export interface FoundMoney extends Money {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

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
  | ({ readonly kind: 'money'; readonly isCertain: boolean } & Money)
  | { readonly kind: 'ambiguous'; readonly options: readonly Money[] }
  | { readonly kind: 'several'; readonly found: readonly Money[] }
  | { readonly kind: 'negative' }
  | { readonly kind: 'none' };

const isClear = (amount: Amount): boolean =>
  amount.hasMultiplier || amount.currency !== null || amount.isGrouped;

/** Reads an answer to "how much"; both languages are read, `locale` decides what "1.200" is. */
export const readMoney = remembered((text: string, locale: Locale): MoneyReading => {
  const corrected = lastCorrection(text);
  const reading = corrected === null ? null : readOne(corrected, locale);
  return reading === null || reading.kind === 'none' ? readOne(text, locale) : reading;
});

function readOne(text: string, locale: Locale): MoneyReading {
  const style = isMixed(flatten(text).text, locale) ? 'en' : locale;
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

/** A dot in "1.200 dollars" typed by an Italian may be English: then it is asked. */
function isMixed(text: string, locale: Locale): boolean {
  return locale === 'it' && /\b(?:dollars?|euros|pounds?|thousand|million|about|worth)\b/.test(text);
}

/** Every number of a text in its tokens; `style` decides what a dot in it is. Both readers of money begin here. */
const amountsIn = remembered((text: string, style: Locale, locale: Locale) => {
  const flat = flatten(text);
  const tokens = tokenizeMoney(flat, style);
  return { flat, tokens, amounts: findAmounts(tokens, locale) };
});

/** "mille grazie", "thanks a million". */
function isThanks(tokens: readonly MoneyToken[], amount: Amount): boolean {
  const near = `${tokens[amount.first - 1]?.text ?? ''} ${tokens[amount.next]?.text ?? ''}`;
  return amount.isInWords && /\b(?:grazie|thanks|thank)\b/.test(near);
}

const isDenied = (tokens: readonly MoneyToken[], amount: Amount): boolean =>
  /^(?:non|not|no)$/.test(tokens[amount.first - 1]?.text ?? '') && amount.first > 1;

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

const toMoney = (amount: Amount): Money => ({ amount: amount.values[0] ?? 0, currency: amount.currency });

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

/** A number of a sentence that is an amount or could be one, with what its words show. */
export interface SaidAmount extends FoundMoney {
  /** It has a multiplier, a currency or thousands set apart. */
  readonly isClear: boolean;
  /** False where the number has two usual readings; `amount` is the likelier. */
  readonly isOne: boolean;
  /** With the amount after it, it is a range ("tra 40 e 45 mila") or a choice ("40k o 45k"). */
  readonly joined: 'range' | 'choice' | null;
}

/**
 * Every number of a sentence that may be an amount. Never dates, ids, phones, counts ("3 clienti", "10.000 utenti"),
 * years, thanks ("mille grazie").
 */
export const findSaidAmounts = remembered((sentence: string, locale: Locale): readonly SaidAmount[] => {
  if (!MAY_HOLD_NUMBER.test(sentence)) return [];
  const { flat, tokens, amounts } = amountsIn(sentence, locale, locale);
  return amounts.flatMap((amount, index) => {
    const clear = isClear(amount) && isMoneyByItself(tokens, amount);
    const isOther = isCountNoun(tokens, amount) || isThanks(tokens, amount);
    if (isOther || amount.isNegative || !((amount.values[0] ?? 0) > 0)) return [];
    if (!clear && (isYear(tokens, amount) || (amount.isInWords && (amount.values[0] ?? 0) === 1))) return [];
    const span = spanOf(flat, tokens[amount.first]?.from ?? 0, tokens[amount.next - 1]?.to ?? 0);
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

/** A digit, or any letters that a number in words has: most sentences hold neither, and are looked at no further. */
const MAY_HOLD_NUMBER =
  /\d|uno|due|tre|quat|cinq|sei|set|ott|nov|diec|dic|vent|cent|mil|mez|one|two|three|four|five|six|seven|eight|nine|ten|elev|twel|teen|ty|hundr|thous|half/i;

/** How an amount goes on to the next one. */
function joinOf(
  tokens: readonly MoneyToken[],
  amount: Amount,
  next: Amount | undefined,
): SaidAmount['joined'] {
  if (next === undefined || !isRange(amount, next, tokens)) return null;
  const between = tokens.slice(amount.next, next.first).map((token) => token.text);
  const isAfterArticle = /^(?:i|il|gli|le|the)$/.test(tokens[amount.first - 1]?.text ?? '');
  const before = tokens[amount.first - (isAfterArticle ? 2 : 1)]?.text ?? '';
  const isUpTo = between.some((word) => /^(?:a|ad|ai|to|-)$/.test(word));
  return isUpTo || /^(?:tra|fra|between)$/.test(before) ? 'range' : 'choice';
}

/**
 * Finds what is clearly money in a sentence that says other things too: it has a multiplier, a currency or
 * thousands set apart. A number with two readings counts only beside a currency or multiplier, and then as the
 * likelier one.
 */
export const findMoney = remembered((sentence: string, locale: Locale): readonly FoundMoney[] =>
  findSaidAmounts(sentence, locale)
    .filter((amount) => amount.isClear)
    .map(({ amount, currency, text, start, end }) => ({ amount, currency, text, start, end })),
);

/** "80.000 con Fabrikam" is an amount, "10.000 dipendenti" and "333 123 456" are not. */
function isMoneyByItself(tokens: readonly MoneyToken[], amount: Amount): boolean {
  if (amount.currency !== null) return true;
  // "con 3M": a customer.
  if (amount.hasMultiplier)
    return !/^(?:con|with|cliente|customer|presso)$/.test(tokens[amount.first - 1]?.text ?? '');
  const after = tokens[amount.next];
  const isFree = after === undefined || after.kind === 'mark' || isFiller(after.text);
  return isFree && amount.values.length === 1 && !/\s/.test(tokens[amount.first]?.raw ?? '');
}

/** The currency that a text names ("in dollari", "US$", "franchi svizzeri", "SEK"), or null. */
export const readCurrency = remembered((text: string, locale: Locale): string | null => {
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
const CODE_OR_WORD = /^(?:all|try|top|cup|pen|mad|ron|sos|cop|bam|bob|gel|mop|ern|lak|amd|bif|kid)$/;

/** A code typed alone, in any case: "pln". */
function wholeCode(text: string): string | null {
  const typed = withoutEnd(text.trim(), '.!');
  if (!/^[a-z]{3}$/i.test(typed) || CODE_OR_WORD.test(typed)) return null;
  const code = typed.toUpperCase();
  return Intl.supportedValuesOf('currency').includes(code) ? code : null;
}
