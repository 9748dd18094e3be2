/** Knows when nobody reads, so that what all readers share can be changed between turns. */
export interface ReadingHold {
  /** Does work that reads. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Whether somebody reads now. */
  readonly isRead: () => boolean;
  /** Does the change at the first moment in which nobody reads, at the latest after some seconds. */
  whenFree(change: () => void): Promise<void>;
}

/** A turn takes no longer, so that only a crowd which never pauses is not waited for. */
const PATIENCE_MS = 10_000;

export function createReadingHold(patienceMs: number = PATIENCE_MS): ReadingHold {
  let running = 0;
  let waiting: (() => void)[] = [];
  const goOn = (): void => {
    if (running > 0) return;
    for (const change of waiting.splice(0, Infinity)) change();
  };
  return {
    async run(work) {
      running += 1;
      try {
        return await work();
      } finally {
        running -= 1;
        goOn();
      }
    },
    isRead: () => running > 0,
    whenFree: (change) =>
      new Promise((resolve) => {
        const once = (): void => {
          clearTimeout(timer);
          waiting = waiting.filter((each) => each !== once);
          // Within a promise, so that what it throws is no turn's.
          resolve(
            new Promise<void>((done) => {
              change();
              done();
            }),
          );
        };
        const timer = setTimeout(once, patienceMs);
        waiting.push(once);
        goOn();
      }),
  };
}
