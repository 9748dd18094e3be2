import * as z from 'zod';

/** What this release writes; it reads no higher one. */
export const BACKUP_VERSION = 1;

/**
 * A backup is gzipped lines of JSON: a header, a line for each record, and an end that tells how many there were and
 * the SHA-256 of all lines before it.
 */
export const headerSchema = z.object({
  kind: z.literal('header'),
  format: z.literal('co-sell-assistant-backup'),
  version: z.number().int().min(1),
  /** ISO UTC: when it was begun. All that is in it is of then or later. */
  createdAt: z.iso.datetime(),
  storage: z.enum(['file', 'azure']),
  /** The stores that were looked into. */
  stores: z.array(z.string()),
});

/** What every release's header begins with, whatever else is in it. */
export const markSchema = headerSchema.pick({ kind: true, format: true, version: true });

export const recordLineSchema = z.object({
  kind: z.literal('record'),
  store: z.string(),
  /** Below the store, such as `ab/cdef….json`. */
  name: z.string(),
  /** ISO UTC. */
  writtenAt: z.iso.datetime(),
  /** As it is kept: no release has to read what it only carries. */
  text: z.string(),
});

export const endSchema = z.object({
  kind: z.literal('end'),
  records: z.number().int(),
  sha256: z.string(),
});

export type BackupHeader = z.infer<typeof headerSchema>;
export type BackupRecord = Omit<z.infer<typeof recordLineSchema>, 'kind'>;

/** The store that the embedded deals are called by: `deals.json` and `deals.log`, which are no records. */
export const DEALS = 'deals';

const RECORD_NAME = /^[0-9a-f]{2}\/[0-9a-f]{38}(\/[0-9a-f]{40})?\.json$/;
const DEAL_NAME = /^deals\.(json|log)$/;

/** Whether a store could have a record of that name, which is to become a path. */
export function isNameOf(store: string, name: string): boolean {
  return (store === DEALS ? DEAL_NAME : RECORD_NAME).test(name);
}
