import { stripCourtesy } from './courtesy.ts';
import { toPhrase } from './flat.ts';
import type { Locale } from './locale.ts';

/** Phrases that are a whole message by themselves, written with `|` between them, folded and without punctuation. */
export const phraseSet = (phrases: string): ReadonlySet<string> => new Set(phrases.split('|').map(flat));

/** Whether a message is one of the phrases and nothing else but courtesy; an apostrophe may be left out as a blank. */
export function isWholePhrase(text: string, locale: Locale, phrases: ReadonlySet<string>): boolean {
  return wholePhrases(text, locale).some((phrase) => phrases.has(phrase));
}

/** A message as such phrases are compared, with its courtesy and without. */
export const wholePhrases = (text: string, locale: Locale): readonly string[] =>
  [text, stripCourtesy(text, locale)].map((each) => flat(toPhrase(each)));

const flat = (phrase: string): string => phrase.replaceAll("'", ' ').replace(/\s+/g, ' ').trim();
