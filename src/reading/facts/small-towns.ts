import { isFunctionWord } from '../../language/function-words.ts';
import { isBesideName } from '../../language/people.ts';
import { inLists, patternOf } from '../../language/said.ts';
import { fold } from '../../language/tokens.ts';
import { isOrdinary, isOurs } from './names.ts';
import { GAP } from './towns.ts';

/** "san donà di piave"; "vicino al duomo" is no town. */
const isInner = inLists('inside-small-towns');
const isSeason = inLists('seasons');
const smallTownAlone = patternOf(
  'u',
)`^(?:${'in-towns'} )?(?<town>[\p{Ll}'’]{2,}(?: (?:${'inside-towns'}(?:['’]| ))?[\p{Ll}'’]{2,}){0,2}?)(?:(?: \p{Ll}{1,5}){0,2} ?(?=\|)|(?= ?(?:$|[,;\n(.])))`;

/** The town in small letters that stands alone behind a street ("via roma 3 milano"), with where it ends; null where none does. */
export function readSmallTown(
  text: string,
  from: number,
): { readonly town: string; readonly end: number } | null {
  const gap = GAP.exec(text.slice(from, from + 20))?.[0].length ?? 0;
  const found = smallTownAlone().exec(text.slice(from + gap, from + gap + 90))?.groups?.['town'] ?? '';
  const name = withoutTrade(found);
  if (!mayBeSmallTown(name)) return null;
  return { town: name, end: text.indexOf(name, from) + name.length };
}

function mayBeSmallTown(name: string): boolean {
  const words = name.split(' ');
  const isOther = (word: string, at: number): boolean =>
    (isFunctionWord(word) && !(at > 0 && at < words.length - 1 && isInner(word))) ||
    isBesideName(word) ||
    isSeason(word);
  return name !== '' && !words.some(isOther);
}

/** "milano" of "milano wms": no word of a town is one of the trade, or has no vowel. */
function withoutTrade(name: string): string {
  const words = name.split(' ');
  const end = words.findIndex((word, at) => at > 0 && (isOurs(word) || !VOWEL.test(fold(word))));
  return end < 0 ? name : words.slice(0, end).join(' ');
}

const VOWEL = /[aeiouyj]/;

const smallTownBefore = patternOf(
  'u',
)`(?:^|[,;\n] ?)(?:${'in-towns'} )?(?<town>[\p{Ll}'’]{3,}(?: [\p{Ll}'’]{2,}){0,2}),? ?$`;

/**
 * The same before a street ("milano via roma 3"), where nothing else stands before it in its part of the message.
 *
 * @param isAnswer whether a form asked something, so that a message may begin with the town: elsewhere it begins with names
 */
export function readSmallTownBefore(
  text: string,
  isAnswer: boolean,
): { readonly town: string; readonly start: number } | null {
  const before = text.slice(-MOST_BEFORE);
  const name = smallTownBefore().exec(before)?.groups?.['town'] ?? '';
  const isOther = (word: string): boolean => isOrdinary(fold(word)) && !isInner(word);
  if (!mayBeSmallTown(name) || name !== withoutTrade(name) || name.split(' ').some(isOther)) return null;
  const start = text.length - before.length + before.lastIndexOf(name);
  return start === 0 && !isAnswer ? null : { town: name, start };
}

const MOST_BEFORE = 60;
