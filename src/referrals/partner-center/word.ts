import * as z from 'zod';
import { recordObject } from '../../storage/record-store.ts';

/** How a deal that was kept for later stands, as its seller has still to hear. */
export const wordSchema = recordObject({
  /**
   * - `nothing-yet`: it still waits.
   * - `sign-in`: it waits for the seller's sign-in, which has ended.
   * - `sent`, `not-sent`: it is made; it was refused.
   * - `not-invited`: it is made, and Microsoft's invitation was refused.
   */
  what: z.enum(['nothing-yet', 'sign-in', 'sent', 'not-sent', 'not-invited']),
  /** How often telling it has failed. */
  tries: z.number(),
  /** ISO UTC: not told before. */
  nextAt: z.string(),
  /** True once the seller heard that it waits for their sign-in. */
  isSignInTold: z.boolean(),
});

/** Owed from the moment the seller heard that their deal is kept until they heard how it ended. */
export type Word = z.infer<typeof wordSchema>;

const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 6 * 3_600_000;
/** With the waits above about two days: the seller's own look at their deals comes sooner. */
const MOST_TRIES = 12;

export function firstWord(now: Date): Word {
  return { what: 'nothing-yet', tries: 0, nextAt: now.toISOString(), isSignInTold: false };
}

/** The word with its news; what was owed already keeps its tries. Null where no word is owed. */
export function withNews(word: Word | null, what: Word['what'], now: Date): Word | null {
  if (word === null || word.what === what) return word;
  return { ...word, what, tries: 0, nextAt: now.toISOString() };
}

/** Whether there are news to tell, and their time has come. */
export function isDue(word: Word | null, now: Date): word is Word {
  return word !== null && word.what !== 'nothing-yet' && Date.parse(word.nextAt) <= now.getTime();
}

/** After the seller heard it; null where nothing more will come. */
export function afterTold(word: Word, now: Date): Word | null {
  return word.what === 'sign-in' ? { ...firstWord(now), isSignInTold: true } : null;
}

/** After telling it failed: later and later, and not for ever. */
export function afterFailure(word: Word, now: Date): Word | null {
  const tries = word.tries + 1;
  if (tries >= MOST_TRIES) return afterTold(word, now);
  const waitMs = Math.min(FIRST_WAIT_MS * 2 ** word.tries, LONGEST_WAIT_MS);
  return { ...word, tries, nextAt: new Date(now.getTime() + waitMs).toISOString() };
}
