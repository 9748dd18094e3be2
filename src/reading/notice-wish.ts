import { type ClockTime, findClockTimes, inSecondHalf } from '../language/clock-times.ts';
import { stripCourtesy } from '../language/courtesy.ts';
import { weekdays } from '../language/dates/names.ts';
import { flatten } from '../language/flat.ts';
import { readPhrase } from '../language/phrases.ts';
import { anyOf, inLists, made, oneOf, patternOf, phraseOf } from '../language/said.ts';
import { foldedWords } from './folded.ts';
import type { Reading } from './reading.ts';

/** What a message wants to be told, or not to be told, while its person isn't asking. */
export type NoticeWish =
  /** `name` is whom it is about, as far as the words name somebody; null means all. */
  | {
      readonly kind: 'news';
      readonly isOn: boolean;
      readonly topic: 'all' | 'answers' | 'deadlines';
      readonly name: string | null;
      /** Whether the words say that all deals are meant: "per tutti", "i miei deal". */
      readonly isOfAll?: true;
      /** Whether all others are to be the other way: "solo Fabrikam", "niente tranne Fabrikam", "tutti tranne Fabrikam". */
      readonly isAlone?: true;
    }
  /** Answers of ours that say something else than when they were given. */
  | { readonly kind: 'changes'; readonly isOn: boolean }
  /** A list once a week; Monday is 1, minutes count from midnight, and null was not said. */
  | {
      readonly kind: 'digest';
      readonly weekday: number | null;
      readonly at: number | null;
      /** True where it changes the list that there is: "anzi ogni venerdì". */
      readonly isChange?: true;
    }
  /** A reminder of something that the person is to do, which nobody can set here. */
  | { readonly kind: 'reminder' }
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
 *
 * @param isGoingOn whether the message before was one, which "e anche per Contoso" or "anzi ogni venerdì" goes on with
 */
export function readNoticeWish(reading: Reading, isGoingOn = false): NoticeWish | null {
  const whole = readPhrase(reading.text, ...(Object.keys(WHOLE) as (keyof typeof WHOLE)[]));
  if (whole !== null) {
    const wish = WHOLE[whole];
    return wish.kind === 'news' ? { ...wish, ...allOf(saysAll(reading.text)) } : wish;
  }
  if (reading.text.length > MOST_LETTERS) return null;
  return readWish(reading, isGoingOn) ?? (isReminder(reading) ? { kind: 'reminder' } : null);
}

function readWish(reading: Reading, isGoingOn: boolean): NoticeWish | null {
  const asks = reading.clauses.some(({ act }) => act === 'question');
  // "Fammi sapere se cambia una risposta" looks like a question whether it does, which nobody could answer.
  if (asks && (reading.text.includes('?') || flatten(reading.text).text.search(patterns().changes) < 0))
    return null;
  const said = takeApart(reading, isGoingOn);
  const wish = said === null ? null : wishOf(said);
  if (wish !== null || said === null || !isGoingOn) return wish ?? whenOf(reading);
  return goingOn(said);
}

/** "Quando Contoso viene accettato": whatever becomes of a deal is told by the one kind of news that there is of it. */
function whenOf({ text, facts }: Reading): NoticeWish | null {
  const company = facts.find(({ kind }) => kind === 'known-name');
  if (company?.kind !== 'known-name' || facts.some(({ kind }) => kind === 'day')) return null;
  const before = flatten(text.slice(0, company.start)).text;
  const opening = patterns().opening.exec(before);
  if (opening === null || (opening.groups?.['sends'] !== undefined && !isTimed(before))) return null;
  return { kind: 'news', isOn: true, topic: 'all', name: company.value };
}

/** "Fammi sapere se" asks how it is, "fammi sapere quando" waits. */
const isTimed = (text: string): boolean => !/\b(?:se|if)\b/u.test(text);

/** A wish that goes on with the one before: whom else, whom not, which day. */
function goingOn({ has, times, weekday, name }: Said): NoticeWish | null {
  const isOn = !has.stops && !has.excepts;
  const [time, ...more] = times;
  if (name !== null) return time === undefined && weekday === null ? newsOf(name, isOn, has) : null;
  if (!isOn || more.length > 0 || (time === undefined && weekday === null)) return null;
  return { kind: 'digest', weekday, at: minuteOf(time), isChange: true };
}

const toDo = patternOf()`^\s*(?:\S+\s+){0,2}${'remind-of'}\s`;

/** "Ricordami di chiamare Contoso", "remind me tomorrow to …": of what the person is to do. */
function isReminder({ text, facts }: Reading): boolean {
  const flat = flatten(stripCourtesy(text)).text;
  const opening = patterns().reminds.exec(flat);
  if (opening === null) return false;
  const rest = flat.slice(opening[0].length);
  return toDo().test(rest) || facts.some(({ kind }) => kind === 'day');
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
    but: all(phraseOf('notice-but')),
    tells: all(phraseOf('notice-tells')),
    sends: all(phraseOf('notice-sends')),
    excepts: all(phraseOf('except')),
    about: new RegExp(`${phraseOf('notice-about')}[ ']*$`),
    opening: new RegExp(
      `^(?:${phraseOf('leads')} )*(?:${phraseOf('notice-tells')}|(?<sends>${phraseOf('notice-sends')})).*?${phraseOf('notice-when')}`,
    ),
    reminds: new RegExp(`^(?:${phraseOf('leads')} )*${phraseOf('notice-reminds')}`),
  };
});

const isAside = inLists('function', 'notice-aside', 'notice-about', 'deal-nouns', 'deals-nouns');
const isBetween = inLists('correcting', 'also', 'that-one', 'those');
const isAll = inLists('all-of-them', 'deals-nouns', 'own-deals');

const allOf = (isOfAll: boolean): { readonly isOfAll?: true } => (isOfAll ? { isOfAll } : {});
/** "Solo Contoso" and "tranne Contoso" tell of all others, too. */
function newsOf(
  name: string,
  isOn: boolean,
  { only, but }: Said['has'],
): Extract<NoticeWish, { kind: 'news' }> {
  const alone = only || but ? { isAlone: true as const } : {};
  return { kind: 'news', isOn: but ? !isOn : isOn, topic: 'all', name, ...alone };
}
const saysAll = (text: string): boolean => foldedWords(text).some((word) => isAll(word));

/** A message's words by what they are in a wish. */
interface Said {
  readonly has: Readonly<Record<Part, boolean>>;
  readonly times: readonly ClockTime[];
  /** Monday is 1; null where no day is named that comes again and again. */
  readonly weekday: number | null;
  readonly name: string | null;
  readonly isOfAll: boolean;
  /** Whether what is to be sent is sent to the person: "mandarmi", "send me", and not "non voglio". */
  readonly isToMe: boolean;
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
  'but',
  'tells',
  'sends',
  'excepts',
] as const;

/** Those before the times, whose words may hold a figure ("14 giorni"). */
const FIRST_PARTS = 6;

type Part = (typeof PARTS)[number];

/** Null where a word is left over that is none of a wish. */
function takeApart({ text, facts }: Reading, isGoingOn: boolean): Said | null {
  const typed = stripCourtesy(text);
  // "On Mondays" looks like a company's name, too.
  const weekday = takeWeekday(flatten(typed).text, isGoingOn);
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
  const isToMe = (rest.match(patterns().sends) ?? []).some((found) => TO_ME.test(found));
  for (const part of PARTS.slice(FIRST_PARTS)) if (isGoingOn || part !== 'excepts') take(part);
  const isLeft = (word: string): boolean => !isAside(word) && !(isGoingOn && isBetween(word));
  const left = [...rest.matchAll(/[\p{L}\p{N}&]+/gu)].filter(([word]) => isLeft(word));
  const leftName = left.length === 0 ? null : nameLeft(left, rest, typed);
  if (left.length > 0 && leftName === null) return null;
  const name = nameAt >= 0 && company !== undefined && 'value' in company ? String(company.value) : leftName;
  return { has, times, weekday: weekday.day, name, isOfAll: saysAll(text), isToMe };
}

/** A verb with its pronoun. */
const TO_ME = /mi$|^mi | me$/u;

function takeWeekday(
  text: string,
  isGoingOn: boolean,
): { readonly rest: string; readonly day: number | null } {
  let day: number | null = null;
  const rest = text.replace(patterns().weekday, (...found) => {
    const groups = found.at(-1) as Readonly<Record<string, string | undefined>>;
    const isHabit = groups['every'] !== undefined || groups['many'] !== undefined;
    // "Lunedì" alone is the next one.
    if (!isHabit && !isGoingOn) return String(found[0]);
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
  const { has, times, weekday, name, isOfAll, isToMe } = said;
  const isHabit = weekday !== null || has.weekly;
  const bounds = times.filter(({ how }) => how !== 'at');
  if (bounds.length > 0 && !isHabit && name === null) return quietOf(said);
  if (isHabit && name === null) return digestOf(said);
  if (times.length > 0 || isHabit) return null;
  const isOn = !has.stops;
  const isVerb = has.tells || has.sends;
  if (has.changes) return name === null && (isVerb || !isOn) ? { kind: 'changes', isOn } : null;
  if (has.deadlines && isVerb) return { kind: 'news', isOn, topic: 'deadlines', name, ...allOf(isOfAll) };
  if (has.answers && isVerb)
    return { kind: 'news', isOn, topic: isOn ? 'all' : 'answers', name, ...allOf(isOfAll) };
  if (!isOn && has.lists && name === null) return { kind: 'digest-off' };
  if (has.lists) return null;
  if (has.tells || ((has.messages || (has.sends && isToMe)) && !isOn)) {
    if (!isOn && name === null) return { kind: 'nothing' };
    if (name === null) return { kind: 'news', isOn, topic: 'all', name, ...allOf(isOfAll) };
    return { ...newsOf(name, isOn, has), ...allOf(isOfAll) };
  }
  return null;
}

function digestOf({ has, times, weekday }: Said): NoticeWish | null {
  if (has.stops) return { kind: 'digest-off' };
  const isAsked = has.lists || has.tells;
  const [time] = times;
  if (!isAsked) return null;
  return { kind: 'digest', weekday, at: minuteOf(time) };
}

/** Nobody means five in the night by "alle cinque". */
function minuteOf(time: ClockTime | undefined): number | null {
  if (time === undefined) return null;
  return time.minute < EARLIEST ? inSecondHalf(time) : time.minute;
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
