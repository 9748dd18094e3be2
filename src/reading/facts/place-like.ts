import { inLists } from '../../language/said.ts';
import { fold } from '../../language/tokens.ts';
import { isOrdinary } from './names.ts';

const isParticle = inLists('name-particles');
/** "Frankfurt am Main", "Cernusco sul Naviglio": so short a word may stand between two of a name. */
const LONGEST_LINK = 3;

/**
 * Whether several words may be a place's name: each is written with a capital, holds a name together, or is no everyday
 * word. "Reggio Emilia", "san donà di piave"; not "I need to stop here" nor "e il valore". A word alone always may be.
 */
export function isPlaceLike(text: string): boolean {
  const words = text.match(/\p{L}+/gu) ?? [];
  const isCapital = (word = ''): boolean => /^\p{Lu}\p{L}/u.test(word);
  return (
    words.length < 2 ||
    words.every((word, at) => {
      if (isCapital(word) || isParticle(fold(word))) return true;
      const isBetween = isCapital(words[at - 1]) && isCapital(words[at + 1]);
      return isBetween && word.length <= LONGEST_LINK ? true : !isOrdinary(fold(word));
    })
  );
}
