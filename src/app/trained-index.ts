import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { BotServices } from '../bot/turn.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { DOCUMENTS } from '../documents/section.ts';
import { buildSectionIndex, type SectionIndex } from '../documents/search/index.ts';
import { withDocuments } from '../documents/search/with-documents.ts';
import { hearWords } from '../language/said.ts';
import { createAnswerer, type ExplainingAnswerer } from '../matching/answerer.ts';
import { HashTable } from '../matching/hash-table.ts';
import { trainIndex, type TrainedIndex } from '../matching/training.ts';
import { KNOWLEDGE_FOLDER, openKnowledge, PROPOSED } from './knowledge.ts';

/** The knowledge that ships with the assistant, and the matcher trained on it. Neither changes. */
export interface Learned {
  readonly knowledge: BotServices['knowledge'];
  readonly answerer: ExplainingAnswerer;
}

/** What is kept of a knowledge folder: as it was read and checked, and what was learned from it. */
interface Kept {
  readonly knowledge: Knowledge;
  readonly trained: TrainedIndex;
  /** Null where nothing was imported. */
  readonly sections: SectionIndex | null;
}

const SOURCE = fileURLToPath(import.meta.url);
/** The code runs as it is written (`.ts`, in tests) or compiled; each keeps its own file. */
const EXTENSION = extname(SOURCE);
const CODE_FOLDER = fileURLToPath(new URL('../', import.meta.url));
const FROM_HERE = EXTENSION === '.ts' ? '../../dist/' : '../../';

/** Built with the code, beside it. */
export const TRAINED_INDEX_FILE = fileURLToPath(
  new URL(`${FROM_HERE}trained-index${EXTENSION}.bin`, import.meta.url),
);

/** With further folders of documents the index is kept in a file of its own, beside the one that was built. */
export function indexFileOf(documentFolders: readonly string[]): string {
  if (documentFolders.length === 0) return TRAINED_INDEX_FILE;
  const name = hashOf(Buffer.from(documentFolders.join('\n')))
    .toString('hex')
    .slice(0, 8);
  return `${TRAINED_INDEX_FILE.slice(0, -'.bin'.length)}-${name}.bin`;
}

/** Parts of the code that what is kept depends on. */
const LEARNING = ['documents', 'knowledge', 'language', 'matching'];
const HASH_BYTES = 32;

/**
 * Gives the knowledge that ships and its matcher. To read and train them takes a second and a half, so both are kept in
 * a file, under the hash of all they are made of: the knowledge folder, our code and the runtime. Where the file is
 * of anything else, was changed or isn't there, all is learned anew, and kept if the folder can be written.
 *
 * @param documentFolders further folders whose imported documents are known, too
 * @throws AppError `invalid-input` where the knowledge can't be used.
 */
export async function learn(
  file: string = TRAINED_INDEX_FILE,
  documentFolders: readonly string[] = [],
): Promise<Learned> {
  const { knowledge, trained, sections } = await keepUpToDate(file, documentFolders);
  const answerer = createAnswerer(knowledge, trained);
  return { knowledge, answerer: withDocuments(answerer, knowledge, sections ?? undefined) };
}

/**
 * Gives what is known in a folder and its matcher: of the one that ships what is kept, of any other all is learned now.
 *
 * @throws AppError `invalid-input` where the knowledge can't be used.
 */
export async function learnFrom(dir: string): Promise<Learned> {
  if (resolve(dir) === resolve(KNOWLEDGE_FOLDER)) return learn();
  const knowledge = await openKnowledge(dir);
  return { knowledge, answerer: withDocuments(createAnswerer(knowledge), knowledge) };
}

/** Sees to it that the file is of today's knowledge and code; resolves to what is in it. */
export async function keepUpToDate(
  file: string = TRAINED_INDEX_FILE,
  documentFolders: readonly string[] = [],
): Promise<Kept> {
  const key = await hashOfAll(documentFolders);
  const kept = await readKept(file, key);
  if (kept !== null) {
    hearWords(kept.knowledge.words ?? {});
    return kept;
  }
  const knowledge = await openKnowledge(KNOWLEDGE_FOLDER, documentFolders);
  const { sections = [] } = knowledge;
  const index = sections.length === 0 ? null : buildSectionIndex(sections);
  const learned = { knowledge, trained: trainIndex(knowledge), sections: index };
  await keep(file, key, learned);
  return learned;
}

/** Null unless the file has this key, and a content that has the hash which stands beside it. */
async function readKept(file: string, key: Buffer): Promise<Kept | null> {
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null || !bytes.subarray(0, HASH_BYTES).equals(key)) return null;
  const content = bytes.subarray(2 * HASH_BYTES);
  if (!hashOf(content).equals(bytes.subarray(HASH_BYTES, 2 * HASH_BYTES))) return null;
  const { trained, ...kept } = deserialize(content) as Kept;
  const { rank } = trained;
  const space = { ...rank.space, table: HashTable.of(rank.space.table) };
  return { ...kept, trained: { ...trained, rank: { ...rank, space } } };
}

/** Whole or not at all; a folder that can't be written costs nothing but the time at the next start. */
async function keep(file: string, key: Buffer, kept: Kept): Promise<void> {
  const content = serialize(kept);
  const temp = `${file}.${randomUUID()}`;
  try {
    await writeFile(temp, Buffer.concat([key, hashOf(content), content]));
    await rename(temp, file);
  } catch {
    await rm(temp, { force: true });
  }
}

async function hashOfAll(documentFolders: readonly string[]): Promise<Buffer> {
  const hash = createHash('sha256').update(process.version);
  const documents = documentFolders.map((folder) => join(folder, DOCUMENTS));
  const code = LEARNING.map((part) => join(CODE_FOLDER, part));
  for (const folder of [KNOWLEDGE_FOLDER, ...code, ...documents]) {
    const names = (await readdir(folder, { recursive: true }).catch(() => [])).sort();
    const known = names.filter((name) => !name.startsWith(`${PROPOSED}/`));
    const read = known.filter((name) => ['.yaml', '.yml', '.json', EXTENSION].includes(extname(name)));
    const texts = await Promise.all(read.map((name) => readFile(join(folder, name))));
    // The length parts one file from the next.
    read.forEach((name, at) =>
      hash.update(`\n${name} ${String(texts[at]?.length)}\n`).update(texts[at] ?? ''),
    );
  }
  return hash.update(await readFile(SOURCE)).digest();
}

function hashOf(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}
