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
  tenant: { most: 30, withinMs: 1_000 },
};

/** For how long a message counts, in milliseconds: the longest of all limits. */
export const COUNTS_FOR_MS = 60_000;

/** Keeps messages within the channels' limits. Times are in milliseconds of one clock. */
export interface Pacing {
  /** How long a message has to wait; 0 where it may be sent now. */
  waitFor(paced: Paced, now: number): number;
  /** Notes that one is sent. */
  note(paced: Paced, at: number): void;
}

/**
 * Example: after ten messages to a person at seconds 0 to 9, the eleventh waits until second 60, when the first one
 * counts no more.
 */
export function createPacing(limits: Readonly<Record<string, Limit>> = LIMITS): Pacing {
  const sent = new Map<string, number[]>();
  const keysOf = ({ conversation, tenantId }: Paced): (readonly [string, Limit])[] =>
    Object.entries(limits).map(([name, limit]) => [
      `${name}|${name === 'tenant' ? tenantId.toLowerCase() : conversation}`,
      limit,
    ]);
  return {
    waitFor(paced, now) {
      const waits = keysOf(paced).map(([key, { most, withinMs }]) => {
        const counting = (sent.get(key) ?? []).filter((at) => at > now - withinMs);
        const leaves = counting.at(-most);
        return leaves === undefined ? 0 : leaves + withinMs - now;
      });
      return Math.max(...waits);
    },
    note(paced, at) {
      for (const [key, { most, withinMs }] of keysOf(paced)) {
        const counting = [...(sent.get(key) ?? []), at].filter((each) => each > at - withinMs);
        sent.set(key, counting.sort((one, other) => one - other).slice(-most));
      }
      // Whoever was written to long ago is forgotten, or the map would grow with every person.
      for (const [key, times] of sent) if ((times.at(-1) ?? 0) <= at - COUNTS_FOR_MS) sent.delete(key);
    },
  };
}
