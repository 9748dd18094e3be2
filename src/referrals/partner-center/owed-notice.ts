import * as z from 'zod';
import { recordObject } from '../../storage/record-store.ts';

/** How a deal that was kept for later stands, as its seller has still to hear. */
export const owedNoticeSchema = recordObject({
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

/** A notice that must still be delivered: from the moment the seller heard that their deal is kept until they heard how it ended. */
export type OwedNotice = z.infer<typeof owedNoticeSchema>;

const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 6 * 3_600_000;
/** With the waits above (1, 2, 4 … minutes, then every 6 hours) about two days: the seller's own look at their deals comes sooner. */
const MOST_TRIES = 12;

export function firstNotice(now: Date): OwedNotice {
  return { what: 'nothing-yet', tries: 0, nextAt: now.toISOString(), isSignInTold: false };
}

/** The notice with its news; one that says the same already keeps its tries. Null where there is none to give. */
export function withNews(notice: OwedNotice | null, what: OwedNotice['what'], now: Date): OwedNotice | null {
  if (notice === null || notice.what === what) return notice;
  return { ...notice, what, tries: 0, nextAt: now.toISOString() };
}

/** Whether there are news to tell, and their time has come. */
export function isDue(notice: OwedNotice | null, now: Date): notice is OwedNotice {
  return notice !== null && notice.what !== 'nothing-yet' && Date.parse(notice.nextAt) <= now.getTime();
}

/** After the seller heard it; null where nothing more will come. */
export function afterTold(notice: OwedNotice, now: Date): OwedNotice | null {
  return notice.what === 'sign-in' ? { ...firstNotice(now), isSignInTold: true } : null;
}

/** After telling it failed: later and later, and not for ever. */
export function afterFailure(notice: OwedNotice, now: Date): OwedNotice | null {
  const tries = notice.tries + 1;
  if (tries >= MOST_TRIES) return afterTold(notice, now);
  const waitMs = Math.min(FIRST_WAIT_MS * 2 ** notice.tries, LONGEST_WAIT_MS);
  return { ...notice, tries, nextAt: new Date(now.getTime() + waitMs).toISOString() };
}
