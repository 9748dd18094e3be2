import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { REGISTER, type StoreName } from './stores.ts';
import { openReading } from './read-only.ts';
import { leftOfFormerLayout } from './former-layout.ts';
import { markRestoring } from './restore-mark.ts';
import { openStorage } from './storage.ts';
import { restoreBackup, type Restored, type RestoreOptions } from '../backup/restore.ts';
import { takeBackup } from '../backup/take.ts';
import { type Config, usesDataFolder } from '../config/config.ts';
import { AppError } from '../errors.ts';
import { SENDING } from '../outbound/worker.ts';
import { readDealFiles } from '../referrals/embedded/deal-file-texts.ts';
import { lockFolder } from '../storage/folder-lock.ts';
import type { Leases } from '../storage/lease.ts';
import type { TextStore } from '../storage/text-store.ts';

type Places = Pick<Config, 'dataDir' | 'storage' | 'partnerCenter' | 'retentionDays'>;

/** What a backup has taken. */
export interface BackupTaken {
  /** How many records of each store. */
  readonly counts: ReadonlyMap<string, number>;
  /** How many files of an older release's layout are not in it. */
  readonly leftOut: number;
}

/**
 * Backs up what the configured storage holds, whether the assistant runs or not.
 *
 * @throws AppError as {@link takeBackup}, and `refused` where the data folder isn't there
 */
export async function backUp(config: Places, file: string, now: () => Date): Promise<BackupTaken> {
  const { dataDir, storage } = config;
  if (usesDataFolder(config) && !existsSync(dataDir))
    throw new AppError(
      'refused',
      `backup: there is no data folder ${dataDir}; set DATA_DIR to the assistant's`,
    );
  const stores = storesOf(await openReading(config, now));
  const deals = usesDataFolder(config) ? await readDealFiles(dataDir) : null;
  const counts = await takeBackup({ file, storage: storage.kind, stores, deals, now });
  return { counts, leftOut: storage.kind === 'file' ? await leftOfFormerLayout(dataDir) : 0 };
}

function daysOf(store: StoreName, { retentionDays }: Pick<Config, 'retentionDays'>): number {
  const { days } = REGISTER[store];
  return days === null ? Infinity : retentionDays[days];
}

/** Notes of deletions stand last in the register, and so in a backup. */
function storesOf(openTexts: (folder: string) => TextStore): Map<StoreName, TextStore> {
  return new Map(
    (Object.keys(REGISTER) as StoreName[]).map((name) => [name, openTexts(REGISTER[name].folder)]),
  );
}

export type RestoreChoice = Pick<RestoreOptions, 'file' | 'isReplacing' | 'mayBeOld'> & {
  /** Between two looks whether a process works on the storage, in milliseconds; 6,000 unless told. */
  readonly lookAgainMs?: number;
  readonly onWait?: (message: string) => void;
};

/**
 * Restores a backup of either storage into the configured one.
 *
 * @throws AppError as {@link restoreBackup}, and `refused` where the assistant runs on it
 */
export async function restore(config: Places, choice: RestoreChoice, now: () => Date): Promise<Restored> {
  const { lookAgainMs = 6_000, onWait = () => undefined, ...options } = choice;
  const folder = usesDataFolder(config) ? await lockFolder(config.dataDir, { onWait }) : null;
  try {
    const storage = await openStorage(config, folder, now);
    const restoreNow = (signal: AbortSignal) =>
      restoreBackup({
        ...options,
        stores: storesOf((name) => storage.openTexts(name)),
        notes: 'forgotten',
        daysOf: (store) => daysOf(store as StoreName, config),
        markRestoring: () => markRestoring(storage),
        dealFolder: config.partnerCenter === null ? folder : null,
        signal,
        now,
      });
    return await runAlone(storage.leases, lookAgainMs, restoreNow);
  } finally {
    await folder?.release();
  }
}

/**
 * Runs work while no process is on shared storage. Of those that run one has the lease of who sends, all of the time;
 * when it stops another takes it within 5 seconds. So who finds it free twice, 6 seconds apart, is alone.
 */
async function runAlone<T>(
  leases: Leases,
  lookAgainMs: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (!leases.isShared) return work(new AbortController().signal);
  if ((await leases.tryRun(SENDING, () => Promise.resolve('free'))) === null) throw inUse();
  await wait(lookAgainMs);
  const done = await leases.tryRun(SENDING, async ({ signal }) => ({ result: await work(signal) }));
  if (done === null) throw inUse();
  return done.result;
}

function inUse(): AppError {
  return new AppError(
    'refused',
    'restore: the assistant runs on this storage; stop all of its processes first (one that was killed counts for 15 seconds more)',
    { details: { reason: 'folder-in-use' } },
  );
}
