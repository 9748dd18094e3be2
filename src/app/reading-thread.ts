import { parentPort, workerData } from 'node:worker_threads';
import { type Imported, readAll } from '../documents/import/read-all.ts';
import type { ImportOptions } from '../documents/import/to-document.ts';
import { AppError } from '../errors.ts';
import type { Sayings } from '../knowledge/sayings.ts';
import { hearWords } from '../language/said.ts';

/** What a thread is to read. */
export interface ReadingTask {
  readonly paths: readonly string[];
  readonly options: ImportOptions & { readonly base: string | null };
  /** The words that people say, which a new thread hasn't heard: they tell the language of a document. */
  readonly words: Readonly<Record<string, Sayings>>;
}

/** What a thread tells: which document it reads now, what it has read of all, or why nothing. */
export type ReadingMessage =
  | { readonly kind: 'reading'; readonly path: string }
  | { readonly kind: 'read'; readonly imported: Imported }
  | { readonly kind: 'refused'; readonly error: Pick<AppError, 'code' | 'message'> };

const tell = (message: ReadingMessage): void => parentPort?.postMessage(message);

async function readTask({ paths, options, words }: ReadingTask): Promise<void> {
  hearWords(words);
  try {
    tell({
      kind: 'read',
      imported: await readAll(paths, options, (path) => tell({ kind: 'reading', path })),
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    tell({ kind: 'refused', error: { code: error.code, message: error.message } });
  }
}

await readTask(workerData as ReadingTask);
