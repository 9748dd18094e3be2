import * as z from 'zod';
import { AppError } from '../errors.ts';

/**
 * Whose record it is and, where an owner has several, which of theirs; both are any text. In "all of Sara's
 * sessions" the owner is Sara and the name her conversation.
 */
export type RecordKey = string | readonly [owner: string, name: string];

export interface WriteChoice {
  /** True: the write also survives a power cut. */
  readonly isDurable?: boolean;
}

/** What is old enough to go. */
export interface SweepLimits {
  /** Records last written before this go. */
  readonly recordsBefore: Date;
  /** … and copies of records that could not be read, set aside before this. */
  readonly copiesBefore: Date;
  /** How many files are looked at in one call; the next call goes on from there. */
  readonly most: number;
}

/**
 * Port to records kept by key (a session, a person). Absence is null; a store that can't be read or
 * written throws AppError `unreachable`. With `details.reason` `newer-file` the record is there and of a newer
 * release, with `broken-file` nobody can read it: neither is overwritten, and both can be deleted.
 */
export interface RecordStore<T> {
  get(key: RecordKey): Promise<T | null>;
  /** Resolves when the record would survive the process; with `isDurable` also a power cut. */
  put(key: RecordKey, record: T, choice?: WriteChoice): Promise<void>;
  /** Reads, changes and writes as one step. Null deletes; what comes back unchanged isn't written. */
  change(key: RecordKey, change: (before: T | null) => T | null, choice?: WriteChoice): Promise<T | null>;
  /** Deletes the record with what was set aside of it; by an owner alone, all that is theirs. */
  delete(key: RecordKey): Promise<void>;
  /** The records of an owner, the one record of a whole key, or all. What can't be read is left out. */
  list(key?: RecordKey): Promise<readonly T[]>;
  /** Removes what is old; resolves to how many files went. One call at a time. */
  sweep(limits: SweepLimits): Promise<number>;
}

/**
 * An object of a record. Fields it doesn't know stay in it through a read and a write: a newer release may have
 * put them there, and will look for them when it is back. They are no part of the type.
 */
export function recordObject<S extends z.ZodRawShape>(shape: S): z.ZodObject<S> {
  return z.looseObject(shape);
}

const UNREADABLE = ['newer-file', 'broken-file'] as const;

/** The error of a record that is there, and is refused. */
export type Unreadable = AppError & { readonly details: { readonly reason: (typeof UNREADABLE)[number] } };

/** Whether the error says that a record is there and can't be read, rather than that the store can't be reached. */
export function isUnreadable(error: unknown): error is Unreadable {
  return error instanceof AppError && UNREADABLE.some((reason) => reason === error.details.reason);
}
