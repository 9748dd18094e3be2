import { stripCourtesy } from '../../src/language/courtesy.ts';
import { isFunctionWord } from '../../src/language/function-words.ts';
import { inLists, patternOf } from '../../src/language/said.ts';
import { foldedWords } from '../../src/reading/folded.ts';
import type { Fact, Place } from '../../src/reading/reading.ts';
import type { Said } from '../engine/slot.ts';

const isClosing = patternOf()`^(?:${'closing-day-verbs'}|${'label-closing-date'})$`;
const isNeutral = patternOf()`^(?:${'beside-closing-day'}|${'moving-verbs'}|${'changes-value'})$`;
const isOfDeal = inLists('deal-nouns', 'deals-nouns', 'set-verbs', 'change-verbs', 'add-verbs');

/** Marks and words that begin something new. */
const BOUNDARY = /[,;.:!?\n()–—]/gu;
/** A shorter word tells nothing by itself. */
const SHORTEST = 3;

/**
 * What a day belongs to, where that is something else than the deal's end: "pagamento a 90 giorni", "ricordami di
 * chiamarli lunedì". The words with the day, null where nothing but the deal is spoken of.
 *
 * @param isOurs whether a folded word is called for by another value of the form ("wms giugno 2027")
 */
export function dayOfOther(
  day: Place,
  { text, reading }: Said,
  isOurs: (word: string) => boolean,
): Place | null {
  const before = reading.facts.filter(({ end }) => end <= day.start).map(({ end }) => end);
  const marks = [...text.slice(0, day.start).matchAll(BOUNDARY)].map(({ index }) => index + 1);
  const start = Math.max(0, ...before, ...marks);
  const words = foldedWords(stripCourtesy(text.slice(start, day.start))).filter(
    (word) => word.length >= SHORTEST && !isFunctionWord(word) && !/\d/.test(word),
  );
  if (words.some((word) => isClosing().test(word) || isOfDeal(word))) return null;
  const isOther = words.some((word) => !isNeutral().test(word) && !isOurs(word));
  const blank = /^\s*/u.exec(text.slice(start))?.[0].length ?? 0;
  return isOther ? { start: start + blank, end: day.end } : null;
}

const isBesideDay = inLists(
  'beside-closing-day',
  'closes-on',
  'closing-day-verbs',
  'date-cues',
  'beside-taking-back',
  'correcting',
  'the-same',
);

/** "Mamma mia che giornata oggi": of today much is said, and nothing closes then unless it says so. */
export function isAside(said: Said, today: string): boolean {
  const days = said.facts.filter((fact) => fact.kind === 'day');
  return (
    days.length > 0 && days.every((day) => day.role === null && day.value === today && saysMore(day, said))
  );
}

/** Whether anything stands beside a day that isn't said of a day. */
export function saysMore({ start, end }: Fact, { text }: Said): boolean {
  const others = foldedWords(`${text.slice(0, start)} ${text.slice(end)}`);
  return others.some((word) => !isFunctionWord(word) && !isBesideDay(word));
}
