import { stemmer as da } from '@orama/stemmers/danish';
import { stemmer as nl } from '@orama/stemmers/dutch';
import { stemmer as en } from '@orama/stemmers/english';
import { stemmer as fi } from '@orama/stemmers/finnish';
import { stemmer as fr } from '@orama/stemmers/french';
import { stemmer as de } from '@orama/stemmers/german';
import { stemmer as hu } from '@orama/stemmers/hungarian';
import { stemmer as it } from '@orama/stemmers/italian';
import { stemmer as no } from '@orama/stemmers/norwegian';
import { stemmer as pt } from '@orama/stemmers/portuguese';
import { stemmer as ro } from '@orama/stemmers/romanian';
import { stemmer as es } from '@orama/stemmers/spanish';
import { stemmer as sv } from '@orama/stemmers/swedish';
import { fold } from './tokens.ts';
import type { ByLanguage, Language } from './locale.ts';
import { madeBy } from './said.ts';

/** Those of Snowball; words of any other language are compared as they are. */
const SNOWBALL: ByLanguage<(word: string) => string> = {
  da,
  de,
  en,
  es,
  fi,
  fr,
  hu,
  it,
  nl,
  no,
  pt,
  ro,
  sv,
};

/** Words repeat, and a stem costs microseconds; past this many the memory is emptied. */
const REMEMBERED_WORDS = 10_000;

/** "Precipitevolissimevolmente" has 26 letters; what is longer is no word and has no stem. */
const LONGEST_WORD = 40;

const memoryOf = madeBy((_: Language) => new Map<string, string>());

/** The Snowball stem of a folded word: "segnalazioni" and "segnalazione" are one. */
export function stem(word: string, locale: Language): string {
  if (word.length > LONGEST_WORD) return word;
  const memory = memoryOf(locale);
  const known = memory.get(word);
  if (known !== undefined) return known;
  const fresh = fold(SNOWBALL[locale]?.(word) ?? word);
  if (memory.size >= REMEMBERED_WORDS) memory.clear();
  memory.set(word, fresh);
  return fresh;
}
