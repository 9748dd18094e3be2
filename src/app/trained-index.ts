import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import {
  hashOf,
  type KeptFiles,
  type KeptIndex,
  type MadeOf,
  readFormer,
  readIndex,
  writeIndex,
} from './kept-index.ts';
import { hashOfCode, keyOf } from './kept-key.ts';
import { isShipped, KNOWLEDGE_FOLDER, openKnowledge } from './knowledge.ts';
import { ParsedFiles } from '../documents/parsed-files.ts';
import { buildSectionIndex, type SectionIndex } from '../documents/search/index.ts';
import { withDocuments } from '../documents/search/with-documents.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { ChangedFiles } from '../knowledge/load.ts';
import type { ByLanguage } from '../language/locale.ts';
import { hearWords } from '../language/said.ts';
import { createAnswerer, type ExplainingAnswerer } from '../matching/answerer.ts';
import { listEntries } from '../matching/entries.ts';
import { trainIndex, wordsOfAnswers } from '../matching/training.ts';
import { type ActWeights, learnAllActs } from '../reading/learned/act-weights.ts';

/** What is known, and the matcher trained on it. Neither changes. */
export interface Learned {
  readonly knowledge: Knowledge;
  readonly answerer: ExplainingAnswerer;
  /** What was learned of what clauses do; where it isn't kept it is learned once it is needed. */
  readonly acts?: ByLanguage<ActWeights>;
}

/** What is learned, and where it is kept. */
export interface Lessons {
  /** A knowledge folder. */
  readonly dir: string;
  /** Further folders, whose imported documents are known, too. */
  readonly documentFolders: readonly string[];
  /** Where what was learned is kept. */
  readonly file: string;
  /** What editors changed, which is laid over the folder's files; absent where nothing is. */
  readonly layer?: ChangedFiles;
  /** Where it is kept what was learned without them: of it is taken over what is the same. */
  readonly formerFile?: string;
}

/** The code runs as it is written (`.ts`, in tests) or compiled; each keeps its own file. */
const EXTENSION = extname(fileURLToPath(import.meta.url));
const FROM_HERE = EXTENSION === '.ts' ? '../../dist/' : '../../';

/** Built with the code, beside it. */
export const TRAINED_INDEX_FILE = fileURLToPath(
  new URL(`${FROM_HERE}trained-index${EXTENSION}.bin`, import.meta.url),
);

/** With further folders of documents the index is kept in a file of its own, beside the one that was built. */
export function indexFileOf(documentFolders: readonly string[]): string {
  if (documentFolders.length === 0) return TRAINED_INDEX_FILE;
  const name = hashOf(documentFolders.join('\n')).toString('hex').slice(0, 8);
  return `${TRAINED_INDEX_FILE.slice(0, -'.bin'.length)}-${name}.bin`;
}

/** The knowledge that ships, with the documents of further folders. */
export function shippedLessons(
  documentFolders: readonly string[] = [],
  file = indexFileOf(documentFolders),
): Lessons {
  return { dir: KNOWLEDGE_FOLDER, documentFolders, file };
}

/**
 * Gives the knowledge that ships and its matcher. To read and train them takes seconds, so both are kept in
 * a file, under the hash of all they are made of: the knowledge folder, our code and the runtime. Where the file is
 * of anything else, was changed or isn't there, what changed is learned anew, and kept if the folder can be written.
 *
 * @throws AppError `invalid-input` where the knowledge can't be used.
 */
export async function learn(lessons: Lessons = shippedLessons()): Promise<Learned> {
  return toLearned(await keepUpToDate(lessons));
}

/** What is kept of a folder, ready to be asked. */
export function toLearned({ knowledge, trained, acts, sections }: KeptIndex): Learned {
  const answerer = createAnswerer(knowledge, trained);
  return { knowledge, acts, answerer: withDocuments(answerer, knowledge, sections ?? undefined) };
}

/**
 * Gives what is known in a folder and its matcher: of the one that ships what is kept, of any other all is learned now.
 *
 * @throws AppError `invalid-input` where the knowledge can't be used.
 */
export async function learnFrom(dir: string): Promise<Learned> {
  if (isShipped(dir)) return learn();
  const knowledge = await openKnowledge(dir);
  return { knowledge, answerer: withDocuments(createAnswerer(knowledge), knowledge) };
}

/** A knowledge base of more examples has its margins trained only after it was given without them. */
const MANY_EXAMPLES = 1500;

/**
 * Sees to it that the file is of today's knowledge and code; resolves to what is in it. What isn't as it was when it was
 * last kept is parsed and trained anew.
 *
 * @param give told of it before the part is done that takes seconds, the training of the margins: a point of accuracy
 *   comes later, and all that is new is known
 * @throws AppError `invalid-input` where the knowledge can't be used.
 */
export async function keepUpToDate(
  lessons: Lessons = shippedLessons(),
  give: (early: KeptIndex) => void = () => undefined,
): Promise<KeptIndex> {
  const code = await hashOfCode();
  const key = await keyOf(lessons, code);
  const kept = await readIndex(lessons.file, key);
  if (kept === null) return learnAgain(lessons, { code, key }, give);
  hearWords(kept.knowledge.words ?? {});
  return kept;
}

async function learnAgain(
  lessons: Lessons,
  { code, key }: { readonly code: string; readonly key: Buffer },
  give: (early: KeptIndex) => void,
): Promise<KeptIndex> {
  const { file, formerFile } = lessons;
  const former =
    (await readFormer(file, code)) ?? (formerFile === undefined ? null : await readFormer(formerFile, code));
  // Whatever folder it is, most of it says what the one that ships says.
  const like = former ?? (await readFormer(TRAINED_INDEX_FILE, code));
  const files = parsedBefore(like);
  const knowledge = await openKnowledge(lessons.dir, lessons.documentFolders, files, lessons.layer);
  const madeOf = fingerprint(knowledge);
  const sections = former?.madeOf.sections === madeOf.sections ? former.sections : indexSections(knowledge);
  const isTrained = former?.madeOf.trained === madeOf.trained;
  const acts = like?.madeOf.acts === madeOf.acts ? like.acts : learnAllActs(knowledge.words);
  if (!isTrained && countExamples(knowledge) > MANY_EXAMPLES)
    give({
      knowledge,
      trained: trainIndex(knowledge, 0),
      acts,
      sections,
      madeOf: { ...madeOf, trained: '' },
    });
  const trained = isTrained
    ? { ...former.trained, ownWords: wordsOfAnswers(knowledge) }
    : trainIndex(knowledge);
  const kept = { knowledge, trained, acts, sections, madeOf };
  // What was changed while it was read is learned again soon, and mustn't be kept under a name that isn't its own.
  if (key.equals(await keyOf(lessons, code)))
    await writeIndex(lessons.file, key, { ...kept, code, files: serialize(files.now) });
  return kept;
}

/** What the files of the folder that ships were parsed to: whoever reads another folder too needs its words. */
export async function shippedFiles(): Promise<ParsedFiles> {
  return parsedBefore(await readFormer(TRAINED_INDEX_FILE, await hashOfCode()));
}

const parsedBefore = (kept: KeptFiles | null): ParsedFiles =>
  new ParsedFiles(kept === null ? new Map() : (deserialize(kept.files) as ReadonlyMap<string, unknown>));

function indexSections({ sections = [] }: Knowledge): SectionIndex | null {
  return sections.length === 0 ? null : buildSectionIndex(sections);
}

function countExamples(knowledge: Knowledge): number {
  return listEntries(knowledge).reduce((sum, { examples }) => sum + examples.length, 0);
}

/** All that training looks at beside the words of answers, that acts are learned from, and that the search of sections is made of. */
function fingerprint(knowledge: Knowledge): MadeOf {
  const { vocabulary, words, sections = [] } = knowledge;
  return {
    trained: hashOf(JSON.stringify([listEntries(knowledge), vocabulary, words])).toString('hex'),
    acts: hashOf(
      JSON.stringify(Object.entries(words ?? {}).map(([language, { acts }]) => [language, acts])),
    ).toString('hex'),
    sections: hashOf(JSON.stringify([sections, words])).toString('hex'),
  };
}
