import { valueIn, yearOf } from '../words.ts';
import { holdsPhrase } from '../../said.ts';
import { currentPeriod, dayInPeriod, only, periodOfYear, weekdayOfWeek, withOthers } from '../meaning.ts';
import { partOf } from '../parts.ts';
import type { Day } from '../calendar.ts';
import type { DateContext, DayMeaning, PeriodPart } from '../meaning.ts';
import { rule, type DateRule, type Groups } from '../rule.ts';

const FRIDAY = 5;
const SUNDAY = 7;

const MONTHS_OF: Readonly<Record<string, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

const saysNext = holdsPhrase('date-next', 'date-coming');
const saysThis = holdsPhrase('date-this');

/** "fine trimestre", "end of next month", "quest'anno"; a week ends on Friday (or Sunday). */
function readPeriod(groups: Groups, { today }: DateContext): DayMeaning[] | null {
  const unit =
    groups['letter'] === undefined ? valueIn<string>('units', groups['unit']) : EOX[groups['letter']];
  const part = partOf(groups['part']);
  const which = `${groups['before'] ?? ''} ${groups['after'] ?? ''}`;
  const isNext = saysNext(which);
  if (unit === 'week') return [readWeek(part, isNext ? 1 : 0, today)];
  const months = MONTHS_OF[unit ?? ''];
  if (months === undefined) return null;
  const offset = isNext ? 1 : 0;
  const date = dayInPeriod(currentPeriod(months, offset, today), part);
  const later = dayInPeriod(currentPeriod(months, offset + 1, today), part);
  // "inizio anno" said in March is next January; "inizio di quest'anno" is gone by.
  if (date < today && !saysThis(which)) return [only(later)];
  return [only(date, date >= today ? date : later)];
}

function readWeek(part: PeriodPart, offset: number, today: Day): DayMeaning {
  const weekday = part === 'start' ? 1 : part === 'middle' ? 3 : FRIDAY;
  const date = weekdayOfWeek(weekday, offset, today);
  const sunday = weekdayOfWeek(SUNDAY, offset, today);
  const next = date >= today ? date : weekdayOfWeek(weekday, offset + 1, today);
  if (part !== 'end') return only(date, next);
  // On a Saturday the week's Friday is gone, but its Sunday isn't.
  return date >= today ? withOthers(only(date), [sunday]) : withOthers(only(sunday), [next]);
}

/** "nel 2027", "metà 2027", "2027". */
function readYear(groups: Groups, { today }: DateContext): DayMeaning[] | null {
  const year = yearOf(groups['year']);
  return year === null ? null : [periodOfYear(year, 1, 12, partOf(groups['part']), today)];
}

const EOX: Readonly<Record<string, string>> = { y: 'year', q: 'quarter', m: 'month', w: 'week' };

const UNIT = '(?<unit>{unit})(?! {other-years})';
const BEFORE = '(?:(?<before>(?:{date-the} ?)?{which}|{date-the}) ?)?';
const AFTER = '(?: (?<after>{which}))?';

export const periodRules: readonly DateRule[] = [
  rule(`(?<![a-z\\d])(?<part>{part})(?: {date-of})?[ -]?${BEFORE}${UNIT}${AFTER}`, readPeriod),
  rule(
    `(?<![a-z\\d])(?!{rates}){by-period}(?: {date-the})? ?${BEFORE}${UNIT}${AFTER}(?! {date-of} )`,
    readPeriod,
  ),
  rule(`(?<![a-z\\d])(?<before>{which}) ?${UNIT}`, readPeriod, { needsFrame: 'always' }),
  rule(`(?<![a-z\\d])(?:{date-the} ?)?${UNIT} (?<after>{which})`, readPeriod, { needsFrame: 'always' }),
  // EOY, EOQ, EOM, EOW; "year-end".
  rule(String.raw`(?<![a-z\d])(?:eo(?<letter>[yqmw])|(?<unit>{unit})[ -]{unit-end})(?![a-z])`, readPeriod),
  rule(
    String.raw`(?<![a-z\d]){by-period}(?: {date-the})? (?<year>20\d\d)(?![\d.,/-]\d?)(?! ?{counted})`,
    readYear,
  ),
  rule(String.raw`(?<![a-z\d])(?<part>{part})(?: {date-of})?[ -](?<year>20\d\d)(?![\d.,/-]\d)`, readYear),
  rule(String.raw`^\W*(?:{unit} )?(?<year>20\d\d)\W*$`, readYear, { isAnswerOnly: true }),
];
