import { isGivenName } from '../../language/name-like.ts';
import { inLists, patternOf } from '../../language/said.ts';
import { isEverydayWord } from '../../lookup/everyday-words.ts';
import { isInstitution, isParticle } from '../../lookup/name-stops.ts';
import { STRENGTH } from './candidate.ts';
import { companyAt } from './legal-forms.ts';
import { isOrdinary, isOurs } from './names.ts';
import type { ProposedFact } from './candidate.ts';
import type { Stops } from './names.ts';
import type { Typed, Word } from './typed.ts';

const leadsToTown = inLists('affiliations');

/** About as long as a sentence is on either side of a word. */
export const SENTENCE = 160;

const endsSmall = inLists('after-customers');
const deal = patternOf()`${'deal-said'}|co-?sell`;

/** "nuovo deal con rossi impianti da 40k": small words are a name only in a request that goes on to its next piece. */
export function small(typed: Typed, from: number, stops: Stops): ProposedFact[] {
  const { words, plain } = typed;
  const at = words[from]?.start ?? 0;
  const [before, after] = [plain.slice(Math.max(0, at - SENTENCE), at), plain.slice(at, at + SENTENCE)];
  if (before.includes('?') || after.includes('?') || !deal().test(before)) return [];
  let end = from;
  const [most, isPiece] = isInstitution(words[from]?.text ?? '') ? [7, isPlaced] : [5, isLoosePiece];
  while (end < words.length && end - from < most && isPiece(words[end], stops)) end += 1;
  while (end > from && isParticle(words[end - 1]?.text ?? '')) end -= 1;
  const next = words[end];
  const isClosed = isEnd(next, stops) || (leadsToTown(next?.text ?? '') && isTown(typed, end + 1, stops));
  const isUnusual = words.slice(from, end).some((word) => isSmallPiece(word, stops));
  if (!isUnusual || !isClosed || isGivenName(words[from]?.text ?? '')) return [];
  return companyAt(typed, from, end, STRENGTH.alone + 5, false);
}

/** Whether a small name may end before a word. */
const isEnd = (next: Word | undefined, stops: Stops): boolean =>
  next === undefined || stops.has(next) || endsSmall(next.text) || /^[,.;\n]$/.test(next.text);

/** "officine tosi di legnano valore 40k": a few words, and then what goes on with the deal. */
function isTown({ words }: Typed, from: number, stops: Stops): boolean {
  let end = from;
  while (end - from < 3 && isSmallPiece(words[end], stops)) end += 1;
  return end > from && isEnd(words[end], stops);
}

/** Words of everyday speech may stand in a name beside one that is none: "rainy day umbrellas". */
const isLoosePiece = (word: Word | undefined, stops: Stops): boolean =>
  isSmallPiece(word, stops) ||
  (word?.isWord === true &&
    !stops.has(word) &&
    word.text.length > 2 &&
    isEverydayWord(word.text) &&
    !endsSmall(word.text));

const isSmallPiece = (word: Word | undefined, stops: Stops): boolean =>
  word?.isWord === true &&
  !stops.has(word) &&
  !isOrdinary(word.text) &&
  !isOurs(word.text) &&
  word.text.length > 2;

/** "comune di treviso", "asl 5 di la spezia": the kind, its number and its place. */
const isPlaced = (word: Word | undefined, stops: Stops): boolean =>
  word !== undefined &&
  !stops.has(word) &&
  (isInstitution(word.text) || isParticle(word.text) || /^\d+$/.test(word.raw) || isSmallPiece(word, stops));
