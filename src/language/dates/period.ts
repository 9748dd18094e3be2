import { LOCALES, type Locale, type Localized } from '../locale.ts';
import { readDate } from './dates.ts';

/** Before the name of a period they make the days at its edges of it: "inizio dicembre", "end of Q1". */
const EDGES: Localized<readonly [string, string]> = { it: ['inizio', 'fine'], en: ['start of', 'end of'] };

/**
 * The first and the last day of a period as it is called in either language ("questo mese", "Q1 2027"); null where there
 * is none such. Of a day it is that day twice.
 *
 * @param today `YYYY-MM-DD`
 */
export function periodIn(typed: string, locale: Locale, today: string): readonly [string, string] | null {
  const others = LOCALES.filter((each) => each !== locale);
  for (const each of [locale, ...others]) {
    const [first, last] = EDGES[each].map((edge) => {
      const read = readDate(`${edge} ${typed}`, each, today);
      return read.kind === 'date' || read.kind === 'past' ? read.date : null;
    });
    if (first && last && first <= last) return [first, last];
  }
  return null;
}
