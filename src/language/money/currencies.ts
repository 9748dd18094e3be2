import { editDistance } from '../edit-distance.ts';
import { toPhrase } from '../flat.ts';
import type { Locale } from '../locale.ts';

/** Words and symbols for the currencies that partners use, as typed (folded). */
const WORDS: Readonly<Record<string, string>> = {
  euro: 'EUR',
  euros: 'EUR',
  euri: 'EUR',
  eur: 'EUR',
  eu: 'EUR',
  eruo: 'EUR',
  euor: 'EUR',
  '€': 'EUR',
  dollaro: 'USD',
  dollari: 'USD',
  dollar: 'USD',
  dollars: 'USD',
  usd: 'USD',
  bucks: 'USD',
  $: 'USD',
  us$: 'USD',
  sterlina: 'GBP',
  sterline: 'GBP',
  pound: 'GBP',
  pounds: 'GBP',
  gbp: 'GBP',
  quid: 'GBP',
  '£': 'GBP',
  franco: 'CHF',
  franchi: 'CHF',
  franc: 'CHF',
  francs: 'CHF',
  chf: 'CHF',
  sfr: 'CHF',
  fr: 'CHF',
  frs: 'CHF',
  yen: 'JPY',
  '¥': 'JPY',
  zloty: 'PLN',
  a$: 'AUD',
  au$: 'AUD',
  c$: 'CAD',
  ca$: 'CAD',
  nz$: 'NZD',
};

/** Names worth mending when mistyped ("dolari"). */
const MENDABLE = ['dollari', 'dollars', 'sterline', 'pounds', 'franchi', 'francs', 'euros'];

/** Adjectives after a name that make it another currency ("dollari canadesi"), by their first letters. */
const QUALIFIED: readonly (readonly [name: RegExp, adjective: RegExp, code: string])[] = [
  [/^doll/, /^canad/, 'CAD'],
  [/^doll/, /^austr/, 'AUD'],
  [/^doll/, /^neozel|^new$/, 'NZD'],
  [/^doll/, /^sing/, 'SGD'],
  [/^doll/, /^hong$/, 'HKD'],
  [/^doll/, /^american|^us$|^statunit|^usa$/, 'USD'],
  [/^franc/, /^svizz|^swiss$/, 'CHF'],
  [/^sterlin|^pound/, /^ingles|^british$|^uk$|^sterling$/, 'GBP'],
];

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
  const known = WORDS[word];
  if (known !== undefined && (isBesideNumber || word.length > 2 || /[^a-z]/.test(word))) return known;
  if (LOWER_CASE_CODES.has(word)) return word.toUpperCase();
  if (/^[A-Z]{3}$/.test(raw) && CODES.has(raw)) return raw;
  if (word.length < 6) return null;
  const meant = MENDABLE.find((name) => editDistance(word, name, 1) === 1);
  return meant === undefined ? null : (WORDS[meant] ?? null);
}

function toWord(raw: string): string {
  return /^[\p{L}]+$/u.test(raw) ? toPhrase(raw) : raw.toLowerCase();
}

/** The code that an adjective beside a currency's name makes of it ("dollari" + "canadesi"), or null. */
export function qualifyCurrency(name: string, adjective: string): string | null {
  const folded = toPhrase(adjective);
  const base = name === '$' ? 'dollars' : toPhrase(name);
  const found = QUALIFIED.find(([names, adjectives]) => names.test(base) && adjectives.test(folded));
  return found?.[2] ?? null;
}

let names: ReadonlyMap<string, string> | null = null;
let firstWords: ReadonlySet<string> = new Set();

/** Every currency's name in both languages ("corona svedese", "Swedish krona"), made on first use. */
function namesOfAll(): ReadonlyMap<string, string> {
  if (names !== null) return names;
  const made = new Map<string, string>();
  for (const locale of ['it', 'en'] as const satisfies readonly Locale[]) {
    const display = new Intl.DisplayNames([locale], { type: 'currency', fallback: 'none' });
    for (const code of CODES) {
      const name = display.of(code);
      if (name !== undefined && !/\(/.test(name)) made.set(toPhrase(name), code);
    }
  }
  names = made;
  firstWords = new Set([...made.keys()].map((name) => name.split(' ')[0] ?? ''));
  return made;
}

/** The currency whose full name this is, in either language, or null. */
export function currencyOfName(phrase: string): string | null {
  const known = namesOfAll();
  const folded = toPhrase(phrase);
  return firstWords.has(folded.split(' ')[0] ?? '') ? (known.get(folded) ?? null) : null;
}
