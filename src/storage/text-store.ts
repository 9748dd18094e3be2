import type { Version, WriteChoice } from './record-store.ts';

/** A text, and the version that it has as it is. */
export interface KeptText {
  readonly text: string;
  readonly version: string;
}

/** A text that a listing has found. */
export interface FoundText {
  readonly name: string;
  /** When it was last written; null where it is gone. */
  writtenAt(): Promise<Date | null>;
  /** Removes it if it was last written before then, and nobody writes it at this moment; resolves to whether it went. */
  removeIfOlder(before: Date): Promise<boolean>;
}

export interface TextChoice extends WriteChoice {
  /** The version that must still be there; null where there must be none. */
  readonly replaces: Version;
  /** When it was written, where it comes from elsewhere and keeps its age; now unless told. */
  readonly writtenAt?: Date;
}

/**
 * Port to the texts that records are kept as, each under a name (`record-names.ts`). It knows no records: what can
 * be read, and what becomes of what can't, is decided by the one record store over it. What can't be reached or
 * written throws AppError `unreachable`. Only one call at a time comes for what is one owner's.
 */
export interface TextStore {
  /** Null where there is none. */
  read(name: string): Promise<KeptText | null>;
  /**
   * Writes a text, wholly or not at all, and returns its version.
   *
   * @throws AppError `conflict`, with reason `changed-meanwhile`, where another version is there.
   */
  write(name: string, text: string, choice: TextChoice): Promise<string>;
  /** Copies what is there, to the last byte; the copy's age counts from now. */
  copy(name: string, to: string): Promise<void>;
  /**
   * Removes what is there; harmless where nothing is.
   *
   * @throws AppError `conflict`, as `write`, where `replaces` is given and another version is there.
   */
  remove(name: string, replaces?: string): Promise<void>;
  /** Everything, page by page as it is asked for, or what begins with the home of one owner. */
  list(home?: string): AsyncGenerator<FoundText>;
  /** Where it is, for a sentence to whoever runs the assistant. */
  placeOf(name: string): string;
}

/** The same text again is written once an hour: its age is counted in days. */
const FRESH_MS = 3_600_000;

/** Whether what is there already was written so lately that its age needn't be renewed; null is "nobody knows when". */
export function isFresh(writtenAt: Date | null, now: Date): boolean {
  return writtenAt !== null && Math.abs(now.getTime() - writtenAt.getTime()) < FRESH_MS;
}
