import { hearingOf } from './hearing.ts';

/** Enough for the few texts of one turn: the message, the same without courtesy, and its parts. */
const MOST_TEXTS = 24;

/**
 * The same reader, which reads no text twice in a row of turns: in one turn up to thirty places ask it about the same
 * message (each slot of a form, then the review, then the search for a name). Only for readers that are pure and whose
 * readings nobody changes. It keeps the last {@link MOST_TEXTS} readings.
 *
 * @example
 * export const findMoney = remembered((sentence: string, locale: Language): readonly FoundMoney[] => …);
 */
export function remembered<Given extends readonly string[], Reading>(
  read: (...given: Given) => Reading,
): (...given: Given) => Reading {
  const readings = new Map<string, { readonly reading: Reading }>();
  let of = hearingOf();
  return (...given) => {
    if (of !== hearingOf()) readings.clear();
    of = hearingOf();
    const key = given.join('\u0000');
    const known = readings.get(key);
    if (known !== undefined) return known.reading;
    const reading = read(...given);
    // The eldest goes: which one was asked for last costs more to know than to read one again.
    for (const eldest of readings.keys()) {
      if (readings.size < MOST_TEXTS) break;
      readings.delete(eldest);
    }
    readings.set(key, { reading });
    return reading;
  };
}

/** Past so many words the memory is emptied. */
const MOST_WORDS = 5000;

/** The same for a reader of single words, of which people say the same ones again: it keeps thousands. */
export function rememberedByWord<Reading>(read: (word: string) => Reading): (word: string) => Reading {
  const readings = new Map<string, { readonly reading: Reading }>();
  let of = hearingOf();
  return (word) => {
    if (of !== hearingOf()) readings.clear();
    of = hearingOf();
    const known = readings.get(word);
    if (known !== undefined) return known.reading;
    if (readings.size >= MOST_WORDS) readings.clear();
    const reading = read(word);
    readings.set(word, { reading });
    return reading;
  };
}
