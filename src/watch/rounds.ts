import { setTimeout as wait } from 'node:timers/promises';

/** Work that comes again and again until it is stopped. */
export interface Rounds {
  /** Resolves when the round under way has ended. */
  stop(): Promise<void>;
}

/**
 * Begins a round every `everyMs` milliseconds, the first one after that time; up to a tenth more by chance, so
 * that many assistants don't ask at the same moment. A round never begins while one is under way.
 */
export function startRounds(everyMs: number, round: () => Promise<void>): Rounds {
  const stopping = new AbortController();
  const going = (async () => {
    while (!stopping.signal.aborted) {
      await wait(everyMs * (1 + Math.random() / 10), undefined, { signal: stopping.signal, ref: false });
      await round();
    }
  })().catch((error: unknown) => {
    if (!stopping.signal.aborted) throw error;
  });
  return {
    async stop() {
      stopping.abort();
      await going;
    },
  };
}
