import { setTimeout as wait } from 'node:timers/promises';

/**
 * What happens between channel and bot, and so where a kill can fall: an activity was posted, a seller's
 * confirmation was posted, a reply arrived and isn't answered yet, a reply was answered.
 */
export const MOMENTS = ['posted', 'confirming', 'taking', 'taken'] as const;

export type Moment = (typeof MOMENTS)[number];

/** Counts moments, and lets one wait for them. */
export class Moments {
  readonly #counts = new Map<Moment, number>();
  readonly #waiting = new Set<{ moment: Moment; left: number; resolve: () => void }>();

  happen(moment: Moment): void {
    this.#counts.set(moment, this.countOf(moment) + 1);
    for (const each of this.#waiting) {
      if (each.moment !== moment || --each.left > 0) continue;
      this.#waiting.delete(each);
      each.resolve();
    }
  }

  countOf(moment: Moment): number {
    return this.#counts.get(moment) ?? 0;
  }

  /** Resolves when the moment has come `times` more times. */
  after(moment: Moment, times: number): Promise<void> {
    return new Promise((resolve) => void this.#waiting.add({ moment, left: times, resolve }));
  }
}

/** False when it doesn't within that time, in milliseconds. */
export async function comesTrue(condition: () => boolean, patienceMs: number): Promise<boolean> {
  const until = performance.now() + patienceMs;
  while (!condition()) {
    if (performance.now() > until) return false;
    await wait(50);
  }
  return true;
}
