import { addDays, partsOf } from '../calendar.ts';
import { FULL_MONTH, MONTH, YEAR, monthOf, yearOf } from '../words.ts';
import { dayInPeriod, only, periodOfYear, yearlyPeriod } from '../meaning.ts';
import { PART, partOf } from '../parts.ts';
import type { DateContext, DayMeaning } from '../meaning.ts';
import { rule, type DateRule, type Groups } from '../rule.ts';

const NEXT_YEAR = "(?<nextYear> (?:dell'anno (?:prossimo|che viene)|del prossimo anno|(?:of )?next year))";
const AND_YEAR = `(?:,? (?:del |of |-)?(?<year>${YEAR})|${NEXT_YEAR}| prossimo| p\\.?v\\.?(?![a-z]))?`;

/** A word after a month that makes it a name: "Marzo Srl", "March Networks" (typed with capitals) is no date. */
const NOT_A_NAME =
  '(?! ?(?:s\\.? ?r\\.? ?l|s\\.? ?p\\.? ?a|srls?|spa|inc|ltd|gmbh|snc|sas|llc|group|networks|consulting|servizi|&)(?![a-z]))';

function yearIn(groups: Groups, { today }: DateContext): number | null {
  return groups['nextYear'] !== undefined ? partsOf(today).year + 1 : yearOf(groups['year']);
}

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

const WEEKS: readonly (readonly [RegExp, number])[] = [
  [/^(?:prima|first|1)/, 7],
  [/^(?:seconda|second|2)/, 14],
  [/^(?:terza|third|3)/, 21],
];

/** "prima settimana di marzo": its last day (7, 14, 21, or the month's end). */
function readWeekOfMonth(groups: Groups, context: DateContext): DayMeaning[] | null {
  const month = monthOf(groups['month']);
  if (month === null) return null;
  const days = WEEKS.find(([pattern]) => pattern.test(groups['week'] ?? ''))?.[1];
  const year = yearIn(groups, context);
  const end =
    year === null
      ? yearlyPeriod(month, 1, 'end', context.today)
      : periodOfYear(year, month, 1, 'end', context.today);
  if (days === undefined) return [end];
  const { year: inYear } = partsOf(end.date);
  const date = addDays(dayInPeriod({ months: 1, first: inYear * 12 + month - 1 }, 'start'), days - 1);
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

const FRAME =
  '(?:entro(?: il mese di| il| la)?|per(?: il mese di)?|a|ad|in|nel mese di|durante|verso|x|by|for|during|within|until|till|through|this|next|il prossimo|prossimo|chiusura|chiude|chiudiamo|closing|closes|due)';

export const monthRules: readonly DateRule[] = [
  rule(
    `(?<![a-z\\d])(?<part>${PART})(?:[ -](?:del |of |the |di |the month of |mese di |mese )?)(?<month>${MONTH})(?!'|[ -]?\\d\\d?(?!\\d))${NOT_A_NAME}${AND_YEAR}`,
    readPartOfMonth,
  ),
  rule(
    `(?<![a-z\\d])(?:prima di|before|ahead of) (?<month>${MONTH})(?! ?\\d\\d?(?!\\d))${NOT_A_NAME}${AND_YEAR}`,
    readBeforeMonth,
  ),
  rule(
    `(?<![a-z\\d])(?<week>prima|seconda|terza|ultima|1a|2a|3a|first|second|third|last) (?:settimana|week) (?:di|of|in) (?<month>${MONTH})${AND_YEAR}`,
    readWeekOfMonth,
  ),
  rule(
    `(?<![a-z\\d])${FRAME} (?:fine )?(?<month>${FULL_MONTH})(?! ?\\d\\d?(?!\\d))${NOT_A_NAME}${AND_YEAR}`,
    readPartOfMonth,
  ),
  rule(`(?<![a-z\\d])(?<month>${MONTH})(?:,? (?:del |of )?| ?[-/] ?)(?<year>${YEAR})`, readPartOfMonth),
  rule(`(?<![a-z\\d])(?<month>${FULL_MONTH})${NEXT_YEAR}`, readPartOfMonth),
  rule(`(?<![a-z\\d])(?<month>${FULL_MONTH}) prossimo(?![a-z])`, readPartOfMonth),
  rule(String.raw`(?<![\d.,/-])(?<month>\d{1,2})[/-](?<year>20\d\d)(?![\d/-])`, readMonthNumber),
  rule(`^\\W*(?<month>${MONTH})\\W*$`, readPartOfMonth, { isAnswerOnly: true }),
  rule(
    `(?<![a-z\\d])(?<a>${FULL_MONTH})(?: o | oppure | e | or | and | ?[-/] ?)(?<b>${FULL_MONTH})`,
    readTwoMonths,
    { isAnswerOnly: true },
  ),
];
