import { en as chronoEnglish, it as chronoItalian } from 'chrono-node';
import type { Day } from './calendar.ts';
import type { Locale } from '../locale.ts';

const PARSERS = { it: chronoItalian.casual, en: chronoEnglish.casual } as const;

/** A day takes a few words; longer answers say something else. */
const MOST_LETTERS = 80;

/** How much of the answer the found words must be: the rest would change the meaning. */
const LEAST_SHARE = 0.7;

/**
 * What chrono-node makes of an answer that no rule of ours reads ("a fortnight from tomorrow"), or null.
 * Only where nearly the whole answer is the day, and no bare month: it reads "Marzo Srl" as a day.
 */
export function readByChrono(text: string, locale: Locale, today: Day): Day | null {
  if (text.length > MOST_LETTERS) return null;
  const reference = new Date(`${today}T12:00:00Z`);
  for (const each of locale === 'it' ? (['it', 'en'] as const) : (['en', 'it'] as const)) {
    const [found] = PARSERS[each].parse(text, { instant: reference, timezone: 0 });
    if (found === undefined || found.text.length < text.trim().length * LEAST_SHARE) continue;
    const { start } = found;
    const isMonthAlone = start.isCertain('month') && !start.isCertain('day');
    const isTimeOnly = start.isCertain('hour') && !start.isCertain('day') && !start.isCertain('weekday');
    if (!isMonthAlone && !isTimeOnly) return toDay(start.get('year'), start.get('month'), start.get('day'));
  }
  return null;
}

function toDay(year: number | null, month: number | null, day: number | null): Day | null {
  if (year === null || month === null || day === null) return null;
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
