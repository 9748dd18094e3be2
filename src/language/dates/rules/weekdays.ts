import { addDays, dayOf, endOfMonth, partsOf, weekdayOf } from '../calendar.ts';
import { monthOf, placeNumberOf, weekdayNumberOf, yearOf } from '../words.ts';
import { only } from '../meaning.ts';
import type { Day } from '../calendar.ts';
import type { DateContext, DayMeaning } from '../meaning.ts';
import { rule, type DateRule, type Groups } from '../rule.ts';

/** "il terzo venerdì di gennaio", "first Monday of February", "last Friday of next month". */
function readNthWeekday(groups: Groups, { today }: DateContext): DayMeaning[] | 'impossible' | null {
  const place = placeNumberOf(groups['nth']);
  const weekday = weekdayNumberOf(groups['weekday']);
  if (place === null || weekday === null) return null;
  const { year: thisYear, month: thisMonth } = partsOf(today);
  const month = monthOf(groups['month']) ?? thisMonth + (groups['nextMonth'] === undefined ? 0 : 1);
  const years = yearsOf(groups, thisYear);
  const days = years.map((year) => nthWeekday(year, month, weekday, place)).filter((day) => day !== null);
  const date = days.find((day) => day >= today) ?? days[0];
  return date === undefined ? 'impossible' : [only(date, date >= today ? date : today)];
}

/** The year that was said; without one this and the coming ones, unless the month is this or the next. */
function yearsOf(groups: Groups, thisYear: number): readonly number[] {
  const year = groups['nextYear'] === undefined ? yearOf(groups['year']) : thisYear + 1;
  if (year !== null) return [year];
  return groups['month'] === undefined ? [thisYear] : [thisYear, thisYear + 1];
}

function nthWeekday(year: number, month: number, weekday: number, place: number): Day | null {
  const last = endOfMonth(year, month);
  const first = dayOf(Number(last.slice(0, 4)), Number(last.slice(5, 7)), 1) ?? last;
  const day =
    place > 0
      ? addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (place - 1) * 7)
      : addDays(last, -((weekdayOf(last) - weekday + 7) % 7) + (place + 1) * 7);
  return day.slice(0, 7) === last.slice(0, 7) ? day : null;
}

export const weekdayRules: readonly DateRule[] = [
  rule(
    String.raw`(?<![a-z\d])(?:{date-the} ?)?(?<nth>{nth}) (?<weekday>{weekday}) (?:{date-of}(?: |(?<=')))?` +
      String.raw`(?:(?<month>{month})(?:,? (?:{date-of} ?)?(?<year>{year})| (?<nextYear>{next-year}))?|(?:{date-the} )?(?<nextMonth>{next-month})|{this-month}|{date-the} {unit})`,
    readNthWeekday,
  ),
];
