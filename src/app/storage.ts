import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import { createLocalWorkQueue, type WorkQueue } from '../outbound/work-queue.ts';
import { createDiskProbe } from '../storage/disk-probe.ts';
import { type HeldFolder, removeFile } from '../storage/durable-file.ts';
import { createFileRecordStore } from '../storage/file-record-store.ts';
import { createFileTexts } from '../storage/file-texts.ts';
import { createLocalLeases, type Leases } from '../storage/lease.ts';
import { topFilesIn, writtenAt } from '../storage/record-files.ts';
import { COPY_ENDING } from '../storage/record-names.ts';
import type { RecordOptions } from '../storage/record-steps.ts';
import type { RecordStore } from '../storage/record-store.ts';
import type { TextStore } from '../storage/text-store.ts';

/** Where the register's stores are kept, and who may work there. */
export interface Storage {
  /** @param folder what the names of its records begin with */
  openRecords<T>(folder: string, options: RecordOptions<T>): RecordStore<T>;
  /** The texts that the records of a folder are kept as, for who carries them elsewhere. */
  openTexts(folder: string): TextStore;
  readonly leases: Leases;
  /** Opens a queue of work that all who work there fill and empty. */
  readonly openQueue: (name: string) => Promise<WorkQueue>;
  /** Whether data can be kept now. */
  readonly canWrite: () => Promise<boolean>;
  /** Removes what is old beside the stores; resolves to how much went. */
  sweepRest(before: Date): Promise<number>;
}

/** The data folder, which this process holds. */
export function createFileStorage(folder: HeldFolder, now: () => Date): Storage {
  const canWriteDisk = createDiskProbe(folder, () => now().getTime());
  return {
    openRecords: (name, options) =>
      createFileRecordStore({ ...options, dir: join(folder.dir, name), folder, now }),
    openTexts: (name) => createFileTexts({ dir: join(folder.dir, name), folder, now }),
    leases: createLocalLeases(),
    openQueue: () => Promise.resolve(createLocalWorkQueue(() => now().getTime())),
    canWrite: async () => (await isHeld(folder)) && (await canWriteDisk()),
    sweepRest: (before) => sweepCopies(folder, before),
  };
}

/**
 * The storage that the configuration names.
 *
 * @param folder null where nothing is kept on this machine (`usesDataFolder`)
 * @throws AppError `unreachable` when it can't be reached or written
 */
export async function openStorage(
  { storage }: Pick<Config, 'storage'>,
  folder: HeldFolder | null,
  now: () => Date,
): Promise<Storage> {
  const here = folder === null ? null : createFileStorage(folder, now);
  if (storage.kind === 'file') {
    if (here === null) throw new Error('storage: records in files without a folder');
    return here;
  }
  // Loaded only where it is used: its client takes longer to load than a start without it.
  const { openAzureStorage } = await import('../storage/azure/azure-storage.ts');
  const azure = await openAzureStorage(storage, { now });
  if (here === null) return { ...azure, sweepRest: azure.sweepLeases };
  // Deals are still kept in the folder.
  return {
    ...azure,
    canWrite: async () => (await here.canWrite()) && (await azure.canWrite()),
    sweepRest: async (before) => (await here.sweepRest(before)) + (await azure.sweepLeases(before)),
  };
}

function isHeld(folder: HeldFolder): Promise<boolean> {
  return folder.assertHeld().then(
    () => true,
    () => false,
  );
}

/** Copies beside the stores (`deals.json.bak`). */
async function sweepCopies(folder: HeldFolder, before: Date): Promise<number> {
  let removed = 0;
  for (const name of await topFilesIn(folder.dir)) {
    const path = join(folder.dir, name);
    const written = name.endsWith(COPY_ENDING) ? await writtenAt(path) : null;
    if (written === null || written >= before) continue;
    await removeFile(path, folder);
    removed += 1;
  }
  return removed;
}
