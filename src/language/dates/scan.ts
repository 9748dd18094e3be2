import { DATE_RULES } from './rules.ts';
import { filled, mendDateWord, valueIn } from './words.ts';
import { isFunctionWord } from '../function-words.ts';
import { made } from '../said.ts';
import { fromToday } from './meaning.ts';
import { readOffset } from './rules/relative.ts';
import { flatten, mendWords } from '../flat.ts';
import type { Day } from './calendar.ts';
import type { DateContext, DayMeaning } from './meaning.ts';
import type { DateRule } from './rule.ts';
import type { Flat } from '../flat.ts';

/** Words that say a day, where they stand in the flat text. */
export interface DateHit {
  readonly from: number;
  readonly to: number;
  readonly meanings: readonly DayMeaning[] | 'impossible';
}

/** No words that frame or move a day are longer: "twenty-seven working weeks before the expected date". */
const FRAME_LETTERS = 80;

/** What stands just before a place of the text, as much as may speak of it. */
export function wordsBefore(text: string, place: number): string {
  return text.slice(Math.max(0, place - FRAME_LETTERS), place);
}

/** The words before a day that make it a deadline. */
const frame = made(
  () =>
    new RegExp(
      filled(
        String.raw`(?:^|[^a-z])(?:{by}|{before-date}|{date-frames})(?: (?:{date-the}|{date-frames}))*[\s:,]*$`,
      ),
    ),
);
const framedInside = made(() => new RegExp(filled('^(?:{by}|{before-date}|{part}|{date-frames})')));
const afterPart = made(() => new RegExp(filled('{part} $')));

/** Flattens and mends the words of dates; a capitalised word in the middle of a sentence is a name. */
export function flattenDates(text: string, isAnswer: boolean): Flat {
  const flat = flatten(text);
  return mendWords(flat, (word, raw, before) => {
    if (!isAnswer && /^\p{Lu}/u.test(raw)) return null;
    return mendDateWord(word, afterPart().test(before) || (isAnswer && /\d ?$/.test(before)));
  });
}

/** How much is read as a day: in an `answer` to "when" all that may be one; as a `fact` what can be nothing else. */
export type DateMode = 'answer' | 'fact';

/** Every day that the text says, in reading order, without overlaps. */
export function findDateHits(flat: Flat, context: DateContext, mode: DateMode): DateHit[] {
  const hits = DATE_RULES.flatMap((rule) => hitsOf(rule, flat, context, mode));
  const longest = hits.sort((a, b) => b.to - b.from - (a.to - a.from));
  // By letter, whether a hit has it: the longest took theirs first, so a shorter one is free if both its ends are.
  const isTaken = new Uint8Array(flat.text.length);
  const kept = longest.filter(({ from, to }) => {
    if (isTaken[from] === 1 || isTaken[to - 1] === 1) return false;
    isTaken.fill(1, from, to);
    return true;
  });
  return kept
    .filter((hit) => !isEarliest(hit, flat.text))
    .sort((a, b) => a.from - b.from)
    .map((hit) => addOffset(hit, flat));
}

const before = made(() => new RegExp(filled('^{before-date}(?: {date-the})* ?')));
const denied = made(
  () =>
    new RegExp(
      filled("(?<![a-z'])(?:{denying}|{negation})(?: [a-z']+){0,2} {before-date}(?: {date-the})* ?$"),
    ),
);

/** "Non prima di marzo" and "not before the 3rd" tell when it is too early, and no day. */
function isEarliest({ from, to }: DateHit, text: string): boolean {
  const inside = before().exec(text.slice(from, to))?.[0].length ?? 0;
  return denied().test(wordsBefore(text, from + inside));
}

/** "due settimane dopo natale", "a week before March 15": the length before a day moves it. */
function addOffset(hit: DateHit, flat: Flat): DateHit {
  const offset = readOffset(wordsBefore(flat.text, hit.from));
  if (offset === null || hit.meanings === 'impossible') return hit;
  const move = (day: Day): Day => fromToday(offset.count, offset.unit, day);
  const meanings = hit.meanings.map(({ date, others, next }) => ({
    date: move(date),
    others: others.map(move),
    next: move(next),
  }));
  return { from: hit.from - offset.letters, to: hit.to, meanings };
}

function hitsOf(rule: DateRule, flat: Flat, context: DateContext, mode: DateMode): DateHit[] {
  const isAnswer = mode === 'answer';
  if (rule.isAnswerOnly === true && !isAnswer) return [];
  // Most rules find nothing, and a search makes no copy of the pattern, as matching all does.
  const pattern = rule.pattern();
  if (flat.text.search(pattern) < 0) return [];
  return [...flat.text.matchAll(pattern)].flatMap((found) => {
    const from = found.index;
    const to = from + found[0].length;
    if (found[0].trim() === '') return [];
    if (needsFrame(rule, found[0], mode) && !isFramed(flat, from, to)) return [];
    const meanings = isName(flat, from, to, isAnswer) ? null : rule.read(found.groups ?? {}, context);
    return meanings === null ? [] : [{ from, to, meanings }];
  });
}

/** "Sat", "sun", "dom" are words as well: without a frame they are no days. */
function needsFrame(rule: DateRule, words: string, mode: DateMode): boolean {
  if (rule.needsFrame === undefined || mode === 'answer') return false;
  const isShort = /^\W*[a-z]{1,4}\W*$/.test(words) && valueIn('near-days', words) === null;
  return rule.needsFrame === 'always' || isShort;
}

function isFramed(flat: Flat, from: number, to: number): boolean {
  return frame().test(wordsBefore(flat.text, from)) || framedInside().test(flat.text.slice(from, to));
}

/** "per Marzo Costruzioni": capitals after a capitalised last word make it part of a name. */
function isName(flat: Flat, from: number, to: number, isAnswer: boolean): boolean {
  if (isAnswer) return false;
  const end = flat.ends[to - 1] ?? 0;
  const last = flat.source.slice(flat.starts[from] ?? 0, end);
  const after = flat.source.slice(end, end + FRAME_LETTERS);
  return (
    /(?:^|\s)\p{Lu}\p{Ll}+$/u.test(last) &&
    !/\d/.test(last) &&
    /^ (?:\p{Lu}\p{L}+|&)/u.test(after) &&
    !isFunctionWord(flatten(after.trim().split(' ')[0] ?? '').text)
  );
}
