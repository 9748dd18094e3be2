import { countOf, filled, valueIn } from './words.ts';
import { flatten } from '../flat.ts';
import { LOCALES, type Locale, type Localized } from '../locale.ts';
import { made } from '../said.ts';
import { addDays, addMonths, daysBetween } from './calendar.ts';
import { readDate } from './dates.ts';
import { currentPeriod, dayInPeriod, weekdayOfWeek } from './meaning.ts';

/** Before the name of a period they make the days at its edges of it: "inizio dicembre", "end of Q1". */
const EDGES: Localized<readonly [string, string]> = { it: ['inizio', 'fine'], en: ['start of', 'end of'] };

/** `YYYY-MM-DD`, the first day and the last. */
type Days = readonly [string, string];

/** No period that is called by its name alone is longer; "novembre" with a year between its edges is. */
const LONGEST = 366;

/**
 * The first and the last day of a period as it is called in either language ("questo mese", "Q1 2027", "la settimana
 * scorsa", "ultimi 10 giorni"); null where there is none such. Of a day it is that day twice.
 *
 * @param today `YYYY-MM-DD`
 * @param toward which is meant where it comes every year: the one that has begun, or the one that has not ended
 */
export function periodIn(
  typed: string,
  locale: Locale,
  today: string,
  toward: 'past' | 'future' = 'future',
): Days | null {
  const told = periodFromToday(typed, today);
  if (told !== null) return told;
  const others = LOCALES.filter((each) => each !== locale);
  for (const each of [locale, ...others]) {
    const [first, last] = EDGES[each].map((edge) => {
      const read = readDate(`${edge} ${typed}`, each, today);
      return read.kind === 'date' || read.kind === 'past' ? read.date : null;
    });
    if (first && last && first <= last) return ofOneYear([first, last], today, toward);
  }
  return null;
}

/** The edges of a period that comes every year may be read in two of them. */
function ofOneYear([first, last]: Days, today: string, toward: 'past' | 'future'): Days {
  if (daysBetween(first, last) > LONGEST)
    return toward === 'past' ? [first, addMonths(last, -12)] : [addMonths(first, 12), last];
  const isToCome = toward === 'past' && first > today;
  return isToCome ? [addMonths(first, -12), addMonths(last, -12)] : [first, last];
}

const patterns = made(() => ({
  last: new RegExp(
    filled(`^(?:{date-the} ?)?(?:{date-past} (?<before>{unit})|(?<behind>{unit}) {date-past})$`),
  ),
  many: new RegExp(
    filled(
      `^(?:{date-the} ?)?(?:(?<gone>{last-so-many}) (?:(?<some>{count}) )?|{date-next} (?<count>{count}) )(?<unit>{unit})$`,
    ),
  ),
  coming: new RegExp(filled(`^(?<count>{count}) (?<unit>{unit})$`)),
}));

const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };
const SUNDAY = 7;

/** "La settimana scorsa", "ultimi 10 giorni", "prossimi due mesi", "10 giorni": a period that is told from today. */
function periodFromToday(typed: string, today: string): Days | null {
  const { text } = flatten(typed);
  const { last, many, coming } = patterns();
  const one = last.exec(text)?.groups;
  const unit = valueIn<string>('units', one?.['before'] ?? one?.['behind']);
  if (unit === 'week') return [weekdayOfWeek(1, -1, today), weekdayOfWeek(SUNDAY, -1, today)];
  const months = MONTHS[unit ?? ''];
  if (months !== undefined) {
    const period = currentPeriod(months, -1, today);
    return [dayInPeriod(period, 'start'), dayInPeriod(period, 'end')];
  }
  const several = many.exec(text)?.groups ?? coming.exec(text)?.groups;
  const each = valueIn<string>('units', several?.['unit']);
  const counted = several?.['count'] ?? several?.['some'];
  const count = counted === undefined ? 1 : (countOf(counted) ?? 0);
  const inMonths = MONTHS[each ?? ''];
  const days = each === 'day' ? count : each === 'week' ? count * SUNDAY : 0;
  const sign = several?.['gone'] === undefined ? 1 : -1;
  if (count === 0 || (inMonths === undefined && days === 0)) return null;
  const edge =
    inMonths === undefined ? addDays(today, sign * days) : addMonths(today, sign * count * inMonths);
  return sign < 0 ? [edge, today] : [today, edge];
}
