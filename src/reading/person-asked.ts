import { isFunctionWord } from '../language/function-words.ts';
import { made, phraseOf } from '../language/said.ts';
import { foldedWords } from './folded.ts';
import type { Reading } from './reading.ts';

/** A longer message asks for more. */
const MOST_WORDS = 9;
const MOST_OF_NAME = 3;

const asked = made(() => new RegExp(phraseOf('asked-person'), 'g'));

/**
 * What may be a name in a message that asks of a person and of nothing else ("chi è Marco Galli?", "the email of
 * Elena"), folded; null where it asks more. Whether somebody is called so is the directory's to say.
 */
export function personAsked({ text, facts }: Reading): readonly string[] | null {
  if (facts.some(({ kind }) => kind !== 'person')) return null;
  const said = foldedWords(text);
  if (said.length < 2 || said.length > MOST_WORDS) return null;
  const flat = said.join(' ');
  const rest = flat.replace(asked(), ' ');
  if (rest === flat) return null;
  const left = foldedWords(rest).filter((word) => !isFunctionWord(word));
  return left.length > 0 && left.length <= MOST_OF_NAME ? left : null;
}
