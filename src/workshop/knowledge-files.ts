import { createHash, randomUUID } from 'node:crypto';
import { access, constants, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../errors.ts';

/** A file of a knowledge folder as it was read. */
export interface OpenedFile {
  /** Null where there is none. */
  readonly text: string | null;
  /** Marks this very text: whoever writes says which one they saw. */
  readonly eTag: string;
}

/** The files of a knowledge folder, for editors; paths are of the folder, with slashes. */
export interface KnowledgeFiles {
  readonly dir: string;
  /** Whether anything can be written at all. */
  isWritable(): Promise<boolean>;
  open(file: string): Promise<OpenedFile>;
  /**
   * Writes a file whole, or not at all.
   *
   * @param eTag of what the writer saw
   * @throws AppError `conflict` where somebody changed it since
   */
  write(file: string, text: string, eTag: string): Promise<void>;
}

/** What editors may write: an entry in one of these folders, and nothing that leads out of them. */
const WRITABLE = /^(answers|intents|outside)\/(?:[\p{L}\p{N}_-]{1,100}\/)?[\p{L}\p{N}_-]{1,100}\.ya?ml$/u;
/** … and what imports write, whose names are those of documents. */
const IMPORTED = /^documents\/(?:(?!\.{1,2}\/)[^/\\\0]+\/)*[^/\\\0]+\.yaml$/u;

/** Opens the files of a folder on this machine. */
export function openKnowledgeFiles(dir: string): KnowledgeFiles {
  let last = Promise.resolve();
  const open = async (file: string): Promise<OpenedFile> => {
    const text = await readFile(placeOf(dir, file), 'utf8').catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    });
    return { text, eTag: eTagOf(text) };
  };
  const write = async (file: string, text: string, eTag: string): Promise<void> => {
    if ((await open(file)).eTag !== eTag) throw changedByOther(file);
    await replace(placeOf(dir, file), text);
  };
  return {
    dir,
    isWritable: () =>
      access(dir, constants.W_OK).then(
        () => true,
        () => false,
      ),
    open,
    write(file, text, eTag) {
      // One after the other: between what is seen and what is written nobody else writes.
      const written = last.then(() => write(file, text, eTag));
      last = written.catch(() => undefined);
      return written;
    },
  };
}

/** The error of a file that somebody changed since an editor opened it. */
export function changedByOther(file: string): AppError {
  return new AppError('conflict', `workshop: ${file} was changed by somebody else`, {
    details: { reason: 'changed-meanwhile' },
  });
}

/** What marks a text; null is a file that isn't there. */
export function eTagOf(text: string | null): string {
  return text === null ? 'none' : createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

function placeOf(dir: string, file: string): string {
  return join(dir, asEdited(file));
}

/**
 * The file, if it is one that editors may write.
 *
 * @throws AppError `invalid-input` where it is another, or leads elsewhere
 */
export function asEdited(file: string): string {
  if (WRITABLE.test(file) || IMPORTED.test(file)) return file;
  throw new AppError('invalid-input', `workshop: "${file}" is no file that can be edited here`);
}

async function replace(place: string, text: string): Promise<void> {
  // Hidden and of another ending: nobody who reads the folder meanwhile takes it for an entry.
  const temp = join(dirname(place), `.${randomUUID()}.tmp`);
  try {
    await mkdir(dirname(place), { recursive: true });
    await writeFile(temp, text, 'utf8');
    await rename(temp, place);
  } catch (cause) {
    await rm(temp, { force: true });
    throw new AppError('unreachable', 'workshop: the knowledge folder cannot be written', {
      cause,
      details: { reason: 'store' },
    });
  }
}
