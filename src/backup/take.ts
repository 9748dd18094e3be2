import type { FoundText, TextStore } from '../storage/text-store.ts';
import { RECORD_ENDING } from '../storage/record-names.ts';
import { writeBackup } from './backup-file.ts';
import { type BackupHeader, type BackupRecord, DEALS } from './format.ts';
import type { DealFileTexts } from '../referrals/embedded/deal-file-texts.ts';

export interface TakeOptions {
  /** The file to be written. */
  readonly file: string;
  readonly storage: BackupHeader['storage'];
  /**
   * By name, in the order in which they are read. Notes of deletions come last, so that who has their data deleted
   * meanwhile stays deleted.
   */
  readonly stores: ReadonlyMap<string, TextStore>;
  /** The embedded deals; null where none are kept. */
  readonly deals: DealFileTexts | null;
  readonly now: () => Date;
}

/**
 * Writes all that is kept into one file, also while the assistant runs: each record is as it stood at some moment of
 * the backup. Copies of records that could not be read stay where they are.
 *
 * @returns how many records of each store are in it
 * @throws AppError `refused` where the file is there already, `unreachable` when something can't be read or written
 */
export async function takeBackup(options: TakeOptions): Promise<ReadonlyMap<string, number>> {
  const { file, storage, stores, now } = options;
  const counts = new Map<string, number>();
  const header = { createdAt: now().toISOString(), storage, stores: [...stores.keys(), DEALS] };
  await writeBackup(file, header, counted(recordsOf(options), counts));
  return counts;
}

async function* counted(
  records: AsyncIterable<BackupRecord>,
  counts: Map<string, number>,
): AsyncGenerator<BackupRecord> {
  for await (const record of records) {
    counts.set(record.store, (counts.get(record.store) ?? 0) + 1);
    yield record;
  }
}

async function* recordsOf({ stores, deals }: TakeOptions): AsyncGenerator<BackupRecord> {
  if (deals !== null) {
    const at = { store: DEALS, writtenAt: deals.writtenAt.toISOString() };
    yield { ...at, name: 'deals.json', text: deals.all };
    if (deals.changes !== null) yield { ...at, name: 'deals.log', text: deals.changes };
  }
  for (const [store, texts] of stores) {
    for await (const found of texts.list()) {
      const record = found.name.endsWith(RECORD_ENDING) ? await readFound(store, found, texts) : null;
      if (record !== null) yield record;
    }
  }
}

/** Null where it is gone meanwhile. Its time is asked first: a record may be newer than it says, and never older. */
async function readFound(store: string, found: FoundText, texts: TextStore): Promise<BackupRecord | null> {
  const writtenAt = await found.writtenAt();
  const kept = await texts.read(found.name);
  if (kept === null || writtenAt === null) return null;
  return { store, name: found.name, writtenAt: writtenAt.toISOString(), text: kept.text };
}
