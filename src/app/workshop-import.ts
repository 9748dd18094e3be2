import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { AppError } from '../errors.ts';
import { readDocumentFolder } from '../documents/load.ts';
import { type DocumentChange, mergeDocuments } from '../documents/merge.ts';
import { storeDocument } from '../documents/store.ts';
import type { ImportChange, Importer, ImportSource } from '../workshop/parts.ts';

export interface ImporterOptions {
  /** The knowledge folder that is imported into. */
  readonly dir: string;
  readonly isWritable: () => Promise<boolean>;
}

interface Looked {
  readonly changes: readonly DocumentChange[];
  /** What the documents of the folder were then. */
  readonly mark: string;
}

/** So long a look waits for its yes, in milliseconds, and so many of them. */
const WAITS_MS = 1_800_000;
const MOST_WAITING = 8;

/** Imports documents as the command does, in two steps; what is written is what was shown, or nothing. */
export function createImporter({ dir, isWritable }: ImporterOptions): Importer {
  const waiting = new LRUCache<string, Looked>({ max: MOST_WAITING, ttl: WAITS_MS });
  return {
    async look(source) {
      const { documents, passedOver, leftOut } = await read(source);
      const { there, mark } = await readThere(dir);
      const changes = mergeDocuments(there, documents);
      const id = randomUUID();
      waiting.set(id, { changes, mark });
      const parts = [...leftOut].map(([what, times]) => `${String(times)} × ${what}`);
      return {
        id,
        changes: changes.map(toShown),
        leftOut: [...passedOver.map(({ path, reason }) => `${path}: ${reason}`), ...parts],
      };
    },
    async write(id) {
      const looked = waiting.get(id);
      if (looked === undefined || (await readThere(dir)).mark !== looked.mark) return null;
      if (!(await isWritable()))
        throw new AppError('invalid-input', 'workshop: the knowledge folder is not edited from here');
      waiting.delete(id);
      const written = looked.changes.filter((change) => change.isWritten);
      for (const { document } of written) await storeDocument(dir, document);
      return written.length;
    },
  };
}

/** Loaded here: the parsers of documents are large, and an import is rare. */
async function read({ files, from, locale }: ImportSource) {
  const { readAll } = await import('../documents/import/read-all.ts');
  const options = { locale, licence: null, base: null };
  if (from !== null) return readAll([from], options, () => undefined);
  const folder = await mkdtemp(join(tmpdir(), 'workshop-'));
  try {
    await mkdir(folder, { recursive: true });
    // A name as a browser gives it: of it the last part, so that nothing lands elsewhere.
    for (const { name, bytes } of files) await writeFile(join(folder, plainName(name)), bytes);
    return await readAll([folder], options, () => undefined);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function plainName(name: string): string {
  const last = basename(name.replace(/\\/g, '/')).replace(/[^\p{L}\p{N}._ -]+/gu, '-');
  return /^\.*$/.test(last) ? 'document' : last.slice(-120);
}

async function readThere(dir: string) {
  const { documents } = await readDocumentFolder(dir);
  const there = new Map(documents.map(({ document }) => [document.facts.path, document]));
  const mark = createHash('sha256')
    .update(JSON.stringify([...there]))
    .digest('base64url');
  return { there, mark };
}

function toShown({ document, isNew, isWritten, changes }: DocumentChange): ImportChange {
  return {
    kind: isNew ? 'added' : isWritten ? 'changed' : 'same',
    path: document.facts.path,
    sections: document.sections.length,
    parts: changes.map(({ kind, section }) => ({ kind, heading: section.heading })),
  };
}
