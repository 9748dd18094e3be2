import { addDays, partsOf } from '../calendar.ts';
import { monthOf, placeNumberOf } from '../words.ts';
import { dayInPeriod, only, periodOfYear, yearlyPeriod } from '../meaning.ts';
import { partOf } from '../parts.ts';
import type { DateContext, DayMeaning } from '../meaning.ts';
import { rule, type DateRule, type Groups } from '../rule.ts';
import { AND_YEAR, NEXT_YEAR, yearIn } from './with-year.ts';

/** A word after a month that makes it a name: "Marzo Srl", "March Networks" (typed with capitals) is no date. */
const NOT_A_NAME =
  '(?! ?(?:s\\.? ?r\\.? ?l|s\\.? ?p\\.? ?a|srls?|spa|inc|ltd|gmbh|snc|sas|llc|group|networks|consulting|servizi|&)(?![a-z]))';

function readPartOfMonth(groups: Groups, context: DateContext): DayMeaning[] | null {
  const month = monthOf(groups['month']);
  if (month === null) return null;
  const year = yearIn(groups, context);
  const part = partOf(groups['part']);
  if (year === null) return [yearlyPeriod(month, 1, part, context.today)];
  return [periodOfYear(year, month, 1, part, context.today)];
}

/** "prima di marzo", "before March": the last day of the month before. */
function readBeforeMonth(groups: Groups, context: DateContext): DayMeaning[] | null {
  const month = monthOf(groups['month']);
  if (month === null) return null;
  const year = yearIn(groups, context);
  if (year !== null)
    return [
      periodOfYear(month === 1 ? year - 1 : year, month === 1 ? 12 : month - 1, 1, 'end', context.today),
    ];
  return [yearlyPeriod(month === 1 ? 12 : month - 1, 1, 'end', context.today)];
}

/** "maggio o giugno", "maggio/giugno": two months. */
function readTwoMonths(groups: Groups, { today }: DateContext): DayMeaning[] | null {
  const months = [monthOf(groups['a']), monthOf(groups['b'])].filter((month) => month !== null);
  return months.length === 2 ? months.map((month) => yearlyPeriod(month, 1, 'end', today)) : null;
}

/** "prima settimana di marzo": its last day (7, 14, 21, or the month's end). */
function readWeekOfMonth(groups: Groups, context: DateContext): DayMeaning[] | null {
  const month = monthOf(groups['month']);
  if (month === null) return null;
  const place = placeNumberOf(groups['week']);
  const year = yearIn(groups, context);
  const end =
    year === null
      ? yearlyPeriod(month, 1, 'end', context.today)
      : periodOfYear(year, month, 1, 'end', context.today);
  if (place === null || place < 1 || place > 3) return [end];
  const { year: inYear } = partsOf(end.date);
  const date = addDays(dayInPeriod({ months: 1, first: inYear * 12 + month - 1 }, 'start'), place * 7 - 1);
  return [
    date >= context.today
      ? only(date)
      : only(date, periodOfYear(inYear + 1, month, 1, 'start', context.today).date),
  ];
}

/** 3/2027, 03-2027. */
function readMonthNumber(groups: Groups, { today }: DateContext): DayMeaning[] | null {
  const month = Number(groups['month']);
  return month < 1 || month > 12 ? null : [periodOfYear(Number(groups['year']), month, 1, 'end', today)];
}

export const monthRules: readonly DateRule[] = [
  rule(
    `(?<![a-z\\d])(?<part>{part})[ -](?:{date-the} )?(?:{date-of} ?)?(?<month>{month})(?!'|[ -]?\\d\\d?(?!\\d))${NOT_A_NAME}${AND_YEAR}`,
    readPartOfMonth,
  ),
  rule(
    `(?<![a-z\\d]){before-date} (?<month>{month})(?! ?\\d\\d?(?!\\d))${NOT_A_NAME}${AND_YEAR}`,
    readBeforeMonth,
  ),
  rule(`(?<![a-z\\d])(?<week>{nth}) {weeks} {date-of} (?<month>{month})${AND_YEAR}`, readWeekOfMonth),
  rule(
    `(?<![a-z\\d])(?:{by}(?: {date-the})?(?: {date-next})?|{date-the} {date-next}|{which}) (?:{part-end} )?(?<month>{full-month})(?! ?\\d\\d?(?!\\d)| {or-date} {full-month}(?![a-z]))${NOT_A_NAME}${AND_YEAR}`,
    readPartOfMonth,
  ),
  rule(`(?<![a-z\\d])(?<month>{month})(?:,? (?:{date-of} ?)?| ?[-/] ?)(?<year>{year})`, readPartOfMonth),
  rule(`(?<![a-z\\d])(?<month>{full-month})${NEXT_YEAR}`, readPartOfMonth),
  rule(String.raw`(?<![a-z\d])(?<month>{full-month}) {date-next}`, readPartOfMonth),
  rule(String.raw`(?<![\d.,/-])(?<month>\d{1,2})[/-](?<year>20\d\d)(?![\d/-])`, readMonthNumber),
  // "WMS, 50k, marzo", "per aprile, no meglio maggio": alone between two marks.
  rule(
    String.raw`(?<=[,;]\s{0,2}(?:(?:{taking-back}|{beside-taking-back})[ ,]{1,2}){0,4})(?<month>{full-month})(?=\s{0,2}(?:[,;.!]|$))`,
    readPartOfMonth,
  ),
  // "50k marzo", "45k wms aprile": behind a sum, and the last that is said; "analytics aprile 45k": right before one.
  rule(
    String.raw`(?<={sum} {1,2}(?:[a-z]{1,12} )?)(?<month>{full-month})(?=\s{0,2}(?:[,;.!]|$))`,
    readPartOfMonth,
  ),
  rule(String.raw`(?<=[a-z] )(?<month>{full-month})(?= [\d.,]{0,9}{sum}(?![a-z\d]))`, readPartOfMonth),
  rule(String.raw`^\W*(?<month>{month})\W*$`, readPartOfMonth, { isAnswerOnly: true }),
  rule(
    String.raw`(?<![a-z\d])(?<a>{full-month})(?: {or-date} | ?[-/] ?)(?<b>{full-month})(?![a-z])`,
    readTwoMonths,
  ),
];
