import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KNOWLEDGE_FOLDER, PROPOSED } from './knowledge.ts';
import { DOCUMENTS } from '../documents/section.ts';
import type { ChangedFiles } from '../knowledge/load.ts';

const HERE = fileURLToPath(import.meta.url);
/** The code as it is written (`.ts`, in tests) or compiled; each keeps its own. */
const EXTENSION = extname(HERE);
const CODE_FOLDER = fileURLToPath(new URL('../', import.meta.url));
const TRAINING = fileURLToPath(new URL(`./trained-index${EXTENSION}`, import.meta.url));

/** Parts of the code that what is kept depends on. */
const LEARNING = ['documents', 'knowledge', 'language', 'matching', 'reading/learned'];

/** The code that learns, and the runtime. */
export async function hashOfCode(): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  await addFolders(
    hash,
    LEARNING.map((part) => join(CODE_FOLDER, part)),
  );
  return hash.update(await readFile(TRAINING)).digest('hex');
}

/** What is read to be learned. */
interface Folders {
  readonly dir: string;
  readonly documentFolders: readonly string[];
  readonly layer?: ChangedFiles;
}

/** What an index is made of: the code, the folders and what is laid over them. */
export async function keyOf(
  { dir, documentFolders, layer = new Map() }: Folders,
  code: string,
): Promise<Buffer> {
  const hash = createHash('sha256').update(code);
  // A folder without words of its own has those that ship.
  const folders = new Set([dir, KNOWLEDGE_FOLDER]);
  await addFolders(hash, [...folders, ...documentFolders.map((folder) => join(folder, DOCUMENTS))]);
  if (layer.size > 0)
    hash.update(JSON.stringify([...layer].sort(([one], [other]) => (one < other ? -1 : 1))));
  return hash.digest();
}

async function addFolders(hash: ReturnType<typeof createHash>, folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    const names = (await readdir(folder, { recursive: true }).catch(() => [])).sort();
    const known = names.filter((name) => !name.startsWith(`${PROPOSED}/`));
    const read = known.filter((name) => ['.yaml', '.yml', '.json', EXTENSION].includes(extname(name)));
    const texts = await Promise.all(read.map((name) => readFile(join(folder, name))));
    // The length parts one file from the next.
    read.forEach((name, at) =>
      hash.update(`\n${name} ${String(texts[at]?.length)}\n`).update(texts[at] ?? ''),
    );
  }
}
