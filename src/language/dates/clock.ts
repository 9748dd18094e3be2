import { LRUCache } from 'lru-cache';
import { type Day, dayIn, HOME_TIME_ZONE, isTimeZone } from './calendar.ts';

/** Minutes since midnight on a clock: 0 to 1439. */
export type Minute = number;

const MINUTE_MS = 60_000;

const CLOCKS = new LRUCache<string, Intl.DateTimeFormat>({ max: 600 });

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = CLOCKS.get(timeZone);
  if (known !== undefined) return known;
  const zone = isTimeZone(timeZone) ? timeZone : HOME_TIME_ZONE;
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
  });
  CLOCKS.set(timeZone, clock);
  return clock;
}

/** What the clock shows at a moment in a time zone (IANA name; an unknown one counts as Europe/Rome). */
export function minuteIn(timeZone: string, moment: Date): Minute {
  const [hours = 0, minutes = 0] = clockOf(timeZone).format(moment).split(':').map(Number);
  return hours * 60 + minutes;
}

/**
 * The moment at which a clock shows this minute of a day. Where the clock is put forward over it, the same time later:
 * 02:30 on the last Sunday of March is 03:30 in Rome. Where it comes twice, one of the two.
 */
export function momentAt(timeZone: string, day: Day, minute: Minute): Date {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + minute * MINUTE_MS;
  const first = asUtc - offsetAt(timeZone, asUtc);
  return new Date(asUtc - offsetAt(timeZone, first));
}

/** How far the clock is ahead of UTC, in milliseconds; both the day and the time tell it, from UTC-12 to UTC+14. */
function offsetAt(timeZone: string, time: number): number {
  const moment = new Date(time);
  const shown = Date.parse(`${dayIn(timeZone, moment)}T00:00:00Z`) + minuteIn(timeZone, moment) * MINUTE_MS;
  return shown - Math.floor(time / MINUTE_MS) * MINUTE_MS;
}

/** "09:00", as both languages write a time here. */
export function formatMinute(minute: Minute): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
