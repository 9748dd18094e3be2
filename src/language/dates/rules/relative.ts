import { addDays, partsOf } from '../calendar.ts';
import { WEEKDAY, weekdayNumberOf } from '../words.ts';
import { comingWeekday, dayWithoutYear, fromToday, only, weekdayOfWeek, withOthers } from '../meaning.ts';
import { valueOfNumberWord } from '../../money/number-words.ts';
import type { Day } from '../calendar.ts';
import type { DateContext, DayMeaning } from '../meaning.ts';
import { rule, type DateRule, type Groups } from '../rule.ts';

type Unit = 'day' | 'week' | 'month' | 'year';
const UNITS: readonly (readonly [RegExp, Unit, number])[] = [
  [/^(?:or[ae]|hours?)/, 'day', 1 / 24],
  [/^(?:giorn[oi]|gg|days?)/, 'day', 1],
  [/^(?:settiman[ae]|weeks?)/, 'week', 1],
  [/^(?:quindicin|fortnight)/, 'day', 14],
  [/^(?:mes[ei]|months?)/, 'month', 1],
  [/^(?:trimestr[ei]|quarters?)/, 'month', 3],
  [/^(?:semestr[ei])/, 'month', 6],
  [/^(?:ann[oi]|years?)/, 'year', 1],
];

function countOf(words: string | undefined): number | null {
  const text = (words ?? '').trim();
  if (/^\d+$/.test(text)) return Number(text);
  if (/^(?:un paio di|a couple of|a couple|due o tre)$/.test(text)) return 2;
  if (/^(?:a|an|un|una|un'|uno|one|another|un altro|il|la|the)$/.test(text)) return 1;
  if (/^(?:mezzo|mezz'|half a|half an)$/.test(text)) return 0.5;
  return valueOfNumberWord(text);
}

/** "tra due mesi", "in 3 weeks", "entro 45 giorni", "due mesi fa", "tra un anno e mezzo". */
function readLength(groups: Groups, { today }: DateContext): DayMeaning[] | null {
  const unit = UNITS.find(([pattern]) => pattern.test(groups['unit'] ?? ''));
  const count = countOf(groups['count']);
  if (unit === undefined || count === null || count > 1200) return null;
  const length = (count + (groups['half'] === undefined ? 0 : 0.5)) * unit[2];
  if (groups['ago'] !== undefined) return [only(fromToday(-length, unit[1], today), addDays(today, 1))];
  return [only(fromToday(unit[2] < 1 ? Math.ceil(length) : length, unit[1], today))];
}

/** A length at the end of a text with "dopo", "before" after it: "due settimane dopo ". Minus when before. */
export function readOffset(text: string): { count: number; unit: Unit; letters: number } | null {
  const found = OFFSET.exec(text);
  const unit = UNITS.find(([pattern]) => pattern.test(found?.groups?.['unit'] ?? ''));
  const count = countOf(found?.groups?.['count']);
  if (found === null || unit === undefined || count === null) return null;
  const isBefore = /prima|before/.test(found[0]);
  return { count: count * unit[2] * (isBefore ? -1 : 1), unit: unit[1], letters: found[0].length };
}

const NAMED: readonly (readonly [RegExp, number])[] = [
  [/dopodomani|dopo domani|domani l'altro|day after tomorrow/, 2],
  [/domani|tomorrow|tmrw/, 1],
  [/oggi|today|stasera|tonight|odierna/, 0],
  [/altro ieri|altroieri|l'altroieri|day before yesterday/, -2],
  [/ieri|yesterday/, -1],
];

function readNamed(groups: Groups, { today }: DateContext): DayMeaning[] | null {
  const offset = NAMED.find(([pattern]) => pattern.test(groups['name'] ?? ''))?.[1];
  if (offset === undefined) return null;
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

/** "nel weekend", "fine settimana": the Saturday, or Sunday. */
function readWeekend(groups: Groups, { today }: DateContext): DayMeaning[] {
  const isNext = /pross|next/.test(groups['which'] ?? '');
  const offset = isNext ? 1 : 0;
  return [
    withOthers(only(weekdayOfWeek(6, offset, today), weekdayOfWeek(6, offset + 1, today)), [
      weekdayOfWeek(7, offset, today),
    ]),
  ];
}

const HOLIDAYS: readonly (readonly [RegExp, number, number])[] = [
  [/natale|christmas|xmas/, 12, 25],
  [/ferragosto/, 8, 15],
  [/san silvestro|new year's eve|new years eve/, 12, 31],
  [/capodanno|new year's|new year/, 1, 1],
  [/epifania|befana/, 1, 6],
  [/san valentino|valentine's day/, 2, 14],
];

function readHoliday(groups: Groups, { today }: DateContext): DayMeaning[] | null {
  const found = HOLIDAYS.find(([pattern]) => pattern.test(groups['holiday'] ?? ''));
  const meaning = found === undefined ? null : dayWithoutYear(found[1], found[2], today);
  if (meaning === null) return null;
  const isBefore = groups['before'] !== undefined;
  const { date, next } = meaning;
  return [isBefore && partsOf(date).year > 0 ? only(addDays(date, -1), addDays(next, -1)) : meaning];
}

const COUNT =
  "(?:\\d{1,4}|un paio di|a couple of|a couple|another|un altro|half an?|mezz'|mezzo|an?|un'|una|uno|un|(?:venti|trenta|quaranta|cinquanta|sessanta|settanta|ottanta|novanta|twenty|thirty|forty|sixty|ninety)[a-z]*|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|quindici|cento|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen)";
const LENGTH =
  '(?<unit>giorn[oi]|gg|days?|settiman[ae]|weeks?|mes[ei]|months?|trimestr[ei]|quarters?|semestr[ei]|ann[oi]|years?|or[ae]|hours?|fortnight)(?![a-z])(?<half> e mezzo| e mezza| and a half)?';
const OFFSET = new RegExp(
  `(?<![a-z\\d])(?<count>${COUNT}) ?${LENGTH} (?:dopo(?: il)?|dopo la|after|from|prima (?:di|del)|before|da) $`,
);
const NEXT_WEEK =
  '(?<nextWeek> (?:della (?:prossima settimana|settimana prossima|settimana che viene|settimana entrante)|(?:of )?next week|prossima settimana|la settimana prossima))';
const NOT_MONTH_NUMBER = '(?! ?\\d)';

export const relativeRules: readonly DateRule[] = [
  rule(
    `(?<![a-z\\d])(?:tra|fra|entro|in|within|nel giro di|da qui a|a|over the next|nei prossimi|entro i prossimi|within the next|in the next) (?<count>${COUNT}) ?(?:altri |more |giorni lavorativi )?${LENGTH}(?! fa\\b| ago\\b)`,
    readLength,
  ),
  rule(
    `(?<![a-z\\d])(?<count>${COUNT}) ?${LENGTH} (?:da oggi|da adesso|da ora|from now|from today|later|hence|in poi)`,
    readLength,
  ),
  rule(`(?<![a-z\\d])(?<count>${COUNT}) ?${LENGTH} (?<ago>fa|ago)(?![a-z])`, readLength, {
    isAnswerOnly: true,
  }),
  rule(`^\\W*(?:circa |about |altri )?(?<count>${COUNT}) ?${LENGTH}\\W*$`, readLength, {
    isAnswerOnly: true,
  }),
  rule(
    String.raw`(?<![a-z\d'])(?<name>dopodomani|dopo domani|domani l'altro|(?:the )?day after tomorrow|domani|tomorrow|tmrw|oggi|today|stasera|tonight|l'altro ieri|altro ieri|l'altroieri|altroieri|(?:the )?day before yesterday|ieri|yesterday)(?![a-z])`,
    readNamed,
    { needsFrame: 'short' },
  ),
  rule(
    `(?<![a-z\\d])(?:(?<next>(?:il |la |the )?(?:prossim[oa]|next) )|(?<last>(?:lo |la )?(?:last|scors[oa]) )|(?:questo|questa|quest'|this|coming|il|la|on|by|entro|per|di|la prossima) ?)?(?<weekday>${WEEKDAY})${NOT_MONTH_NUMBER}` +
      `(?:${NEXT_WEEK}|(?<inWeeks> week| (?:tra|fra) (?:due|2) settimane)|(?<nextAfter> (?:prossim[oa]|che viene))|(?<past> (?:scors[oa]|passat[oa])))?`,
    readWeekday,
    { needsFrame: 'short' },
  ),
  rule(
    String.raw`(?<![a-z\d])(?<which>(?:questo |this |prossimo |next |nel |the )?)week ?-?end(?<after> prossimo)?(?![a-z])`,
    readWeekend,
    { needsFrame: 'short' },
  ),
  rule(
    String.raw`(?<![a-z\d])(?<before>prima (?:di |del )|before )?(?<holiday>natale|christmas|xmas|ferragosto|capodanno|san silvestro|new year'?s eve|new year's|epifania|befana|san valentino|valentine's day)(?![a-z])(?! ?(?:srl|spa|s\.))`,
    readHoliday,
    { needsFrame: 'short' },
  ),
];
