import { editDistance } from '../edit-distance.ts';
import { readWholeCountry } from '../countries.ts';
import { toPhrase } from '../flat.ts';
import { spokenFirst } from '../locale.ts';
import { languages, listOf, made, oneOf, tableOf } from '../said.ts';

/** Words and symbols for the currencies that partners use, as typed. */
const words = made(() => tableOf<string>('currencies'));

/** Adjectives after a name that make it another currency ("dollari canadesi"), both by their first letters. */
const qualified = made(() =>
  [...tableOf<string>('qualified-currencies')].map(([said, code]) => {
    const [name = '', adjective = ''] = said.split(' ');
    const begins = (word: string): RegExp => new RegExp(`^${oneOf([word])}$`);
    return { name: begins(name), adjective: begins(adjective), code };
  }),
);

const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Codes that people also type in lower case; the other codes count in capitals only ("all", "try" are words). */
const LOWER_CASE_CODES = new Set(
  'aud cad jpy sek nok dkk pln czk huf nzd sgd hkd cny brl aed zar'.split(' '),
);

/**
 * The currency of one word or symbol as typed, or null. `isBesideNumber` lets fewer letters pass: "fr" or
 * "eu" say a currency only next to a number.
 */
export function currencyOfWord(raw: string, isBesideNumber: boolean): string | null {
  const word = toWord(raw);
  const known = words().get(word);
  if (known !== undefined && (isBesideNumber || word.length > 2 || /[^a-z]/.test(word))) return known;
  if (LOWER_CASE_CODES.has(word)) return word.toUpperCase();
  if (/^[A-Z]{3}$/.test(raw) && CODES.has(raw)) return raw;
  // "Rue de France 12" is no sum of francs.
  if (word.length < 6 || readWholeCountry(word) !== null) return null;
  const meant = listOf('mended-currencies').find((name) => editDistance(word, name, 1) === 1);
  return meant === undefined ? null : (words().get(meant) ?? null);
}

function toWord(raw: string): string {
  return /^[\p{L}]+$/u.test(raw) ? toPhrase(raw) : raw.toLowerCase();
}

/** The code that an adjective beside a currency's name makes of it ("dollari" + "canadesi"), or null. */
export function qualifyCurrency(name: string, adjective: string): string | null {
  const folded = toPhrase(adjective);
  const base = name === '$' ? 'dollars' : toPhrase(name);
  return qualified().find((each) => each.name.test(base) && each.adjective.test(folded))?.code ?? null;
}

/** Every currency's name in all languages ("corona svedese", "Swedish krona"). */
const namesOfAll = made((): ReadonlyMap<string, string> => {
  const named = spokenFirst(languages()).flatMap((locale) => {
    const display = new Intl.DisplayNames([locale], { type: 'currency', fallback: 'none' });
    return [...CODES].map((code) => [display.of(code) ?? '(', code] as const);
  });
  return new Map(named.filter(([name]) => !name.includes('(')).map(([name, code]) => [toPhrase(name), code]));
});
const firstWords = made(() => new Set([...namesOfAll().keys()].map((name) => name.split(' ')[0] ?? '')));

/** The currency whose full name this is, in any language, or null. */
export function currencyOfName(phrase: string): string | null {
  const folded = toPhrase(phrase);
  return firstWords().has(folded.split(' ')[0] ?? '') ? (namesOfAll().get(folded) ?? null) : null;
}
