import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, rmdir, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, isAbsent } from './durable-file.ts';
import { parseJson } from './durable-json.ts';
import { type Holder, holderSchema } from './lock-holder.ts';

/*
 * The lock is a folder in a folder: `process.lock/<nonce of the holder>/`. It is claimed by renaming a finished
 * one to `process.lock`, which the system does only while that is absent or empty, and taken from a dead holder
 * by renaming its inner folder away, which works once and only while it is still that holder's. So of many
 * processes one wins each step, and a crash after any step leaves the folder held by the dead, or free.
 */

const LOCK_NAME = 'process.lock';
const HOLDER_NAME = 'holder.json';

/** Whatever lock is there. */
export interface FoundLock {
  /** What has to go for the lock to be free. */
  readonly path: string;
  /** The file that is touched as a sign of life. */
  readonly beatPath: string;
  /** Null when it can't be read: a power cut may leave the file empty. */
  readonly holder: Holder | null;
}

/** The lock of the holder with this nonce, be it there or not. */
export function lockOf(dir: string, nonce: string): Pick<FoundLock, 'path' | 'beatPath'> {
  const path = join(dir, LOCK_NAME, nonce);
  return { path, beatPath: join(path, HOLDER_NAME) };
}

/** What rename says when there is a lock; ENOENT when the winner swept ours away before. */
const NOT_CLAIMED = [
  'ENOTEMPTY',
  'EEXIST',
  'ENOTDIR',
  'ENOENT',
  ...(process.platform === 'win32' ? ['EPERM'] : []),
];

/** False when somebody has the lock. */
export async function claim(dir: string, self: Holder): Promise<boolean> {
  const made = join(dir, `${LOCK_NAME}.${randomUUID()}`);
  await mkdir(made, { mode: 0o700 });
  try {
    await mkdir(join(made, self.nonce), { mode: 0o700 });
    await writeFile(join(made, self.nonce, HOLDER_NAME), JSON.stringify(self), { mode: 0o600 });
    await rename(made, join(dir, LOCK_NAME));
    return true;
  } catch (error) {
    await rm(made, { recursive: true, force: true });
    if (NOT_CLAIMED.includes(codeOf(error))) return false;
    throw error;
  }
}

/** Null when there is none any more. */
export async function readLock(dir: string): Promise<FoundLock | null> {
  const lockPath = join(dir, LOCK_NAME);
  const names = await readdir(lockPath).catch(ignoreAbsentOrFile);
  if (names === undefined) return null;
  // Older releases had a file of the same content in its place.
  if (names === 'a file') return { path: lockPath, beatPath: lockPath, holder: await readHolder(lockPath) };
  const [name] = names;
  if (name === undefined) {
    // Windows renames nothing onto an empty folder.
    await rmdir(lockPath).catch(ignoreTaken);
    return null;
  }
  const { path, beatPath } = lockOf(dir, name);
  return { path, beatPath, holder: await readHolder(beatPath) };
}

async function readHolder(path: string): Promise<Holder | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  const parsed = holderSchema.safeParse(text === null ? null : parseJson(text));
  return parsed.success ? parsed.data : null;
}

/** When the file was touched last. It is opened first, since a network's file system may know that only then. */
export async function readBeat(path: string): Promise<number | null> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return null;
  try {
    return (await file.stat()).mtimeMs;
  } finally {
    await file.close();
  }
}

/** Harmless when another process did it, or took the folder over: `path` names the one lock that is meant. */
export async function removeLock(dir: string, path: string): Promise<void> {
  const lockPath = join(dir, LOCK_NAME);
  if (path === lockPath) return unlink(path).catch(ignoreTaken);
  const away = join(dir, `${LOCK_NAME}.${randomUUID()}`);
  await rename(path, away).catch(ignoreAbsent);
  // Before anybody reads the data: what the holder had on its way goes with it.
  await rm(away, { recursive: true, force: true });
  await rmdir(lockPath).catch(ignoreTaken);
}

/** Removes what processes left that died while they claimed or removed a lock. */
export async function sweep(dir: string): Promise<void> {
  for (const name of await readdir(dir)) {
    if (name.startsWith(`${LOCK_NAME}.`)) await rm(join(dir, name), { recursive: true, force: true });
  }
}

function ignoreAbsent(error: unknown): undefined {
  if (isAbsent(error)) return undefined;
  throw error;
}

function ignoreAbsentOrFile(error: unknown): 'a file' | undefined {
  return codeOf(error) === 'ENOTDIR' ? 'a file' : ignoreAbsent(error);
}

/** The lock is another's already: unlink says EISDIR or EPERM of its folder, rmdir that there is something in it. */
function ignoreTaken(error: unknown): undefined {
  if (['ENOENT', 'EISDIR', 'EPERM', 'ENOTEMPTY', 'EEXIST'].includes(codeOf(error))) return undefined;
  throw error;
}
