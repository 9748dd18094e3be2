import { inLists } from '../../language/said.ts';
import { foldedWords } from '../folded.ts';

const isSoldBy = inLists('sold-by');

/** What is sold, in folded words, and whether deals have it; `name` null where no words are left, or others. */
export interface Sold {
  readonly name: string | null;
  readonly isKnown: boolean;
}

/** What is sold, by words of what the deals have ("deal wms"), or by one behind "con", which may be a town as well. */
export function soldIn(
  solutions: readonly string[],
  words: readonly string[],
  left: readonly string[],
): Sold {
  const known = solutions.map((name) => foldedWords(name));
  const isKnown = words.length > 0 && known.some((name) => words.every((word) => name.includes(word)));
  const [only, ...more] = words;
  const isBehind = only !== undefined && more.length === 0 && isSoldBy(left[left.indexOf(only) - 1] ?? '');
  return { name: isKnown || isBehind ? words.join(' ') : null, isKnown };
}
