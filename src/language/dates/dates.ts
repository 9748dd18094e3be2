import { findDateHits, flattenDates, wordsBefore } from './scan.ts';
import { lastCorrection } from '../second-thoughts.ts';
import { MAX_READ_LENGTH, spanOf } from '../flat.ts';
import { made } from '../said.ts';
import { filled } from './words.ts';
import { stripCourtesy } from '../courtesy.ts';
import { remembered } from '../remembered.ts';
import type { Day } from './calendar.ts';
import type { DateContext, DayMeaning } from './meaning.ts';
import type { DateHit, DateMode } from './scan.ts';
import type { Flat } from '../flat.ts';
import type { Language } from '../locale.ts';

/** What an answer to "when" says; days are `YYYY-MM-DD`. */
export type DateReading =
  /** `others` are other usual readings of the same words, none of them past. */
  | { readonly kind: 'date'; readonly date: Day; readonly others: readonly Day[] }
  /** Only a past day fits; `next` is the nearest future reading. */
  | { readonly kind: 'past'; readonly date: Day; readonly next: Day }
  /** A day that isn't in the calendar ("31 febbraio"). */
  | { readonly kind: 'impossible' }
  /** Different days ("15 o 20 marzo"). */
  | { readonly kind: 'several'; readonly found: readonly Day[] }
  | { readonly kind: 'none' };

/**
 * Reads an answer to "when does it close", both languages. Periods mean their last day ("entro giugno",
 * "Q1"), days without a year the coming ones, except that a day just gone by is past and asked about.
 * "Q1" is the calendar's, with Microsoft's fiscal quarter among `others`. `locale` decides the order of
 * 3/4; `today` is the user's day.
 */
export const readDate = remembered((text: string, locale: Language, today: Day): DateReading => {
  const corrected = lastCorrection(text);
  const reading = corrected === null ? null : readOne(corrected, locale, today);
  return reading === null || reading.kind === 'none' ? readOne(text, locale, today) : reading;
});

function readOne(text: string, locale: Language, today: Day): DateReading {
  const bare = stripCourtesy(text.slice(0, MAX_READ_LENGTH));
  const hits = withoutDenied(findHits(flattenDates(bare, true), { locale, today }, 'answer'));
  if (hits.length === 0) return { kind: 'none' };
  const meanings = hits.flatMap((hit) => (hit.meanings === 'impossible' ? [] : hit.meanings));
  const merged = mergeSame(meanings);
  const [only] = merged;
  if (only === undefined) return { kind: 'impossible' };
  if (merged.length > 1) return { kind: 'several', found: merged.map((meaning) => meaning.next) };
  return toReading(only, today);
}

interface FoundHit extends DateHit {
  readonly before: string;
}

function findHits(flat: Flat, context: DateContext, mode: DateMode): FoundHit[] {
  return findDateHits(flat, context, mode).map((hit) => ({
    ...hit,
    before: wordsBefore(flat.text, hit.from),
  }));
}

const isDenied = made(
  () =>
    new RegExp(
      filled(String.raw`(?<![a-z\d])(?:{denying}|{excluding})(?: (?:{date-the}|{by}|[a-z]{1,2}))* ?$`),
    ),
);
const isRefused = made(() => new RegExp(filled(String.raw`(?<![a-z\d])no(?: (?:{date-the}|{by}))* ?$`)));

/** "il 15, non il 20": the denied one goes; behind a "no" only where another stays, since "no, il 20" means it. */
function withoutDenied(hits: readonly FoundHit[]): readonly FoundHit[] {
  const told = hits.filter(({ before }) => !isDenied().test(before));
  const kept = told.filter(({ before }) => !isRefused().test(before));
  return kept.length > 0 ? kept : told;
}

function toReading(meaning: DayMeaning, today: Day): DateReading {
  const others = [...new Set(meaning.others)].filter((day) => day >= today && day !== meaning.date);
  if (meaning.date >= today) return { kind: 'date', date: meaning.date, others };
  const [other] = others;
  // Where the likelier reading is gone by, the other one is meant.
  if (other !== undefined) return { kind: 'date', date: other, others: others.slice(1) };
  return { kind: 'past', date: meaning.date, next: meaning.next };
}

/** Two ways of saying one day ("lunedì prossimo, il 30") are one meaning: what both allow. */
function mergeSame(meanings: readonly DayMeaning[]): DayMeaning[] {
  const merged: DayMeaning[] = [];
  for (const meaning of meanings) {
    const at = merged.findIndex((other) => sharedDay(other, meaning) !== null);
    const other = merged[at];
    if (other === undefined) merged.push(meaning);
    else {
      const date = sharedDay(other, meaning) ?? meaning.date;
      merged[at] = { date, others: [], next: date === meaning.date ? meaning.next : other.next };
    }
  }
  return merged;
}

function sharedDay(a: DayMeaning, b: DayMeaning): Day | null {
  const days = [b.date, ...b.others];
  return [a.date, ...a.others].find((day) => days.includes(day)) ?? null;
}

/** A day of a sentence, whatever the sentence is about. */
export interface SaidDay {
  readonly date: Day;
  /** All usual readings, the date among them; empty where there is but one. */
  readonly options: readonly Day[];
  /** The words frame a stretch of time: "tra il 10 e il 25 marzo". */
  readonly isRange: boolean;
  readonly start: number;
  readonly end: number;
}

/**
 * What every way of saying a day has: a figure, or one of these words. Most sentences have neither, and are looked at no
 * further; the rules would take as long as all else that is read of them.
 */
const mayHoldDay = made(
  () =>
    new RegExp(
      filled(
        String.raw`\d|(?<![a-z])(?:eo[yqmw]|fy|{month}|{weekday})|{day}|{unit}|{near}|{holiday}|{fiscal-years}|{weekends}|{quarters}|{halves}`,
      ),
    ),
);

/** Whether a text may say a day at all; most sentences don't, and needn't be searched for one. */
export const mayTellDay = (text: string): boolean => mayHoldDay().test(flattenDates(text, true).text);

const between = made(() => new RegExp(filled('{between-dates}(?: {date-the})* ?$')));

/**
 * Every day of a message, past ones too. In an `answer` to "when" all that may be a day is one; else, as a `fact`, only
 * what can be nothing but a day.
 */
export const findSaidDays = remembered(
  (text: string, locale: Language, today: Day, mode: 'answer' | 'fact'): readonly SaidDay[] => {
    const flat = flattenDates(text.slice(0, MAX_READ_LENGTH), mode === 'answer');
    if (!mayHoldDay().test(flat.text)) return [];
    return findHits(flat, { locale, today }, mode).flatMap((hit) => {
      const [first, second] = hit.meanings === 'impossible' ? [] : hit.meanings;
      if (first === undefined) return [];
      const days = [first, ...(second === undefined ? [] : [second])].flatMap(usualDays(today));
      const options = [...new Set(days)];
      const [date = first.date] = options;
      const { start, end } = spanOf(flat, hit.from, hit.to);
      const isRange = second !== undefined && between().test(hit.before);
      return [{ date, options: options.length > 1 ? options : [], isRange, start, end }];
    });
  },
);

/** The readings of a meaning, without the past ones where one is to come. */
const usualDays =
  (today: Day) =>
  (meaning: DayMeaning): Day[] => {
    const all = [meaning.date, ...meaning.others];
    const coming = all.filter((day) => day >= today);
    return coming.length > 0 ? coming : [meaning.date];
  };
