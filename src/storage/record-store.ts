/**
 * Port to records kept by key (a session, a person). Absence is null; a store that can't be read or
 * written throws AppError `unreachable`.
 */
export interface RecordStore<T> {
  get(key: string): Promise<T | null>;
  /** Resolves when the record would survive the process; with `isDurable` also a power cut. */
  put(key: string, record: T, options?: { readonly isDurable?: boolean }): Promise<void>;
  delete(key: string): Promise<void>;
}
