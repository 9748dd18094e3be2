import { isFunctionWord } from '../language/function-words.ts';
import { valueOfNumberWord } from '../language/money/number-words.ts';
import { readPhrase } from '../language/phrases.ts';
import { inLists } from '../language/said.ts';
import { FOCUS_LASTS, type Focus, NAMING } from './focus.ts';
import { foldedWords } from './folded.ts';
import type { Reading } from './reading.ts';

const isPlacing = inLists('placing', 'list-words');
const isFirst = inLists('first-ones');
const isLast = inLists('last-ones');

/** "Il 3" may be a day elsewhere. */
const NUMBERS: ReadonlySet<string> = new Set(['money', 'day']);

/** So many words besides say that something else is meant. */
const MOST_WORDS = 6;

/**
 * The deals on the screen that a whole message means: one by its number right after a list ("3", "il 3"), several by
 * their place ("i primi due"), or the one before it ("torna a quello di prima"). Null where it means none of these.
 */
export function onScreen(reading: Reading, focus: Focus | null): readonly string[] | null {
  if (focus === null || focus.age > FOCUS_LASTS) return null;
  const { deals, previous = null } = focus;
  if (previous !== null && readPhrase(reading.text, 'previous-deal') !== null) return [previous];
  const said = foldedWords(reading.text);
  if (
    deals.length < 2 ||
    said.length > MOST_WORDS ||
    reading.facts.some(({ kind }) => !NUMBERS.has(kind) && NAMING.has(kind))
  )
    return null;
  const numbers = said.filter((word) => numberOf(word) !== null && !isFunctionWord(word));
  const [only = '', ...more] = numbers;
  const others = said.filter((word) => word !== only && !isFirst(word) && !isLast(word));
  const count = numberOf(only);
  if (count === null || count > deals.length || more.length > 0) return null;
  if (!others.every((word) => isPlacing(word) || isFunctionWord(word))) return null;
  if (said.some((word) => isFirst(word))) return deals.slice(0, count);
  if (said.some((word) => isLast(word))) return deals.slice(-count);
  return focus.age === 0 && /^\d+$/.test(only) ? deals.slice(count - 1, count) : null;
}

const numberOf = (word: string): number | null => {
  const value = /^\d{1,2}$/.test(word) ? Number(word) : valueOfNumberWord(word);
  return value === null || value < 1 ? null : value;
};
