import { flatten } from '../flat.ts';
import { LOCALES, type Locale } from '../locale.ts';
import { madeBy } from '../said.ts';

/** Names that `Intl` (CLDR) has, of days that lie a step apart; English ones with a capital, as they are written there. */
const namesOf =
  (part: 'month' | 'weekday', days: readonly string[]) =>
  (locale: Locale): readonly string[] => {
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
  names: (locale: Locale) => readonly string[],
): (readonly [name: string, number: number])[] =>
  LOCALES.flatMap((locale) => names(locale).map((name, at) => [flatten(name).text, at + 1] as const));

/** Short forms as typed (folded), by number. "mar" is March or Tuesday: rules decide by what stands near. */
const shortForms = (forms: string): (readonly [form: string, number: number])[] =>
  forms.split('|').flatMap((same, at) => same.split(' ').map((form) => [form, at + 1] as const));

export const MONTHS: ReadonlyMap<string, number> = new Map([
  ...numbered(monthNames),
  ...shortForms(
    'gen genn jan|feb febb febr|mar mrz|apr|mag magg may|giu giug jun|lug lugl jul|ago ag aug|set sett sep sept|ott oct|nov|dic dec',
  ),
]);
export const WEEKDAYS: ReadonlyMap<string, number> = new Map([
  ...numbered(weekdayNames),
  ...shortForms(
    'lun mon|mart tue tues|mer merc wed weds|gio giov thu thur thurs|ven vener fri|sab sat|dom sun',
  ),
]);
