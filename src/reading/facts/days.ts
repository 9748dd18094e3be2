import { findSaidDays } from '../../language/dates/dates.ts';
import { patternOf } from '../../language/said.ts';
import { STRENGTH } from './candidate.ts';
import { partFor } from './parts.ts';
import type { Place } from '../reading.ts';
import type { ProposedFact } from './candidate.ts';
import type { SaidDay } from '../../language/dates/dates.ts';
import type { Typed } from './typed.ts';

/** Days, wherever they stand; where one was asked for, or after its label, also what is a day only there ("15.03"). */
export function findDays(typed: Typed): ProposedFact[] {
  const { locale, today } = typed.context;
  const everywhere = findSaidDays(typed.text, locale, today, 'fact').map((day) =>
    candidateOf(typed, day, STRENGTH.formed),
  );
  const part = partFor(typed.parts, 'closing-date', null);
  const answered =
    part === null ? [] : findSaidDays(typed.text.slice(part.start, part.end), locale, today, 'answer');
  const shift = part?.start ?? 0;
  const found = [
    ...everywhere,
    ...answered.map((day) =>
      candidateOf(typed, { ...day, start: day.start + shift, end: day.end + shift }, STRENGTH.formed - 5),
    ),
  ].flat();
  const days = found.filter(({ guess }) => !isBareBehind(typed, guess, houseBefore()));
  const isOne = new Set(days.map(({ guess }) => guess.end)).size === 1;
  return isOne && days.some(({ guess }) => isBehind(typed, guess, deniedBefore())) ? [] : days;
}

/** "Non il 3": what is denied with no other day beside it tells none. */
const isBehind = ({ plain }: Typed, { start }: Place, before: RegExp): boolean =>
  before.test(plain.slice(Math.max(0, start - 24), start));

/** "Il civico è il 2, non il 3": a bare number is no day behind the word for a house. */
const isBareBehind = (typed: Typed, place: Place, before: RegExp): boolean =>
  BARE.test(typed.plain.slice(place.start, place.end)) && isBehind(typed, place, before);

const BARE = /^\p{L}+ ?\d{1,2}\D{0,2}$/u;
const deniedBefore = patternOf()`(?<![a-z])(?:${'denying'}|${'excluding'})(?: [a-z]{1,3}){0,2} $`;
const houseBefore = patternOf()`(?<![a-z])${'house-said'}(?: [a-z']{1,3}){0,2} $`;

/** What moves or counts days and was not read with them: "terzo venerdì", "15 marzo 28". */
const unreadBefore = patternOf()`${'places'} +$`;
const UNREAD_AFTER = /^ ?\d/;
/** "Dopo il 15 marzo" is no day by itself. */
const after = patternOf()`(?<![a-z])${'days-after'}(?: (?:${'articles'}))? ?$`;
const isAfter = (before: string): boolean => after().test(before);

/** "Al cambio di oggi", "at today's rate": a day that says which, and is none by itself. */
const ofNoun = patternOf()`(?:^|[^a-z])[a-z]{3,} ${'date-of'} $`;
const ofDate = patternOf()`(?:^|[^a-z])(?:${'date-cues'}|${'label-closing-date'}) ${'date-of'} $`;
const isOfNoun = (before: string): boolean => ofNoun().test(before) && !ofDate().test(before);
const OWNS = /^'s /;

const paidBefore = patternOf()`\d ?(?:${'multipliers'}|${'currencies'})? $`;
const term = patternOf()`^${'term-links'} (?:\d{1,3}|[a-z]{2,12}) (?:${'units'})$`;

/** "In 2006" tells of the past and is nobody's date. */
const OLDEST_YEARS = 2;

function candidateOf({ plain, context: { today } }: Typed, day: SaidDay, strength: number): ProposedFact[] {
  if (day.isRange || day.date < `${String(Number(today.slice(0, 4)) - OLDEST_YEARS)}`) return [];
  const isOfThing =
    day.date === today &&
    (OWNS.test(plain.slice(day.end, day.end + 3)) ||
      isOfNoun(plain.slice(Math.max(0, day.start - 40), day.start)));
  // "120k in tre anni" is paid in that time, and closes on no day.
  const isTerm =
    paidBefore().test(plain.slice(Math.max(0, day.start - 16), day.start)) &&
    term().test(plain.slice(day.start, day.end));
  if (isOfThing || isTerm) return [];
  const isBeside =
    unreadBefore().test(plain.slice(Math.max(0, day.start - 16), day.start)) ||
    isAfter(plain.slice(Math.max(0, day.start - 16), day.start)) ||
    UNREAD_AFTER.test(plain.slice(day.end, day.end + 2));
  const { date: value, options, start, end } = day;
  const isSure = options.length === 0 && !isBeside;
  return [{ guess: { kind: 'day', value, options, start, end, isSure }, strength }];
}
