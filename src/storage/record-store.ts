import * as z from 'zod';
import { AppError } from '../errors.ts';

/**
 * Whose record it is and, where an owner has several, which of theirs; both are any text. In "all of Sara's
 * sessions" the owner is Sara and the name her conversation.
 */
export type RecordKey = string | readonly [owner: string, name: string];

/** Marks the state that a record was read in, for one store alone; null where there was none. */
export type Version = string | null;

/** A record, and what tells whether somebody changed it since. */
export interface Opened<T> {
  readonly record: T | null;
  readonly version: Version;
}

export interface WriteChoice {
  /** True: the write also survives a power cut. */
  readonly isDurable?: boolean;
}

export interface PutChoice extends WriteChoice {
  /** The state that the record must still be in; null where there must be none. Absent: whatever is there is replaced. */
  readonly replaces?: Version;
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
  /** The same with its version. */
  open(key: RecordKey): Promise<Opened<T>>;
  /**
   * Resolves to its version when the record would survive the process; with `isDurable` also a power cut; it is
   * then written also where nothing changed.
   *
   * @throws AppError `conflict`, with reason `changed-meanwhile`, where it is not in the state it was to replace.
   */
  put(key: RecordKey, record: T, choice?: PutChoice): Promise<Version>;
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

/** The error of a record that somebody changed since it was read. */
export function changedMeanwhile(): AppError {
  return new AppError('conflict', 'store: the record was changed since it was read', {
    details: { reason: 'changed-meanwhile' },
  });
}

/** Whether nothing was written since somebody else wrote first: what was to be done can be done again. */
export function isChangedMeanwhile(error: unknown): boolean {
  return error instanceof AppError && error.details.reason === 'changed-meanwhile';
}

const UNREADABLE = ['newer-file', 'broken-file'] as const;

/** The error of a record that is there, and is refused. */
export type Unreadable = AppError & { readonly details: { readonly reason: (typeof UNREADABLE)[number] } };

/** Whether the error says that a record is there and can't be read, rather than that the store can't be reached. */
export function isUnreadable(error: unknown): error is Unreadable {
  return error instanceof AppError && UNREADABLE.some((reason) => reason === error.details.reason);
}
