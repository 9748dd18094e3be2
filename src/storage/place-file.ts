import { close, open, rename, write } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isAbsent } from './file-errors.ts';

/** Writes a text that need not be synced by descriptor: the promises' file handles cost half as much again as the work. */
export async function writeText(path: string, text: string): Promise<void> {
  const bytes = Buffer.from(text);
  const file = await called<number>((done) => open(path, 'w', 0o600, done));
  try {
    for (let at = 0; at < bytes.length;)
      at += await called<number>((done) => write(file, bytes, at, bytes.length - at, null, done));
  } finally {
    await called((done) => close(file, done));
  }
}

type Done<T> = (error: NodeJS.ErrnoException | null, result?: T) => void;

/** What a call says when it is done. */
function called<T>(call: (done: Done<T>) => void): Promise<T> {
  return new Promise((resolve, reject) =>
    call((error, result) => (error ? reject(error) : resolve(result as T))),
  );
}

/** Moves a file to its place. Its folder is there all but the first time. Returns the first folder that was not. */
export async function moveInto(temp: string, path: string): Promise<string | undefined> {
  try {
    await called((done) => rename(temp, path, done));
    return undefined;
  } catch (error) {
    if (!isAbsent(error)) throw error;
    const firstNewFolder = await makeFolder(dirname(path));
    await called((done) => rename(temp, path, done));
    return firstNewFolder;
  }
}

/**
 * Makes a folder and those above it, for the owner alone. Not Node's recursive mkdir: below /proc, where
 * nothing can be made and the kernel says ENOENT, that one never ends.
 *
 * @returns the first folder that was not there before; undefined when all were.
 * @throws the system's error when it can't be made.
 */
export async function makeFolder(path: string): Promise<string | undefined> {
  try {
    return await makeOneFolder(path);
  } catch (error) {
    const parent = dirname(path);
    if (!isAbsent(error) || parent === path) throw error;
    const first = await makeFolder(parent);
    const own = await makeOneFolder(path);
    return first ?? own;
  }
}

/** Undefined when it is there already. */
async function makeOneFolder(path: string): Promise<string | undefined> {
  try {
    await mkdir(path, { mode: 0o700 });
    return path;
  } catch (error) {
    // Which error an existing folder gives differs by system (EEXIST, EPERM for a drive, EROFS): look.
    if (await isFolder(path)) return undefined;
    throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
