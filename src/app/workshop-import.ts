import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { readAside } from './read-aside.ts';
import type { ReadingTask } from './reading-thread.ts';
import { type FiledDocument, writeDocument } from '../documents/file.ts';
import { type DocumentChange, mergeDocuments } from '../documents/merge.ts';
import { fileOf } from '../documents/store.ts';
import { isChangedMeanwhile } from '../storage/record-store.ts';
import type { TryFiles } from '../workshop/accept.ts';
import type { ImportChange, Importer, ImportSource, LookedAt } from '../workshop/parts.ts';
import { isAccepted } from '../workshop/trial.ts';

export interface ImporterOptions {
  readonly waiting: LookedImports;
  /** Whose imports these are: nobody says yes to another company's. */
  readonly company: string;
  readonly openDocuments: () => Promise<OpenedDocuments>;
  /** Tries files of the folder as they would be. */
  readonly tryFiles: TryFiles;
  /** The words that people say, which tell the language of a document. */
  readonly words: () => ReadingTask['words'];
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
  readonly leftOut: readonly string[];
}

/** So long a look waits for its yes, in milliseconds, and so many of them. */
const WAITS_MS = 1_800_000;
const MOST_WAITING = 8;

/** Imports that were looked at and wait for a yes. */
export type LookedImports = LRUCache<string, Looked>;

export function createLookedImports(): LookedImports {
  return new LRUCache({ max: MOST_WAITING, ttl: WAITS_MS });
}

/**
 * Imports documents as the command does, in two steps; what is written is what was shown, or nothing. As any change it is
 * tried first: documents may take a question from the answer that it has.
 */
export function createImporter(options: ImporterOptions): Importer {
  const { waiting, company, openDocuments, tryFiles, words } = options;
  const placeOf = (id: string): string => `${company} ${id}`;
  const openAsSeen = async ({ mark }: Looked): Promise<OpenedDocuments | null> => {
    const opened = await openDocuments();
    return thereIn(opened).mark === mark ? opened : null;
  };
  return {
    async look(source) {
      const { documents, passedOver, leftOut } = await read(source, words());
      const { there, mark } = thereIn(await openDocuments());
      const changes = mergeDocuments(there, documents);
      const id = randomUUID();
      const parts = [...leftOut].map(([what, times]) => `${String(times)} × ${what}`);
      const files = passedOver.map(({ path, reason }) => `${path}: ${reason}`);
      const looked = { changes, mark, leftOut: [...files, ...parts] };
      waiting.set(placeOf(id), looked);
      return lookOf(id, looked);
    },
    async write(id, anyway) {
      const looked = waiting.get(placeOf(id));
      if (looked === undefined || (await openAsSeen(looked)) === null) return { kind: 'gone' };
      const written = looked.changes.filter((change) => change.isWritten).map(({ document }) => document);
      const files = new Map(written.map((document) => [fileOf(document), writeDocument(document)]));
      const trial = anyway ? null : await tryFiles(files);
      if (trial !== null && !isAccepted(trial)) return { kind: 'refused', trial, look: lookOf(id, looked) };
      // A trial takes seconds, in which somebody else may have written.
      const opened = await openAsSeen(looked);
      waiting.delete(placeOf(id));
      return opened !== null && (await isFiled(opened, written))
        ? { kind: 'written', documents: written.length }
        : { kind: 'gone' };
    },
  };
}

function lookOf(id: string, { changes, leftOut }: Looked): LookedAt {
  return { id, changes: changes.map(toShown), leftOut };
}

/** False where somebody changed one of the files since. */
async function isFiled(opened: OpenedDocuments, documents: readonly FiledDocument[]): Promise<boolean> {
  try {
    await opened.file(documents);
    return true;
  } catch (error) {
    if (isChangedMeanwhile(error)) return false;
    throw error;
  }
}

async function read({ files, from, locale }: ImportSource, words: ReadingTask['words']) {
  const options = { locale, licence: null, base: null };
  if (from !== null) return readAside({ paths: [from], options, words });
  const folder = await mkdtemp(join(tmpdir(), 'workshop-'));
  try {
    for (const [at, path] of pathsOf(files.map(({ name }) => name)).entries()) {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, files[at]?.bytes ?? '');
    }
    return await readAside({ paths: [folder], options, words });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Folders in folders deeper than this are none that somebody keeps documents in. */
const DEEPEST = 10;

/**
 * Where files go that a browser names: of a folder that was sent each below it, as its pages lead to each other. No part
 * of a name leads anywhere else.
 */
function pathsOf(names: readonly string[]): string[] {
  const all = names.map((name) => {
    const parts = name
      .split(/[\\/]/)
      .map((part) => part.replace(/[^\p{L}\p{N}._ -]+/gu, '-').slice(-120))
      .filter((part) => !/^\.*$/.test(part));
    return parts.length === 0 ? ['document'] : parts.slice(-DEEPEST);
  });
  const [first = []] = all;
  const isOneFolder = all.every((parts) => parts.length > 1 && parts[0] === first[0]);
  return all.map((parts) => (isOneFolder ? parts.slice(1) : parts).join('/'));
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
