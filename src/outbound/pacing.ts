/** A limit of a channel: at most `most` messages of one key within any `withinMs` milliseconds. */
interface Limit {
  readonly most: number;
  readonly withinMs: number;
}

/** Whose limits a message counts against. */
export interface Paced {
  readonly conversation: string;
  readonly tenantId: string;
}

/**
 * Teams documentation, "Rate limiting" (per thread, per app and tenant), and the store's rule on messages that nobody
 * asked for: ten a minute to a person, whose only chat with us alone is one conversation.
 */
const LIMITS: Readonly<Record<string, Limit>> = {
  person: { most: 10, withinMs: 60_000 },
  thread: { most: 7, withinMs: 1_000 },
  // Two in 80 ms are 25 a second, spread: what is delayed on its way still keeps to 30, and answers to people count too.
  tenant: { most: 2, withinMs: 80 },
};

/** For how long a message counts, in milliseconds: the longest of all limits. */
export const COUNTS_FOR_MS = 60_000;

/** Keeps messages within the channels' limits. Times are in milliseconds of one clock. */
export interface Pacing {
  /**
   * The first time from `now` on at which a message may be sent, which is kept for it: what comes after it is given a
   * later one, so that nobody has to ask again and again.
   */
  reserve(paced: Paced, now: number): number;
  /** Notes that one was sent, by whichever process. */
  note(paced: Paced, at: number): void;
}

/**
 * Example: after ten messages to a person at seconds 0 to 9, the eleventh may be sent at second 60, when the first one
 * counts no more.
 */
export function createPacing(limits: Readonly<Record<string, Limit>> = LIMITS): Pacing {
  const times = new Map<string, number[]>();
  let prunedAt = -Infinity;
  const keysOf = ({ conversation, tenantId }: Paced): (readonly [string, Limit])[] =>
    Object.entries(limits).map(([name, limit]) => [
      `${name}|${name === 'tenant' ? tenantId.toLowerCase() : conversation}`,
      limit,
    ]);
  /** Whoever was written to long ago is forgotten, or the map would grow with every person. */
  const prune = (now: number): void => {
    if (now - prunedAt < COUNTS_FOR_MS) return;
    prunedAt = now;
    for (const [key, kept] of times) if ((kept.at(-1) ?? 0) <= now - COUNTS_FOR_MS) times.delete(key);
  };
  const note = (paced: Paced, at: number): void => {
    for (const [key, { most }] of keysOf(paced)) {
      const kept = [...(times.get(key) ?? []), at].sort((one, other) => one - other);
      // Of more than the limit only the last ones can hold anybody up.
      times.set(key, kept.slice(-most));
    }
  };
  return {
    note,
    reserve(paced, now) {
      prune(now);
      const leaves = keysOf(paced).map(([key, { most, withinMs }]) => {
        const first = times.get(key)?.at(-most);
        return first === undefined ? now : first + withinMs;
      });
      const at = Math.max(now, ...leaves);
      note(paced, at);
      return at;
    },
  };
}
