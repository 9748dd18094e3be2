import { mayTellDay } from '../../language/dates/dates.ts';
import { periodIn } from '../../language/dates/period.ts';
import { isFunctionWord } from '../../language/function-words.ts';
import { inLists } from '../../language/said.ts';

/** So many words name a period at most: "il primo trimestre 2027". */
const LONGEST = 4;
/** A period is called the same on any day. */
const SOME_DAY = '2026-06-15';

const isBefore = inLists('date-of', 'by-period', 'before-period');
const isUntil = inLists('before-period');

interface PeriodSaid {
  readonly name: string;
  /** The word before it. */
  readonly before: string;
  readonly isUntil: boolean;
}

/**
 * The period that words name: what stands behind "entro", a stretch of time, or, behind a verb that says what of, a day.
 * The longest that is one.
 */
export function periodSaid(text: string, hasVerb: boolean): PeriodSaid | null {
  if (!mayTellDay(text)) return null;
  const words = text.split(/[^\p{L}\p{N}']+/u).filter((word) => word !== '');
  const until = words.findIndex((word) => isUntil(word));
  const found = until < 0 ? null : longestFrom(words, until + 1, 'any');
  if (found !== null) return { name: found, before: words[until] ?? '', isUntil: true };
  const places = [...words.keys()];
  const all = [
    ...places.map((from) => ({ from, length: 'stretch' as const })),
    ...(hasVerb ? places.toReversed().map((from) => ({ from, length: 'day' as const })) : []),
  ];
  for (const { from, length } of all) {
    const before = words[from - 1] ?? '';
    // "Il 4 marzo" is a day of March.
    const mayBegin = (hasVerb || isBefore(before)) && !/\d/.test(before);
    const name = mayBegin ? longestFrom(words, from, length) : null;
    if (name !== null) return { name, before, isUntil: false };
  }
  return null;
}

function longestFrom(
  words: readonly string[],
  from: number,
  length: 'stretch' | 'day' | 'any',
): string | null {
  if (isBefore(words[from] ?? '')) return null;
  for (let size = Math.min(LONGEST, words.length - from); size > 0; size -= 1) {
    const named = words.slice(from, from + size);
    const period = named.every(isFunctionWord) ? null : periodIn(named.join(' '), 'it', SOME_DAY);
    if (period !== null && (length === 'any' || period[0] < period[1] === (length === 'stretch')))
      return named.join(' ');
  }
  return null;
}
