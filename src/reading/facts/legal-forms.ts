import { isFunctionWord } from '../../language/function-words.ts';
import { inLists, patternOf } from '../../language/said.ts';
import { isPassedOver, strengthOfOpener } from '../../lookup/name-stops.ts';
import { STRENGTH } from './candidate.ts';
import { beginsSentence, isForm, isInner, isNamePiece, isOrdinary, spanOfWords } from './names.ts';
import { partFor } from './parts.ts';
import { isGivenName } from '../../language/name-like.ts';
import { isTitle } from './titles.ts';
import type { ProposedFact } from './candidate.ts';
import type { Stops } from './names.ts';
import type { Typed, Word } from './typed.ts';

const MOST_WORDS = 8;

/** The words as a company, unless they are a mere number. */
export function companyAt(
  typed: Typed,
  from: number,
  to: number,
  strength: number,
  isSure = true,
): ProposedFact[] {
  // "Say I closed it": the pronoun is written like a name.
  if (to - from > 1 && typed.words[to - 1]?.raw === 'I') return [];
  const span = spanOfWords(typed, from, to);
  if (!/\p{L}{2}|\p{L}\d|\d\p{L}/u.test(span.value)) return [];
  return [{ guess: { kind: 'organisation', isSure, ...span }, strength }];
}

/** The company whose legal form stands at a word. */
export function byForm(typed: Typed, at: number, stops: Stops): ProposedFact[] {
  const { words } = typed;
  const last = words[at - 1]?.text === ',' ? at - 2 : at - 1;
  const word = words[last];
  if (word === undefined) return [];
  // "gelateria primavera 2 srl".
  const isSmall = /^\d+$/.test(word.raw) && /^\p{Ll}/u.test(words[last - 1]?.raw ?? '');
  const isWritten = (isNamePiece(word) && !isSmall) || word.text === ')' || word.text === '&';
  const first = isWritten
    ? behindPerson(
        typed,
        behindDash(typed, withoutRequest(typed, walkBack(typed, last, stops), last), last),
        last,
      )
    : walkBackSmall(typed, last, stops);
  if (first > last) return [];
  let end = at + 1;
  while (isForm(words[end])) end += 1;
  return companyAt(typed, isWritten ? beforeSmall(typed, first, stops) : first, end, STRENGTH.marked);
}

const denies = inLists('denying', 'neither');

/**
 * "Con Non solo Legno srl": small words that lead back to a capital right behind the word that opens a name are the name's;
 * so they are behind a "Non" or "Né" that begins the answer.
 */
function beforeSmall({ words }: Typed, first: number, stops: Stops): number {
  let at = first - 1;
  const isSmall = (word: Word | undefined): boolean =>
    word?.isWord === true &&
    !word.isCapital &&
    !stops.has(word) &&
    (denies(word.text) || !(isFunctionWord(word.text) || strengthOfOpener(word.text) > 0));
  for (; first - at <= MOST_BEFORE && (isSmall(words[at]) || isCapitalOf(words[at], stops)); at -= 1) {
    const [begin, before] = [words[at], words[at - 1]];
    if (begin?.isCapital !== true || at === first - 1) continue;
    const isOpened = strengthOfOpener(before?.text ?? '') >= 1;
    if (isOpened || (before === undefined && denies(begin.text) && !isSaid(words[at + 1]))) return at;
  }
  return first;
}

const isCapitalOf = (word: Word | undefined, stops: Stops): boolean =>
  word !== undefined && isNamePiece(word) && !stops.has(word);
const isWord = inLists('is-words');
/** "Non è Legno srl" denies a name. */
const isSaid = (word: Word | undefined): boolean => isWord(word?.text ?? '');
const MOST_BEFORE = 4;

/** The first word of a name written with capitals; small words count only between two capitals. */
function walkBack({ words }: Typed, last: number, stops: Stops): number {
  let first = last;
  while (first > 0 && last - first < MOST_WORDS) {
    let next = first - 1;
    while (next > 0 && first - next < 4 && isJoin(words[next])) next -= 1;
    // "Rossi (ex Bianchi) srl" is called so, brackets and all.
    if (words[next]?.text === ')')
      next =
        Math.max(
          words.findLastIndex(({ text }, at) => at < next && text === '('),
          1,
        ) - 1;
    const word = words[next];
    // "20k EUR and Ludlow Ltd": an amount's number or currency before a joint is no piece of the name; "Perso e Vinto snc" is one.
    const isCode = /^\p{Lu}{3}$/u.test(word?.raw ?? '') && next < first - 1;
    const isNumberApart =
      word !== undefined &&
      stops.has(word) &&
      (/^\d/.test(word.raw) || isCode) &&
      !(LETTERED.test(word.raw) && next === first - 1) &&
      !isDayInName(words, next, stops);
    if (word === undefined || !(isNamePiece(word) || isJoinedOpen(words, next)) || isNumberApart) break;
    first = next;
  }
  return first;
}

/** "3M Italia srl" is called so. */
const LETTERED = /^\d\p{Lu}$/u;

/** "Società Agricola 8 Marzo Srl": a day with capitals on both sides, of which the legal form is one. */
const isDayInName = (words: readonly Word[], at: number, stops: Stops): boolean => {
  const [before, month, after] = [words[at - 1], words[at + 1], words[at + 2]];
  const isDay = month?.isCapital === true && stops.has(month) && /^\p{L}+$/u.test(month.raw);
  const goesOn = after !== undefined && (isForm(after) || (after.isCapital && isNamePiece(after)));
  return isDay && goesOn && before?.isCapital === true && isNamePiece(before) && !stops.has(before);
};

/** "Alessia Donati - Ceramiche Fontanella S.p.A.": behind a person and a dash the company begins. */
function behindDash({ words }: Typed, first: number, last: number): number {
  const at = words.findIndex(({ text }, index) => index > first && index < last && /^[-–—]$/.test(text));
  return at > 0 && isGivenName(words[first]?.text ?? '') ? at + 1 : first;
}

/** "La dott.ssa Bianchi di Meccanica Veneta srl": behind a title the company begins after the person's name. */
function behindPerson(typed: Typed, first: number, last: number): number {
  const isStop = typed.words[first - 1]?.text === '.';
  if (!isTitle(typed.words[first - (isStop ? 2 : 1)])) return first;
  const at = leadToCompany(typed, first, last);
  return at < 0 ? first : at + 1;
}

const leads = inLists('affiliated');

/** The small word between two others that leads from a person to the company, "della"; -1 where there is none. */
export function leadToCompany({ words }: Typed, first: number, last: number): number {
  return words.findIndex(({ text, isCapital }, at) => at > first && at < last && !isCapital && leads(text));
}

/** "gelateria primavera 2 srl", "baker & sons ltd". */
const MOST_SMALL = 3;

/** Whether a small word may join two parts of a name; "è" is no "e". */
export const isJoin = (word: Word | undefined): boolean =>
  word !== undefined && !word.isCapital && isInner(word) && (word.text.length > 1 || word.text === word.raw);
const isJoinedOpen = (words: readonly Word[], at: number): boolean => words[at]?.text === '&';

/** What a request begins with, in either language: "Registra Tecno Srl". */
export const isRequest = inLists('requests');

const isNew = patternOf()`^${'new-words'}`;

/** "Registra Tecno Srl", "Cliente Alfa Srl", "Per Alfa Srl": the capital of a sentence's first word says nothing. */
function withoutRequest(typed: Typed, first: number, last: number): number {
  const word = typed.words[first];
  if (word === undefined || first >= last || !beginsSentence(typed, first)) return first;
  const isAnswer = partFor(typed.parts, 'customer', word) !== null;
  // A line of nothing but the name: "Costa Vetri S.p.A." below who signs.
  const [before, after] = [typed.words[first - 1]?.text ?? '\n', typed.words[last + 2]?.text ?? '\n'];
  const isLine = before === '\n' && after === '\n';
  const isOther =
    (isRequest(word.text) && !(isAnswer && isNew().test(word.text))) ||
    strengthOfOpener(word.text) > 0 ||
    (!isAnswer && !isLine && isOrdinary(word.text));
  if (!isOther) return first;
  let next = first + 1;
  while (next < last && !isNamePiece(typed.words[next] as Word)) next += 1;
  return next;
}

/** Dictated: "per officine zanetti spa" begins after the nearest word that opens a name, else it is four words at most. */
function walkBackSmall({ words }: Typed, last: number, stops: Stops): number {
  const isEdge = (word: Word | undefined): boolean =>
    word === undefined || (!word.isWord && word.text !== '&') || stops.has(word);
  let opened: number | null = null;
  for (let at = last; at >= 0 && last - at < 5; at -= 1) {
    const word = words[at];
    if (isEdge(word)) break;
    if (strengthOfOpener(word?.text ?? '') >= 1) {
      opened = at + 1;
      break;
    }
  }
  if (opened !== null) {
    while (opened < last && isPassedOver(words[opened]?.text ?? '')) opened += 1;
    return opened;
  }
  let first = last + 1;
  while (
    first > 0 &&
    last - first < MOST_SMALL &&
    !isEdge(words[first - 1]) &&
    !isOrdinary(words[first - 1]?.text ?? '')
  )
    first -= 1;
  return first;
}
