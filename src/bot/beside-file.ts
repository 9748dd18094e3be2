import type { Take } from '../../dialogs/turn.ts';
import type { Act, Reading } from '../reading/reading.ts';
import type { Decision } from './decision.ts';

/** A number, a sign of an e-mail address, or a capital after the first word: "Lago Srl", "80k". */
const HAS_VALUE = /\p{N}|@|\P{L}\p{Lu}/u;
const IS_ONE_NAME = /^\p{Lu}\S*$/u;

const SAYS_NOTHING: ReadonlySet<Act> = new Set(['plan', 'not-now', 'filler']);

/**
 * Whether words that came beside a file are taken to speak of the file, which isn't read, and so to say nothing else:
 * those that mean nothing to us, and those that an open form would store as free text although they are not written as
 * a value ("è tutto qui dentro" is no customer; "Lago Srl" is one).
 *
 * @param take what the open form makes of the words; null where none is open
 */
export function isAboutFile(
  decision: Decision,
  take: Take | null,
  words: string,
  { facts, clauses }: Reading,
): boolean {
  // "Te lo metto qui" puts off nothing: it is in the file.
  const saysNothing = facts.length === 0 && clauses.every(({ act }) => SAYS_NOTHING.has(act));
  if (decision.kind === 'none' || saysNothing) return true;
  const isFreeText = decision.kind === 'continue-form' && take !== 'surely';
  return isFreeText && !HAS_VALUE.test(words) && !IS_ONE_NAME.test(words);
}
