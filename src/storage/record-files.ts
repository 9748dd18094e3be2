import type { Dirent } from 'node:fs';
import { readdir, readFile, rmdir, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { isAbsent, storeError } from './durable-file.ts';

/** The files of a store, records and copies, as names below its folder; folder by folder, as they are asked for. */
export async function* filesIn(dir: string, below = ''): AsyncGenerator<string> {
  for (const entry of await entriesOf(join(dir, below))) {
    const path = posix.join(below, entry.name);
    if (!entry.isDirectory()) yield path;
    else yield* filesIn(dir, path);
  }
}

/** The names of the files that stand in a folder itself; none where there is no such folder. */
export async function topFilesIn(dir: string): Promise<readonly string[]> {
  return (await entriesOf(dir)).filter((entry) => entry.isFile()).map(({ name }) => name);
}

/** The records of owners alone, such as `ab/cdef….json`, without looking into the folders of any. */
export async function shardFilesIn(dir: string): Promise<readonly string[]> {
  const shards = (await entriesOf(dir)).filter((entry) => /^[0-9a-f]{2}$/.test(entry.name));
  const found = shards.map(async ({ name }) =>
    (await topFilesIn(join(dir, name))).map((file) => join(name, file)),
  );
  return (await Promise.all(found)).flat();
}

/** Null where there is no such file. */
export async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (isAbsent(cause)) return null;
    throw storeError('read', path, cause);
  }
}

/** Removes a folder in which nothing is left; any other stays. */
export async function removeIfEmpty(folder: string): Promise<void> {
  await rmdir(folder).catch(() => undefined);
}

/** When the file was last written; null where it is gone. */
export async function writtenAt(path: string): Promise<Date | null> {
  try {
    return (await stat(path)).mtime;
  } catch (cause) {
    if (isAbsent(cause)) return null;
    throw storeError('look at', path, cause);
  }
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    if (isAbsent(cause)) return [];
    throw storeError('list', folder, cause);
  }
}
