/** Runs work one after the other by key; work of different keys runs side by side. */
export interface Serial {
  /** Resolves or rejects with the work's own result; a failure doesn't stop what waits behind it. */
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** Whether work of this key is under way or waits. */
  isBusy(key: string): boolean;
}

export function createSerial(): Serial {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run(key, work) {
      const result = (tails.get(key) ?? Promise.resolve()).then(work);
      // The last one out forgets the key, or the map would grow with every key ever used.
      const leave = (): void => {
        if (tails.get(key) === tail) tails.delete(key);
      };
      const tail: Promise<unknown> = result.then(leave, leave);
      tails.set(key, tail);
      return result;
    },
    isBusy: (key) => tails.has(key),
  };
}
