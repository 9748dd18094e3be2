import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemItalian } from '@orama/stemmers/italian';
import { fold } from './tokens.ts';
import { inEach, type Locale } from './locale.ts';

const SNOWBALL: Readonly<Record<Locale, (word: string) => string>> = { it: stemItalian, en: stemEnglish };

/** Words repeat, and a stem costs microseconds; past this many the memory is emptied. */
const REMEMBERED_WORDS = 10_000;

/** "Precipitevolissimevolmente" has 26 letters; what is longer is no word and has no stem. */
const LONGEST_WORD = 40;

const memory = inEach(() => new Map<string, string>());

/** The Snowball stem of a folded word: "segnalazioni" and "segnalazione" are one. */
export function stem(word: string, locale: Locale): string {
  if (word.length > LONGEST_WORD) return word;
  const known = memory[locale].get(word);
  if (known !== undefined) return known;
  const fresh = fold(SNOWBALL[locale](word));
  if (memory[locale].size >= REMEMBERED_WORDS) memory[locale].clear();
  memory[locale].set(word, fresh);
  return fresh;
}
