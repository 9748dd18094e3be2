import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkKnowledge } from '../../src/knowledge/check.ts';
import { readKnowledgeFolder } from '../../src/knowledge/load.ts';
import { describeProblem } from '../../src/knowledge/problem.ts';

/** Files by path inside a knowledge folder; `null` leaves a file of the small good folder out. */
export type Files = Readonly<Record<string, string | null>>;

/** Phrasings unlike each other; two entries with the same mark would be alike. */
const examples = (words: string, count: number, mark = '') =>
  Array.from(
    { length: count },
    (_, at) =>
      `      - ${words} ${mark}${'abcdefghijklmnop'.slice(at, at + 1)}${at} ${mark}x${at} ${mark}y${at}`,
  ).join('\n');

/** An answer in both languages that the checks find nothing wrong with. */
export const goodAnswer = `id: parking
sources:
  - document: handbook
    heading: Where do I park?
related: []
reviewed: 2026-11-24
it:
  question: Dove parcheggio?
  lead: Puoi parcheggiare dietro la sede.
  body: Vedi [il manuale](source:handbook).
  examples:
${examples('posto auto', 10)}
en:
  question: Where do I park?
  lead: You can park behind the building.
  body: See [the handbook](source:handbook).
  examples:
${examples('car space', 10)}
`;

/** A folder of one answer, one dialog, one vocabulary and one source without a fault. */
export const goodFolder: Files = {
  'answers/parking.yaml': goodAnswer,
  'intents/book-desk.yaml': `dialog: book-desk
it:
  title: Prenota
  examples:
${examples('prenota scrivania', 14, 'd')}
en:
  title: Book
  examples:
${examples('book desk', 14, 'd')}
`,
  'vocabulary/it.yaml': 'synonyms: [[auto, macchina]]\nchatSpellings: { xke: perché }\ncourtesy: [ciao]\n',
  'sources/handbook.yaml': `id: handbook
it: { title: Manuale }
en: { title: Handbook }
url: https://handbook.example/parking
isConfirmed: true
headings: [Where do I park?]
readOn: 2026-11-24
licence: ours
`,
};

/** Runs `use` on a folder on disk: the small good one with `changes` laid over it. */
export async function withFolder<T>(changes: Files, use: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'knowledge-'));
  try {
    for (const [path, content] of Object.entries({ ...goodFolder, ...changes })) {
      if (content === null) continue;
      await mkdir(dirname(join(dir, path)), { recursive: true });
      await writeFile(join(dir, path), content);
    }
    return await use(dir);
  } finally {
    await rm(dir, { recursive: true });
  }
}

/** What the checks say of the good folder with some changes, one line a problem. */
export async function check(changes: Files): Promise<string[]> {
  const problems = await withFolder(changes, async (dir) => checkKnowledge(await readKnowledgeFolder(dir)));
  return problems.map((problem) => `${problem.severity}: ${describeProblem(problem)}`);
}

/** The good answer with one text replaced by another; fails when there is nothing to replace. */
export function answerWith(before: string, after: string): Files {
  if (!goodAnswer.includes(before)) throw new Error(`the good answer has no "${before}"`);
  return { 'answers/parking.yaml': goodAnswer.replace(before, after) };
}
