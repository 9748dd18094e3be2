import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type * as z from 'zod';
import { type HeldFolder, isAbsent, removeFile, replaceFile, storeError } from './durable-file.ts';
import { parseJson } from './durable-json.ts';
import type { RecordStore } from './record-store.ts';
import { createSerial } from '../serial.ts';
import { createTextCache } from './text-cache.ts';

/** A record that could not be read as it is; names no key, since keys name people. */
export interface UnreadableRecord {
  /** Name of the file below the store's folder. */
  readonly file: string;
  /** What became of it. */
  readonly outcome: 'migrated' | 'set-aside';
}

export interface FileRecordStoreOptions<T> {
  /** The data folder, or one below it. */
  readonly dir: string;
  /** The data folder that this process holds. */
  readonly folder: HeldFolder;
  readonly schema: z.ZodType<T>;
  /** How many records are kept in memory; 500 unless told. */
  readonly cacheSize?: number;
  /**
   * Makes a record of today of one that the schema refuses, or null where nothing can be made of it.
   * What it returns is checked by the schema too.
   */
  readonly migrate?: (raw: unknown) => unknown;
  readonly onUnreadable?: (record: UnreadableRecord) => void;
}

/**
 * Records in one small file each, so that the cost of a read or write doesn't grow with their number. File
 * names are hashes (a conversation id may be longer than a file name), in 256 folders.
 * A record that can't be read is set aside as `.bak` and is absent from then on: a session starts anew.
 */
export function createFileRecordStore<T>(options: FileRecordStoreOptions<T>): RecordStore<T> {
  const { dir, folder } = options;
  const cache = createTextCache(options.cacheSize ?? 500);
  const serial = createSerial();

  const load = async (key: string): Promise<T | null> => {
    const cached = cache.get(key);
    // It passed the schema, or its type, when it was put here.
    if (cached !== undefined) return JSON.parse(cached) as T;
    const record = await readRecord(join(dir, fileOf(key)), options);
    if (record !== null) cache.set(key, JSON.stringify(record));
    return record;
  };

  const save = async (key: string, text: string, isDurable: boolean): Promise<void> => {
    await replaceFile(join(dir, fileOf(key)), text, { folder, isDurable });
    cache.set(key, text);
  };

  return {
    get: (key) => serial.run(key, () => load(key)),
    put: (key, record, { isDurable = false } = {}) => {
      // Taken now: the caller may change the record while this write waits for the one before.
      const text = JSON.stringify(record);
      return serial.run(key, () => save(key, text, isDurable));
    },
    delete: (key) =>
      serial.run(key, async () => {
        cache.delete(key);
        // The record, and what was set aside of it: "delete my data" leaves neither.
        await removeFile(join(dir, fileOf(key)), folder);
        await removeFile(`${join(dir, fileOf(key))}.bak`, folder);
      }),
  };
}

function fileOf(key: string): string {
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 40);
  return join(hash.slice(0, 2), `${hash.slice(2)}.json`);
}

async function readRecord<T>(path: string, options: FileRecordStoreOptions<T>): Promise<T | null> {
  const text = await readText(path);
  if (text === null) return null;
  const raw = parseJson(text);
  const parsed = options.schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const file = path.slice(dirname(dirname(path)).length + 1);
  const migrated = options.schema.safeParse(raw === undefined ? null : (options.migrate?.(raw) ?? null));
  if (!migrated.success) await setAside(path, options.folder);
  options.onUnreadable?.({ file, outcome: migrated.success ? 'migrated' : 'set-aside' });
  return migrated.success ? migrated.data : null;
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (isAbsent(cause)) return null;
    throw storeError('read', path, cause);
  }
}

/** Copied and then removed, so that a crash leaves at least one of them. */
async function setAside(path: string, folder: HeldFolder): Promise<void> {
  const content = await readFile(path).catch((cause: unknown) => {
    throw storeError('set aside', path, cause);
  });
  await replaceFile(`${path}.bak`, content, { folder, isDurable: true });
  await removeFile(path, folder);
}
