import { type ClockTime, findClockTimes, inSecondHalf } from '../language/clock-times.ts';
import { stripCourtesy } from '../language/courtesy.ts';
import { weekdays } from '../language/dates/names.ts';
import { flatten } from '../language/flat.ts';
import { readPhrase } from '../language/phrases.ts';
import { anyOf, inLists, made, oneOf, phraseOf } from '../language/said.ts';
import type { Reading } from './reading.ts';

/** What a message wants to be told, or not to be told, while its person isn't asking. */
export type NoticeWish =
  /** `name` is whom it is about, as far as the words name somebody; null means all. */
  | {
      readonly kind: 'news';
      readonly isOn: boolean;
      readonly topic: 'all' | 'answers' | 'deadlines';
      readonly name: string | null;
    }
  /** Answers of ours that say something else than when they were given. */
  | { readonly kind: 'changes'; readonly isOn: boolean }
  /** A list once a week; Monday is 1, minutes count from midnight, and null was not said. */
  | { readonly kind: 'digest'; readonly weekday: number | null; readonly at: number | null }
  | { readonly kind: 'digest-off' }
  /** From when to when nothing is to be sent; null was not said. */
  | { readonly kind: 'quiet'; readonly from: number | null; readonly to: number | null }
  | { readonly kind: 'quiet-off' }
  /** Nothing any more. */
  | { readonly kind: 'nothing' }
  /** What is told as things stand. */
  | { readonly kind: 'list' };

const WHOLE = {
  'watch-on': { kind: 'news', isOn: true, topic: 'all', name: null },
  'watch-off': { kind: 'nothing' },
  'notices-list': { kind: 'list' },
  'list-off': { kind: 'digest-off' },
  'quiet-off': { kind: 'quiet-off' },
} as const satisfies Record<string, NoticeWish>;

/**
 * Reads a wish to be told something. Each word of the message must be part of it (a verb, what about, when, whose deal),
 * or it is about something else: "avvisami il team" is none. Null also for a question ("posso farmi avvisare?").
 */
export function readNoticeWish(reading: Reading): NoticeWish | null {
  const whole = readPhrase(reading.text, ...(Object.keys(WHOLE) as (keyof typeof WHOLE)[]));
  if (whole !== null) return WHOLE[whole];
  if (reading.text.length > MOST_LETTERS) return null;
  const asks = reading.clauses.some(({ act }) => act === 'question');
  // "Fammi sapere se cambia una risposta" looks like a question whether it does, which nobody could answer.
  if (asks && (reading.text.includes('?') || flatten(reading.text).text.search(patterns().changes) < 0))
    return null;
  const said = takeApart(reading);
  return said === null ? null : wishOf(said);
}

/** A longer message tells a story. */
const MOST_LETTERS = 200;

const patterns = made(() => {
  const all = (source: string): RegExp => new RegExp(source, 'g');
  const weekday = `(?<day>${oneOf(weekdays().keys())})`;
  return {
    weekly: all(phraseOf('weekly')),
    weekday: all(`(?<![a-z])(?:(?<every>${anyOf('notice-every')}) )?${weekday}(?<many>s)?(?![a-z])`),
    changes: all(phraseOf('notice-changes')),
    answers: all(phraseOf('notice-answers')),
    deadlines: all(phraseOf('notice-deadlines')),
    lists: all(phraseOf('notice-lists')),
    messages: all(phraseOf('notice-messages')),
    stops: all(phraseOf('notice-stops')),
    only: all(phraseOf('notice-only')),
    tells: all(phraseOf('notice-tells')),
    sends: all(phraseOf('notice-sends')),
    about: new RegExp(`${phraseOf('notice-about')}[ ']*$`),
  };
});

const isAside = inLists('function', 'notice-aside', 'notice-about', 'deal-nouns', 'deals-nouns');

/** A message's words by what they are in a wish. */
interface Said {
  readonly has: Readonly<Record<Part, boolean>>;
  readonly times: readonly ClockTime[];
  /** Monday is 1; null where no day is named that comes again and again. */
  readonly weekday: number | null;
  readonly name: string | null;
}

const PARTS = [
  'changes',
  'answers',
  'deadlines',
  'lists',
  'messages',
  'weekly',
  'stops',
  'only',
  'tells',
  'sends',
] as const;

/** Those before the times, whose words may hold a figure ("14 giorni"). */
const FIRST_PARTS = 6;

type Part = (typeof PARTS)[number];

/** Null where a word is left over that is none of a wish. */
function takeApart({ text, facts }: Reading): Said | null {
  const typed = stripCourtesy(text);
  // "On Mondays" looks like a company's name, too.
  const weekday = takeWeekday(flatten(typed).text);
  let { rest } = weekday;
  const blank = (start: number, end: number): void => {
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  };
  const company = facts.find(({ kind }) => kind === 'known-name' || kind === 'organisation');
  const known = company === undefined ? '' : flatten(text.slice(company.start, company.end)).text;
  const nameAt = known === '' ? -1 : rest.indexOf(known);
  if (nameAt >= 0) blank(nameAt, nameAt + known.length);
  const has = Object.fromEntries(PARTS.map((part) => [part, false])) as Record<Part, boolean>;
  const take = (part: Part): void => {
    rest = rest.replace(patterns()[part], (found) => {
      has[part] = true;
      return ' '.repeat(found.length);
    });
  };
  for (const part of PARTS.slice(0, FIRST_PARTS)) take(part);
  const times = findClockTimes(rest);
  for (const { start, end } of times) blank(start, end);
  for (const part of PARTS.slice(FIRST_PARTS)) take(part);
  const left = [...rest.matchAll(/[\p{L}\p{N}&]+/gu)].filter(([word]) => !isAside(word));
  const leftName = left.length === 0 ? null : nameLeft(left, rest, typed);
  if (left.length > 0 && leftName === null) return null;
  const name = nameAt >= 0 && company !== undefined && 'value' in company ? String(company.value) : leftName;
  return { has, times, weekday: weekday.day, name };
}

function takeWeekday(text: string): { readonly rest: string; readonly day: number | null } {
  let day: number | null = null;
  const rest = text.replace(patterns().weekday, (...found) => {
    const groups = found.at(-1) as Readonly<Record<string, string | undefined>>;
    const isHabit = groups['every'] !== undefined || groups['many'] !== undefined;
    // "Lunedì" alone is the next one.
    if (!isHabit) return String(found[0]);
    day = weekdays().get(groups['day'] ?? '') ?? null;
    return ' '.repeat(String(found[0]).length);
  });
  return { rest, day };
}

/** Words that stand together behind "per", "di", "about" name a company, though nobody knows it. */
function nameLeft(left: readonly RegExpMatchArray[], rest: string, typed: string): string | null {
  const [first, last] = [left[0], left.at(-1)];
  if (first === undefined || last === undefined || left.length > MOST_NAME_WORDS) return null;
  const [start, end] = [first.index ?? 0, (last.index ?? 0) + last[0].length];
  const isTogether = rest.slice(start, end).split(/\s+/u).length === left.length;
  return isTogether && patterns().about.test(rest.slice(0, start)) ? typed.slice(start, end) : null;
}

const MOST_NAME_WORDS = 4;

function wishOf(said: Said): NoticeWish | null {
  const { has, times, weekday, name } = said;
  const isHabit = weekday !== null || has.weekly;
  const bounds = times.filter(({ how }) => how !== 'at');
  if (bounds.length > 0 && !isHabit && name === null) return quietOf(said);
  if (isHabit && name === null) return digestOf(said);
  if (times.length > 0 || isHabit) return null;
  const isOn = !has.stops;
  const isVerb = has.tells || has.sends;
  if (has.changes) return name === null && (isVerb || !isOn) ? { kind: 'changes', isOn } : null;
  if (has.deadlines && isVerb) return { kind: 'news', isOn, topic: 'deadlines', name };
  if (has.answers && isVerb) return { kind: 'news', isOn, topic: isOn ? 'all' : 'answers', name };
  if (!isOn && has.lists && name === null) return { kind: 'digest-off' };
  if (has.lists) return null;
  if (has.tells || (has.messages && !isOn)) {
    return !isOn && name === null ? { kind: 'nothing' } : { kind: 'news', isOn, topic: 'all', name };
  }
  return null;
}

function digestOf({ has, times, weekday }: Said): NoticeWish | null {
  if (has.stops) return { kind: 'digest-off' };
  const isAsked = has.lists || has.tells;
  const [time] = times;
  if (!isAsked) return null;
  // Nobody means five in the night by "alle cinque".
  const at = time === undefined ? null : time.minute < EARLIEST ? inSecondHalf(time) : time.minute;
  return { kind: 'digest', weekday, at };
}

const EARLIEST = 6 * 60;

/** "Niente dopo le 18" and "tra le 20 e le 8" say when it is quiet, "scrivimi solo dalle 9 alle 18" when it isn't. */
function quietOf({ has, times }: Said): NoticeWish | null {
  const isVerb = has.stops || has.messages || has.only;
  const [first, second, ...more] = times;
  if (!isVerb || first === undefined || more.length > 0) return null;
  const to = second ?? (first.how === 'before' ? first : null);
  const from = first === to ? null : fromOf(first, to);
  const until = to?.minute ?? null;
  return has.only ? { kind: 'quiet', from: until, to: from } : { kind: 'quiet', from, to: until };
}

/** "Dopo le 6" is the evening, and "dalle 8 alle 8" begins there; "dalle 9 alle 18" in the morning. */
function fromOf(first: ClockTime, to: ClockTime | null): number {
  return to === null || to.minute === first.minute ? inSecondHalf(first) : first.minute;
}
