import { AppError } from '../../errors.ts';
import type { FiledDocument } from '../file.ts';
import type { DroppedPart } from './flow.ts';
import { findSources } from './sources.ts';
import { type ImportOptions, toFiledDocument } from './to-document.ts';

/** A file or an address that became no document, and why. */
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

/** Told of each document before it is read. */
export type Progress = (path: string, done: number, of: number) => void;

/**
 * Reads documents, from files, folders, pages and sitemaps. Paths of files are relative to the folder that was named.
 *
 * @throws AppError `invalid-input` where a path isn't there, or nothing in them can be read; `unreachable` where a host
 *   doesn't answer
 */
export async function readAll(
  paths: readonly string[],
  options: ImportOptions & { readonly base: string | null },
  progress: Progress,
): Promise<Imported> {
  const { sources, refused } = await findSources(paths, options.base);
  const documents = new Map<string, FiledDocument>();
  const passedOver: PassedOver[] = [...refused];
  const leftOut = new Map<DroppedPart, number>();
  for (const [at, { path, read }] of sources.entries()) {
    progress(path, at, sources.length);
    const taken = documents.has(path) ? 'another document of this import has the same path' : null;
    const found = taken === null ? await read() : { document: null, reason: taken };
    if (found.document === null) {
      passedOver.push({ path, reason: found.reason });
      continue;
    }
    for (const [what, times] of found.document.leftOut) leftOut.set(what, (leftOut.get(what) ?? 0) + times);
    const document = toFiledDocument(path, found.document, options);
    if (document.sections.length > 0) documents.set(path, document);
    else passedOver.push({ path: path, reason: 'nothing to read in it' });
  }
  if (documents.size === 0) throw new AppError('invalid-input', nothingRead(paths, passedOver));
  return { documents: [...documents.values()], passedOver, leftOut };
}

function nothingRead(paths: readonly string[], passedOver: readonly PassedOver[]): string {
  const reasons = passedOver.slice(0, 5).map(({ path, reason }) => `\n  ${path}: ${reason}`);
  return `import: no document in ${paths.join(', ')}${reasons.join('')}`;
}
