import { copyFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { AppError } from '../errors.ts';
import { type HeldFolder, removeFile, replaceFile, storeError } from './durable-file.ts';
import { parseJson } from './durable-json.ts';
import { COPY_ENDING, readText } from './record-files.ts';

/** A record that could not be read as it is; names no key, since keys name people. */
export interface UnreadableRecord {
  /** Name of the file below the store's folder. */
  readonly file: string;
  /**
   * - `migrated`: it was of an older release, and is read as today's.
   * - `set-aside`: a copy is kept; what could be made of it stands in its place.
   * - `refused`: it is left as it is.
   */
  readonly outcome: 'migrated' | 'set-aside' | 'refused';
}

export interface ReadingOptions<T> {
  /** The data folder, or one below it. */
  readonly dir: string;
  /** The data folder that this process holds. */
  readonly folder: HeldFolder;
  readonly schema: z.ZodType<T>;
  /** The number that `schema` has in a record of today; a higher one is a newer release's. 1 unless told. */
  readonly version?: number;
  /**
   * What is left untouched, and the read refused: nothing unless told; `newer` records, which the newer release
   * will look for when it is back; or all that are `unreadable`, where to go on without them would do harm.
   */
  readonly refuses?: 'nothing' | 'newer' | 'unreadable';
  /** Makes a record of today of an older one, or null where it can't. What it returns is checked by the schema too. */
  readonly migrate?: (raw: unknown) => unknown;
  /** What stands in the place of a record that is set aside; nothing unless told. */
  readonly replace?: (raw: unknown) => T | null;
  readonly onUnreadable?: (record: UnreadableRecord) => void;
  readonly now?: () => Date;
}

const numbered = z.object({ schema: z.number() });

/**
 * Reads one record. What this release can't read is never thrown away: it is refused, or a copy is set aside.
 *
 * @param file below the store's folder
 * @throws AppError `unreachable`, with `details.reason` `newer-file` or `broken-file` where it is refused
 */
export async function readRecord<T>(file: string, options: ReadingOptions<T>): Promise<T | null> {
  const { dir, schema, migrate, onUnreadable } = options;
  const text = await readText(join(dir, file));
  if (text === null) return null;
  const raw = parseJson(text);
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  refuse(file, raw, options);
  const migrated = schema.safeParse(raw === undefined ? null : (migrate?.(raw) ?? null));
  if (migrated.success) {
    onUnreadable?.({ file, outcome: 'migrated' });
    return migrated.data;
  }
  onUnreadable?.({ file, outcome: 'set-aside' });
  return setAside(file, raw, options);
}

function refuse<T>(file: string, raw: unknown, options: ReadingOptions<T>): void {
  const { refuses = 'nothing', version = 1, onUnreadable } = options;
  const found = numbered.safeParse(raw);
  const isNewer = found.success && found.data.schema > version;
  if (refuses === 'nothing' || (refuses === 'newer' && !isNewer)) return;
  onUnreadable?.({ file, outcome: 'refused' });
  const path = join(options.dir, file);
  const message = isNewer
    ? `store: ${path} is of schema ${String(found.data.schema)}, and this release knows ${String(version)}; run the newer release again`
    : `store: ${path} is broken; mend the file, or remove it where nothing of it is needed`;
  const reason = isNewer ? 'newer-file' : 'broken-file';
  throw new AppError('unreachable', message, { details: { reason } });
}

/** The copy is there before anything is written in the record's place. */
async function setAside<T>(file: string, raw: unknown, options: ReadingOptions<T>): Promise<T | null> {
  const { dir, folder, replace, now = () => new Date() } = options;
  const path = join(dir, file);
  const copy = `${path}${COPY_ENDING}`;
  // A copy is made past the folder for temporary files, so whose the folder is must be asked.
  await folder.assertHeld();
  try {
    await copyFile(path, copy);
    // Its days count from here, whatever the age of the record.
    await utimes(copy, now(), now());
  } catch (cause) {
    throw storeError('set aside', path, cause);
  }
  const record = replace?.(raw) ?? null;
  if (record === null) await removeFile(path, folder);
  else await replaceFile(path, JSON.stringify(record), { folder, isDurable: false });
  return record;
}
