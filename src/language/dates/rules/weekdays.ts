import { addDays, dayOf, endOfMonth, partsOf, weekdayOf } from '../calendar.ts';
import { MONTH, WEEKDAY, YEAR, monthOf, weekdayNumberOf, yearOf } from '../words.ts';
import { only } from '../meaning.ts';
import type { Day } from '../calendar.ts';
import type { DateContext, DayMeaning } from '../meaning.ts';
import { rule, type DateRule, type Groups } from '../rule.ts';

/** Counted from the month's first such weekday; below zero from its last. */
const PLACES: readonly (readonly [RegExp, number])[] = [
  [/^(?:penultim|second[ -]to[ -]last|last but one)/, -2],
  [/^(?:ultim|last)/, -1],
  [/^(?:prim|first|1)/, 1],
  [/^(?:second|2)/, 2],
  [/^(?:terz|third|3)/, 3],
  [/^(?:quart|fourth|4)/, 4],
  [/^(?:quint|fifth|5)/, 5],
];

/** "il terzo venerdì di gennaio", "first Monday of February", "last Friday of next month". */
function readNthWeekday(groups: Groups, { today }: DateContext): DayMeaning[] | 'impossible' | null {
  const place = PLACES.find(([pattern]) => pattern.test(groups['nth'] ?? ''))?.[1];
  const weekday = weekdayNumberOf(groups['weekday']);
  if (place === undefined || weekday === null) return null;
  const { year: thisYear, month: thisMonth } = partsOf(today);
  const month = monthOf(groups['month']) ?? thisMonth + (groups['nextMonth'] === undefined ? 0 : 1);
  const years = yearsOf(groups, thisYear);
  const days = years.map((year) => nthWeekday(year, month, weekday, place)).filter((day) => day !== null);
  const date = days.find((day) => day >= today) ?? days[0];
  return date === undefined ? 'impossible' : [only(date, date >= today ? date : today)];
}

/** The year that was said; without one this and the coming ones, unless the month is this or the next. */
function yearsOf(groups: Groups, thisYear: number): readonly number[] {
  const year = groups['nextYear'] === undefined ? yearOf(groups['year']) : thisYear + 1;
  if (year !== null) return [year];
  return groups['month'] === undefined ? [thisYear] : [thisYear, thisYear + 1];
}

function nthWeekday(year: number, month: number, weekday: number, place: number): Day | null {
  const last = endOfMonth(year, month);
  const first = dayOf(Number(last.slice(0, 4)), Number(last.slice(5, 7)), 1) ?? last;
  const day =
    place > 0
      ? addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (place - 1) * 7)
      : addDays(last, -((weekdayOf(last) - weekday + 7) % 7) + (place + 1) * 7);
  return day.slice(0, 7) === last.slice(0, 7) ? day : null;
}

const NTH =
  '(?<nth>penultim[oa]|second[ -]to[ -]last|last but one|ultim[oa]|last|prim[oa]|first|second[oa]?|terz[oa]|third|quart[oa]|fourth|quint[oa]|fifth|[1-5](?:°|º|o|a|st|nd|rd|th))';
const NEXT_YEAR = "(?<nextYear> (?:dell'anno (?:prossimo|che viene)|del prossimo anno|(?:of )?next year))";
const NEXT_MONTH =
  '(?<nextMonth>mese prossimo|prossimo mese|mese che viene|the next month|next month|following month)';

export const weekdayRules: readonly DateRule[] = [
  rule(
    `(?<![a-z\\d])(?:(?:il|la|l'|the|on the) ?)?${NTH} (?<weekday>${WEEKDAY}) (?:(?:di|del|dello|of|in|d')(?: |(?<=')))?` +
      `(?:(?<month>${MONTH})(?:(?:,? (?:del |of )?)(?<year>${YEAR})|${NEXT_YEAR})?|${NEXT_MONTH}|(?:questo |this |the )?(?:mese|month)(?![a-z]))`,
    readNthWeekday,
  ),
];
