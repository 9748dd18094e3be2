import { editDistance } from './edit-distance.ts';
import { toPhrase } from './flat.ts';
import { COUNTRY_CODES } from './country-codes.ts';
import { LOCALES } from './locale.ts';
import { withoutEnd } from './ends.ts';
import type { Locale } from './locale.ts';

/** Usual short and other names that CLDR has not (folded). */
const ALSO: Readonly<Record<string, string>> = {
  uk: 'GB',
  'u k': 'GB',
  inghilterra: 'GB',
  england: 'GB',
  scozia: 'GB',
  scotland: 'GB',
  galles: 'GB',
  wales: 'GB',
  britain: 'GB',
  'great britain': 'GB',
  'gran bretagna': 'GB',
  usa: 'US',
  us: 'US',
  'u s': 'US',
  'u s a': 'US',
  america: 'US',
  "stati uniti d'america": 'US',
  'united states of america': 'US',
  'the united states': 'US',
  olanda: 'NL',
  holland: 'NL',
  'paesi bassi': 'NL',
  'the netherlands': 'NL',
  'repubblica ceca': 'CZ',
  'czech republic': 'CZ',
  turchia: 'TR',
  turkey: 'TR',
  'corea del sud': 'KR',
  'south korea': 'KR',
  korea: 'KR',
  'emirati arabi': 'AE',
  emirati: 'AE',
  uae: 'AE',
  "costa d'avorio": 'CI',
  macedonia: 'MK',
  'russian federation': 'RU',
  svizzera: 'CH',
  schweiz: 'CH',
  deutschland: 'DE',
  espana: 'ES',
  osterreich: 'AT',
  'hong kong': 'HK',
  'san marino': 'SM',
  vaticano: 'VA',
  'ivory coast': 'CI',
  'republic of ireland': 'IE',
  eire: 'IE',
  'cabo verde': 'CV',
  birmania: 'MM',
  burma: 'MM',
  moldova: 'MD',
  vietnam: 'VN',
  'viet nam': 'VN',
};

const displayNames: Readonly<Record<Locale, Intl.DisplayNames>> = {
  it: new Intl.DisplayNames(['it'], { type: 'region', fallback: 'none' }),
  en: new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }),
};

/** The country's name in a language ("IT" → "Italia" / "Italy"); the code itself when it is none. */
export function countryName(code: string, locale: Locale): string {
  const known = COUNTRY_CODES.has(code.toUpperCase());
  return known ? (displayNames[locale].of(code.toUpperCase()) ?? code) : code;
}

let names: ReadonlyMap<string, string> | null = null;

function namesOfAll(): ReadonlyMap<string, string> {
  if (names !== null) return names;
  const made = new Map<string, string>();
  for (const locale of LOCALES)
    for (const code of COUNTRY_CODES) made.set(toPhrase(countryName(code, locale)), code);
  for (const [name, code] of Object.entries(ALSO)) made.set(name, code);
  names = made;
  return made;
}

const LEAD =
  /^(?:(?:e|is|sede|si trova|sta|ha sede|based|located|paese|nazione|country|in|nel|nella|negli|nei|in the|the|il|la|l'|gli|da|dall'|dalla|from|:)[ ']*)+/;

/**
 * The country a text names, as ISO 3166-1 alpha-2, or null: names in both languages, usual short forms
 * ("UK", "Olanda"), a bare code ("IT"), a slip in a longer name, or the end of a line ("Verona, Italia").
 */
export function readCountry(text: string, _locale: Locale): string | null {
  const typed = text.trim().slice(0, 200);
  const bare = withoutEnd(typed, '.,;!');
  const whole = countryOf(bare);
  if (whole !== null) return whole;
  if (/^[a-z]{2}$/i.test(bare)) return codeOf(bare);
  const parts = bare
    .split(/[,;\n()]|\s-\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  for (const part of parts.reverse()) {
    const found = countryOf(part);
    if (found !== null) return found;
  }
  return countryInWords(bare) ?? countryMistyped(bare);
}

/** The country whose whole name this is, a capital code among them ("UK", "Italia"), or null. */
export function readWholeCountry(name: string): string | null {
  if (/^[A-Z]{2}$/.test(name)) return ALSO[name.toLowerCase()] ?? null;
  return namesOfAll().get(toPhrase(name)) ?? null;
}

/** Codes that are words in lower case; "no" and "si" are never Norway and Slovenia. */
const CODE_OR_WORD = /^(?:no|No|NO|si|Si|SI|do|to|me|in|is|at|be|se|ne|la|ma|my|so|us|al|am|an|as|ok)$/;

function codeOf(typed: string): string | null {
  return COUNTRY_CODES.has(typed.toUpperCase()) && !CODE_OR_WORD.test(typed) ? typed.toUpperCase() : null;
}

/** A part that is a country's name and nothing else but "in", "la". */
function countryOf(part: string): string | null {
  const phrase = toPhrase(part);
  const known = namesOfAll();
  return known.get(phrase) ?? known.get(phrase.replace(LEAD, '')) ?? null;
}

/** A name inside a sentence ("è in Germania a Monaco"): the longest one. */
function countryInWords(text: string): string | null {
  const words = toPhrase(text).split(' ');
  for (let size = Math.min(4, words.length); size >= 1; size -= 1) {
    for (let at = 0; at + size <= words.length; at += 1) {
      const phrase = words.slice(at, at + size).join(' ');
      const code = phrase.length >= 4 ? namesOfAll().get(phrase) : undefined;
      if (code !== undefined) return code;
    }
  }
  return /\b(?:UK|USA|UAE)\b/.test(text)
    ? (ALSO[/\b(UK|USA|UAE)\b/.exec(text)?.[1]?.toLowerCase() ?? ''] ?? null)
    : null;
}

/** One slip in a name of five letters or more, where only one country is that near. */
function countryMistyped(text: string): string | null {
  const phrase = toPhrase(text).replace(LEAD, '');
  if (phrase.length < 5 || phrase.length > 40) return null;
  const near = new Set<string>();
  for (const [name, code] of namesOfAll()) {
    if (name.length >= 5 && editDistance(phrase, name, 1) === 1) near.add(code);
  }
  const [only] = near;
  return near.size === 1 && only !== undefined ? only : null;
}
