import type { Logger } from 'pino';
import type { Storage } from './storage.ts';
import { REGISTER, type StoreName, type Stores } from './stores.ts';
import type { Config } from '../config/config.ts';
import { AppError } from '../errors.ts';
import { createCoalescer } from '../watch/coalescer.ts';
import { type Rounds, startRounds } from '../watch/rounds.ts';

/** Between two sweeps, in milliseconds. What goes after days needs no more. */
const SWEEP_MS = 3_600_000;

/** How many files of each store one sweep looks at: about half a second of waiting for the disk, and 48,000 files a day. */
const MOST_FILES = 2000;

const DAY_MS = 86_400_000;

export interface RetentionOptions {
  readonly stores: Stores;
  readonly storage: Pick<Storage, 'leases' | 'sweepRest'>;
  readonly retentionDays: Config['retentionDays'];
  readonly log: Logger;
  readonly now: () => Date;
}

/** The end of what has been kept for its time, also of people who never come back. */
export interface Retention {
  /** Looks at a part of every store and removes what is old; failures are logged, and the next one tries again. */
  readonly sweep: () => Promise<void>;
  start(): void;
  /** Resolves when the sweep under way has ended. */
  stop(): Promise<void>;
}

export function createRetention(options: RetentionOptions): Retention {
  // One at a time: the next one goes on where the last one ended.
  const sweeping = createCoalescer();
  const sweep = (): Promise<void> => sweeping.run('sweep', () => sweepQuietly(options));
  let rounds: Rounds | null = null;
  return {
    sweep,
    start() {
      void sweep();
      rounds = startRounds(SWEEP_MS, sweep);
    },
    async stop() {
      await rounds?.stop();
      await sweeping.settle();
    },
  };
}

async function sweepQuietly(options: RetentionOptions): Promise<void> {
  try {
    // What another process is at is done by it.
    const removed = await options.storage.leases.tryRun('round|sweep', () => sweepStores(options));
    if (removed !== null && removed > 0)
      options.log.info({ removed }, 'what was kept for its time is removed');
  } catch (error) {
    const code = error instanceof AppError ? error.code : error instanceof Error ? error.name : 'unknown';
    options.log.warn({ code }, 'what was kept for its time could not be removed');
  }
}

async function sweepStores({ stores, storage, retentionDays, now }: RetentionOptions): Promise<number> {
  const before = (days: number): Date => new Date(now().getTime() - days * DAY_MS);
  const copiesBefore = before(retentionDays.copies);
  let removed = await storage.sweepRest(copiesBefore);
  for (const name of Object.keys(REGISTER) as StoreName[]) {
    const { days } = REGISTER[name];
    const recordsBefore = days === null ? new Date(0) : before(retentionDays[days]);
    removed += await stores[name].sweep({ recordsBefore, copiesBefore, most: MOST_FILES });
  }
  return removed;
}
