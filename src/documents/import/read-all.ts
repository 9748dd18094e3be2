import { AppError } from '../../errors.ts';
import type { FiledDocument } from '../file.ts';
import { collectFiles } from './collect.ts';
import type { DroppedPart } from './flow.ts';
import { readFoundFile } from './read-file.ts';
import { type ImportOptions, toFiledDocument } from './to-document.ts';

/** A file that became no document, and why. */
export interface PassedOver {
  readonly path: string;
  readonly reason: string;
}

/** What an import has read. */
export interface Imported {
  readonly documents: readonly FiledDocument[];
  readonly passedOver: readonly PassedOver[];
  /** Parts that were left out of the documents, and how many of each. */
  readonly leftOut: ReadonlyMap<DroppedPart, number>;
}

/** Told of each file before it is read. */
export type Progress = (path: string, done: number, of: number) => void;

/**
 * Reads documents. Their paths are relative to the folder that was named.
 *
 * @throws AppError `invalid-input` where a path isn't there, or nothing in them can be read
 */
export async function readAll(
  paths: readonly string[],
  options: ImportOptions & { readonly base: string | null },
  progress: Progress,
): Promise<Imported> {
  const files = await collectFiles(paths);
  const documents = new Map<string, FiledDocument>();
  const passedOver: PassedOver[] = [];
  const leftOut = new Map<DroppedPart, number>();
  for (const [at, file] of files.entries()) {
    progress(file.path, at, files.length);
    const taken = documents.has(file.path) ? 'another document of this import has the same path' : null;
    const read = taken === null ? await readFoundFile(file, options.base) : { document: null, reason: taken };
    if (read.document === null) {
      passedOver.push({ path: file.path, reason: read.reason });
      continue;
    }
    for (const [what, times] of read.document.leftOut) leftOut.set(what, (leftOut.get(what) ?? 0) + times);
    const document = toFiledDocument(file.path, read.document, options);
    if (document.sections.length > 0) documents.set(file.path, document);
    else passedOver.push({ path: file.path, reason: 'nothing to read in it' });
  }
  if (documents.size === 0) throw new AppError('invalid-input', nothingRead(paths, passedOver));
  return { documents: [...documents.values()], passedOver, leftOut };
}

function nothingRead(paths: readonly string[], passedOver: readonly PassedOver[]): string {
  const reasons = passedOver.slice(0, 5).map(({ path, reason }) => `\n  ${path}: ${reason}`);
  return `import: no document in ${paths.join(', ')}${reasons.join('')}`;
}
