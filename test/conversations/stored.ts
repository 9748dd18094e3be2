import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { REGISTER, type StoreName } from '../../src/app/stores.ts';

/** A file of a data folder. */
export interface StoredFile {
  /** Below the data folder, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** What lies in a data folder and is no store: the deals of the service's own, and what lets one process in. */
const NO_STORE = /^(deals\.json(\..*)?|deals\.log|process\.lock\/.*|sandbox\.json)$/;

/** Every file of the folder, however deep. */
export async function filesIn(dataDir: string): Promise<StoredFile[]> {
  const entries = await readdir(dataDir, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(
    paths.map(async (path) => ({
      path: relative(dataDir, path).split(sep).join('/'),
      text: await readFile(path, 'utf8'),
    })),
  );
}

/** The store of the register that a file belongs to; null for one that is in none. */
export function storeOf({ path }: StoredFile): StoreName | null {
  const names = Object.keys(REGISTER) as StoreName[];
  return names.find((name) => path.startsWith(`${REGISTER[name].folder.split(sep).join('/')}/`)) ?? null;
}

/** The files that belong to no store of the register and are none of those named as such. */
export async function strangersIn(dataDir: string): Promise<string[]> {
  const files = await filesIn(dataDir);
  return files.filter((file) => storeOf(file) === null && !NO_STORE.test(file.path)).map(({ path }) => path);
}

/** The stores that have at least one file. */
export async function storesIn(dataDir: string): Promise<StoreName[]> {
  const found = new Set((await filesIn(dataDir)).map(storeOf));
  return (Object.keys(REGISTER) as StoreName[]).filter((name) => found.has(name));
}

/** Where any of the words stands, whatever its case, in the files of stores. */
export async function tracesOf(dataDir: string, words: readonly string[]): Promise<string[]> {
  const files = (await filesIn(dataDir)).filter(({ path }) => !NO_STORE.test(path));
  return files.flatMap(({ path, text }) =>
    words.filter((word) => text.toLowerCase().includes(word.toLowerCase())).map((word) => `${path}: ${word}`),
  );
}
