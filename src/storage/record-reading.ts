import * as z from 'zod';
import { AppError } from '../errors.ts';
import { parseJson } from './durable-json.ts';

/** A record that could not be read as it is; names no key, since keys name people. */
export interface UnreadableRecord {
  /** Its name below the store's folder. */
  readonly file: string;
  /**
   * - `migrated`: it was of an older release, and is read as today's.
   * - `set-aside`: a copy is kept; what could be made of it stands in its place.
   * - `refused`: it is left as it is.
   */
  readonly outcome: 'migrated' | 'set-aside' | 'refused';
}

export interface ReadingOptions<T> {
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
}

/** What a text says: a record, or nothing that could be read, and then what is to stand in its place. */
export type RecordReading<T> =
  | { readonly isReadable: true; readonly record: T }
  | { readonly isReadable: false; readonly instead: T | null };

/** The text of a record, and how an operator knows it. */
export interface RecordText {
  /** Its name below the store's folder. */
  readonly file: string;
  /** Where it is, for a sentence. */
  readonly place: string;
  readonly text: string;
}

const numbered = z.object({ schema: z.number() });

/**
 * Reads the text of a record. What this release can't read is never thrown away: it is refused, or has to be set
 * aside by the caller before anything else is written in its place.
 *
 * @throws AppError `unreachable`, with `details.reason` `newer-file` or `broken-file` where it is refused
 */
export function readRecord<T>(found: RecordText, options: ReadingOptions<T>): RecordReading<T> {
  const { schema, migrate, replace, onUnreadable } = options;
  const { file } = found;
  const raw = parseJson(found.text);
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { isReadable: true, record: parsed.data };
  refuse(found, raw, options);
  const migrated = schema.safeParse(raw === undefined ? null : (migrate?.(raw) ?? null));
  if (migrated.success) {
    onUnreadable?.({ file, outcome: 'migrated' });
    return { isReadable: true, record: migrated.data };
  }
  onUnreadable?.({ file, outcome: 'set-aside' });
  return { isReadable: false, instead: replace?.(raw) ?? null };
}

function refuse<T>({ file, place }: RecordText, raw: unknown, options: ReadingOptions<T>): void {
  const { refuses = 'nothing', version = 1, onUnreadable } = options;
  const found = numbered.safeParse(raw);
  const isNewer = found.success && found.data.schema > version;
  if (refuses === 'nothing' || (refuses === 'newer' && !isNewer)) return;
  onUnreadable?.({ file, outcome: 'refused' });
  const message = isNewer
    ? `store: ${place} is of schema ${String(found.data.schema)}, and this release knows ${String(version)}; run the newer release again`
    : `store: ${place} is broken; mend it, or remove it where nothing of it is needed`;
  const reason = isNewer ? 'newer-file' : 'broken-file';
  throw new AppError('unreachable', message, { details: { reason } });
}
