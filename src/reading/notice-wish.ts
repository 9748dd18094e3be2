import { type ClockTime, findClockTimes, inSecondHalf } from '../language/clock-times.ts';
import { stripCourtesy } from '../language/courtesy.ts';
import { weekdays } from '../language/dates/names.ts';
import { flatten } from '../language/flat.ts';
import { readPhrase } from '../language/phrases.ts';
import { anyOf, inLists, made, oneOf, patternOf, phraseOf } from '../language/said.ts';
import { asks, does, doesOnly } from './contents.ts';
import { foldedWords } from './folded.ts';
import { daysAheadIn, type Unable, unableIn, type Unheld, unheldIn } from './notice-limits.ts';
import type { Reading } from './reading.ts';

/** What a message wants to be told, or not to be told, while its person isn't asking. */
export type NoticeWish =
  /** `names` are whom it is about, as far as the words name somebody; none means all. */
  | {
      readonly kind: 'news';
      readonly isOn: boolean;
      readonly topic: 'all' | 'answers' | 'deadlines';
      readonly names: readonly string[];
      /** Of whom nothing is to be told, said along: "per Contoso, non Fabrikam". */
      readonly without?: readonly string[];
      /** Whether it takes the place of what was set last: "no aspetta, intendevo Contoso". */
      readonly isInstead?: true;
      /** What of the words can't be held to, which is said. */
      readonly unheld?: Unheld;
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
      /** True where more days are named than the one that it comes on. */
      readonly isOften?: true;
    }
  /** Something that can't be set, which is said. */
  | { readonly kind: 'unable'; readonly what: Unable }
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
  'watch-on': { kind: 'news', isOn: true, topic: 'all', names: [] },
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
  const wish = readWish(reading, isGoingOn);
  if (wish?.kind === 'news') return wish.isOn ? withUnheld(wish, reading.text) : wish;
  if (wish !== null) return wish;
  if (isReminder(reading)) return { kind: 'reminder' };
  const what = unableIn(reading, isGoingOn);
  return what === null ? null : { kind: 'unable', what };
}

function withUnheld(wish: Extract<NoticeWish, { kind: 'news' }>, text: string): NoticeWish {
  const unheld = wish.unheld ?? unheldIn(text);
  return unheld === null ? wish : { ...wish, unheld };
}

function readWish(reading: Reading, isGoingOn: boolean): NoticeWish | null {
  // "Fammi sapere se cambia una risposta" looks like a question whether it does, which nobody could answer.
  if (
    does(reading, 'question') &&
    (reading.text.includes('?') || flatten(reading.text).text.search(patterns().changes) < 0)
  )
    return null;
  const said = takeApart(reading, isGoingOn);
  const wish = said === null ? null : wishOf(said);
  if (wish !== null || !isGoingOn) return wish ?? whenOf(reading);
  return (said === null ? whenOf(reading) : goingOn(said)) ?? insteadOf(reading);
}

/** "No aspetta, intendevo Contoso Pharma": whom it was to be about. */
function insteadOf(reading: Reading): NoticeWish | null {
  const { facts } = reading;
  const names = namesOf(reading);
  const isOnly = doesOnly(reading, ['correction', 'refusal', 'assent', 'courtesy', 'filler', 'statement']);
  const isCorrected = does(reading, 'correction') || patterns().takesBack.test(flatten(reading.text).text);
  if (!isCorrected || !isOnly || asks(reading)) return null;
  if (names.length === 0 || facts.some(({ kind }) => kind !== 'known-name')) return null;
  return { kind: 'news', isOn: true, topic: 'all', names, isInstead: true };
}

const namesOf = ({ facts }: Reading): string[] =>
  facts.flatMap((fact) => (fact.kind === 'known-name' ? [fact.value] : []));

/** "Quando Contoso viene accettato": whatever becomes of a deal is told by the one kind of news that there is of it. */
function whenOf(reading: Reading): NoticeWish | null {
  const { text, facts } = reading;
  const company = facts.find(({ kind }) => kind === 'known-name');
  if (company?.kind !== 'known-name' || facts.some(({ kind }) => kind === 'day')) return null;
  const before = flatten(text.slice(0, company.start)).text;
  const opening = patterns().opening.exec(before);
  const isAhead = opening !== null && (opening.groups?.['sends'] === undefined || isTimed(before));
  // "Se Contoso scade fammelo sapere": what is waited for goes first.
  const behind = patterns().closing.exec(flatten(stripCourtesy(text)).text)?.groups?.['verb'];
  if (!isAhead && (behind === undefined || !/m[ei]/u.test(behind))) return null;
  const [name = '', ...others] = namesOf(reading);
  // What is said of another one behind it ("quello di Fabrikam invece toglilo") is another wish.
  const more = others.length > 0 ? { unheld: 'rest' as const } : {};
  return { kind: 'news', isOn: true, topic: 'all', names: [name], ...more };
}

/** "Fammi sapere se" asks how it is, "fammi sapere quando" waits. */
const isTimed = (text: string): boolean => !/\b(?:se|if)\b/u.test(text);

/** A wish that goes on with the one before: whom else, whom not, which day. */
function goingOn(said: Said): NoticeWish | null {
  const { has, times, weekday, names, without } = said;
  const isOn = !has.stops && !has.excepts;
  const [time, ...more] = times;
  if (names.length > 0 || without.length > 0)
    return time === undefined && weekday === null ? newsOf(said, isOn) : null;
  if (times.some(({ how }) => how !== 'at')) return has.stops ? quietOf(said) : null;
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
    without: new RegExp(
      `${phraseOf('denying')}(?: ${phraseOf('notice-about')})?[ ']*(?:${anyOf('articles')}[ ']*)?$`,
    ),
    deniedLast: new RegExp(
      `(?<=[ ,])${phraseOf('denying')}(?: ${phraseOf('notice-about')})?[ ']*((?:[a-z\\d&.]+ ?){1,3}[.! ]*)$`,
    ),
    when: new RegExp(phraseOf('notice-when')),
    takesBack: new RegExp(`^(?:${phraseOf('beside-taking-back')}[ ,]+)*${phraseOf('taking-back')}[ ,]`),
    notDay: new RegExp(`${phraseOf('denying')} *$`),
    closing: new RegExp(
      `^(?:${phraseOf('leads')} )*${phraseOf('notice-when')}.*(?<verb>${phraseOf('notice-tells', 'notice-sends')})(?: [a-z]+)?(?:$|[.,!])`,
    ),
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
  { has: { only, but }, names, without }: Said,
  isOn: boolean,
): Extract<NoticeWish, { kind: 'news' }> {
  const alone = only || but ? { isAlone: true as const } : {};
  if (names.length === 0 && without.length > 0)
    return { kind: 'news', isOn: false, topic: 'all', names: without };
  const beside = without.length > 0 ? { without } : {};
  return { kind: 'news', isOn: but ? !isOn : isOn, topic: 'all', names, ...beside, ...alone };
}
const saysAll = (text: string): boolean => foldedWords(text).some((word) => isAll(word));

/** A message's words by what they are in a wish. */
interface Said {
  readonly has: Readonly<Record<Part, boolean>>;
  readonly times: readonly ClockTime[];
  /** Monday is 1; null where no day is named that comes again and again. */
  readonly weekday: number | null;
  /** Whether another day is put in its place, or beside it. */
  readonly isOtherDay: boolean;
  readonly isOften: boolean;
  readonly names: readonly string[];
  readonly without: readonly string[];
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
  const [names, without]: [string[], string[]] = [[], []];
  for (const fact of facts) {
    if (fact.kind !== 'known-name' && fact.kind !== 'organisation') continue;
    const said = flatten(text.slice(fact.start, fact.end)).text;
    const at = rest.indexOf(said);
    if (at < 0) continue;
    const denied = patterns().without.exec(rest.slice(0, at));
    (denied === null ? names : without).push(fact.value);
    blank(denied?.index ?? at, at + said.length);
  }
  // Who is denied is no fact of the message: "su Contoso, non su Fabrikam".
  const denied = names.length === 0 ? null : patterns().deniedLast.exec(rest);
  if (denied !== null && !patterns().when.test(denied[0])) {
    without.push(typed.slice(rest.length - (denied[1] ?? '').length).replace(/[\s.,!]+$/u, ''));
    blank(denied.index, rest.length);
  }
  const ahead = daysAheadIn(rest);
  if (ahead !== null) blank(ahead.index, ahead.index + ahead[0].length);
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
  if (leftName !== null && names.length === 0) names.push(leftName);
  if (names.length === 0 && without.length > 0) has.stops = true;
  const { day, isOther: isOtherDay, isOften } = weekday;
  return { has, times, weekday: day, isOtherDay, isOften, names, without, isOfAll: saysAll(text), isToMe };
}

/** A verb with its pronoun; "don't tell me" is an exclamation. */
const TO_ME = /mi$|^mi |(?<!tell) me$/u;

/** The day that is named: of "non il lunedì, il martedì" the one that counts, of "lunedì e giovedì" the first. */
function takeWeekday(
  text: string,
  isGoingOn: boolean,
): {
  readonly rest: string;
  readonly day: number | null;
  readonly isOther: boolean;
  readonly isOften: boolean;
} {
  const named = [...text.matchAll(patterns().weekday)].map(({ 0: said, index, groups = {} }) => {
    const isHabit = groups['every'] !== undefined || groups['many'] !== undefined;
    const denied = patterns().notDay.exec(text.slice(0, index));
    const start = denied?.index ?? index;
    return { isHabit, isDenied: denied !== null, start, end: index + said.length, day: groups['day'] ?? '' };
  });
  // "Lunedì" alone is the next one.
  const isHabit = isGoingOn || named.some((each) => each.isHabit);
  const meant = named.filter(({ isDenied }) => !isDenied);
  const isOther = meant.length > 0 && meant.length < named.length;
  const days = isOther || meant.length > 0 ? meant : named;
  const [first, ...more] = days;
  if (!isHabit || first === undefined) return { rest: text, day: null, isOther: false, isOften: false };
  let rest = text;
  for (const { start, end, isDenied, day } of named) {
    // Where all are denied, what denies them stops the list.
    const from = isDenied && !isOther ? text.indexOf(day, start) : start;
    rest = rest.slice(0, from) + ' '.repeat(end - from) + rest.slice(end);
  }
  return { rest, day: weekdays().get(first.day) ?? null, isOther, isOften: more.length > 0 };
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
  const { has, times, weekday, isOfAll, isToMe } = said;
  const isHabit = weekday !== null || has.weekly;
  const isNamed = said.names.length > 0 || said.without.length > 0;
  const bounds = times.filter(({ how }) => how !== 'at');
  if (bounds.length > 0 && !isHabit && !isNamed) return quietOf(said);
  if (isHabit && !isNamed) return digestOf(said);
  if (times.length > 0 || isHabit) return null;
  const isOn = !has.stops;
  const isVerb = has.tells || has.sends;
  if (has.changes) return !isNamed && (isVerb || !isOn) ? { kind: 'changes', isOn } : null;
  // "Solo" belongs to what is waited for then, and not to whom it is about.
  const news = { ...newsOf({ ...said, has: { ...has, only: false, but: false } }, isOn), ...allOf(isOfAll) };
  if (has.deadlines && isVerb) return { ...news, topic: 'deadlines' };
  if (has.answers && isVerb) return { ...news, topic: isOn ? 'all' : 'answers' };
  if (!isOn && has.lists && !isNamed) return { kind: 'digest-off' };
  if (has.lists) return null;
  if (has.tells || ((has.messages || (has.sends && isToMe)) && !isOn)) {
    if (!isOn && !isNamed) return { kind: 'nothing' };
    if (!isNamed) return { kind: 'news', isOn, topic: 'all', names: [], ...allOf(isOfAll) };
    return { ...newsOf(said, isOn), ...allOf(isOfAll) };
  }
  return null;
}

function digestOf({ has, times, weekday, isOtherDay, isOften }: Said): NoticeWish | null {
  if (has.stops && !isOtherDay) return { kind: 'digest-off' };
  const [time] = times;
  if (isOtherDay && !has.stops) return { kind: 'digest', weekday, at: minuteOf(time), isChange: true };
  if (!has.lists && !has.tells) return null;
  return { kind: 'digest', weekday, at: minuteOf(time), ...(isOften ? { isOften } : {}) };
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
