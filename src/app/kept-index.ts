import { createHash, randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';
import type { SectionIndex } from '../documents/search/index.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { ByLanguage } from '../language/locale.ts';
import { HashTable } from '../matching/hash-table.ts';
import type { TrainedIndex } from '../matching/training.ts';
import type { ActWeights } from '../reading/learned/act-weights.ts';

/** What is kept of a knowledge folder: as it was read and checked, and what was learned from it. */
export interface KeptIndex {
  readonly knowledge: Knowledge;
  readonly trained: TrainedIndex;
  /** What was learned of what clauses do. */
  readonly acts: ByLanguage<ActWeights>;
  /** Null where nothing was imported. */
  readonly sections: SectionIndex | null;
  readonly madeOf: MadeOf;
}

/** Fingerprints of what each part was made of: where one is the same, its part need not be made again. */
export interface MadeOf {
  readonly trained: string;
  readonly acts: string;
  readonly sections: string;
}

/** What is kept beside it for whoever learns the folder again. */
export interface KeptFiles {
  /** Fingerprint of the code and the runtime; of other code nothing is taken over. */
  readonly code: string;
  /** What files were parsed to, as bytes: a start has no use for it. */
  readonly files: Uint8Array;
}

const HASH_BYTES = 32;

/** Null unless the file has this key, and a content that has the hash which stands beside it. */
export async function readIndex(file: string, key: Buffer): Promise<KeptIndex | null> {
  const bytes = await readFile(file).catch(() => null);
  return bytes?.subarray(0, HASH_BYTES).equals(key) === true ? readContent(bytes) : null;
}

/** What is kept of the folder as it was before; null where it was kept by other code, or not at all. */
export async function readFormer(file: string, code: string): Promise<(KeptIndex & KeptFiles) | null> {
  const bytes = await readFile(file).catch(() => null);
  const kept = bytes === null ? null : readContent(bytes);
  return kept?.code === code ? kept : null;
}

function readContent(bytes: Buffer): (KeptIndex & KeptFiles) | null {
  const content = bytes.subarray(2 * HASH_BYTES);
  if (!hashOf(content).equals(bytes.subarray(HASH_BYTES, 2 * HASH_BYTES))) return null;
  const { trained, ...kept } = deserialize(content) as KeptIndex & KeptFiles;
  return { ...kept, trained: revive(trained) };
}

/** An index as it came from a file or another thread, with its methods. */
export function revive(trained: TrainedIndex): TrainedIndex {
  const { rank } = trained;
  const space = { ...rank.space, table: HashTable.of(rank.space.table) };
  return { ...trained, rank: { ...rank, space } };
}

/** Whole or not at all; a folder that can't be written costs nothing but the time at the next start. */
export async function writeIndex(file: string, key: Buffer, kept: KeptIndex & KeptFiles): Promise<void> {
  const content = serialize(kept);
  const temp = `${file}.${randomUUID()}`;
  try {
    await writeFile(temp, Buffer.concat([key, hashOf(content), content]));
    await rename(temp, file);
  } catch {
    await rm(temp, { force: true });
  }
}

/** SHA-256. */
export function hashOf(content: Uint8Array | string): Buffer {
  return createHash('sha256').update(content).digest();
}
