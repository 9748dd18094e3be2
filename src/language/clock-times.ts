import type { Minute } from './dates/clock.ts';
import { anyOf, made, oneOf, tableOf } from './said.ts';

/** A time of day in words, with what stands before it. */
export interface ClockTime {
  readonly minute: Minute;
  /** "Dopo le 18" is `after`, "prima delle 9" `before`, "alle 9" `at`. */
  readonly how: 'after' | 'before' | 'at';
  /** True where nothing says which half of the day is meant: "alle 6". */
  readonly isVague: boolean;
  /** Where it stands in the flat text. */
  readonly start: number;
  readonly end: number;
}

const NOON = 12;

/** "dopo le 18:30", "at 6 pm", "alle nove di sera", "before noon": a bare number is a time only behind such a word. */
const pattern = made(() => {
  const numbers = oneOf(tableOf<number>('numbers').keys());
  const named = oneOf(tableOf<number>('day-times').keys());
  const lead = `(?:(?<after>${anyOf('time-after')})|(?<before>${anyOf('time-before')})|(?<at>${anyOf('time-at')}))`;
  const hour = `(?<hour>\\d{1,2})(?:[:.h](?<minutes>[0-5]\\d))?|(?<word>${numbers})|(?<named>${named})`;
  const half = `(?: ?(?:(?<pm>${anyOf('time-pm')})|(?<am>${anyOf('time-am')})))?`;
  return new RegExp(`(?<![a-z\\d'])(?:${lead}[ ']*)?(?:${hour})${half}(?![a-z\\d:.]*\\d)(?![a-z])`, 'g');
});

/** The times of day in a flat text, in their order; at most ten. */
export function findClockTimes(flat: string): readonly ClockTime[] {
  const found: ClockTime[] = [];
  for (const match of flat.matchAll(pattern())) {
    const time = toTime(match);
    if (time !== null) found.push(time);
    if (found.length === MOST_TIMES) break;
  }
  return found;
}

const MOST_TIMES = 10;

function toTime({ index, 0: whole, groups = {} }: RegExpMatchArray): ClockTime | null {
  const { after, before, at, hour, minutes, word, named, pm, am } = groups;
  const isTold = (after ?? before ?? at ?? pm ?? am ?? minutes ?? named) !== undefined;
  const said = hour ?? (word === undefined ? undefined : String(numbers().get(word)));
  const hours = named === undefined ? Number(said) : (dayTimes().get(named) ?? NaN);
  if (!isTold || !(hours <= 24)) return null;
  const how = after !== undefined ? 'after' : before !== undefined ? 'before' : 'at';
  const hour24 =
    pm !== undefined && hours < NOON ? hours + NOON : am !== undefined && hours === NOON ? 0 : hours;
  const minute = (hour24 % 24) * 60 + Number(minutes ?? 0);
  const isVague = (pm ?? am ?? named) === undefined && hours > 0 && hours < NOON;
  return { minute, how, isVague, start: index ?? 0, end: (index ?? 0) + whole.length };
}

/** The same time in the second half of the day, where the first isn't meant by what was said. */
export function inSecondHalf({ minute, isVague }: Pick<ClockTime, 'minute' | 'isVague'>): Minute {
  return isVague ? minute + NOON * 60 : minute;
}

const numbers = made(() => tableOf<number>('numbers'));
const dayTimes = made(() => tableOf<number>('day-times'));
