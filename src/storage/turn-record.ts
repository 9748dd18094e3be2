import type { RecordKey, RecordStore, Version, WriteChoice } from './record-store.ts';

/** A record as one turn has it, which is saved only where nobody else changed it since. */
export interface TurnRecord<T> {
  /** As it was when the turn began; null where there was none. */
  readonly found: T | null;
  /** @throws AppError `conflict`, with reason `changed-meanwhile` */
  save(record: T, choice?: WriteChoice): Promise<void>;
  /** Deletes it, if it is there. */
  remove(): Promise<void>;
  /** The turn itself has deleted it, with others: what it saves now stands in no other's way. */
  noteRemoved(): void;
}

export async function openTurnRecord<T>(store: RecordStore<T>, key: RecordKey): Promise<TurnRecord<T>> {
  const { record: found, version: first } = await store.open(key);
  let version: Version = first;
  return {
    found,
    async save(record, choice = {}) {
      version = await store.put(key, record, { ...choice, replaces: version });
    },
    async remove() {
      if (version !== null) await store.change(key, () => null);
      version = null;
    },
    noteRemoved: () => void (version = null),
  };
}
