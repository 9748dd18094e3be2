import { type ClockTime, findClockTimes } from '../../language/clock-times.ts';
import { stripCourtesy } from '../../language/courtesy.ts';
import { weekdays } from '../../language/dates/names.ts';
import { flatten } from '../../language/flat.ts';
import { anyOf, inLists, made, oneOf, patternOf, phraseOf } from '../../language/said.ts';
import { foldedWords } from '../folded.ts';
import type { Reading } from '../reading.ts';
import { daysAheadIn } from './limits.ts';

/** A message's words by what they are in a wish. */
export interface WishParts {
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
    notDay: new RegExp(`${phraseOf('denying')} *$`),
    about: new RegExp(`${phraseOf('notice-about')}[ ']*$`),
  };
});

const isAside = inLists('function', 'notice-aside', 'notice-about', 'deal-nouns', 'deals-nouns');
const isBetween = inLists('correcting', 'also', 'that-one', 'those');
const isAll = inLists('all-of-them', 'deals-nouns', 'own-deals');

/** Whether the words say that all deals are meant. */
export const saysAll = (text: string): boolean => foldedWords(text).some((word) => isAll(word));

/** Takes a message apart; null where a word is left over that is none of a wish. */
export function takeApart({ text, facts }: Reading, isGoingOn: boolean): WishParts | null {
  const said = stripCourtesy(text);
  // "No, di venerdì" stops nothing.
  const typed = isGoingOn ? said.replace(noBefore(), '') : said;
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

const noBefore = patternOf(
  'iu',
)`^\s*(?:${'no'})(?: ${'taking-back'})?(?:\s*[,.;:–-]\s*(?=\S)|\s+(?=${'rather'}(?!\p{L})))`;

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
