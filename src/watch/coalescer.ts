/**
 * Runs work of one key one at a time, and calls that come while it runs as a single further run: ten events
 * of one deal are two readings at most.
 */
export interface Coalescer {
  /** Resolves when a run that began after the call has ended. */
  run(key: string, work: () => Promise<void>): Promise<void>;
  /** Resolves when nothing runs or waits any more. */
  settle(): Promise<void>;
}

export function createCoalescer(): Coalescer {
  const running = new Map<string, Promise<void>>();
  const waiting = new Map<string, Promise<void>>();

  const begin = (key: string, work: () => Promise<void>): Promise<void> => {
    const run = work().finally(() => running.delete(key));
    running.set(key, run);
    return run;
  };

  return {
    run(key, work) {
      // One that waits comes first: between the end of a run and the next one's begin nothing runs.
      const next = waiting.get(key);
      if (next !== undefined) return next;
      const current = running.get(key);
      if (current === undefined) return begin(key, work);
      const queued = current
        .catch(() => undefined)
        .then(() => {
          waiting.delete(key);
          return begin(key, work);
        });
      waiting.set(key, queued);
      return queued;
    },
    async settle() {
      while (running.size + waiting.size > 0) {
        await Promise.allSettled([...running.values(), ...waiting.values()]);
      }
    },
  };
}
