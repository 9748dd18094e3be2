import { toPhrase } from './flat.ts';
import { FUNCTION_WORDS } from './function-words.ts';

/** Small words that names of people and places are made of: "San Donà di Piave", "La Spezia", "Stoke on Trent". */
const PARTICLES = new Set(
  'il lo la i gli le l di da del dello della dei degli delle dal dalla nel nella nell nelle sul sulla sull al alla all a in su d dell e and the of on at by s us'.split(
    ' ',
  ),
);

/** Words of an answer that says there is none: "un sacco", "boh", "no idea". */
const SHRUGS = new Set(
  'non no si boh mah sacco niente nulla idea none nothing dunno know so yes ok okay deal referral segnalazione trattativa'.split(
    ' ',
  ),
);

/**
 * Whether a text can stand for a name of a person or place: it has letters, and none of the words with
 * which people make sentences ("non so ancora", "I don't know").
 */
export function isNameLike(text: string): boolean {
  if (!/\p{L}{2}/u.test(text)) return false;
  const words = toPhrase(text).split(' ');
  return words.every((word) => PARTICLES.has(word) || !(SHRUGS.has(word) || isFunctionWord(word)));
}

/** Whether a folded word only holds a sentence together, in either language. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.it.has(word) || FUNCTION_WORDS.en.has(word);
}
