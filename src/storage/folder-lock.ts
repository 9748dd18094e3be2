import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { AppError } from '../errors.ts';
import { codeOf, isAbsent, sweepTempDir } from './durable-file.ts';
import { parseJson } from './durable-json.ts';

/** The right to write into a data folder, held by one process at a time. */
export interface FolderLock {
  readonly dir: string;
  /** Gives the folder free; harmless when done twice. */
  release(): Promise<void>;
}

const holderSchema = z.object({
  pid: z.number().int(),
  host: z.string(),
  /** The kernel's start time of the process; pids are used again, in containers at once. Null if unknown. */
  startTime: z.string().nullable(),
  nonce: z.string(),
});

type Holder = z.infer<typeof holderSchema>;

const FILE_NAME = 'process.lock';

/** A holder on another machine can't be asked whether it lives, so it touches its lock this often. */
const HEARTBEAT_MS = 10_000;

/** Without a sign of life for this long, a lock of another machine is stale. */
const STALE_AFTER_MS = 60_000;

/**
 * Takes the data folder for this process, making it if need be. A lock that a dead process left is taken over.
 *
 * @throws AppError `refused` with reason `folder-in-use` when a living process has it, and `unreachable` when
 *   the folder can't be written.
 */
export async function lockFolder(dir: string): Promise<FolderLock> {
  const path = join(dir, FILE_NAME);
  const self: Holder = {
    pid: process.pid,
    host: hostname(),
    startTime: await readStartTime(process.pid),
    nonce: randomUUID(),
  };
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    if (!(await claim(path, self))) {
      await removeStale(path, dir);
      if (!(await claim(path, self))) throw inUse(dir, await readHolder(path));
    }
  } catch (error) {
    throw error instanceof AppError ? error : notAFolder(dir, error);
  }
  await sweepTempDir(dir);
  return keepAlive(dir, path, self);
}

/** Creates the lock file; false when there is one. */
async function claim(path: string, self: Holder): Promise<boolean> {
  try {
    await writeFile(path, JSON.stringify(self), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function removeStale(path: string, dir: string): Promise<void> {
  const holder = await readHolder(path);
  if (await isAlive(path, holder)) throw inUse(dir, holder);
  // Moved and looked at before it is removed: meanwhile another process may have taken the folder over.
  const moved = `${path}.${randomUUID()}`;
  await rename(path, moved).catch(ignoreAbsent);
  const found = await readHolder(moved);
  if (found !== null && found.nonce !== holder?.nonce) {
    await rename(moved, path);
    throw inUse(dir, found);
  }
  await rm(moved, { force: true });
}

/** Null when there is no lock file, or none that can be read (its writer died while writing). */
async function readHolder(path: string): Promise<Holder | null> {
  const text = await readFile(path, 'utf8').catch(ignoreAbsent);
  const parsed = holderSchema.safeParse(text === undefined ? null : parseJson(text));
  return parsed.success ? parsed.data : null;
}

async function isAlive(path: string, holder: Holder | null): Promise<boolean> {
  if (holder?.host === hostname()) {
    return hasProcess(holder.pid) && (await readStartTime(holder.pid)) === holder.startTime;
  }
  const info = await stat(path).catch(ignoreAbsent);
  if (info === undefined) return false;
  // A lock without content is being written right now, or its writer died: a moment tells.
  const patienceMs = holder === null ? 1_000 : STALE_AFTER_MS;
  return Date.now() - info.mtimeMs < patienceMs;
}

function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return codeOf(error) === 'EPERM';
  }
}

/** Field 22 of /proc/PID/stat (proc(5)); null where there is no such file. */
async function readStartTime(pid: number): Promise<string | null> {
  const text = await readFile(`/proc/${String(pid)}/stat`, 'utf8').catch(() => null);
  // The second field, the program's name, may hold spaces and ends at the last bracket.
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

function keepAlive(dir: string, path: string, self: Holder): FolderLock {
  const touch = () => {
    utimes(path, new Date(), new Date()).catch(() => undefined);
  };
  const heartbeat = setInterval(touch, HEARTBEAT_MS);
  heartbeat.unref();
  return {
    dir,
    async release() {
      clearInterval(heartbeat);
      const holder = await readHolder(path);
      if (holder?.nonce === self.nonce) await rm(path, { force: true });
    },
  };
}

function inUse(dir: string, holder: Holder | null): AppError {
  const who = holder === null ? 'another process' : `process ${String(holder.pid)} on ${holder.host}`;
  const message = `store: the data folder ${dir} is in use by ${who}; stop it, or set another DATA_DIR`;
  return new AppError('refused', message, { details: { reason: 'folder-in-use' } });
}

function notAFolder(dir: string, cause: unknown): AppError {
  const message = `store: cannot use the data folder ${dir}: ${codeOf(cause)}; set DATA_DIR to a folder that this user may write`;
  return new AppError('unreachable', message, { cause });
}

function ignoreAbsent(error: unknown): undefined {
  if (isAbsent(error)) return undefined;
  throw error;
}
