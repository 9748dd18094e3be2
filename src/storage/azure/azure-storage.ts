import type { ContainerClient } from '@azure/storage-blob';
import { askedSeldom } from '../disk-probe.ts';
import type { Leases } from '../lease.ts';
import type { RecordStore } from '../record-store.ts';
import type { RecordOptions } from '../record-steps.ts';
import type { TextStore } from '../text-store.ts';
import { createRecordStore } from '../records.ts';
import type { WorkQueue } from '../../outbound/work-queue.ts';
import { createStorageQueue } from './storage-queue.ts';
import { type AzurePlace, openContainer, openQueue } from './account.ts';
import { createBlobLeases, LEASE_FOLDER } from './blob-leases.ts';
import { createBlobTexts } from './blob-texts.ts';
import { AT_START, callStorage, type Patience } from './calls.ts';

/** A container that any number of processes share. */
export interface AzureStorage {
  openRecords<T>(folder: string, options: RecordOptions<T>): RecordStore<T>;
  /** The texts that the records of a folder are kept as, for who carries them elsewhere. */
  openTexts(folder: string): TextStore;
  readonly leases: Leases;
  /** Opens a queue beside the container, making it if need be. */
  readonly openQueue: (name: string) => Promise<WorkQueue>;
  /** Whether any record's name begins with the folder. */
  readonly hasRecords: (folder: string) => Promise<boolean>;
  /** Whether it takes data now. */
  readonly canWrite: () => Promise<boolean>;
  /** Removes blobs that leases were taken of, last made before then and held by nobody; resolves to how many went. */
  readonly sweepLeases: (before: Date) => Promise<number>;
}

/** A blob that says nothing, written to see whether one can be. */
const PROBE = 'probe';

/** Between two of these, in milliseconds: each is paid for. */
const PROBE_MS = 15_000;

/**
 * Opens the container, making it if need be.
 *
 * @throws AppError `unreachable` when it can't be reached or written: its message says why, and the cure
 */
export async function openAzureStorage(
  place: AzurePlace,
  { now, patience = AT_START }: { readonly now: () => Date; readonly patience?: Patience },
): Promise<AzureStorage> {
  const container = await openContainer(place);
  await makeIfAbsent(container, patience);
  await probe(container, patience);
  const texts = (folder: string) => createBlobTexts({ container, folder, now });
  return {
    openRecords: (folder, options) => createRecordStore(texts(folder), options),
    openTexts: texts,
    leases: createBlobLeases({ container }),
    openQueue: async (name) => {
      const queue = await openQueue(place, name);
      await callStorage(
        `make the queue ${queue.name}`,
        (abortSignal) => queue.createIfNotExists({ abortSignal }),
        patience,
      );
      return createStorageQueue(queue);
    },
    hasRecords: async (folder) => (await texts(folder).list().next()).done !== true,
    canWrite: askedSeldom(
      PROBE_MS,
      () => canWrite(container),
      () => now().getTime(),
    ),
    sweepLeases: async (before) => {
      let removed = 0;
      // One that is held can't be removed; one that is wanted again is made again.
      for await (const found of texts(LEASE_FOLDER).list())
        if (await found.removeIfOlder(before)) removed += 1;
      return removed;
    },
  };
}

/** Asked first, since who may write into a container needn't have the right to make one. */
async function makeIfAbsent(container: ContainerClient, patience: Patience): Promise<void> {
  const name = `the container ${container.containerName}`;
  const isThere = await callStorage(
    `reach ${name}`,
    (abortSignal) => container.exists({ abortSignal }),
    patience,
  );
  if (isThere) return;
  await callStorage(`make ${name}`, (abortSignal) => container.createIfNotExists({ abortSignal }), patience);
}

async function probe(container: ContainerClient, patience?: Patience): Promise<void> {
  const blob = container.getBlockBlobClient(PROBE);
  await callStorage('write', (abortSignal) => blob.upload('', 0, { abortSignal }), patience);
}

function canWrite(container: ContainerClient): Promise<boolean> {
  return probe(container).then(
    () => true,
    () => false,
  );
}
