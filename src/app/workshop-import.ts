import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { type DocumentChange, mergeDocuments } from '../documents/merge.ts';
import type { FiledDocument } from '../documents/file.ts';
import { isChangedMeanwhile } from '../storage/record-store.ts';
import type { ImportChange, Importer, ImportSource } from '../workshop/parts.ts';

export interface ImporterOptions {
  readonly waiting: LookedImports;
  /** Whose imports these are: nobody says yes to another company's. */
  readonly company: string;
  readonly openDocuments: () => Promise<OpenedDocuments>;
}

/** The documents of a knowledge folder as they are now. */
export interface OpenedDocuments {
  readonly documents: readonly FiledDocument[];
  /**
   * Files these in their places.
   *
   * @throws AppError `conflict` where somebody changed one of the files since, as far as that can be seen
   */
  file(documents: readonly FiledDocument[]): Promise<void>;
}

export interface Looked {
  readonly changes: readonly DocumentChange[];
  /** What the documents of the folder were then. */
  readonly mark: string;
}

/** So long a look waits for its yes, in milliseconds, and so many of them. */
const WAITS_MS = 1_800_000;
const MOST_WAITING = 8;

/** Imports that were looked at and wait for a yes. */
export type LookedImports = LRUCache<string, Looked>;

export function createLookedImports(): LookedImports {
  return new LRUCache({ max: MOST_WAITING, ttl: WAITS_MS });
}

/** Imports documents as the command does, in two steps; what is written is what was shown, or nothing. */
export function createImporter({ waiting, company, openDocuments }: ImporterOptions): Importer {
  const placeOf = (id: string): string => `${company} ${id}`;
  return {
    async look(source) {
      const { documents, passedOver, leftOut } = await read(source);
      const { there, mark } = thereIn(await openDocuments());
      const changes = mergeDocuments(there, documents);
      const id = randomUUID();
      waiting.set(placeOf(id), { changes, mark });
      const parts = [...leftOut].map(([what, times]) => `${String(times)} × ${what}`);
      return {
        id,
        changes: changes.map(toShown),
        leftOut: [...passedOver.map(({ path, reason }) => `${path}: ${reason}`), ...parts],
      };
    },
    async write(id) {
      const looked = waiting.get(placeOf(id));
      const opened = await openDocuments();
      if (looked === undefined || thereIn(opened).mark !== looked.mark) return null;
      waiting.delete(placeOf(id));
      const written = looked.changes.filter((change) => change.isWritten);
      return (await isFiled(opened, written)) ? written.length : null;
    },
  };
}

/** False where somebody changed one of the files since. */
async function isFiled(opened: OpenedDocuments, changes: readonly DocumentChange[]): Promise<boolean> {
  try {
    await opened.file(changes.map(({ document }) => document));
    return true;
  } catch (error) {
    if (isChangedMeanwhile(error)) return false;
    throw error;
  }
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

function thereIn({ documents }: OpenedDocuments) {
  const there = new Map(documents.map((document) => [document.facts.path, document]));
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
