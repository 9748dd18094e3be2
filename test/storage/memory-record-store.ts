import { createSerial } from '../../src/serial.ts';
import { changedMeanwhile, type RecordKey, type RecordStore } from '../../src/storage/record-store.ts';

/** Records in memory, for tests of what uses a store. Keeps copies, as a store on disk does. */
export type MemoryRecordStore<T> = RecordStore<T> & {
  readonly keys: () => string[];
  readonly texts: () => string[];
};

const SEPARATOR = '\u0000';
const nameOf = (key: RecordKey): string => (typeof key === 'string' ? key : key.join(SEPARATOR));

/** @param beforeWrite is waited for before anything is written or deleted; it may fail in the store's place */
export function createMemoryRecordStore<T>(
  beforeWrite: () => Promise<void> = () => Promise.resolve(),
): MemoryRecordStore<T> {
  const kept = new Map<string, { readonly text: string; readonly at: Date }>();
  const read = (name: string): T | null => {
    const record = kept.get(name);
    return record === undefined ? null : (JSON.parse(record.text) as T);
  };
  const write = (name: string, record: T) =>
    void kept.set(name, { text: JSON.stringify(record), at: new Date() });
  const isOf = (name: string, key: RecordKey) =>
    name === nameOf(key) || (typeof key === 'string' && name.startsWith(`${key}${SEPARATOR}`));
  const namesOf = (key?: RecordKey) =>
    [...kept.keys()].filter((name) => key === undefined || isOf(name, key));
  const serial = createSerial();
  const alone = <R>(work: () => Promise<R>): Promise<R> => serial.run('store', work);
  return {
    get: (key) => alone(() => Promise.resolve(read(nameOf(key)))),
    open: (key) =>
      alone(() =>
        Promise.resolve({ record: read(nameOf(key)), version: kept.get(nameOf(key))?.text ?? null }),
      ),
    put(key, record, { replaces } = {}) {
      const copy = structuredClone(record);
      return alone(async () => {
        const version = kept.get(nameOf(key))?.text ?? null;
        if (replaces !== undefined && replaces !== version) throw changedMeanwhile();
        await beforeWrite();
        write(nameOf(key), copy);
        return JSON.stringify(copy);
      });
    },
    change: (key, change) =>
      alone(async () => {
        const before = read(nameOf(key));
        const text = JSON.stringify(before);
        const after = change(before);
        if (JSON.stringify(after) === text) return after;
        await beforeWrite();
        if (after === null) kept.delete(nameOf(key));
        else write(nameOf(key), after);
        return after;
      }),
    delete: (key) =>
      alone(async () => {
        await beforeWrite();
        for (const name of namesOf(key)) kept.delete(name);
      }),
    list: (key) => alone(() => Promise.resolve(namesOf(key).flatMap((name) => read(name) ?? []))),
    sweep({ recordsBefore }) {
      const old = [...kept].filter(([, { at }]) => at < recordsBefore).map(([name]) => name);
      for (const name of old) kept.delete(name);
      return Promise.resolve(old.length);
    },
    keys: () => [...kept.keys()],
    texts: () => [...kept.values()].map(({ text }) => text),
  };
}
