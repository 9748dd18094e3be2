import { LRUCache } from 'lru-cache';

/** A day as `YYYY-MM-DD`. Arithmetic is in UTC, so no time zone can shift it. */
export type Day = string;

/** Where most of those who write are. */
export const HOME_TIME_ZONE = 'Europe/Rome';

const MS_PER_DAY = 86_400_000;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Year, month (1 to 12) and day of the month. */
export interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
}

function toTime(day: Day): number {
  const found = DAY.exec(day);
  if (found === null) throw new RangeError(`calendar: not a day: ${JSON.stringify(day)}`);
  return Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3]));
}

function toDay(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}

/** Takes a day apart. Throws RangeError when it isn't `YYYY-MM-DD`. */
export function partsOf(day: Day): DayParts {
  const date = new Date(toTime(day));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, dayOfMonth: date.getUTCDate() };
}

/** How many days the month has (February of a leap year: 29). `month` counts from 1. */
function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day, or null when there is no such day (31 February). Years 2000 to 2199. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  if (year < 2000 || year > 2199 || month < 1 || month > 12) return null;
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null;
  return toDay(Date.UTC(year, month - 1, dayOfMonth));
}

/** The last day of a month; months beyond 12 or below 1 run into the next or last year. */
export function endOfMonth(year: number, month: number): Day {
  return toDay(Date.UTC(year, month, 0));
}

/** Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8). */
export function easterOf(year: number): Day {
  const [golden, century, inCentury] = [year % 19, Math.floor(year / 100), year % 100];
  const moved = century - Math.floor((century + 8) / 25) + 1;
  const epact = (19 * golden + century - Math.floor(century / 4) - Math.floor(moved / 3) + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * late + 114;
  return toDay(Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1));
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return toDay(toTime(day) + count * MS_PER_DAY);
}

/** The same day of the month `count` months later, or that month's last day: 31 January + 1 is 28 February. */
export function addMonths(day: Day, count: number): Day {
  const { year, month, dayOfMonth } = partsOf(day);
  const last = endOfMonth(year, month + count);
  return `${last.slice(0, 8)}${String(Math.min(dayOfMonth, Number(last.slice(8)))).padStart(2, '0')}`;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((toTime(to) - toTime(from)) / MS_PER_DAY);
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(toTime(day)).getUTCDay() || 7;
}

/** Tells the day in a time zone (IANA name). Throws RangeError where there is no such zone. */
const makeClock = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone });

const HOME_CLOCK = makeClock(HOME_TIME_ZONE);

/** Made once for each zone, of which there are some 600: to make one takes longer than to read a short message. */
const CLOCKS = new LRUCache<string, Intl.DateTimeFormat>({ max: 600 });

function clockOf(timeZone: string): Intl.DateTimeFormat | null {
  try {
    const clock = CLOCKS.get(timeZone) ?? makeClock(timeZone);
    CLOCKS.set(timeZone, clock);
    return clock;
  } catch {
    return null;
  }
}

/** Whether the runtime knows a time zone of this name. */
export function isTimeZone(name: string): boolean {
  return clockOf(name) !== null;
}

/** The day it is at `now` in a time zone (IANA name). An unknown zone counts as Europe/Rome. */
export function dayIn(timeZone: string, now: Date): Day {
  const minute = Math.floor(now.getTime() / MS_PER_MINUTE);
  const last = toldLast.get(timeZone);
  if (last?.minute === minute) return last.day;
  const day = (clockOf(timeZone) ?? HOME_CLOCK).format(now);
  toldLast.set(timeZone, { minute, day });
  return day;
}

const MS_PER_MINUTE = 60_000;
/** To tell a day takes as long as a tenth of a message, and within a minute none begins: zones differ by whole minutes. */
const toldLast = new LRUCache<string, { readonly minute: number; readonly day: Day }>({ max: 600 });
