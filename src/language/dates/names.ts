import { flatten } from '../flat.ts';
import { type Language, spokenFirst } from '../locale.ts';
import { languages, made, madeBy, tableOf } from '../said.ts';

/** Names that `Intl` (CLDR) has, of days that lie a step apart; English ones with a capital, as they are written there. */
const namesOf =
  (part: 'month' | 'weekday', days: readonly string[]) =>
  (locale: Language): readonly string[] => {
    const format = new Intl.DateTimeFormat(locale, { [part]: 'long', timeZone: 'UTC' });
    return days.map((day) => format.format(new Date(`${day}T00:00:00Z`)));
  };

const upTo = (last: number): string[] =>
  Array.from({ length: last }, (_, at) => String(at + 1).padStart(2, '0'));

/** Month names as written in a date, January first. */
export const monthNames = madeBy(
  namesOf(
    'month',
    upTo(12).map((month) => `2024-${month}-01`),
  ),
);

/** Weekday names as written in a date, Monday first: January 2024 began with one. */
export const weekdayNames = madeBy(
  namesOf(
    'weekday',
    upTo(7).map((day) => `2024-01-${day}`),
  ),
);

/** The names of all languages, folded, by number from 1. */
export const numbered = (
  names: (locale: Language) => readonly string[],
): (readonly [name: string, number: number])[] =>
  spokenFirst(languages()).flatMap((locale) =>
    names(locale).map((name, at) => [flatten(name).text, at + 1] as const),
  );

/** Full names, and short forms as typed. "mar" is March or Tuesday: rules decide by what stands near. */
export const months = made(
  (): ReadonlyMap<string, number> => new Map([...numbered(monthNames), ...tableOf<number>('short-months')]),
);
export const weekdays = made(
  (): ReadonlyMap<string, number> =>
    new Map([...numbered(weekdayNames), ...tableOf<number>('short-weekdays')]),
);
