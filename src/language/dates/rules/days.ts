import { addDays, addMonths, dayOf, endOfMonth, partsOf, weekdayOf } from '../calendar.ts';
import { dayNumberOf, monthOf, weekdayNumberOf, yearOf } from '../words.ts';
import { comingWeekday, dayWithYear, dayWithoutYear, only, withOthers } from '../meaning.ts';
import { weekdayNames } from '../names.ts';
import { madeBy } from '../../said.ts';
import type { Language } from '../../locale.ts';
import type { Day } from '../calendar.ts';
import type { DateContext, DayMeaning } from '../meaning.ts';
import { rule, type DateRule, type Groups } from '../rule.ts';

type Read = readonly DayMeaning[] | 'impossible' | null;

const orImpossible = (meaning: DayMeaning | null): Read => (meaning === null ? 'impossible' : [meaning]);

function dayIn(month: number, day: number, year: number | null, today: Day): DayMeaning | null {
  return year === null ? dayWithoutYear(month, day, today) : dayWithYear(year, month, day, today);
}

/** Whether a date in figures begins with its day, as CLDR has it: 31/12, but 12/31 in English. */
const isDayFirst = madeBy((locale: Language) => {
  const parts = new Intl.DateTimeFormat(locale).formatToParts(0).map(({ type }) => type);
  return parts.indexOf('day') < parts.indexOf('month');
});

/** 3/15 or 15/3: the country's order first; where only one order is a date that one. */
function readNumeric(groups: Groups, { today, locale }: DateContext): Read {
  const [a, b] = [Number(groups['a']), Number(groups['b'])];
  const year = yearOf(groups['year']);
  const dayFirst = dayIn(b, a, year, today);
  const monthFirst = dayIn(a, b, year, today);
  const [own, other] = (isDayFirst(locale) ? [dayFirst, monthFirst] : [monthFirst, dayFirst]).map(
    fitting(groups),
  );
  if (own === undefined || other === undefined || (own === null && other === null)) return 'impossible';
  if (own === null) return isDayFirst(locale) ? swapped(other, a, b, today) : orImpossible(other);
  // Who writes the day first means it; in English both orders are usual.
  return [isDayFirst(locale) ? own : withOthers(own, [other?.date])];
}

/** A weekday beside a date that it doesn't fit adds the day that it fits. */
const fitting =
  (groups: Groups) =>
  (meaning: DayMeaning | null): DayMeaning | null =>
    meaning === null ? null : checkWeekday(meaning, groups['weekday']);

/** Typed in Italian, "3/27" may be 27 March, or March 2027. */
function swapped(monthFirst: DayMeaning | null, month: number, day: number, today: Day): Read {
  if (monthFirst === null) return 'impossible';
  const yearOfTwo = 2000 + day;
  const isNear = yearOfTwo >= partsOf(today).year && yearOfTwo <= partsOf(today).year + 4;
  return [isNear ? withOthers(monthFirst, [endOfMonth(yearOfTwo, month)]) : monthFirst];
}

function readIso(groups: Groups, { today }: DateContext): Read {
  return orImpossible(dayWithYear(Number(groups['year']), Number(groups['b']), Number(groups['a']), today));
}

/** "15 marzo", "venerdì 26 marzo 2027", "March 15th": a weekday that doesn't fit is offered as well. */
function readDayMonth(groups: Groups, { today }: DateContext): Read {
  const month = monthOf(groups['month']);
  const day = dayNumberOf(groups['day']);
  if (month === null || day === null) return null;
  const year =
    groups['nextYear'] !== undefined
      ? partsOf(today).year + 1
      : yearOf(groups['year'] ?? groups['shortYear']);
  const meaning = dayIn(month, day, year, today);
  return meaning === null ? 'impossible' : [checkWeekday(meaning, groups['weekday'])];
}

function checkWeekday(meaning: DayMeaning, word: string | undefined): DayMeaning {
  const weekday = weekdayNumberOf(word);
  if (weekday === null || weekdayOf(meaning.date) === weekday) return meaning;
  const near = [-3, -2, -1, 1, 2, 3].map((offset) => addDays(meaning.date, offset));
  return withOthers(meaning, [near.find((day) => weekdayOf(day) === weekday)]);
}

/** "15 o 20 marzo", "dal 10 al 15 marzo": two days. */
function readTwoDays(groups: Groups, { today }: DateContext): Read {
  const month = monthOf(groups['month']);
  const days = [dayNumberOf(groups['a']), dayNumberOf(groups['b'])];
  const meanings = days.map((day) =>
    month === null || day === null ? null : dayIn(month, day, yearOf(groups['year']), today),
  );
  const found = meanings.filter((meaning): meaning is DayMeaning => meaning !== null);
  return found.length === 2 ? found : 'impossible';
}

/** Whether "mar" is short for Tuesday: "martedì". */
const mayBeTuesday = (locale: Language): boolean => weekdayNames(locale)[1]?.startsWith('mar') === true;

/** "mar 15": to an Italian Tuesday the 15th, or 15 March. */
function readMar(groups: Groups, { today, locale }: DateContext): Read {
  const day = dayNumberOf(groups['day']);
  if (day === null) return null;
  const inMarch = dayIn(3, day, yearOf(groups['year']), today);
  const tuesday = mayBeTuesday(locale) && groups['year'] === undefined ? nextTuesday(day, today) : null;
  if (inMarch === null) return tuesday === null ? 'impossible' : [only(tuesday)];
  return [tuesday === null ? inMarch : withOthers(only(tuesday), [inMarch.next])];
}

function nextTuesday(day: number, today: Day): Day | null {
  const [found] = nextMonths(day, today).filter((each) => weekdayOf(each) === 2);
  return found ?? null;
}

/** The days with this number in this and the coming months, from today on. */
function nextMonths(dayOfMonth: number, today: Day): Day[] {
  const { year, month } = partsOf(today);
  const days = Array.from({ length: 12 }, (_, ahead) => {
    const index = month - 1 + ahead;
    return dayOf(year + Math.floor(index / 12), (index % 12) + 1, dayOfMonth);
  });
  return days.filter((day): day is Day => day !== null && day >= today);
}

/** "il 30", "the 30th of next month", "venerdì 27". */
function readDayOnly(groups: Groups, { today }: DateContext): Read {
  const day = dayNumberOf(groups['day']);
  if (day === null) return null;
  if (day < 1 || day > 31) return 'impossible';
  if (groups['nextMonth'] !== undefined) return orImpossible(inMonth(day, 1, today));
  if (groups['thisMonth'] !== undefined) return orImpossible(inMonth(day, 0, today));
  const weekday = weekdayNumberOf(groups['weekday']);
  const [first] = nextMonths(day, today);
  if (first === undefined) return 'impossible';
  if (weekday === null || weekdayOf(first) === weekday) return [only(first)];
  const fitting = nextMonths(day, today).find((each) => weekdayOf(each) === weekday);
  return [withOthers(only(first), [fitting, comingWeekday(weekday, today)])];
}

function inMonth(day: number, offset: number, today: Day): DayMeaning | null {
  const { year, month } = partsOf(addMonths(`${today.slice(0, 8)}01`, offset));
  return dayWithYear(year, month, day, today);
}

const WEEKDAY_BEFORE = `(?:(?<weekday>{weekday}),? (?:{date-the} )?)?`;
const NEXT_YEAR = '(?<nextYear>,? {next-year})';
const AND_YEAR = `(?:(?:,? (?:{date-of} ?)?|[ ,]+|-)(?<year>{year})|[ -](?<shortYear>{short-year})|${NEXT_YEAR}| {date-next})?`;
const NUMERIC_WEEKDAY = `(?:(?<![a-z\\d])(?<weekday>{weekday}),? (?:{date-the} )?)?(?<![\\d.,/-])`;
const TWO = '(?: ?- ?| ?/ ?| {or-date} )(?:{date-the} )?';

export const dayRules: readonly DateRule[] = [
  rule(String.raw`^\s*(?<a>\d{1,2}) (?<b>\d{1,2}) (?<year>20\d\d)\s*$`, readNumeric, { isAnswerOnly: true }),
  rule(`(?<![a-z\\d])mar\\.? (?<day>\\d{1,2})(?![\\d.,:/%]| ?{counted})(?:,? (?<year>{year}))?`, readMar),
  rule(String.raw`(?<![\d.,/-])(?<year>20\d\d)[-/.](?<b>\d{1,2})[-/.](?<a>\d{1,2})(?![\d/-])`, readIso),
  rule(
    `${NUMERIC_WEEKDAY}(?<a>\\d{1,2})(?<s>[/.-])(?<b>\\d{1,2})\\k<s>(?<year>20\\d\\d|\\d\\d)(?![\\d/-])`,
    readNumeric,
  ),
  rule(
    `${NUMERIC_WEEKDAY}(?!24\\/7(?!\\d))(?<a>\\d{1,2})\\/(?<b>\\d{1,2})(?![\\d/%]|[.,-]\\d| ?{counted})`,
    readNumeric,
  ),
  rule(String.raw`^\s*(?:(?:{by} )?(?:{date-the} )?)(?<a>\d{1,2})[.-](?<b>\d{1,2})\.?\s*$`, readNumeric, {
    isAnswerOnly: true,
  }),
  rule(
    `(?<![a-z\\d])${WEEKDAY_BEFORE}(?<day>{day})(?: {date-of})?[ .-]?(?<month>{month})(?!-\\p{L})${AND_YEAR}`,
    readDayMonth,
  ),
  rule(
    `(?<![a-z\\d])${WEEKDAY_BEFORE}(?<month>{month}) (?:{date-the} )?(?<day>{day})(?![.,:/]\\d| ?{counted})${AND_YEAR}`,
    readDayMonth,
  ),
  rule(
    `(?<![a-z\\d/.-])(?<a>{day})${TWO}(?<b>{day})(?: {date-of})? (?<month>{month})${AND_YEAR}`,
    readTwoDays,
  ),
  rule(
    `(?<![a-z\\d])(?:{day-the}|(?<weekday>{weekday}),?(?: {date-the})?) (?<day>[0-3]?\\d(?:st|nd|rd|th|°|º)?)(?![\\d/%]|[.,:]\\d| ?(?:{counted}|per ?cento))` +
      `(?=$|[\\s,.;)!?]*$|[,;)]|\\s+(?:con|da|with|for|that|{or-date}|{date-of}|{by}|{date-next}|{date-this})(?![a-z])|\\.\\s)` +
      `(?: (?<nextMonth>{next-month})| (?<thisMonth>{this-month}))?`,
    readDayOnly,
  ),
  rule(
    String.raw`^\s*(?:{date-the} )?(?<day>[0-3]?\d(?:st|nd|rd|th|°|º)?)(?: (?<nextMonth>{next-month})| (?<thisMonth>{this-month}))?\s*[.!]?\s*$`,
    readDayOnly,
    { isAnswerOnly: true },
  ),
];
