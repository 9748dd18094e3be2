/**
 * Runs tasks one at a time per key, in the order of arrival: two turns of one conversation would
 * overwrite each other's state.
 */
export interface TurnQueue {
  run<T>(key: string, task: () => Promise<T>): Promise<T>;
}

/** A queue in memory; a key is forgotten when its last task ends, so it does not grow. */
export function createTurnQueue(): TurnQueue {
  const tails = new Map<string, Promise<void>>();
  return {
    run(key, task) {
      const result = (tails.get(key) ?? Promise.resolve()).then(task);
      const tail = result.then(
        () => undefined,
        () => undefined,
      );
      tails.set(key, tail);
      void tail.then(() => {
        if (tails.get(key) === tail) tails.delete(key);
      });
      return result;
    },
  };
}
