import { addDays, type Day, dayIn, weekdayOf } from '../language/dates/calendar.ts';
import { minuteIn, momentAt } from '../language/dates/clock.ts';
import type { Notices } from './watched.ts';

type Digest = NonNullable<Notices['digest']>;

/** One time of the week at which a list is due. */
export interface DigestSlot {
  /** By which it is known: the day where the person is. */
  readonly day: Day;
  readonly at: Date;
}

/** The last time of the week up to now. */
export function lastSlot({ weekday, at }: Digest, timeZone: string, now: Date): DigestSlot {
  const today = dayIn(timeZone, now);
  const day = addDays(today, -((weekdayOf(today) - weekday + 7) % 7));
  const slot = { day, at: momentAt(timeZone, day, at) };
  if (slot.at <= now) return slot;
  const before = addDays(day, -7);
  return { day: before, at: momentAt(timeZone, before, at) };
}

/** The next time of the week after now. */
export function nextSlot(digest: Digest, timeZone: string, now: Date): DigestSlot {
  const day = addDays(lastSlot(digest, timeZone, now).day, 7);
  return { day, at: momentAt(timeZone, day, digest.at) };
}

/**
 * The list that is due: the last one that wasn't sent, however late, since whoever was away for days still wants it.
 * Null where it was sent, or where its time was over before it was asked for.
 *
 * @param sentOn the day of the one that was sent last
 */
export function dueSlot(
  digest: Digest | null,
  sentOn: string | null,
  timeZone: string,
  now: Date,
): DigestSlot | null {
  if (digest === null) return null;
  const slot = lastSlot(digest, timeZone, now);
  const isOver = slot.at.getTime() < Date.parse(digest.since) || (sentOn !== null && slot.day <= sentOn);
  return isOver ? null : slot;
}

/** Whether it is quiet now where the person is: "dalle 20 alle 8" goes over midnight. */
export function isQuiet(quiet: Notices['quiet'], timeZone: string, now: Date): boolean {
  if (quiet === null) return false;
  const { from, to } = quiet;
  const minute = minuteIn(timeZone, now);
  return from < to ? from <= minute && minute < to : minute >= from || minute < to;
}
