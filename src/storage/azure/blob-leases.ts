import type { BlobLeaseClient, BlockBlobClient, ContainerClient } from '@azure/storage-blob';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../../errors.ts';
import { createLocalLeases, type Lease, type Leases } from '../lease.ts';
import { hashOf } from '../record-names.ts';
import { callStorage, Unmet } from './calls.ts';
import { HeldLease, type LeaseTimes } from './held-lease.ts';

export interface BlobLeasesOptions {
  readonly container: ContainerClient;
  /** What the names of the blobs begin with. */
  readonly folder?: string;
  /** For how long somebody waits for their turn, in milliseconds; 30,000 unless told. */
  readonly waitMs?: number;
  readonly times?: Partial<LeaseTimes>;
}

/** Seconds after which the service gives a lease free by itself; the least that it takes. */
const LEASE_SECONDS = 15;

/**
 * So long waits who wants a turn: a process that died holds it for 15 s, and who was before us may need as long.
 */
const WAIT_MS = 30_000;

/** Between two looks whether a lease is free, in milliseconds: at first, and at most. */
const LOOK_MS = { first: 40, most: 1_000 };

/**
 * Leases among all processes, by leases of blobs. Within this process the work of a key stands in line first, so that
 * one waits at the service for all. A run costs two calls: to take the lease, and to give it back.
 */
export function createBlobLeases(options: BlobLeasesOptions): Leases {
  const { container, folder = LEASE_FOLDER, waitMs = WAIT_MS, times } = options;
  const local = createLocalLeases();
  const take = (key: string) => tryTake(container.getBlockBlobClient(`${folder}/${hashOf(key)}`), times);
  return {
    isShared: true,
    run: (key, work) => local.run(key, async () => within(await takeInTurn(() => take(key), waitMs), work)),
    tryRun: (key, work) =>
      local.tryRun(key, async () => {
        const lease = await take(key);
        return lease === null ? null : within(lease, work);
      }),
  };
}

/** Where the blobs are that are leased. */
export const LEASE_FOLDER = 'leases';

async function within<T>(lease: HeldLease, work: (lease: Lease) => Promise<T>): Promise<T> {
  try {
    return await work(lease);
  } finally {
    await lease.release();
  }
}

async function takeInTurn(take: () => Promise<HeldLease | null>, waitMs: number): Promise<HeldLease> {
  const end = performance.now() + waitMs;
  for (let pauseMs = LOOK_MS.first; ; pauseMs = Math.min(2 * pauseMs, LOOK_MS.most)) {
    const lease = await take();
    if (lease !== null) return lease;
    if (performance.now() >= end) throw notInTurn(waitMs);
    // By chance a half less or more, so that those who wait don't all look at the same moment.
    await wait(pauseMs * (0.5 + Math.random()));
  }
}

/** Null where another has it. */
async function tryTake(
  blob: BlockBlobClient,
  times: Partial<LeaseTimes> | undefined,
): Promise<HeldLease | null> {
  const client = blob.getBlobLeaseClient(randomUUID());
  const lease = new HeldLease(client, times);
  try {
    await acquire(blob, client);
  } catch (error) {
    if (error instanceof Unmet && error.status === 409) return null;
    throw error instanceof Unmet ? unmetLease(error) : error;
  }
  lease.keep();
  return lease;
}

/** With an id of our own: a second try after an answer that was lost gets the lease of the first. */
async function acquire(blob: BlockBlobClient, client: BlobLeaseClient): Promise<void> {
  const ask = () =>
    callStorage('take a lease', (abortSignal) => client.acquireLease(LEASE_SECONDS, { abortSignal }));
  try {
    await ask();
  } catch (error) {
    if (!(error instanceof Unmet) || error.status !== 404) throw error;
    await make(blob);
    await ask();
  }
}

/** The first time there is no blob to be leased. */
async function make(blob: BlockBlobClient): Promise<void> {
  try {
    await callStorage('make a lease', (abortSignal) =>
      blob.upload('', 0, { conditions: { ifNoneMatch: '*' }, abortSignal }),
    );
  } catch (error) {
    // Somebody made it meanwhile.
    if (!(error instanceof Unmet)) throw error;
  }
}

function notInTurn(waitMs: number): AppError {
  const seconds = String(Math.round(waitMs / 1000));
  return new AppError('unreachable', `store: a lease was held by another process for ${seconds} s and more`, {
    details: { reason: 'store' },
  });
}

function unmetLease({ status }: Unmet): AppError {
  return new AppError('unreachable', `store: cannot take a lease (${String(status)})`, {
    details: { reason: 'store' },
  });
}
