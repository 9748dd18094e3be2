/**
 * Port to items of work that are done at least once, by whichever process takes them first. It holds short names;
 * what is to be done stands in a record.
 */
export interface WorkQueue {
  /** Adds an item, to be taken after `delayMs` milliseconds; at once unless told. One may be in it several times. */
  add(item: string, delayMs?: number): Promise<void>;
  /** Takes some of the items that are due, hidden from everybody for a minute; none where nothing is due. */
  take(): Promise<readonly TakenItem[]>;
}

/** An item in the hands of who took it. Who dies with it in hand leaves it to the next one, after that minute. */
export interface TakenItem {
  readonly item: string;
  done(): Promise<void>;
  /** Puts it back, to be taken after so many milliseconds. */
  again(delayMs: number): Promise<void>;
}

/** The queue of messages that the assistant sends by itself. */
export const OUTBOUND_QUEUE = 'outbound';

/** For how long a taken item is hidden, in milliseconds. */
export const HIDDEN_MS = 60_000;

/** How many items are taken at once: what Azure's queues give at most is 32. */
export const MOST_TAKEN_AT_ONCE = 16;

/** A queue in memory, for storage that one process has: at its start what is to be done is added anew. */
export function createLocalWorkQueue(now: () => number = () => performance.now()): WorkQueue {
  let entries: { readonly item: string; dueAt: number }[] = [];
  return {
    add(item, delayMs = 0) {
      entries.push({ item, dueAt: now() + delayMs });
      return Promise.resolve();
    },
    take() {
      const due = entries.filter(({ dueAt }) => dueAt <= now()).slice(0, MOST_TAKEN_AT_ONCE);
      for (const entry of due) entry.dueAt = now() + HIDDEN_MS;
      return Promise.resolve(
        due.map((entry) => ({
          item: entry.item,
          done: () => {
            entries = entries.filter((each) => each !== entry);
            return Promise.resolve();
          },
          again: (delayMs: number) => {
            entry.dueAt = now() + delayMs;
            return Promise.resolve();
          },
        })),
      );
    },
  };
}
