import { editDistance } from './edit-distance.ts';
import { toPhrase } from './flat.ts';
import { COUNTRY_CODES } from './country-codes.ts';
import { type Language, spokenFirst } from './locale.ts';
import { inLists, languages, made, madeBy, patternOf, tableOf } from './said.ts';
import { withoutEnd } from './ends.ts';

/** Usual short and other names that CLDR has not. */
const otherNames = made(() => tableOf<string>('countries'));

const displayNames = madeBy(
  (locale: Language) => new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' }),
);

/** The country's name in a language ("IT" → "Italia" / "Italy"); the code itself when it is none. */
export function countryName(code: string, locale: Language): string {
  const known = COUNTRY_CODES.has(code.toUpperCase());
  return known ? (displayNames(locale).of(code.toUpperCase()) ?? code) : code;
}

const namesOfAll = made((): ReadonlyMap<string, string> => {
  const named = spokenFirst(languages()).flatMap((locale) =>
    [...COUNTRY_CODES].map((code) => [toPhrase(countryName(code, locale)), code] as const),
  );
  return new Map([...named, ...otherNames()]);
});

const lead = patternOf()`^(?:(?:${'before-countries'}|:)[ ']*)+`;

/**
 * The country a text names, as ISO 3166-1 alpha-2, or null: names in both languages, usual short forms
 * ("UK", "Olanda"), a bare code ("IT"), a slip in a longer name, or the end of a line ("Verona, Italia").
 */
export function readCountry(text: string): string | null {
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
  if (/^[A-Z]{2}$/.test(name)) return otherNames().get(name.toLowerCase()) ?? null;
  return namesOfAll().get(toPhrase(name)) ?? null;
}

/** Codes that are words in lower case; "no" and "si" are never Norway and Slovenia. */
const isWord = inLists('no-countries');
const isNever = inLists('never-countries');

function codeOf(typed: string): string | null {
  const isOther = isWord(typed) || isNever(typed.toLowerCase());
  return COUNTRY_CODES.has(typed.toUpperCase()) && !isOther ? typed.toUpperCase() : null;
}

/** A part that is a country's name and nothing else but "in", "la". */
function countryOf(part: string): string | null {
  const phrase = toPhrase(part);
  const known = namesOfAll();
  return known.get(phrase) ?? known.get(phrase.replace(lead(), '')) ?? null;
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
  return otherNames().get(/\b(?:UK|USA|UAE)\b/.exec(text)?.[0].toLowerCase() ?? '') ?? null;
}

/** One slip in a name of five letters or more, where only one country is that near. */
function countryMistyped(text: string): string | null {
  const phrase = toPhrase(text).replace(lead(), '');
  if (phrase.length < 5 || phrase.length > 40) return null;
  const near = new Set<string>();
  for (const [name, code] of namesOfAll()) {
    if (name.length >= 5 && editDistance(phrase, name, 1) === 1) near.add(code);
  }
  const [only] = near;
  return near.size === 1 && only !== undefined ? only : null;
}
