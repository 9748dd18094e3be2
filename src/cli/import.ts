import { createInterface } from 'node:readline/promises';
import { AppError } from '../errors.ts';
import { keepUpToDate } from '../app/trained-index.ts';
import { type Imported, readAll } from '../documents/import/read-all.ts';
import { readDocumentFolder } from '../documents/load.ts';
import { mergeDocuments } from '../documents/merge.ts';
import { storeDocument } from '../documents/store.ts';
import { describeProblem } from '../knowledge/problem.ts';
import type { Language } from '../language/locale.ts';
import { describeChanges, describeLeftOut, describeTotals } from './import-output.ts';
import { ProgressBar } from './progress-bar.ts';

/** What an import is asked to do. */
export interface ImportRequest {
  readonly paths: readonly string[];
  readonly out: string;
  readonly locale: Language;
  /** Address on the web of the folder that is imported. */
  readonly url: string | null;
  readonly licence: string | null;
  /** Writes without asking. */
  readonly yes: boolean;
  /** Writes nothing. */
  readonly dryRun: boolean;
}

/**
 * Imports documents into a knowledge folder. A folder without documents is written at once; else what would change is
 * shown, and written after a yes.
 *
 * @throws AppError `invalid-input` where nothing can be read, the folder's own files are broken, or a yes is wanted and
 *   nobody can be asked
 */
export async function importDocuments(request: ImportRequest, print: (line: string) => void): Promise<void> {
  // What a document's language is, its words tell.
  await keepUpToDate();
  const imported = await read(request);
  const there = await readThere(request.out);
  const changes = mergeDocuments(there, imported.documents);
  const isFresh = there.size === 0;
  if (!isFresh) describeChanges(changes).forEach(print);
  describeLeftOut(imported).forEach(print);
  const written = changes.filter(({ isWritten }) => isWritten);
  if (written.length > 0 && !request.dryRun && (isFresh || (await isAgreed(request)))) {
    for (const { document } of written) await storeDocument(request.out, document);
    return print(describeTotals(imported, written, request.out));
  }
  print(`nothing written to ${request.out}`);
}

async function read({ paths, locale, licence, url }: ImportRequest): Promise<Imported> {
  let bar: ProgressBar | null = null;
  const imported = await readAll(paths, { locale, licence, base: url }, (path, _, of) => {
    bar ??= new ProgressBar(of);
    bar.step(path);
  });
  (bar as ProgressBar | null)?.end();
  return imported;
}

async function readThere(out: string) {
  const { documents, problems } = await readDocumentFolder(out);
  if (problems.length > 0) {
    const list = problems.map(describeProblem).join('\n  ');
    throw new AppError('invalid-input', `import: ${out} has documents that can't be read:\n  ${list}`);
  }
  return new Map(documents.map(({ document }) => [document.facts.path, document]));
}

async function isAgreed({ yes, out }: ImportRequest): Promise<boolean> {
  if (yes) return true;
  if (!process.stdin.isTTY)
    throw new AppError(
      'invalid-input',
      `import: ${out} has documents already; --yes writes, --dry-run only shows`,
    );
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`Write these changes to ${out}? [y/N] `);
  terminal.close();
  return /^\s*(?:y|yes|s|sì|si)\s*$/i.test(answer);
}
