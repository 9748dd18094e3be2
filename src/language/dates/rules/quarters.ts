import { partsOf } from '../calendar.ts';
import { placeNumberOf, yearOf } from '../words.ts';
import { isPhrase } from '../../said.ts';
import { periodOfYear, withOthers, yearlyPeriod } from '../meaning.ts';
import { partOf } from '../parts.ts';
import type { DateContext, DayMeaning } from '../meaning.ts';
import { rule, type DateRule, type Groups } from '../rule.ts';

/** Microsoft's fiscal year begins in July: FY27 runs from July 2026 to June 2027. */
const FISCAL_FIRST_MONTH = 7;

const quarterStart = (quarter: number): number => (quarter - 1) * 3 + 1;
/** First month of a fiscal quarter or half and how many years before the FY's own number it lies. */
function fiscalStart(index: number, months: number): { month: number; yearOffset: number } {
  const month = FISCAL_FIRST_MONTH + index * months;
  return month > 12 ? { month: month - 12, yearOffset: 0 } : { month, yearOffset: -1 };
}

const isPast = isPhrase('date-past');

/** "Q1", "fine Q1 2027", "FY27 Q3", "primo trimestre fiscale", "H2": calendar, or Microsoft's fiscal year. */
function readNumbered(groups: Groups, { today }: DateContext): DayMeaning[] | null {
  const months = groups['half'] === undefined ? 3 : 6;
  const count = 12 / months;
  const place = placeNumberOf(groups['quarter'] ?? groups['quarterFirst'] ?? groups['half']) ?? 0;
  const number = place === -1 ? count : place;
  // "Last quarter" without a year is the one gone by.
  const isGone =
    isPast(groups['quarter'] ?? '') && groups['year'] === undefined && groups['fyAfter'] === undefined;
  if (number < 1 || isGone) return null;
  const index = Math.min(number, count) - 1;
  const part = partOf(groups['part']);
  const year = yearOf(groups['year']) ?? yearOf(groups['fy']) ?? yearOf(groups['fyAfter']);
  const meant = ({ month, yearOffset }: ReturnType<typeof fiscalStart>): DayMeaning =>
    year === null
      ? yearlyPeriod(month, months, part, today)
      : periodOfYear(year + yearOffset, month, months, part, today);
  const calendar = meant({ month: months === 3 ? quarterStart(index + 1) : index * 6 + 1, yearOffset: 0 });
  const fiscal = meant(fiscalStart(index, months));
  const isFiscal =
    groups['isFiscal'] !== undefined || groups['fy'] !== undefined || groups['fyAfter'] !== undefined;
  if (isFiscal) return [fiscal];
  // With its year a fiscal quarter that is gone by is not meant, and neither is the one a year later.
  const other = year === null ? fiscal.next : fiscal.date;
  return [calendar.date < today || other < today ? calendar : withOthers(calendar, [other])];
}

/** "fine FY", "end of FY27", "fine anno fiscale": 30 June at Microsoft, 31 December in most companies. */
function readFiscalYear(groups: Groups, { today }: DateContext): DayMeaning[] {
  const year = yearOf(groups['fy']);
  const part = partOf(groups['part']);
  const isNext = groups['isNext'] !== undefined;
  const first = { month: FISCAL_FIRST_MONTH, months: 12 };
  const current = partsOf(today).month >= FISCAL_FIRST_MONTH ? partsOf(today).year : partsOf(today).year - 1;
  const begins = year === null ? current + (isNext ? 1 : 0) : year - 1;
  const fiscal = periodOfYear(begins, first.month, first.months, part, today);
  const calendar = periodOfYear(year ?? partsOf(today).year + (isNext ? 1 : 0), 1, 12, part, today);
  return [withOthers(fiscal, [calendar.date])];
}

const PART = '(?:(?<part>{part})(?: {date-of})?[ -]?)?(?:{date-the} ?)?';
const FY = "fy ?'?";
const FY_BEFORE = `(?:${FY}(?<fy>20\\d\\d|\\d\\d)[ -]?)?`;
const FY_AFTER = `${FY}(?<fyAfter>20\\d\\d|\\d\\d)`;

export const quarterRules: readonly DateRule[] = [
  rule(
    `(?<![a-z\\d])${PART}${FY_BEFORE}(?:{quarter-sign}(?:(?<=[a-z]{3,4}\\.?) )?(?<quarter>[1-4])|(?<quarterFirst>[1-4])°? ?{quarter-sign})(?![\\p{L}\\d])(?:(?: {date-of})?[ /-]?(?:${FY_AFTER}|(?<isFiscal>{fiscal})|'?(?<year>20\\d\\d|{short-year})))?(?![\\d])`,
    readNumbered,
  ),
  rule(
    `(?<![a-z\\d])${PART}${FY_BEFORE}h(?<half>[12])(?![\\d\\p{L}])(?:(?: {date-of})?[ /-]?(?:${FY_AFTER}|(?<isFiscal>{fiscal})|'?(?<year>20\\d\\d)))?(?![\\d])`,
    readNumbered,
  ),
  rule(
    `(?<![a-z\\d])${PART}(?:(?<quarter>{nth}) {quarters}|(?<half>{nth}) {halves})(?<isFiscal> {fiscal})?(?:(?:,| {date-of})? ?(?:${FY_AFTER}|(?<year>{year})))?`,
    readNumbered,
  ),
  rule(
    `(?<![a-z\\d])${PART}(?:{date-this} ?)?(?:(?<isNext>{date-next}) )?(?:${FY}(?<fy>20\\d\\d|\\d\\d)?(?![\\da-z ]*q[1-4]|[\\da-z])|{fiscal-years})(?: {fiscal})?`,
    readFiscalYear,
    { needsFrame: 'always' },
  ),
];
