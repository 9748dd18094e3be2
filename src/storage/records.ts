import { createSerial } from '../serial.ts';
import { homeOf, homeOfName, nameOf } from './record-names.ts';
import { type RecordOptions, RecordSteps } from './record-steps.ts';
import type { RecordKey, RecordStore } from './record-store.ts';
import type { FoundText, TextStore } from './text-store.ts';

/** How many records a listing reads side by side: far storage answers many at once as soon as one. */
const SIDE_BY_SIDE = 16;

/**
 * The store of records, whatever they are kept in: what a record is, what becomes of one that can't be read, and
 * changes as one step are the same everywhere.
 */
export function createRecordStore<T>(texts: TextStore, options: RecordOptions<T>): RecordStore<T> {
  const records = new RecordSteps(texts, options);
  // One step at a time for each owner: what is deleted isn't written again by a step that began before.
  const serial = createSerial();
  const alone = <R>(key: RecordKey, work: (name: string) => Promise<R>): Promise<R> =>
    serial.run(homeOf(key), () => work(nameOf(key)));
  const read = (name: string) => serial.run(homeOfName(name), () => records.openIfReadable(name));
  let walk: AsyncGenerator<FoundText> | null = null;

  return {
    get: async (key) => (await alone(key, (name) => records.open(name))).record,
    open: (key) => alone(key, (name) => records.open(name)),
    put: (key, record, choice = {}) => {
      // Taken now: the caller may change the record while this write waits for the one before.
      const text = JSON.stringify(record);
      return alone(key, (name) => records.put(name, text, choice));
    },
    change: (key, change, choice = {}) => alone(key, (name) => records.change(name, change, choice)),
    delete: (key) =>
      alone(key, (name) =>
        typeof key === 'string' ? records.removeHome(homeOf(key)) : records.remove(name),
      ),
    async list(key) {
      const names = await records.namesOf(key);
      const found: (T | null)[] = [];
      for (let start = 0; start < names.length; start += SIDE_BY_SIDE)
        found.push(...(await Promise.all(names.slice(start, start + SIDE_BY_SIDE).map(read))));
      return found.filter((record) => record !== null);
    },
    async sweep(limits) {
      let removed = 0;
      for (let looked = 0; looked < limits.most; looked += 1) {
        walk ??= texts.list();
        const next = await walk.next();
        if (next.done === true) {
          walk = null;
          break;
        }
        const found = next.value;
        if (await serial.run(homeOfName(found.name), () => records.removeIfOld(found, limits))) removed += 1;
      }
      return removed;
    },
  };
}
