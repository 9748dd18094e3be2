import { AppError } from '../errors.ts';
import { type DealFileTexts, readDealFiles, writeDealFiles } from '../referrals/embedded/deal-file-texts.ts';
import type { HeldFolder } from '../storage/durable-file.ts';
import { type Forgotten, type ForgottenTimes, isForgotten } from '../storage/forgotten.ts';
import { isChangedMeanwhile } from '../storage/record-store.ts';
import type { TextStore } from '../storage/text-store.ts';
import { type BackupReading, openBackup } from './backup-file.ts';
import { carry } from './carried.ts';
import { type BackupHeader, type BackupRecord, DEALS } from './format.ts';
import { mergeNotes, readNote } from './notes.ts';

const DAY_MS = 86_400_000;

export interface RestoreOptions {
  readonly file: string;
  /** Every store, by name; all of them are this process's alone while it restores. */
  readonly stores: ReadonlyMap<string, TextStore>;
  /** Which of them holds the notes of deletions. */
  readonly notes: string;
  /** After how many days records of a store go. */
  readonly daysOf: (store: string) => number;
  /** The folder that embedded deals are kept in; null where deals are Partner Center's. */
  readonly dealFolder: HeldFolder | null;
  /** Whether what is there may be replaced. */
  readonly isReplacing: boolean;
  /** Whether the backup may be older than the notes of deletions are kept. */
  readonly mayBeOld: boolean;
  /** Says where the stores are kept that they are half restored; what it resolves to takes that back. */
  readonly markRestoring: () => Promise<() => Promise<void>>;
  /** Raised when the stores are no longer this process's alone. */
  readonly signal: AbortSignal;
  readonly now: () => Date;
}

/** Why a record of the backup is not in the storage. */
export type LeftOut = 'forgotten' | 'over its days' | 'not sent again' | 'deals kept elsewhere';

export interface Restored {
  readonly header: BackupHeader;
  /** How many records each store has got. */
  readonly counts: ReadonlyMap<string, number>;
  readonly leftOut: ReadonlyMap<LeftOut, number>;
}

/**
 * Puts what a backup holds into a storage, each record with the time when it was written, from which its days count.
 * The whole file is read and checked before anything is written. A restore that is broken off leaves its mark, and is
 * begun again, replacing what it wrote.
 *
 * @throws AppError `invalid-input` or `refused` where nothing is changed: a file that is damaged, foreign, of a newer
 *   release or too old, and a storage that holds something; `unreachable` where something can't be read or written
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { file, stores, isReplacing, dealFolder } = options;
  const reading = await openBackup(file, [...stores.keys(), DEALS]);
  const checked = await readThrough(reading, options);
  if (!options.mayBeOld) refuseOld(reading.header, options);
  if (!isReplacing) await refuseFull(options);
  const end = await options.markRestoring();
  const times = await mergeNotes(notesIn(options), checked.notes);
  if (isReplacing) await clear(options);
  const result = createTally(reading.header);
  await restoreDeals(checked.deals, dealFolder, result);
  await restoreRecords(reading, times, options, result);
  await end();
  return result;
}

/** The whole file, to its checksum. */
async function readThrough(
  reading: BackupReading,
  { file, notes }: RestoreOptions,
): Promise<{
  readonly notes: ReadonlyMap<string, Forgotten>;
  readonly deals: Omit<DealFileTexts, 'writtenAt'> | null;
}> {
  const found = new Map<string, Forgotten>();
  const deals = new Map<string, string>();
  for await (const { store, name, text } of reading.records()) {
    if (store === notes) found.set(name, readNote(text, file));
    if (store === DEALS) deals.set(name, text);
  }
  const all = deals.get('deals.json');
  return { notes: found, deals: all === undefined ? null : { all, changes: deals.get('deals.log') ?? null } };
}

function refuseOld({ createdAt }: BackupHeader, { file, notes, daysOf, now }: RestoreOptions): void {
  const days = daysOf(notes);
  const age = Math.floor((now().getTime() - Date.parse(createdAt)) / DAY_MS);
  if (age <= days) return;
  throw new AppError(
    'refused',
    `restore: ${file} is ${String(age)} days old, and deletions are noted for ${String(days)} (RETENTION_DAYS_BACKUPS): who had their data deleted before would be back; --older-than-retention restores it all the same`,
  );
}

/** Notes of deletions alone are nothing that could be lost. */
async function refuseFull({ stores, notes, dealFolder }: RestoreOptions): Promise<void> {
  const full: string[] = [];
  for (const [store, texts] of stores)
    if (store !== notes && (await texts.list().next()).done !== true) full.push(store);
  if (dealFolder !== null && (await readDealFiles(dealFolder.dir)) !== null) full.push(DEALS);
  if (full.length === 0) return;
  throw new AppError(
    'refused',
    `restore: the storage holds data already (${full.join(', ')}); --replace removes it first`,
  );
}

async function clear({ stores, notes, signal }: RestoreOptions): Promise<void> {
  for (const [store, texts] of stores) {
    if (store === notes) continue;
    for await (const { name } of texts.list()) {
      signal.throwIfAborted();
      await texts.remove(name);
    }
  }
}

interface Tally extends Restored {
  readonly restored: (store: string) => void;
  readonly leaveOut: (why: LeftOut) => void;
}

function createTally(header: BackupHeader): Tally {
  const counts = new Map<string, number>();
  const leftOut = new Map<LeftOut, number>();
  return {
    header,
    counts,
    leftOut,
    restored: (store) => void counts.set(store, (counts.get(store) ?? 0) + 1),
    leaveOut: (why) => void leftOut.set(why, (leftOut.get(why) ?? 0) + 1),
  };
}

async function restoreDeals(
  deals: Omit<DealFileTexts, 'writtenAt'> | null,
  folder: HeldFolder | null,
  tally: Tally,
): Promise<void> {
  if (deals === null) return;
  if (folder === null) return tally.leaveOut('deals kept elsewhere');
  await writeDealFiles(folder, deals);
  tally.restored(DEALS);
}

/** How many records are written side by side: each waits for the disk or the network. */
const SIDE_BY_SIDE = 16;

async function restoreRecords(
  reading: BackupReading,
  times: ForgottenTimes,
  options: RestoreOptions,
  tally: Tally,
): Promise<void> {
  let writing: Promise<void>[] = [];
  for await (const record of reading.records()) {
    // Those are merged, and in their place.
    if (record.store === DEALS || record.store === options.notes) continue;
    writing.push(restoreRecord(record, times, options, tally));
    if (writing.length < SIDE_BY_SIDE) continue;
    await Promise.all(writing);
    writing = [];
    options.signal.throwIfAborted();
  }
  await Promise.all(writing);
}

async function restoreRecord(
  record: BackupRecord,
  times: ForgottenTimes,
  { stores, daysOf, now }: RestoreOptions,
  tally: Tally,
): Promise<void> {
  const { store, name } = record;
  const writtenAt = new Date(record.writtenAt);
  if (isForgotten({ store, name, writtenAt }, times)) return tally.leaveOut('forgotten');
  if (now().getTime() - writtenAt.getTime() > daysOf(store) * DAY_MS) return tally.leaveOut('over its days');
  const text = carry(store, record.text);
  if (text === null) return tally.leaveOut('not sent again');
  await textsOf(stores, store)
    .write(name, text, { replaces: null, isDurable: true, writtenAt })
    .catch((error: unknown) => {
      if (isChangedMeanwhile(error)) throw writtenByOthers();
      throw error;
    });
  tally.restored(store);
}

function notesIn({ stores, notes }: RestoreOptions): TextStore {
  return textsOf(stores, notes);
}

function textsOf(stores: ReadonlyMap<string, TextStore>, store: string): TextStore {
  const texts = stores.get(store);
  if (texts === undefined) throw new Error(`restore: no store ${store}`);
  return texts;
}

function writtenByOthers(): AppError {
  return new AppError(
    'refused',
    'restore: somebody else writes into the storage, or the backup names a record twice; stop the assistant, and restore once more with --replace',
  );
}
