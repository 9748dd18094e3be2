import type { Take } from '../../dialogs/turn.ts';
import type { Decision } from './router.ts';

/** A number, a sign of an e-mail address, or a capital after the first word: "Lago Srl", "80k". */
const HAS_VALUE = /\p{N}|@|\P{L}\p{Lu}/u;
const IS_ONE_NAME = /^\p{Lu}\S*$/u;

/**
 * Whether words that came beside a file are taken to speak of the file, which isn't read, and so to say nothing else:
 * those that mean nothing to us, and those that an open form would store as free text although they are not written as
 * a value ("è tutto qui dentro" is no customer; "Lago Srl" is one).
 *
 * @param take what the open form makes of the words; null where none is open
 */
export function isAboutFile(decision: Decision, take: Take | null, words: string): boolean {
  if (decision.kind === 'none') return true;
  const isFreeText = decision.kind === 'continue-form' && take !== 'surely';
  return isFreeText && !HAS_VALUE.test(words) && !IS_ONE_NAME.test(words);
}
