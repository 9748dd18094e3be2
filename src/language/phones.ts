import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { MAX_READ_LENGTH, flatten } from './flat.ts';
import { anyOf, made, patternOf } from './said.ts';

/** A phone number where it stands. */
export interface FoundPhone {
  /** E.164; without a country code it is Italian, where a landline keeps its 0: "+39055123456". */
  readonly value: string;
  /** The digits that are dialled once it is answered ("int. 5"); null where there are none. */
  readonly extension: string | null;
  readonly start: number;
  readonly end: number;
}

/** Digits as phones are typed, "0532/778899" among them; two numbers stand apart by a slash with blanks, a comma or a word. */
const DIGITS =
  /(?<![\p{L}\d.,@#/-]|\d )(?:(?:(?:\+|00)\d{1,3} ?)?\(?(?:0\d{1,3}|3\d\d)\)? ?\/ ?(?=\d{2,3}))?(?:\+|00)?\(?\d(?:[ \t]?[().\-\u2010-\u2015]{0,2}[ \t]?\d){4,17}(?:\/\d{1,2}(?!\d))?(?![\p{L}\d@]|[./-]\d)/gu;
/** "055 123456/7": the second line of one office has another last digit. */
const SECOND_LINE = /\/\d{1,2}$/;
const DAY = /^(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2})$/;
const label = patternOf()`${'phone-labels'}[\s.:°]*$`;

/** Eleven digits after these begin as a landline does. */
const otherLabel = patternOf()`${'number-labels'}[\s.:#]*(?:n[.°r]*|no\.?)?\s*$`;

/**
 * The phone numbers of a text. What has no country code must be a number that Italy has, or stand behind "tel.": any other
 * digits may be an order or an amount.
 */
export function findPhones(text: string): FoundPhone[] {
  if (!/\d[^a-z]{4,}\d/i.test(text)) return [];
  const read = text.slice(0, MAX_READ_LENGTH);
  return [...read.matchAll(DIGITS)].flatMap((found) => {
    const typed = found[0].replace(SECOND_LINE, '').replace('/', ' ');
    const before = flatten(read.slice(Math.max(0, found.index - 16), found.index)).text;
    const value = DAY.test(found[0].trim()) || otherLabel().test(before) ? null : toPhone(typed, before);
    if (value === null) return [];
    const end = found.index + found[0].length;
    const extension = extensionOf().exec(read.slice(end, end + LONGEST_EXTENSION).toLowerCase());
    const [whole = '', digits = null] = extension ?? [];
    return [{ value, extension: digits, start: found.index, end: end + whole.length }];
  });
}

/** Letters, with its word. */
const LONGEST_EXTENSION = 24;
const extensionOf = made(
  () =>
    new RegExp(
      `^[ \\t]*[,;/(-]?[ \\t]*(?:${anyOf('phone-extension')}[ .:]{0,3}|#)(\\d{1,5})(?!\\w|[.,/]\\w)\\)?`,
    ),
);

const NORTH_AMERICAN = /^(?:\([2-9]\d{2}\) ?|(?!3)[2-9]\d{2}[-.])\d{3}[-.]\d{4}$/;

function toPhone(typed: string, before: string): string | null {
  const number = parsePhoneNumberFromString(typed.replace(/^00/, '+'), 'IT');
  const isAbroad = /^(?:\+|00)/.test(typed);
  // A country code was typed, so it is a number, even where that country has none of this length.
  if (isAbroad)
    return number?.number ?? `+${typed.replace(/\(0\)/, '').replace(/\D/g, '').replace(/^00/, '')}`;
  // "(212) 555-0123": only North America writes so; Italy's prefixes begin with 0 or 3.
  if (NORTH_AMERICAN.test(typed)) {
    const american = parsePhoneNumberFromString(typed, 'US');
    if (american?.isPossible() === true) return american.number;
  }
  if (number?.isPossible() !== true) return null;
  if (label().test(before)) return number.number;
  // Italian landlines begin with 0 and have blanks or a dash somewhere, mobiles with 3.
  const digits = typed.replace(/\D/g, '');
  return number.isValid() && /^(?:3\d{8,9}|0\d{7,10}|800\d{6})$/.test(digits) ? number.number : null;
}

/**
 * A number as it was typed, read as one of this country (ISO 3166-1 alpha-2); null where its country code was typed, or
 * the country has no such number.
 */
export function phoneIn(country: string, typed: string): string | null {
  if (/^\s*(?:\+|00)/.test(typed)) return null;
  const number = parsePhoneNumberFromString(typed, { defaultCountry: country as CountryCode });
  return number?.isPossible() === true ? number.number : null;
}

/** The country of a number in E.164 ("+44…" is GB), as ISO 3166-1 alpha-2; null for one without a code. */
export function countryByPhone(phone: string): string | null {
  return parsePhoneNumberFromString(phone)?.country ?? null;
}
