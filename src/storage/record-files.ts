import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { readdir, readFile, rmdir, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { isAbsent, storeError } from './durable-file.ts';
import type { RecordKey } from './record-store.ts';

/** What a copy of a record that could not be read ends with. */
export const COPY_ENDING = '.bak';

/**
 * Where a record is, below its store's folder. Names are hashes, since an id may be longer than a file name and
 * names people: the record of an owner is `ab/cdef….json`, a named one of theirs `ab/cdef…/0123….json`.
 */
export function fileOf(key: RecordKey): string {
  if (typeof key === 'string') return `${homeOf(key)}.json`;
  return join(homeOf(key), `${hashOf(key[1])}.json`);
}

/** The folder of all that is an owner's, where they have more than one record. */
export function homeOf(key: RecordKey): string {
  const hash = hashOf(typeof key === 'string' ? key : key[0]);
  return join(hash.slice(0, 2), hash.slice(2));
}

/** The same, told by a file's own path. */
export function homeOfFile(file: string): string {
  const [shard = '', owner = ''] = file.split(sep);
  return join(shard, owner.replace(/\..*$/, ''));
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 40);
}

/** The files of a store, records and copies, as paths below its folder; folder by folder, as they are asked for. */
export async function* filesIn(dir: string, below = ''): AsyncGenerator<string> {
  for (const entry of await entriesOf(join(dir, below))) {
    const path = join(below, entry.name);
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
