import type { Entry } from './entries.ts';

/** From so many examples on z means what it means in a large knowledge base. */
const ENOUGH = 8;
/** With half as many z is .49 less, since each of the cosines that it is made of finds less that fits. */
const LOSS = 0.7;

/** Beside entries with eight examples or more an entry with its title alone gains .83. */
const TITLE_ONLY = 0.4;

/**
 * How many examples the entry has that the average example belongs to. Where sizes differ that is more than their mean,
 * as it should be: what is asked often is also what editors write many examples for.
 */
export function usualSize(entries: readonly Entry[]): number {
  const sizes = entries.filter(({ kind }) => kind !== 'outside').map(({ phrasings }) => phrasings);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return sizes.reduce((sum, size) => sum + size * size, 0) / Math.max(1, all);
}

/**
 * What z of every entry gains where examples are few, since then the engine is right more often than it says. With the
 * title and one example each (2) it is .97, with a title and three (4) .49.
 *
 * Fitted to 48 draws of 1, 3, 5 and 10 examples from public sets: the loss of MCC against the best threshold fell from .091
 * to .056, and with `cross-validation.ts` beside it to .042.
 */
export function liftOfAll(usual: number): number {
  return LOSS * Math.max(0, Math.log(ENOUGH / Math.max(1, usual)));
}

/**
 * What z of an entry with nothing but its title gains beside others with many examples, which would take its questions
 * for theirs: of a third of our answers without their examples, twice as many were found first (26 to 28 % became 57 to 59).
 */
export function liftOfTitle({ kind, phrasings }: Entry, usual: number): number {
  if (kind === 'outside' || phrasings > 1) return 0;
  return TITLE_ONLY * Math.log(Math.min(ENOUGH, Math.max(1, usual)));
}
