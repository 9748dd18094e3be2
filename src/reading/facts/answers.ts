import { isFunctionWord } from '../../language/function-words.ts';
import { isGivenName, isNameLike } from '../../language/name-like.ts';
import { inLists } from '../../language/said.ts';
import { isEveryday, isShrug } from './answer-words.ts';
import { STRENGTH } from './candidate.ts';
import { isCalled } from './companies.ts';
import { isForm, isInner, isNamePiece, isOrdinary, spanOfWords } from './names.ts';
import { personOf } from './person-answers.ts';
import { isEverydayWord } from '../../lookup/everyday-words.ts';
import { isInstitution } from '../../lookup/name-stops.ts';
import { wordsOfName } from '../../lookup/name-key.ts';
import { roleOf } from './roles.ts';
import type { ProposedFact } from './candidate.ts';
import type { Stops } from './names.ts';
import type { RolePart } from './parts.ts';
import type { Typed, Word } from './typed.ts';

const MOST_WORDS = 7;

/** The name that answers "who", or stands after "Cliente:", "Referente:". */
export function findAnswers(typed: Typed, stops: Stops): ProposedFact[] {
  return typed.parts.flatMap((part) => {
    if (part.role !== 'customer' && part.role !== 'contact') return [];
    return firstName(typed, part, stops);
  });
}

function firstName(typed: Typed, part: RolePart, stops: Stops): ProposedFact[] {
  const { words } = typed;
  const inside = words.flatMap((word, at) => (word.start >= part.start && word.end <= part.end ? [at] : []));
  let at = inside[0] ?? 0;
  const last = (inside.at(-1) ?? -1) + 1;
  while (at < last) {
    const end = pieceEnd(words, at, last, stops, part);
    // "Kind regards" stands above who signs.
    const isClosing = end - at > 1 && end < last && endsLetter(words[end - 1]?.text ?? '');
    const found = end > at && !isClosing ? nameIn(typed, part, at, end) : null;
    if (found !== null) return [found];
    at = Math.max(end, at + 1);
  }
  return [];
}

const endsLetter = inLists('closings');

/** Where a piece of the answer ends: at a comma, a line, or a fact. */
function pieceEnd(words: readonly Word[], from: number, last: number, stops: Stops, part: RolePart): number {
  let at = from;
  while (at < last && !/^[,;\n:!?.]$/.test(words[at]?.text ?? '') && !isStop(words, at, stops, part)) at += 1;
  return at;
}

/** "6B", "3M": as an answer to "which customer" a name, though elsewhere billions and millions. */
const CODE_NAME = /^\d{1,3}[A-JL-Z][A-Za-z]*$/;

/** In the name of a company amounts and days are the name's, if it is written with capitals. */
function isStop(words: readonly Word[], at: number, stops: Stops, part: RolePart): boolean {
  const word = words[at];
  if (word === undefined || !stops.has(word)) return false;
  return part.role === 'contact' || !(word.isCapital || CODE_NAME.test(word.raw));
}

/** Words around the name that answers: "il cliente è _ direi". */
const isLead = inLists('name-leads');
const isTrail = inLists('name-trails');

const isAfter = inLists('after-customers');

function nameIn(typed: Typed, part: RolePart, from: number, to: number): ProposedFact | null {
  const { words } = typed;
  let [first, end] = [from, to];
  while (
    first < end - 1 &&
    isLead(words[first]?.text ?? '') &&
    (words[first]?.isCapital !== true || first === from)
  ) {
    if (words[first]?.isCapital === true && isNamePiece(words[first + 1] as Word)) break;
    first += 1;
  }
  const capital = words.findIndex((word, at) => at > first && at < end && word.isCapital);
  if (capital > 0 && isCommon(words[capital - 1]) && isWritten(words.slice(capital, end))) first = capital;
  while (end > first + 1 && isTrail(words[end - 1]?.text ?? '')) end -= 1;
  // "Alfa Beta da 40k": what leads to the sum is none of the name's.
  const isLed = /^[\d€$£]/u.test(words[to]?.text ?? '') && words[end - 1]?.isCapital === false;
  if (end > first + 1 && isLed && isAfter(words[end - 1]?.text ?? '')) end -= 1;
  const piece = words.slice(first, end);
  if (piece.length === 0 || piece.length > MOST_WORDS) return null;
  const isPerson = part.role === 'contact' || (!part.isLabelled && isReached(typed, first, end));
  return isPerson ? personOf(typed, part, first, end) : companyOf(typed, part, first, end);
}

/** "Anna Zanella, 0444 123456, anna@…" where a customer is asked: somebody of theirs, and no company. */
function isReached({ words, text }: Typed, from: number, to: number): boolean {
  const piece = words.slice(from, to);
  const isCalled = piece.length >= 2 && piece.length <= 3 && isGivenName(piece[0]?.text ?? '');
  return isCalled && !piece.some(isForm) && REACHED.test(text.slice(words[to - 1]?.end ?? 0));
}
const REACHED = /[\p{L}\d]@[\p{L}\d]|\+?\d(?:[ ./-]?\d){6}/u;

/** "forse Ferramenta Zani", "call it Sunrise Dental": the name begins after a word that is none of its own. */
const isCommon = (word: Word | undefined): boolean =>
  word?.isCapital === false && !isInner(word) && (isOrdinary(word.text) || isShrug(word));

const isWritten = (piece: readonly Word[]): boolean =>
  piece.some((word) => word.isCapital) &&
  piece.every((word, at) => isNamePiece(word) || (at > 0 && isInner(word)) || isForm(word));

/** Italian verbs by their ending, written small: "lasciamo stare". */
const VERB = /^\p{Ll}+(?:iamo|[^m]are|..ere|..ire|ando|endo|[mtc]el[oaie]|mene)$/u;

/** "Il Panificio Quaranta di Lecce": behind two words of a name "di" leads to its town. */
function beforeTown({ words }: Typed, from: number, to: number): number {
  const least = isCalled(words, from) ? 1 : 2;
  const led = words.findIndex((word, at) => at >= from + least && at < to && leadsToTown(word.text));
  const isPlaced = led > 0 && led + 1 < to && words.slice(led + 1, to).every((word) => word.isCapital);
  const isNamed = isPlaced && words.slice(from, led).every(isNamePiece);
  return isNamed && !isInstitution(words[from]?.text ?? '') ? led : to;
}
const leadsToTown = inLists('affiliations');

function companyOf(typed: Typed, part: RolePart, from: number, until: number): ProposedFact | null {
  const to = part.isLabelled ? until : beforeTown(typed, from, until);
  const piece = typed.words.slice(from, to);
  const hasForm = piece.some(isForm);
  const guess = { kind: 'organisation', ...spanOfWords(typed, from, to) } as const;
  // "Il referente è Rita Po" names no customer, whatever was asked.
  const isPerson =
    roleOf(typed, { kind: 'person', firstName: null, lastName: null, ...spanOfWords(typed, from, to) }) ===
    'contact';
  if (isPerson) return null;
  if (part.isLabelled) return { guess, strength: STRENGTH.marked - 1 };
  const saysNothing = piece.every(isShrug) || (isEveryday(piece) && !hasForm && piece.length < 2);
  if (saysNothing) return null;
  const isCode = piece.length === 1 && CODE_NAME.test(guess.value);
  if (isCode || (isWritten(piece) && piece.filter(isNamePiece).length >= 2))
    return { guess, strength: STRENGTH.marked - 5 };
  const known = begunName(typed, piece);
  if (known !== null)
    return { guess: { ...guess, kind: 'known-name', value: known }, strength: STRENGTH.marked };
  const last = piece.at(-1);
  const isClosed = last !== undefined && !isInner(last);
  const isUnusual =
    isClosed && piece.every((word) => isNamePart(word)) && piece.some((word) => !isOrdinary(word.text));
  if (!isUnusual || !isNameLike(guess.value) || piece.length > 4) return null;
  return { guess: { ...guess, isSure: piece[0]?.isCapital === true }, strength: STRENGTH.alone };
}

/** A word that a name may have though it is written small: "gruppo" is one, "questo" and "lasciamo" are none. */
const isNamePart = (word: Word): boolean =>
  isInner(word) ||
  (word.isWord &&
    (!isOrdinary(word.text) || isEverydayWord(word.text)) &&
    !(isFunctionWord(word.text) || isShrug(word) || VERB.test(word.raw)));

/** The only known name whose words begin as the typed ones do: "adv works". */
function begunName({ context: { known } }: Typed, piece: readonly Word[]): string | null {
  const typed = piece.map((word) => word.text);
  if (!piece.every((word) => word.text.length >= 3 && !isShrug(word)) || typed.every(isOrdinary)) return null;
  const found = known.filter((name) => {
    const words = wordsOfName(name);
    return words.length >= typed.length && typed.every((each, at) => words[at]?.startsWith(each));
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}
