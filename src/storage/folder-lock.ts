import { open, stat, utimes } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../errors.ts';
import { codeOf, type HeldFolder, isAbsent, makeFolder, storeError } from './durable-file.ts';
import { describeSelf, type Holder, lifeOf } from './lock-holder.ts';
import { claim, type FoundLock, lockOf, readBeat, readLock, removeLock, sweep } from './lock-steps.ts';

/** The right to write into a data folder, held by one process at a time. */
export interface FolderLock extends HeldFolder {
  /** Resolves once another process has the folder, and never otherwise; this one can't write any more. */
  readonly lost: Promise<AppError>;
  /** Gives the folder free; harmless when done twice. */
  release(): Promise<void>;
}

export interface LockOptions {
  /** How often the holder shows a sign of life, in milliseconds; 3,000 unless told. */
  readonly heartbeatMs?: number;
  /** Between two looks at a holder that can't be asked whether it lives, in milliseconds; 500 unless told. */
  readonly lookMs?: number;
  /** After so many looks without a sign of life it counts as dead; 30 unless told, so 15 s, or 5 heartbeats. */
  readonly looks?: number;
  /** Hears why the start takes long. */
  readonly onWait?: (message: string) => void;
  /** Facts that make this process another's, for tests: a host name, a namespace. */
  readonly self?: Partial<Holder>;
}

/**
 * Takes the data folder for this process, making it if need be. A lock that a dead process left is taken over;
 * a holder that can't be judged from here (another machine or container) is watched for a sign of life first.
 *
 * @throws AppError `refused` with reason `folder-in-use` when a living process has it, and `unreachable` when
 *   the folder can't be written.
 */
export async function lockFolder(dir: string, options: LockOptions = {}): Promise<FolderLock> {
  const self = { ...(await describeSelf()), ...options.self };
  try {
    await makeFolder(dir);
    while (!(await claim(dir, self))) await removeDead(dir, self, options);
    await sweep(dir);
  } catch (error) {
    // What was claimed is held by a process that doesn't have it, and lives.
    await removeLock(dir, lockOf(dir, self.nonce).path).catch(() => undefined);
    throw error instanceof AppError ? error : notAFolder(dir, error);
  }
  return hold(dir, self, options.heartbeatMs ?? 3_000);
}

async function removeDead(dir: string, self: Holder, options: LockOptions): Promise<void> {
  const found = await readLock(dir);
  if (found === null) return;
  const life = found.holder === null ? 'unknown' : await lifeOf(found.holder, self, dir);
  if (life === 'alive') throw inUse(dir, found.holder);
  if (life === 'dead' || (await isSilent(dir, found, options))) await removeLock(dir, found.path);
}

/**
 * Waits for a sign of life. Looks are counted, and no clocks compared: neither another machine's, which may be
 * wrong, nor ours, which runs on while this process (and maybe the holder too) is paused.
 *
 * @returns true when there was none, false when the lock has changed hands meanwhile.
 */
async function isSilent(dir: string, found: FoundLock, options: LockOptions): Promise<boolean> {
  const { lookMs = 500, looks = 30, onWait } = options;
  const first = await readBeat(found.beatPath);
  const seconds = Math.ceil((lookMs * looks) / 1000);
  onWait?.(
    `store: the data folder ${dir} is held by ${nameOf(found.holder)}, which may be dead; waiting ${String(seconds)} s for a sign of life`,
  );
  for (let look = 0; look < looks; look += 1) {
    await sleep(lookMs);
    if ((await readLock(dir))?.path !== found.path) return false;
    if ((await readBeat(found.beatPath)) !== first) throw inUse(dir, found.holder);
  }
  return true;
}

function hold(dir: string, self: Holder, heartbeatMs: number): FolderLock {
  const { path: tempDir, beatPath } = lockOf(dir, self.nonce);
  let end: AppError | null = null;
  let tellLost: (error: AppError) => void;
  const lost = new Promise<AppError>((resolve) => (tellLost = resolve));
  const assertHeld = async (): Promise<void> => {
    if (end !== null) throw end;
    if (await isThere(beatPath)) return;
    // The whole folder may be out of reach for a while, which says nothing about who holds it.
    if (!(await hasFolder(dir)) || (await isThere(beatPath))) throw storeError('reach', tempDir, 'ENOENT');
    clearInterval(heartbeat);
    end = lostError(dir, (await readLock(dir))?.holder ?? null);
    tellLost(end);
    throw end;
  };
  const beat = () => {
    const now = new Date();
    utimes(beatPath, now, now).catch(() => assertHeld().catch(() => undefined));
  };
  const heartbeat = setInterval(beat, heartbeatMs);
  heartbeat.unref();
  return {
    dir,
    tempDir,
    lost,
    assertHeld,
    async release() {
      clearInterval(heartbeat);
      end ??= new AppError('unreachable', `store: the data folder ${dir} was given free`, {
        details: { reason: 'store' },
      });
      await removeLock(dir, tempDir).catch((cause: unknown) => {
        throw storeError('give free', dir, cause);
      });
    },
  };
}

/** False when it is absent; any other failure throws. Opened, not asked for: see {@link readBeat}. */
async function isThere(path: string): Promise<boolean> {
  try {
    await (await open(path, 'r')).close();
    return true;
  } catch (error) {
    if (isAbsent(error)) return false;
    throw storeError('reach', path, error);
  }
}

async function hasFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function nameOf(holder: Holder | null): string {
  return holder === null ? 'another process' : `process ${String(holder.pid)} on ${holder.host}`;
}

function inUse(dir: string, holder: Holder | null): AppError {
  const message = `store: the data folder ${dir} is in use by ${nameOf(holder)}; stop it, or set another DATA_DIR`;
  return new AppError('refused', message, { details: { reason: 'folder-in-use' } });
}

function lostError(dir: string, holder: Holder | null): AppError {
  const how = holder === null ? 'was unlocked by somebody' : `was taken over by ${nameOf(holder)}`;
  const message = `store: the data folder ${dir} ${how} while this process ran; it writes nothing more`;
  return new AppError('unreachable', message, { details: { reason: 'folder-lost' } });
}

function notAFolder(dir: string, cause: unknown): AppError {
  const message = `store: cannot use the data folder ${dir}: ${codeOf(cause)}; set DATA_DIR to a folder that this user may write`;
  return new AppError('unreachable', message, { cause, details: { reason: 'store' } });
}
