import { addDays, addMonths, dayOf, daysBetween, endOfMonth, partsOf, weekdayOf } from './calendar.ts';
import type { Day } from './calendar.ts';
import type { Language } from '../locale.ts';

/** What words for a day mean, seen from today. */
export interface DayMeaning {
  /** May be past. */
  readonly date: Day;
  /** Other usual readings; may be past. */
  readonly others: readonly Day[];
  /** The nearest reading that isn't past. */
  readonly next: Day;
}

/** Where the words are read. */
export interface DateContext {
  readonly today: Day;
  readonly locale: Language;
}

/** Part of a month, quarter, half or year. */
export type PeriodPart = 'start' | 'middle' | 'end';

/** A period by its number; the numbers run on ("this year's months are 1 to 12, next year's 13 to 24"). */
export interface Period {
  /** Its length in months. */
  readonly months: number;
  /** Its first month, counted from January of year 0: `year * 12 + month - 1`. */
  readonly first: number;
}

/**
 * A day without a year that passed at most this many days ago is taken as past and asked about; one that
 * passed longer ago is next year's. "15 novembre" said on 24 November is likely a slip; "15 marzo" is not.
 */
const RECENT_DAYS = 45;

export const only = (date: Day, next: Day = date): DayMeaning => ({ date, others: [], next });

/** A day with its year; null when there is none such. Its future reading is the next such day. */
export function dayWithYear(year: number, month: number, day: number, today: Day): DayMeaning | null {
  const date = dayOf(year, month, day);
  if (date === null) return null;
  return only(date, date >= today ? date : (nextSuch(month, day, today) ?? date));
}

/** The first such day from today on; 29 February waits for its year. */
function nextSuch(month: number, day: number, today: Day): Day | null {
  const { year } = partsOf(today);
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const date = dayOf(year + ahead, month, day);
    if (date !== null && date >= today) return date;
  }
  return null;
}

/** A day without a year; null when no year has it. */
export function dayWithoutYear(month: number, day: number, today: Day): DayMeaning | null {
  const next = nextSuch(month, day, today);
  if (next === null) return null;
  const last = dayOf(partsOf(today).year, month, day) ?? next;
  const isJustPast = last < today && daysBetween(last, today) <= RECENT_DAYS;
  return isJustPast ? only(last, next) : only(next);
}

/** The day of a period that `part` means: its first day, the 15th of its middle month, its last day. */
export function dayInPeriod(period: Period, part: PeriodPart): Day {
  const year = Math.floor(period.first / 12);
  const month = (period.first % 12) + 1;
  if (part === 'end') return endOfMonth(year, month + period.months - 1);
  if (part === 'start') return addDays(endOfMonth(year, month - 1), 1);
  if (period.months % 2 === 0) return addDays(endOfMonth(year, month + period.months / 2 - 1), 0);
  return addDays(endOfMonth(year, month + Math.floor(period.months / 2) - 1), 15);
}

/** The period of this length that today is in, moved by `offset` periods. */
export function currentPeriod(months: number, offset: number, today: Day): Period {
  const { year, month } = partsOf(today);
  const now = year * 12 + month - 1;
  return { months, first: Math.floor(now / months) * months + offset * months };
}

/**
 * A period that comes every year (month 3, quarter 1), without its year: the next one whose `part` isn't
 * past. `firstMonth` counts from 1.
 */
export function yearlyPeriod(firstMonth: number, months: number, part: PeriodPart, today: Day): DayMeaning {
  const { year } = partsOf(today);
  const inYear = (each: number): Day => dayInPeriod({ months, first: each * 12 + firstMonth - 1 }, part);
  const thisYear = inYear(year);
  const next = thisYear >= today ? thisYear : inYear(year + 1);
  // A part of the period that we are in, just gone by: "metà novembre" on the 24th.
  const isJustPast = part !== 'end' && thisYear < today && daysBetween(thisYear, today) <= RECENT_DAYS;
  return isJustPast ? only(thisYear, next) : only(next);
}

/** A period of a named year; when past, the next future one is the same period of a later year. */
export function periodOfYear(
  year: number,
  firstMonth: number,
  months: number,
  part: PeriodPart,
  today: Day,
): DayMeaning {
  const date = dayInPeriod({ months, first: year * 12 + firstMonth - 1 }, part);
  if (date >= today) return only(date);
  const { year: now } = partsOf(today);
  const later = [now, now + 1, now + 2].map((each) =>
    dayInPeriod({ months, first: each * 12 + firstMonth - 1 }, part),
  );
  return only(date, later.find((day) => day >= today) ?? date);
}

/** The first such weekday after today (`weekday`: 1 Monday to 7 Sunday); today itself doesn't count. */
export function comingWeekday(weekday: number, today: Day): Day {
  return addDays(today, (weekday - weekdayOf(today) + 7) % 7 || 7);
}

/** That weekday of the week `offset` weeks from this one; weeks begin on Monday. */
export function weekdayOfWeek(weekday: number, offset: number, today: Day): Day {
  return addDays(today, weekday - weekdayOf(today) + offset * 7);
}

/** Today plus a length of time; half months are 15 days. */
export function fromToday(count: number, unit: 'day' | 'week' | 'month' | 'year', today: Day): Day {
  if (unit === 'day' || unit === 'week') return addDays(today, Math.round(count * (unit === 'week' ? 7 : 1)));
  const months = unit === 'year' ? count * 12 : count;
  const whole = addMonths(today, Math.floor(months));
  return Number.isInteger(months) ? whole : addDays(whole, 15);
}

/** Adds other readings, without repeats. */
export function withOthers(meaning: DayMeaning, others: readonly (Day | null | undefined)[]): DayMeaning {
  const all = [...meaning.others, ...others.filter((day): day is Day => typeof day === 'string')];
  return { ...meaning, others: [...new Set(all)].filter((day) => day !== meaning.date) };
}
