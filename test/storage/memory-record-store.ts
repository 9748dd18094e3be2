import type { RecordStore } from '../../src/storage/record-store.ts';

/** Records in memory, for tests of what uses a store. Keeps copies, as a store on disk does. */
export function createMemoryRecordStore<T>(): RecordStore<T> & { readonly keys: () => string[] } {
  const texts = new Map<string, string>();
  return {
    get: (key) => {
      const text = texts.get(key);
      return Promise.resolve(text === undefined ? null : (JSON.parse(text) as T));
    },
    put: (key, record) => {
      texts.set(key, JSON.stringify(record));
      return Promise.resolve();
    },
    delete: (key) => {
      texts.delete(key);
      return Promise.resolve();
    },
    keys: () => [...texts.keys()],
  };
}
