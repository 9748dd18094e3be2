import { toPhrase } from './flat.ts';
import { isFunctionWord } from './function-words.ts';
import { inLists } from './said.ts';

/** Small words that names of people and places are made of: "San Donà di Piave", "La Spezia", "Stoke on Trent". */
const isParticle = inLists('name-particles');

/** Words of an answer that says there is none: "un sacco", "boh", "no idea". */
const isNoName = inLists('no-names');

/**
 * Whether a text can stand for a name of a person or place: it has letters, and none of the words with
 * which people make sentences ("non so ancora", "I don't know").
 */
export function isNameLike(text: string): boolean {
  if (!/\p{L}{2}/u.test(text)) return false;
  const words = toPhrase(text).split(' ');
  return words.every((word) => isParticle(word) || !(isNoName(word) || isFunctionWord(word)));
}

/**
 * Whether a folded word is a common first name ("… - Luca" is signed). Names that are also words of our subject or
 * everyday verbs ("bill", "will", "grant", "chance") are none.
 */
export const isGivenName = inLists('given-names');
