import { inLists } from '../language/said.ts';
import { readYesNo } from '../language/yes-no.ts';
import { foldedWords } from './folded.ts';
import type { Fact, Reading } from './reading.ts';

/** What a yes may be to: the words that say it once more ("sì, chiudilo") differ. */
export type Agreed = 'close' | 'create' | 'erase' | 'discard' | 'send';

const AGAIN: Readonly<Record<Agreed, (word: string) => boolean>> = {
  close: inLists('again-close', 'around-again'),
  create: inLists('again-create', 'around-again'),
  erase: inLists('again-erase', 'around-again'),
  discard: inLists('again-discard', 'around-again'),
  send: inLists('again-send', 'around-again'),
};

const isYes = inLists('yes');

/** Whether words say once more what is asked, and nothing else: "chiudi", "ok salva". By itself that is no yes. */
export const saysAgain = (text: string, to: Agreed): boolean =>
  foldedWords(text).every((word) => AGAIN[to](word) || isYes(word));

/**
 * Whether a message is a yes and nothing else: each word agrees, is courtesy, or says again what is asked ("sì, chiudilo
 * come perso"). Any other word may take the yes back ("sì però domani", "yes but export first"), so that what can't be
 * undone is never done on it; the question comes again.
 *
 * @param isKnown whether a fact says only what the question shows
 */
export function agreesAlone(
  { text, facts, clauses: [only, ...more] }: Reading,
  to: Agreed,
  isKnown: (fact: Fact) => boolean,
): boolean {
  // "Sìsì", "yesss": read as a yes, and no word stands beside it.
  if (only?.act === 'assent' && more.length === 0 && !/\s/.test(text.trim())) return true;
  const rest = facts
    .filter(isKnown)
    .reduceRight((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text);
  return readYesNo(rest, AGAIN[to]) === 'yes';
}
