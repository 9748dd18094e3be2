import { dayIn, formatDay } from './format.ts';
import type { Locale } from './locale.ts';

const AT: Readonly<Record<Locale, string>> = { it: 'alle', en: 'at' };

/**
 * "martedì 24 novembre 2026 alle 10:15" / "Tuesday 24 November 2026 at 10:15".
 *
 * @param timeZone IANA name, of the reader
 */
export function formatMoment(moment: Date, timeZone: string, locale: Locale): string {
  // "it" writes hours from 00 to 23 as both languages do in business here.
  const time = new Intl.DateTimeFormat('it', { timeZone, hour: '2-digit', minute: '2-digit' }).format(moment);
  return `${formatDay(dayIn(timeZone, moment), locale)} ${AT[locale]} ${time}`;
}
