import { yearOf } from '../words.ts';
import { currentPeriod, dayInPeriod, only, periodOfYear, weekdayOfWeek, withOthers } from '../meaning.ts';
import { PART, partOf } from '../parts.ts';
import type { Day } from '../calendar.ts';
import type { DateContext, DayMeaning, PeriodPart } from '../meaning.ts';
import { rule, type DateRule, type Groups } from '../rule.ts';

const FRIDAY = 5;
const SUNDAY = 7;

const MONTHS_OF: readonly (readonly [RegExp, number])[] = [
  [/^(?:trim|quarter|q$)/, 3],
  [/^(?:semestre|half)/, 6],
  [/^(?:anno|year)/, 12],
  [/^(?:mese|month)/, 1],
];

/** "fine trimestre", "end of next month", "quest'anno"; a week ends on Friday (or Sunday). */
function readPeriod(groups: Groups, { today }: DateContext): DayMeaning[] | null {
  const unit = groups['unit'] ?? '';
  const part = partOf(groups['part']);
  const isNext = /pross|next|che viene|ventur|coming/.test(
    `${groups['before'] ?? ''} ${groups['after'] ?? ''}`,
  );
  if (/^(?:settimana|week)/.test(unit)) return [readWeek(part, isNext ? 1 : 0, today)];
  const months = MONTHS_OF.find(([pattern]) => pattern.test(unit))?.[1];
  if (months === undefined) return null;
  const offset = isNext ? 1 : 0;
  const date = dayInPeriod(currentPeriod(months, offset, today), part);
  const later = dayInPeriod(currentPeriod(months, offset + 1, today), part);
  // "inizio anno" said in March is next January; "inizio di quest'anno" is gone by.
  const isThis = /quest|this|corrente|current|in corso/.test(
    `${groups['before'] ?? ''} ${groups['after'] ?? ''}`,
  );
  if (date < today && !isThis) return [only(later)];
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

/** EOY, EOQ, EOM, EOW; "year-end". */
function readShortEnd(groups: Groups, context: DateContext): DayMeaning[] | null {
  return readPeriod({ unit: groups['unit'] ?? EOX[groups['letter'] ?? ''] }, context);
}

const UNIT =
  '(?<unit>trimestre|trim|quarter|semestre|half year|half-year|anno|year|mese|month|settimana|week)(?![a-z])';
const LINK = "(?: (?:di|del|della|dell'|dello|of|of the|the|d'))?(?: (?:il|la|l'|the))?";
const BEFORE =
  "(?:(?<before>questo |quest'|questa |il prossimo |prossimo |prossima |corrente |this |the next |next |current |the coming |coming |the ))?";
const AFTER = '(?<after> (?:prossimo|prossima|corrente|in corso|che viene|venturo))?';
const NOT_FISCAL = '(?! (?:fiscale|fiscal|finanziario|solare))';

export const periodRules: readonly DateRule[] = [
  rule(`(?<![a-z\\d])(?<part>${PART})${LINK}[ -]?${BEFORE}${UNIT}${NOT_FISCAL}${AFTER}`, readPeriod),
  rule(
    `(?<![a-z\\d])(?!per (?:month|year|week|quarter)(?![a-z]))(?:entro(?: il| la| l'| fine)?|per(?: il| la)?|by|within|in|nel|nella|per l'|entro l') ?${BEFORE}${UNIT}${NOT_FISCAL}${AFTER}(?! (?:di|of) )`,
    readPeriod,
  ),
  rule(
    `(?<![a-z\\d])(?<before>questo |quest'|questa |prossimo |prossima |this |next |coming )${UNIT}${NOT_FISCAL}`,
    readPeriod,
    { needsFrame: 'always' },
  ),
  rule(
    `(?<![a-z\\d])(?:(?:il|la|l') ?)?${UNIT}(?<after> (?:prossimo|prossima|che viene|venturo|corrente|in corso))`,
    readPeriod,
    { needsFrame: 'always' },
  ),
  rule(
    String.raw`(?<![a-z\d])(?:eo(?<letter>[yqmw])|(?<unit>year|quarter|month|week)[ -]end)(?![a-z])`,
    readShortEnd,
  ),
  rule(
    String.raw`(?<![a-z\d])(?:nel(?: corso del)?|entro il|entro|per il|in|by|during|durante il) (?<year>20\d\d)(?![\d.,/-]\d?)(?! ?(?:k|euro|eur|usd|€|\$|mila|dollar))`,
    readYear,
  ),
  rule(
    `(?<![a-z\\d])(?<part>${PART})(?: (?:di|del|dell'anno|of))?[ -](?<year>20\\d\\d)(?![\\d.,/-]\\d)`,
    readYear,
  ),
  rule(String.raw`^\W*(?:anno |year )?(?<year>20\d\d)\W*$`, readYear, { isAnswerOnly: true }),
];
