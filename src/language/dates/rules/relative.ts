import { addDays, easterOf, partsOf } from '../calendar.ts';
import { countOf, filled, valueIn, weekdayNumberOf } from '../words.ts';
import { holdsPhrase, made } from '../../said.ts';
import {
  comingWeekday,
  dayWithYear,
  dayWithoutYear,
  fromToday,
  only,
  weekdayOfWeek,
  withOthers,
} from '../meaning.ts';
import type { Day } from '../calendar.ts';
import type { DateContext, DayMeaning } from '../meaning.ts';
import { rule, type DateRule, type Groups } from '../rule.ts';
import { AND_YEAR, yearIn } from './with-year.ts';

type Unit = 'day' | 'week' | 'month' | 'year';
/** What a unit is counted in, and how many of those it has. */
const UNITS: Readonly<Record<string, readonly [Unit, number]>> = {
  hour: ['day', 1 / 24],
  day: ['day', 1],
  week: ['week', 1],
  fortnight: ['day', 14],
  month: ['month', 1],
  quarter: ['month', 3],
  'half-year': ['month', 6],
  year: ['year', 1],
};

const unitOf = (word: string | undefined): readonly [Unit, number] | undefined =>
  UNITS[valueIn<string>('units', word) ?? ''];

/** "tra due mesi", "in 3 weeks", "entro 45 giorni", "due mesi fa", "tra un anno e mezzo". */
function readLength(groups: Groups, { today }: DateContext): DayMeaning[] | null {
  const unit = unitOf(groups['unit']);
  const count = countOf(groups['count']);
  if (unit === undefined || count === null || count > 1200) return null;
  const length = (count + (groups['half'] === undefined ? 0 : 0.5)) * unit[1];
  if (groups['ago'] !== undefined) return [only(fromToday(-length, unit[0], today), addDays(today, 1))];
  return [only(fromToday(unit[1] < 1 ? Math.ceil(length) : length, unit[0], today))];
}

/** A length at the end of a text with "dopo", "before" after it: "due settimane dopo ". Minus when before. */
export function readOffset(text: string): { count: number; unit: Unit; letters: number } | null {
  const found = offset().exec(text);
  const unit = unitOf(found?.groups?.['unit']);
  const count = countOf(found?.groups?.['count']);
  if (found === null || unit === undefined || count === null) return null;
  const isBefore = found.groups?.['isBefore'] !== undefined;
  return { count: count * unit[1] * (isBefore ? -1 : 1), unit: unit[0], letters: found[0].length };
}

/**
 * How much later a text says that a day is to be, without saying which: "un mese dopo", "sposta di due settimane",
 * "bring it forward a week". Minus when sooner; null where it says no such thing.
 */
export function readShift(text: string): { count: number; unit: Unit } | null {
  const found = [shiftBehind(), shiftBefore()].map((shift) => shift.exec(text)).find((each) => each !== null);
  const unit = unitOf(found?.groups?.['unit']);
  const count = countOf(found?.groups?.['count']);
  if (unit === undefined || count === null) return null;
  return { count: count * unit[1] * (found?.groups?.['isSooner'] === undefined ? 1 : -1), unit: unit[0] };
}

function readNamed(groups: Groups, { today }: DateContext): DayMeaning[] | null {
  const offset = valueIn<number>('near-days', groups['name']);
  if (offset === null) return null;
  return [offset < 0 ? only(addDays(today, offset), addDays(today, 1)) : only(addDays(today, offset))];
}

/**
 * "venerdì", "venerdì prossimo", "friday next week". "Next Friday" is the coming one to some and the one of
 * next week to others; on its own weekday a bare name means the next one, or today.
 */
function readWeekday(groups: Groups, { today }: DateContext): DayMeaning[] | null {
  const weekday = weekdayNumberOf(groups['weekday']);
  if (weekday === null) return null;
  if (groups['nextWeek'] !== undefined) return [only(weekdayOfWeek(weekday, 1, today))];
  if ((groups['past'] ?? groups['last']) !== undefined) return [pastWeekday(weekday, today)];
  const coming = comingWeekday(weekday, today);
  if (groups['inWeeks'] !== undefined) return [only(addDays(coming, 7))];
  if (groups['next'] ?? groups['nextAfter']) return [withOthers(only(coming), [addDays(coming, 7)])];
  const isToday = coming === addDays(today, 7);
  return [isToday ? withOthers(only(coming), [today]) : only(coming)];
}

function pastWeekday(weekday: number, today: Day): DayMeaning {
  const coming = comingWeekday(weekday, today);
  return only(addDays(coming, coming === addDays(today, 7) ? -14 : -7), coming);
}

const saysNext = holdsPhrase('date-next');

/** "nel weekend", "fine settimana": the Saturday, or Sunday. */
function readWeekend(groups: Groups, { today }: DateContext): DayMeaning[] {
  const isNext = saysNext(groups['which'] ?? '');
  const offset = isNext ? 1 : 0;
  return [
    withOthers(only(weekdayOfWeek(6, offset, today), weekdayOfWeek(6, offset + 1, today)), [
      weekdayOfWeek(7, offset, today),
    ]),
  ];
}

/** In the table "easter+1" is the day after. */
const EASTER = 'easter';

function movingFeast(offset: number, year: number | null, today: Day): DayMeaning {
  const now = partsOf(today).year;
  const days = [now, now + 1, now + 2].map((each) => addDays(easterOf(each), offset));
  const [next = today, afterwards = today] = days.filter((day) => day >= today);
  return year === null ? only(next, afterwards) : only(addDays(easterOf(year), offset), next);
}

/** "A Natale", "prima di Pasqua", "ferragosto 2028"; of "due settimane prima di Pasqua" the feast alone. */
function readHoliday(groups: Groups, context: DateContext): DayMeaning[] | null {
  const { today } = context;
  const feast = valueIn<string>('holidays', groups['holiday']) ?? '';
  const [month = 0, day = 0] = feast.split('-').map(Number);
  const year = yearIn(groups, context);
  const fixed = () =>
    year === null ? dayWithoutYear(month, day, today) : dayWithYear(year, month, day, today);
  const meaning = feast.startsWith(EASTER)
    ? movingFeast(Number(feast.slice(EASTER.length)), year, today)
    : fixed();
  if (meaning === null) return null;
  const isBefore = groups['before'] !== undefined;
  const { date, next } = meaning;
  return [isBefore && partsOf(date).year > 0 ? only(addDays(date, -1), addDays(next, -1)) : meaning];
}

const LENGTH = '(?<count>{count}) ?(?:{length-more} )?(?<unit>{unit})(?<half> {length-half})?';
const offset = made(
  () =>
    new RegExp(
      filled(`(?<![a-z\\d])${LENGTH} (?:(?<isBefore>{length-before})|{length-after}) (?:{date-the} ?)?$`),
    ),
);
const shiftBehind = made(
  () => new RegExp(filled(`(?<![a-z\\d])${LENGTH} (?:(?<isSooner>{shift-sooner})|{shift-later})\\W*$`)),
);
const shiftBefore = made(
  () =>
    new RegExp(
      filled(
        `(?<![a-z])(?:(?<isSooner>{shifts-sooner})|{shifts-later})(?: [a-z']+){0,4}? (?:{shifts-by} )?${LENGTH}(?: {after-shifts})?\\W*$`,
      ),
    ),
);

export const relativeRules: readonly DateRule[] = [
  rule(`(?<![a-z\\d]){in-length} ${LENGTH}(?! {length-ago})`, readLength),
  rule(`(?<![a-z\\d])${LENGTH} {length-later}`, readLength),
  rule(`(?<![a-z\\d])${LENGTH} (?<ago>{length-ago})`, readLength, { isAnswerOnly: true }),
  rule(`^\\W*(?:{length-more} )?${LENGTH}\\W*$`, readLength, { isAnswerOnly: true }),
  rule(String.raw`(?<![a-z\d'])(?<name>{near})`, readNamed, { needsFrame: 'short' }),
  rule(
    String.raw`(?<![a-z\d])(?:(?<next>(?:{date-the} )?{date-next} )|(?<last>(?:{date-the} )?{date-past} )|(?:{date-this}|{date-coming}|{date-the}|{by}|{date-of}) ?)?(?<weekday>{weekday})(?! ?\d)` +
      '(?: (?:(?<nextWeek>{next-week})|(?<inWeeks>{in-two-weeks})|(?<nextAfter>{date-next})|(?<past>{date-past})))?',
    readWeekday,
    { needsFrame: 'short' },
  ),
  rule(
    String.raw`(?<![a-z\d])(?:{by-period} )?(?:{date-the} )?(?:(?<which>{which}) )?{weekends}(?: (?<after>{date-next}))?`,
    readWeekend,
    { needsFrame: 'short' },
  ),
  rule(
    String.raw`(?<![a-z\d])(?:(?<before>(?<!{unit} ){before-date}) )?(?<holiday>{holiday})(?! ?(?:srl|spa|s\.))` +
      AND_YEAR,
    readHoliday,
    { needsFrame: 'short' },
  ),
];
