import { inLists } from '../language/said.ts';
import { foldedWords } from './folded.ts';
import type { Reading } from './reading.ts';

/** A day (`YYYY-MM-DD`), or the whole month that it lies in. */
export interface ClosingTold {
  readonly day: string;
  readonly isMonth: boolean;
}

const isClosing = inLists('closes-on');
/** Words between the verb and the day: "che chiude entro il". */
const MOST_BETWEEN = 2;

/** "Che chiude il 7 giugno", "with a closing date in March", with the places of its words. */
export function closingIn(
  { text, facts }: Reading,
  said: readonly string[],
): { readonly closing: ClosingTold; readonly places: readonly number[] } | null {
  const [day, ...more] = facts.filter((fact) => fact.kind === 'day');
  if (day === undefined || more.length > 0) return null;
  const first = foldedWords(text.slice(0, day.start)).length;
  const typed = text.slice(day.start, day.end);
  const from = said.findLastIndex((word, at) => at < first && isClosing(word));
  if (from < 0 || first - from > MOST_BETWEEN + 1) return null;
  const places = said.flatMap((_, at) => (at >= from && at < first + foldedWords(typed).length ? [at] : []));
  return { closing: { day: day.value, isMonth: !/\d/.test(typed) }, places };
}
