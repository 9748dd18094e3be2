import { isFunctionWord } from '../../language/function-words.ts';
import { isGivenName } from '../../language/name-like.ts';
import { isBesideName } from '../../language/people.ts';
import { inLists } from '../../language/said.ts';
import { isEveryday, isShrug } from './answer-words.ts';
import { STRENGTH } from './candidate.ts';
import { isForm, isInner, isOrdinary, spanOfWords } from './names.ts';
import { isInPerson, toPersonName } from './persons.ts';
import { isTitle } from './titles.ts';
import type { ProposedFact } from './candidate.ts';
import type { RolePart } from './parts.ts';
import type { Typed, Word } from './typed.ts';

/** "Il loro CIO, Luca Bruno": a post is nobody's name. */
const isJob = inLists('job-words');

/** The piece without a post around a name ("Luca Bruno, il direttore"), and what leads on from it ("Luca al 335 …"). */
function withoutJob({ words }: Typed, first: number, last: number): readonly [number, number] {
  let [from, to] = [first, last];
  const isSmall = (word: Word | undefined): word is Word => word?.isWord === true && !word.isCapital;
  const isBeside = (word: Word | undefined): boolean =>
    word !== undefined && (isJob(word.text) || (isSmall(word) && isFunctionWord(word.text)));
  // A particle leads on to another name, and ends none.
  const ends = (word: Word | undefined): boolean =>
    isBeside(word) || (isSmall(word) && isInPerson(word.text));
  while (to > from && ends(words[to - 1])) to -= 1;
  while (from < to && isBeside(words[from]) && !isInPerson(words[from]?.text ?? '')) from += 1;
  const isPost = words.slice(first, from).some(({ text }) => isJob(text));
  return [isPost ? from : first, to];
}

/** "Chiedere di Aldo Bernasconi", "Claire Dubois portable": of a name written with capitals, those. */
function amidSmall({ words }: Typed, first: number, last: number): readonly [number, number] {
  const isCapital = (word: Word | undefined): boolean => word?.isCapital === true;
  if (words.slice(first, last).filter(isCapital).length < 2) return [first, last];
  let [from, to] = [first, last];
  while (to > from && !isCapital(words[to - 1]) && !isInner(words[to - 1] as Word)) to -= 1;
  const isParticle = (word: Word | undefined): boolean => isInPerson(word?.text ?? '');
  const isLed = !isCapital(words[from]) && !isParticle(words[from]);
  while (isLed && from < to && !isCapital(words[from])) from += 1;
  return [from, to];
}

const isAt = inLists('before-whereabouts');

/** The person that a piece of an answer names; null where it names none. */
export function personOf(typed: Typed, part: RolePart, first: number, last: number): ProposedFact | null {
  const [from, to] = amidSmall(typed, ...withoutJob(typed, first, last));
  const named = typed.words.slice(from, to);
  const titles = named.findIndex((word) => !isTitle(word));
  const piece = named.slice(Math.max(0, titles));
  const isName = piece.every(
    (word) => /^[\p{L}\p{M}'’.-]+$/u.test(word.raw) && (isInner(word) || !isForm(word)),
  );
  if (!isName || piece.length === 0 || piece.length > 5 || isEveryday(piece)) return null;
  const hasOrdinary = piece.some(
    (word) =>
      !word.isCapital &&
      !isInPerson(word.text) &&
      (isOrdinary(word.text) || isBesideName(word.text) || isShrug(word)),
  );
  if (hasOrdinary || (!part.isLabelled && piece.some(isShrug))) return null;
  const span = spanOfWords(typed, from + Math.max(0, titles), to);
  const isSmall = !piece.some((word) => word.isCapital);
  const isNamed = isGivenName(piece[0]?.text ?? '');
  const isTwo = piece.filter((word) => !isInPerson(word.text)).length === 2;
  if (isSmall && !part.isLabelled && !(isTwo || (isNamed && piece.length <= 3))) return null;
  // "Il loro commerciale è in ferie fino a …": what follows a preposition is where somebody is.
  const isInside = named.length > 0 && from > first && isAt(typed.words[from - 1]?.text ?? '');
  if (isSmall && !isNamed && isInside) return null;
  const guess = { kind: 'person', ...span, ...toPersonName(span.value, titles > 0) } as const;
  return { guess, strength: part.isLabelled ? STRENGTH.marked - 2 : STRENGTH.placed + 4 };
}
