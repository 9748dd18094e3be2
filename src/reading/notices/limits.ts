import { stripCourtesy } from '../../language/courtesy.ts';
import { flatten } from '../../language/flat.ts';
import { anyOf, made, oneOf, phraseOf, tableOf } from '../../language/said.ts';
import { asks, tells as tellsFact } from '../contents.ts';
import type { Reading } from '../reading.ts';

/** What a wish for news asks beside what can be set: a yes or a no alone, other days before the end, anything else. */
export type Unheld = 'outcome' | 'days' | 'rest';

/**
 * What can't be set at all: a message on a day that is named, a list that comes more or less often than once a week, days
 * on which it is quiet, and a condition for what was set.
 */
export type Unable = 'on-a-day' | 'often' | 'quiet-days' | 'condition';

const patterns = made(() => {
  const number = `(?:\\d{1,3}|${oneOf(tableOf<number>('numbers').keys())})`;
  return {
    accepted: new RegExp(phraseOf('notice-accepted')),
    declined: new RegExp(phraseOf('notice-declined')),
    answered: new RegExp(phraseOf('notice-answered', 'notice-answers', 'notice-deadlines')),
    denied: new RegExp(`${phraseOf('denying')}.*${phraseOf('notice-accepted', 'notice-declined')}`),
    when: new RegExp(phraseOf('notice-when')),
    ahead: new RegExp(`(?<![a-z\\d])(${number}) (?:${anyOf('days')}) (?=${anyOf('notice-ahead')})`),
    tells: new RegExp(`^(?:${phraseOf('leads')} )*${phraseOf('notice-tells')}`),
    sends: new RegExp(`^(?:${phraseOf('leads')} )*(?<verb>${phraseOf('notice-sends')})`),
    lists: new RegExp(phraseOf('notice-lists')),
    otherwise: new RegExp(
      `^(?:${phraseOf('leads')} )*(?:${phraseOf('notice-otherwise')}|${phraseOf('notice-lists', 'notice-tells', 'notice-sends')}.*${phraseOf('notice-otherwise')})`,
    ),
    quiet: new RegExp(`^(?:${phraseOf('leads')} )*${phraseOf('notice-stops')} `),
    messages: new RegExp(`^${phraseOf('notice-messages', 'notice-tells')}`),
    sent: new RegExp(`^(?<verb>${phraseOf('notice-sends')})`),
    limits: new RegExp(phraseOf('notice-only', 'notice-but')),
    condition: new RegExp(
      `^(?:${phraseOf('leads', 'but', 'joining')} )*${phraseOf('notice-only', 'notice-but')}`,
    ),
  };
});

/** The days before the end on which it is told. */
const TOLD_AHEAD: readonly number[] = [1, 3];

/** "Fammi sapere" and "let me know" are to the person. */
const TO_ME = /mi\b|\bme\b/u;

/** Days before the end on which nothing is told ("sette giorni prima"): where the words for them stand, or null. */
export function daysAheadIn(flat: string): RegExpExecArray | null {
  const found = patterns().ahead.exec(flat);
  const days = found?.[1] ?? '';
  return TOLD_AHEAD.includes(tableOf<number>('numbers').get(days) ?? Number(days)) ? null : found;
}

/** What of a wish for news can't be held to; null where all of it can. */
export function unheldIn(text: string): Unheld | null {
  const { accepted, declined, answered, denied, when } = patterns();
  const { text: flat } = flatten(text);
  if (daysAheadIn(flat) !== null) return 'days';
  const [isYes, isNo] = [accepted.test(flat), declined.test(flat)];
  if (isYes !== isNo || (isYes && denied.test(flat))) return 'outcome';
  return isYes || !when.test(flat) || answered.test(flat) ? null : 'rest';
}

/** What a message asks that can't be set at all; null where it asks for nothing of the kind. */
export function unableIn(reading: Reading, isGoingOn: boolean): Unable | null {
  if (asks(reading)) return null;
  const { tells, sends, lists, otherwise, condition, limits } = patterns();
  const { text: flat } = flatten(stripCourtesy(reading.text));
  const verb = sends.exec(flat)?.groups?.['verb'];
  const isToMe = tells.test(flat) || (verb !== undefined && TO_ME.test(verb));
  const [hasDay, hasName] = [tellsFact(reading, 'day'), tellsFact(reading, 'known-name')];
  const isOther = reading.facts.some(({ kind }) => kind !== 'day' && kind !== 'known-name');
  const isQuiet = isStop(flat);
  const isLimited =
    (isGoingOn && condition.test(flat)) || ((tells.test(flat) || isQuiet) && limits.test(flat));
  if (isLimited && !hasName) return 'condition';
  if (otherwise.test(flat) && lists.test(flat) && !isOther && !hasName && !isQuiet) return 'often';
  if (!hasDay || isOther) return null;
  if (isQuiet) return 'quiet-days';
  return isToMe && (tells.test(flat) || hasName || lists.test(flat)) ? 'on-a-day' : null;
}

/** "Niente messaggi", "basta mandarmi", "non voglio più notifiche": at the beginning, and close to what is to stop. */
function isStop(flat: string): boolean {
  const { quiet, messages, sent } = patterns();
  const words = quiet.exec(flat)?.[0].length ?? 0;
  if (words === 0) return false;
  return wordStarts(flat.slice(words), STOP_WORDS).some(
    (rest) => messages.test(rest) || TO_ME.test(sent.exec(rest)?.groups?.['verb'] ?? ''),
  );
}

/** So many words further what is to stop is named. */
const STOP_WORDS = 3;

/** A text from each of its first words on. */
const wordStarts = (text: string, count: number): string[] => {
  const words = text.split(' ');
  return words.slice(0, count).map((_, at) => words.slice(at).join(' '));
};
