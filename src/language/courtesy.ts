import { withoutEnd } from './ends.ts';
import type { Locale } from './locale.ts';

/** Words of courtesy and address that carry no request (folded, without punctuation), by language. */
export const COURTESY: Readonly<Record<Locale, readonly string[]>> = {
  it: [
    'per favore',
    'per piacere',
    'per cortesia',
    'perfavore',
    'x favore',
    'x piacere',
    'pf',
    'pls',
    'cortesemente',
    'gentilmente',
    'grazie',
    'grazie mille',
    'mille grazie',
    'grazie tante',
    'tante grazie',
    'ti ringrazio',
    'grz',
    'grazie in anticipo',
    'ciao',
    'buongiorno',
    'buon giorno',
    'buonasera',
    'buona sera',
    'buon pomeriggio',
    'salve',
    'ehi',
    'hey',
    'scusa',
    'scusami',
    'scusi',
    'senti',
    'ascolta',
    'allora',
    'dai',
    'ti prego',
    'bot',
    'assistente',
    'un saluto',
    'saluti',
    'ciao a tutti',
  ],
  en: [
    'please',
    'pls',
    'plz',
    'thanks',
    'thank you',
    'many thanks',
    'thanks a lot',
    'thx',
    'ty',
    'cheers',
    'kindly',
    'thank you very much',
    'thanks so much',
    'thanks in advance',
    'hi',
    'hello',
    'hey',
    'good morning',
    'good afternoon',
    'good evening',
    'sorry',
    'excuse me',
    'well',
    'bot',
    'assistant',
    'hi there',
    'hello there',
  ],
};

/** A courtesy phrase as a pattern over typed text: accents and capitals don't matter, words may be apart. */
function startPattern(phrases: readonly string[]): RegExp {
  const longestFirst = [...new Set(phrases)].sort((a, b) => b.length - a.length).map(escapePattern);
  return new RegExp(`^(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}'’-])`, 'iu');
}

function endPattern(phrases: readonly string[]): RegExp {
  const longestFirst = [...new Set(phrases)].sort((a, b) => b.length - a.length).map(escapePattern);
  return new RegExp(`(?<![\\p{L}\\p{N}'’-])(?:${longestFirst.join('|')})$`, 'iu');
}

const escapePattern = (phrase: string): string =>
  phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '[\\s,]+');

/** Nobody greets twenty times; a text of nothing else must not take long. */
const MOST_ROUNDS = 20;

const patterns = new Map<string, readonly [RegExp, RegExp]>();

function patternsFor(locale: Locale, extra: readonly string[]): readonly [RegExp, RegExp] {
  const key = `${locale}\n${extra.join('\n')}`;
  const known = patterns.get(key);
  if (known !== undefined) return known;
  // People mix the languages' courtesies ("ok thanks"), so both lists count; the locale's own come first.
  const other: Locale = locale === 'it' ? 'en' : 'it';
  const phrases = [
    ...COURTESY[locale],
    ...COURTESY[other],
    ...extra.map((phrase) => phrase.trim()).filter(Boolean),
  ];
  const made = [startPattern(phrases), endPattern(phrases)] as const;
  if (patterns.size > 16) patterns.clear();
  patterns.set(key, made);
  return made;
}

/**
 * Takes courtesy off both ends of a text: "Ciao, come creo un deal? Grazie" becomes "come creo un deal?".
 * What is left keeps its spelling, capitals and question mark. Only courtesy leaves an empty string.
 * `extra` are further phrases (from the vocabulary).
 */
export function stripCourtesy(text: string, locale: Locale, extra: readonly string[] = []): string {
  const [start, end] = patternsFor(locale, extra);
  let rest = text.trim();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const lead = rest.replace(/^[\s,;.!…]+/u, '').replace(start, '');
    const shorter = stripEnd(lead, end);
    if (shorter === rest) return rest;
    rest = shorter;
  }
  return rest;
}

function stripEnd(text: string, end: RegExp): string {
  const bare = text.trimEnd();
  const withoutMarks = withoutEnd(bare, ' ,;.!…');
  const shorter = withoutMarks.replace(end, '');
  return shorter === withoutMarks ? bare.trimStart() : withoutEnd(shorter, ' ,;').trimStart();
}
