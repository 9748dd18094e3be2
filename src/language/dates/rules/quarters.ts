import { partsOf } from '../calendar.ts';
import { SHORT_YEAR, YEAR, yearOf } from '../words.ts';
import { periodOfYear, withOthers, yearlyPeriod } from '../meaning.ts';
import { PART, partOf } from '../parts.ts';
import type { Day } from '../calendar.ts';
import type { DateContext, DayMeaning, PeriodPart } from '../meaning.ts';
import { rule, type DateRule, type Groups } from '../rule.ts';

/** Microsoft's fiscal year begins in July: FY27 runs from July 2026 to June 2027. */
const FISCAL_FIRST_MONTH = 7;

const quarterStart = (quarter: number): number => (quarter - 1) * 3 + 1;
/** First month of a fiscal quarter or half and how many years before the FY's own number it lies. */
function fiscalStart(index: number, months: number): { month: number; yearOffset: number } {
  const month = FISCAL_FIRST_MONTH + index * months;
  return month > 12 ? { month: month - 12, yearOffset: 0 } : { month, yearOffset: -1 };
}

const NUMBERS: Readonly<Record<string, number>> = {
  prim: 1,
  second: 2,
  terz: 3,
  quart: 4,
  ultim: 4,
  first: 1,
  third: 3,
  fourth: 4,
  last: 4,
};

function numberOf(word: string | undefined): number {
  const text = word ?? '';
  const digit = /\d/.exec(text)?.[0];
  if (digit !== undefined) return Number(digit);
  return NUMBERS[text] ?? NUMBERS[text.replace(/[oa]$/, '')] ?? 0;
}

/** "Q1", "fine Q1 2027", "FY27 Q3", "primo trimestre fiscale", "H2": calendar, or Microsoft's fiscal year. */
function readNumbered(groups: Groups, { today }: DateContext): DayMeaning[] | null {
  const months = groups['half'] === undefined ? 3 : 6;
  const number = numberOf(groups['quarter'] ?? groups['quarterFirst'] ?? groups['half']);
  const count = 12 / months;
  // "Last quarter" without a year is the one gone by.
  const isGone =
    groups['quarter'] === 'last' && groups['year'] === undefined && groups['fyAfter'] === undefined;
  if (number < 1 || isGone) return null;
  const index = Math.min(number, count) - 1;
  const part = partOf(groups['part']);
  const year = yearOf(groups['year']) ?? yearOf(groups['fy']) ?? yearOf(groups['fyAfter']);
  const calendar = inCalendar(index, months, year, part, today);
  const fiscal = inFiscal(index, months, year, part, today);
  const isFiscal =
    groups['isFiscal'] !== undefined || groups['fy'] !== undefined || groups['fyAfter'] !== undefined;
  if (isFiscal) return [fiscal];
  // With its year a fiscal quarter that is gone by is not meant, and neither is the one a year later.
  const other = year === null ? fiscal.next : fiscal.date;
  return [calendar.date < today || other < today ? calendar : withOthers(calendar, [other])];
}

function inCalendar(
  index: number,
  months: number,
  year: number | null,
  part: PeriodPart,
  today: Day,
): DayMeaning {
  const first = months === 3 ? quarterStart(index + 1) : index * 6 + 1;
  return year === null
    ? yearlyPeriod(first, months, part, today)
    : periodOfYear(year, first, months, part, today);
}

function inFiscal(
  index: number,
  months: number,
  year: number | null,
  part: PeriodPart,
  today: Day,
): DayMeaning {
  const { month, yearOffset } = fiscalStart(index, months);
  if (year === null) return yearlyPeriod(month, months, part, today);
  return periodOfYear(year + yearOffset, month, months, part, today);
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

export const quarterRules: readonly DateRule[] = [
  rule(
    `(?<![a-z\\d])(?:(?<part>${PART})(?: (?:di|del|of|of the))?[ -]?)?(?:fy ?'?(?<fy>20\\d\\d|\\d\\d)[ -]?)?(?:(?:q|t|trim\\.? )(?<quarter>[1-4])|(?<quarterFirst>[1-4])(?:q|t|°? ?trim\\.?))(?![\\p{L}])(?!(?<=\\d)\\d)(?:(?: (?:del|of|dell'|di))?[ /-]?(?:(?:fy ?'?(?<fyAfter>20\\d\\d|\\d\\d))|(?<isFiscal>fy(?![a-z])|fiscale|fiscal|microsoft)|'?(?<year>20\\d\\d|${SHORT_YEAR})))?(?![\\d])`,
    readNumbered,
  ),
  rule(
    `(?<![a-z\\d])(?:(?<part>${PART})(?: (?:di|del|of|of the))?[ -]?)?(?:fy ?'?(?<fy>20\\d\\d|\\d\\d)[ -]?)?h(?<half>[12])(?![\\d\\p{L}])(?:(?: (?:del|of|di))?[ /-]?(?:(?:fy ?'?(?<fyAfter>20\\d\\d|\\d\\d))|(?<isFiscal>fy(?![a-z])|fiscale|fiscal)|'?(?<year>20\\d\\d)))?(?![\\d])`,
    readNumbered,
  ),
  rule(
    `(?<![a-z\\d])(?:(?<part>${PART})(?: (?:di|del|of|of the))? ?)?(?:(?:il|the) )?(?:(?<quarter>primo|secondo|terzo|quarto|ultimo|first|second|third|fourth|last|[1-4](?:°|º|o|st|nd|rd|th)) (?:trimestre|quarter)|(?<half>primo|secondo|first|second|[12](?:°|º|o|st|nd)) (?:semestre|half(?: of)?))(?![a-z])(?<isFiscal> (?:fiscale|fiscal|fy(?![a-z])|di microsoft))?(?:(?: (?:del|of|dell'anno|,))? ?(?:fy ?'?(?<fyAfter>\\d\\d|20\\d\\d)|(?<year>${YEAR})))?`,
    readNumbered,
  ),
  rule(
    `(?<![a-z\\d])(?:(?<part>${PART})(?: (?:di|del|dell'|of|of the|d'))?[ -]?)?(?:(?:this|questo|quest'|the) ?)?(?<isNext>(?:prossimo|next) )?(?:fy ?'?(?<fy>20\\d\\d|\\d\\d)?(?![\\da-z ]*q[1-4]|[\\da-z])|anno fiscale|fiscal year|financial year|esercizio)(?![a-z])(?: di microsoft)?`,
    readFiscalYear,
    { needsFrame: 'always' },
  ),
];
