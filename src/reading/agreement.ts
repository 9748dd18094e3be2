import { without } from '../language/denied.ts';
import { flatten } from '../language/flat.ts';
import { holdsPhrase, inLists, patternOf } from '../language/said.ts';
import { readYesNo } from '../language/yes-no.ts';
import { foldedWords } from './folded.ts';
import type { Fact, Reading } from './reading.ts';

/** What a yes may be to: the words that say it once more ("sì, chiudilo") differ. */
export type Agreed = 'close' | 'create' | 'erase' | 'discard' | 'send';

const DOES_AGAIN: Readonly<Record<Agreed, (word: string) => boolean>> = {
  close: inLists('again-close'),
  create: inLists('again-create'),
  erase: inLists('again-erase'),
  discard: inLists('again-discard'),
  send: inLists('again-send'),
};
const isAround = inLists('around-again');
const isAgain =
  (to: Agreed) =>
  (word: string): boolean =>
    DOES_AGAIN[to](word) || isAround(word);

const isYes = inLists('yes');

/**
 * Whether a message says once more what is asked, and nothing else: "chiudi", "ok salva", "segna Contoso come vinto" below
 * the summary of just that. By itself that is no yes.
 *
 * @param isKnown whether a fact says only what the question shows
 */
export const saysAgain = (reading: Reading, to: Agreed, isKnown: (fact: Fact) => boolean): boolean =>
  !tellsOther(reading, isKnown) &&
  foldedWords(withoutKnown(reading, isKnown)).every((word) => isAgain(to)(word) || isYes(word));

/**
 * Whether a message is a yes and nothing else: each word agrees, is courtesy, or says again what is asked ("sì, chiudilo
 * come perso"). Any other word may take the yes back ("sì però domani", "yes but export first"), so that what can't be
 * undone is never done on it; the question comes again. So does irony ("sì come no").
 *
 * @param isKnown whether a fact says only what the question shows
 */
export function agreesAlone(reading: Reading, to: Agreed, isKnown: (fact: Fact) => boolean): boolean {
  if (isHalfHearted(reading) || tellsOther(reading, isKnown)) return false;
  const [only, ...more] = reading.clauses;
  // "Sìsì", "yesss": read as a yes, and no word stands beside it.
  if (only?.act === 'assent' && more.length === 0 && !/\s/.test(reading.text.trim())) return true;
  return readYesNo(withoutKnown(reading, isKnown), isAgain(to)) === 'yes';
}

/**
 * Whether a yes is plain: "sì", "certo che sì", or a firm agreement that says what is to be done, "confermo, chiudi pure".
 * "Ok" and "perfetto" may be to anything.
 */
export function agreesPlainly(reading: Reading, to: Agreed | null): boolean {
  if (reading.clauses.some(({ isPlain }) => isPlain === true)) return true;
  const said = flatten(reading.text).text;
  const isNamed = to !== null && foldedWords(reading.text).some(DOES_AGAIN[to]);
  return firmly().test(said) && (isNamed || goesAhead(said));
}
const firmly = patternOf()`^\W*${'firm-yes'}(?![a-z])`;
const goesAhead = holdsPhrase('go-ahead');

/** "Sì, perso" below "segno il deal come vinto?": another end than the one that is asked about. */
const tellsOther = ({ facts }: Reading, isKnown: (fact: Fact) => boolean): boolean =>
  facts.some((fact) => fact.kind === 'outcome' && !isKnown(fact));

/** "Sì come no", "yeah right", "sì lo so", "sì ciao", "sì…": a yes of which nobody can tell how it is meant. */
const isHalfHearted = ({ text }: Reading): boolean => /\.\.|…/u.test(text) || holdsDoubt(flatten(text).text);
const holdsDoubt = holdsPhrase('doubtful-yes', 'yes-though-asked', 'greetings');

const withoutKnown = ({ text, facts }: Reading, isKnown: (fact: Fact) => boolean): string =>
  without(text, facts.filter(isKnown));
