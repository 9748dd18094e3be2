import { functionWords } from '../language/function-words.ts';
import type { Language } from '../language/locale.ts';
import type { Clause } from './reading.ts';
import type { Item } from './words/items.ts';

/** Whether each word of a clause is a fact's, has a meaning or only holds a sentence together. */
export const isExplained = (clause: Clause, items: readonly Item[], locale: Language): boolean =>
  itemsIn(clause, items).every((item) => !isFree(item, locale));

/** Whether a clause says more than its facts, with what holds a sentence together: "da 33k" doesn't. */
export const saysMoreThanFacts = (clause: Clause, items: readonly Item[]): boolean =>
  itemsIn(clause, items).some(({ kind, word, isLight }) => kind === 'word' && !isLight && WORD.test(word));

const itemsIn = ({ start, end }: Clause, items: readonly Item[]): readonly Item[] =>
  items.filter((item) => item.start >= start && item.end <= end);

const WORD = /\p{L}{2}/u;

/** Runs of words that no fact holds, no cue explains and no sentence needs. */
export function listUnclaimed(text: string, items: readonly Item[], locale: Language): string[] {
  const runs: { start: number; end: number }[] = [];
  let isRunning = false;
  for (const item of items) {
    const isOpen = isFree(item, locale);
    const last = runs.at(-1);
    if (isOpen && isRunning && last !== undefined) last.end = item.end;
    else if (isOpen) runs.push({ start: item.start, end: item.end });
    isRunning = isOpen;
  }
  return runs.map(({ start, end }) => text.slice(start, end));
}

const isFree = (item: Item, locale: Language): boolean =>
  item.kind === 'word' &&
  item.fact === null &&
  item.meaning === null &&
  item.verb === null &&
  !functionWords(locale).has(item.word);
