import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { STRENGTH } from './candidate.ts';
import type { Candidate } from './candidate.ts';
import type { Typed } from './typed.ts';

/** Digits as phones are typed, "0532/778899" among them; two numbers stand apart by a slash with blanks, a comma or a word. */
const DIGITS =
  /(?<![\p{L}\d.,@#/-]|\d )(?:\(?(?:0\d{1,3}|3\d\d)\)? ?\/ ?(?=\d{3}))?(?:\+|00)?\(?\d(?:[ \t]?[().\-\u2010-\u2015]{0,2}[ \t]?\d){5,17}(?:\/\d{1,2}(?!\d))?(?![\p{L}\d@]|[./-]\d)/gu;
/** "055 123456/7": the second line of one office has another last digit. */
const SECOND_LINE = /\/\d{1,2}$/;
const DAY = /^(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2})$/;
const LABEL =
  /(?:tel|telef[a-z]*|cel+|cellulare|mobil[e]?|phone|ph|fax|centralino|numero|number|call|chiama[a-z]*|interno|ufficio|diretto)[\s.:°]*$/;

/** Phone numbers as E.164; without a country code they are Italian, where a landline keeps its 0. */
export function findPhones({ text, plain }: Typed): Candidate[] {
  if (!/\d[^a-z]{4,}\d/i.test(text)) return [];
  return [...text.matchAll(DIGITS)].flatMap((found) => {
    const typed = found[0].replace(SECOND_LINE, '').replace('/', ' ');
    const value = DAY.test(typed.trim())
      ? null
      : toPhone(typed, plain.slice(Math.max(0, found.index - 16), found.index));
    if (value === null) return [];
    const place = { start: found.index, end: found.index + found[0].length };
    return [{ guess: { kind: 'phone', value, ...place }, strength: STRENGTH.formed + 10 } as const];
  });
}

function toPhone(typed: string, before: string): string | null {
  const number = parsePhoneNumberFromString(typed.replace(/^00/, '+'), 'IT');
  const isAbroad = /^(?:\+|00)/.test(typed);
  // A country code was typed, so it is a number, even where that country has none of this length.
  if (isAbroad)
    return number?.number ?? `+${typed.replace(/\(0\)/, '').replace(/\D/g, '').replace(/^00/, '')}`;
  if (number?.isPossible() !== true) return null;
  if (LABEL.test(before)) return number.number;
  // Italian landlines begin with 0 and have blanks or a dash somewhere, mobiles with 3.
  const digits = typed.replace(/\D/g, '');
  return number.isValid() && /^(?:3\d{8,9}|0\d{7,10}|800\d{6})$/.test(digits) ? number.number : null;
}
