import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { isShipped, KNOWLEDGE_FOLDER, openKnowledge } from './knowledge.ts';
import { withLayer } from './layered-lessons.ts';
import { keepUpToDate, shippedFiles, shippedLessons } from './trained-index.ts';
import { ParsedFiles } from '../documents/parsed-files.ts';
import { DOCUMENTS } from '../documents/section.ts';
import { withDocuments } from '../documents/search/with-documents.ts';
import { AppError } from '../errors.ts';
import { type ChangedFiles, readKnowledgeFolder, toKnowledge } from '../knowledge/load.ts';
import { LOCALES } from '../language/locale.ts';
import { createAnswerer } from '../matching/answerer.ts';
import { readQuestions } from '../workshop/question-sets.ts';
import { type TestSet, type Trial, tryChange, tryDocuments } from '../workshop/trial.ts';

/** Where a knowledge folder has its own sets of questions (`it-sales.jsonl`). */
const SETS = 'tests';

/** A folder, and what editors changed already, which is laid over it. */
export interface TriedFolder {
  readonly dir: string;
  readonly layer?: ChangedFiles;
  /** Whose layer it is, by which it is kept what was learned of it. */
  readonly company?: string;
}

interface TrialRequest extends TriedFolder {
  readonly changed: ChangedFiles;
}

/**
 * Tries changed files here and now: the matcher learns anew, so only where nobody waits for a turn.
 *
 * @param parsed what files were parsed to before
 */
export async function tryFilesHere(
  { dir, layer = new Map(), company = '' }: TriedFolder,
  changed: ChangedFiles,
  parsed = new ParsedFiles(),
): Promise<Trial> {
  const before = await readKnowledgeFolder(dir, { parsed, changed: layer });
  const after = await readKnowledgeFolder(dir, { parsed, changed: new Map([...layer, ...changed]) });
  // What was learned of the one that ships is kept.
  const kept = isShipped(dir) ? await keepUpToDate(withLayer(shippedLessons(), company, layer)) : null;
  const answers = createAnswerer(kept?.knowledge ?? toKnowledge(before), kept?.trained);
  const sets = await testSetsOf(dir);
  if (![...changed.keys()].every((file) => file.startsWith(`${DOCUMENTS}/`)))
    return tryChange(before, after, sets, answers);
  const old = withDocuments(answers, kept?.knowledge ?? toKnowledge(before), kept?.sections ?? undefined);
  return tryDocuments(before, after, sets, { old, answers });
}

/** The same in a thread of its own, so that turns go on meanwhile. */
export function tryFilesAside(folder: TriedFolder, changed: ChangedFiles): Promise<Trial> {
  // The code as it is written, as tests run it, can be read by no new thread.
  if (import.meta.url.endsWith('.ts')) return tryFilesHere(folder, changed);
  const request: TrialRequest = { ...folder, changed };
  const worker = new Worker(new URL(import.meta.url), { workerData: { trial: request } });
  return new Promise((resolve, reject) => {
    worker.once('message', (answer: { readonly trial: Trial } | { readonly failed: string }) => {
      if ('trial' in answer) resolve(answer.trial);
      else reject(new AppError('invalid-input', answer.failed));
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the trial ended with ${String(code)} and said nothing`)));
  });
}

/** The sets of a folder; of the knowledge that ships also those that its tests use, where they are there. */
async function testSetsOf(dir: string): Promise<TestSet[]> {
  const shipped = join(KNOWLEDGE_FOLDER, '..', 'test', 'questions');
  const own = (await readdir(join(dir, SETS)).catch(() => []))
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => join(dir, SETS, name));
  const files = [
    ...(isShipped(dir) ? LOCALES.map((locale) => join(shipped, `${locale}.jsonl`)) : []),
    ...own,
  ];
  const sets = await Promise.all(files.map(readSet));
  return sets.flatMap((set) => set ?? []);
}

async function readSet(file: string): Promise<TestSet | null> {
  const locale = /^[a-z]{2}(?![a-z])/i.exec(basename(file))?.[0].toLowerCase();
  if (locale === undefined) return null;
  // An image of the assistant alone has no tests in it.
  const questions = await readQuestions(file).catch(() => null);
  return questions === null ? null : { name: basename(file), locale, questions };
}

async function answerParent({ changed, ...folder }: TrialRequest): Promise<void> {
  try {
    // The words that people say, which a new thread hasn't heard.
    const parsed = await shippedFiles();
    await openKnowledge(folder.dir, [], parsed);
    parentPort?.postMessage({ trial: await tryFilesHere(folder, changed, parsed) });
  } catch (error) {
    parentPort?.postMessage({ failed: error instanceof Error ? error.message : String(error) });
  }
}

const data: unknown = workerData;
if (!isMainThread && typeof data === 'object' && data !== null && 'trial' in data)
  void answerParent((data as { readonly trial: TrialRequest }).trial);
