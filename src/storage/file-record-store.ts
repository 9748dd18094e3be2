import { LRUCache } from 'lru-cache';
import { utimes } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { createSerial } from '../serial.ts';
import { removeFile, replaceFile } from './durable-file.ts';
import {
  COPY_ENDING,
  fileOf,
  filesIn,
  homeOf,
  homeOfFile,
  removeIfEmpty,
  writtenAt,
} from './record-files.ts';
import { type ReadingOptions, readRecord } from './record-reading.ts';
import {
  changedMeanwhile,
  isUnreadable,
  type Opened,
  type PutChoice,
  type RecordKey,
  type RecordStore,
  type SweepLimits,
  type WriteChoice,
} from './record-store.ts';

export type { UnreadableRecord } from './record-reading.ts';

export interface FileRecordStoreOptions<T> extends ReadingOptions<T> {
  /** How many records are kept in memory, at least 1; 500 unless told. */
  readonly cacheSize?: number;
}

/**
 * Records in one small file each, so that the cost of a read or write doesn't grow with their number; all that
 * is one owner's stands in one place, so that it is found without knowing its names.
 */
export function createFileRecordStore<T>(options: FileRecordStoreOptions<T>): RecordStore<T> {
  const files = new RecordFiles(options);
  // One step at a time for each owner: a folder isn't removed while another record is put there.
  const serial = createSerial();
  const alone = <R>(key: RecordKey, work: (file: string) => Promise<R>): Promise<R> =>
    serial.run(homeOf(key), () => work(fileOf(key)));
  let walk: AsyncGenerator<string> | null = null;

  return {
    get: (key) => alone(key, (file) => files.load(file)),
    open: (key) => alone(key, (file) => files.open(file)),
    put: (key, record, choice = {}) => {
      // Taken now: the caller may change the record while this write waits for the one before.
      const text = JSON.stringify(record);
      return alone(key, (file) => files.save(file, text, choice));
    },
    change: (key, change, choice = {}) => alone(key, (file) => files.change(file, change, choice)),
    delete: (key) => alone(key, (file) => files.remove(file, typeof key === 'string')),
    async list(key) {
      const records: T[] = [];
      for await (const file of files.namesOf(key)) {
        const record = await serial.run(homeOfFile(file), () => files.loadIfReadable(file));
        if (record !== null) records.push(record);
      }
      return records;
    },
    async sweep(limits) {
      let removed = 0;
      for (let looked = 0; looked < limits.most; looked += 1) {
        walk ??= filesIn(options.dir);
        const next = await walk.next();
        if (next.done === true) {
          walk = null;
          break;
        }
        const file = next.value;
        if (await serial.run(homeOfFile(file), () => files.removeIfOld(file, limits))) removed += 1;
      }
      return removed;
    },
  };
}

/** A record as it is on disk: `null` where there is none. */
interface Remembered {
  readonly text: string;
  /** When this process wrote it; null where it didn't. */
  readonly writtenAt: Date | null;
}

/** The text of no record. */
const NOTHING = 'null';

/** The same record again is written once an hour: its age is counted in days. */
const FRESH_MS = 3_600_000;

function isFresh(writtenAt: Date | null, now: Date): boolean {
  return writtenAt !== null && Math.abs(now.getTime() - writtenAt.getTime()) < FRESH_MS;
}

/** The steps of a store; the caller sees to it that one at a time is at an owner's files. */
class RecordFiles<T> {
  readonly #options: FileRecordStoreOptions<T>;
  /** Texts and not objects, so that nobody changes what is remembered by changing what they got. */
  readonly #cache: LRUCache<string, Remembered>;

  constructor(options: FileRecordStoreOptions<T>) {
    this.#options = options;
    this.#cache = new LRUCache({ max: options.cacheSize ?? 500 });
  }

  async load(file: string): Promise<T | null> {
    const cached = this.#cache.get(file);
    // It passed the schema, or its type, when it was put here.
    if (cached !== undefined) return JSON.parse(cached.text) as T | null;
    const record = await readRecord(file, this.#options);
    this.#cache.set(file, { text: JSON.stringify(record), writtenAt: null });
    return record;
  }

  /** Only this process writes here, so that the text itself tells whether a record was changed. */
  async open(file: string): Promise<Opened<T>> {
    const record = await this.load(file);
    return { record, version: record === null ? null : this.#versionOf(file) };
  }

  #versionOf(file: string): string | null {
    const text = this.#cache.get(file)?.text ?? NOTHING;
    return text === NOTHING ? null : text;
  }

  async loadIfReadable(file: string): Promise<T | null> {
    try {
      return await this.load(file);
    } catch (error) {
      if (isUnreadable(error)) return null;
      throw error;
    }
  }

  async save(file: string, text: string, { isDurable = false, replaces }: PutChoice): Promise<string> {
    const { dir, folder, now = () => new Date() } = this.#options;
    const path = join(dir, file);
    // What is there and can't be read is refused or set aside first: nothing is written over it.
    if (this.#cache.get(file) === undefined) await this.load(file);
    if (replaces !== undefined && replaces !== this.#versionOf(file)) throw changedMeanwhile();
    const before = this.#cache.get(file);
    const writtenAt = now();
    if (!isDurable && before?.text === text && isFresh(before.writtenAt, writtenAt)) return text;
    await replaceFile(path, text, { folder, isDurable });
    this.#cache.set(file, { text, writtenAt });
    // Its age is told by our clock: the disk's may be another machine's. Failing that the disk's own holds.
    await utimes(path, writtenAt, writtenAt).catch(() => undefined);
    return text;
  }

  async change(file: string, change: (before: T | null) => T | null, choice: WriteChoice): Promise<T | null> {
    const before = await this.load(file);
    const text = JSON.stringify(before);
    const after = change(before);
    const changed = JSON.stringify(after);
    if (changed === text) return after;
    if (after === null) await this.remove(file, false);
    else await this.save(file, changed, choice);
    return after;
  }

  /** The record, what was set aside of it, and with `isOwner` all that is its owner's. */
  async remove(file: string, isOwner: boolean): Promise<void> {
    const { dir, folder } = this.#options;
    const path = join(dir, file);
    this.#cache.delete(file);
    await removeFile(path, folder);
    await removeFile(`${path}${COPY_ENDING}`, folder);
    if (!isOwner) return this.#removeHomeIfEmpty(file);
    const home = `${homeOfFile(file)}${sep}`;
    for (const cached of [...this.#cache.keys()]) if (cached.startsWith(home)) this.#cache.delete(cached);
    await removeFile(join(dir, homeOfFile(file)), folder);
  }

  async removeIfOld(file: string, { recordsBefore, copiesBefore }: SweepLimits): Promise<boolean> {
    const { dir, folder } = this.#options;
    const path = join(dir, file);
    const written = await writtenAt(path);
    const limit = file.endsWith(COPY_ENDING) ? copiesBefore : recordsBefore;
    if (written === null || written >= limit) return false;
    this.#cache.delete(file);
    await removeFile(path, folder);
    await this.#removeHomeIfEmpty(file);
    return true;
  }

  /** The names of the files of records, no copies. */
  async *namesOf(key: RecordKey | undefined): AsyncGenerator<string> {
    const { dir } = this.#options;
    if (key !== undefined) yield fileOf(key);
    if (key !== undefined && typeof key !== 'string') return;
    for await (const file of filesIn(dir, key === undefined ? '' : homeOf(key))) {
      if (file.endsWith('.json')) yield file;
    }
  }

  async #removeHomeIfEmpty(file: string): Promise<void> {
    if (dirname(file) === homeOfFile(file)) await removeIfEmpty(join(this.#options.dir, dirname(file)));
  }
}
