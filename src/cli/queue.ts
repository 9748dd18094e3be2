import { tryFilesHere } from '../app/knowledge-trial.ts';
import { readStore } from '../app/read-only.ts';
import { learnFrom } from '../app/trained-index.ts';
import { readConfig } from '../config/config.ts';
import { AppError } from '../errors.ts';
import { readKnowledgeFolder } from '../knowledge/load.ts';
import { describeProblem } from '../knowledge/problem.ts';
import type { HomeEvidence, Home } from '../questions/home.ts';
import { type QueueEntry, queueOf } from '../questions/queue.ts';
import { accept } from '../workshop/accept.ts';
import { draftOf, draftYaml, linesOf } from '../workshop/draft.ts';
import { gatherQuestions } from '../workshop/gather.ts';
import { judgeWith } from '../workshop/judge.ts';
import { openKnowledgeFiles } from '../workshop/knowledge-files.ts';
import type { Trial } from '../workshop/trial.ts';

/** What an editor says on the command line. */
export interface QueueRequest {
  readonly dir: string;
  /** An answer or dialog to take instead of what is proposed. */
  readonly as: string | null;
  /** A topic of what nothing here answers, instead of what is proposed. */
  readonly notOurs: string | null;
  /** A sentence instead of those that were asked. */
  readonly line: string | null;
}

type Print = (line: string) => void;

/** Lists what waits for an editor, with what is proposed. */
export async function listQueue({ dir }: Pick<QueueRequest, 'dir'>, print: Print): Promise<void> {
  const queue = await readQueue(dir);
  for (const entry of queue) describeEntry(entry).forEach(print);
  print(`${String(queue.length)} groups; "accept ID" takes a proposal over`);
}

/**
 * Takes proposals over, one after the other, each tried before it is written.
 *
 * @returns whether all were written
 * @throws AppError `invalid-input` where there is no such group
 */
export async function acceptFromQueue(
  ids: readonly string[],
  request: QueueRequest,
  print: Print,
): Promise<boolean> {
  const queue = await readQueue(request.dir);
  const entries = ids.map((id) => queue.find((entry) => entry.id === id) ?? noEntry(id));
  let isAll = true;
  for (const entry of entries) isAll = (await acceptEntry(entry, request, print)) && isAll;
  return isAll;
}

async function acceptEntry(entry: QueueEntry, request: QueueRequest, print: Print): Promise<boolean> {
  const { dir, line } = request;
  const home = homeWanted(entry, request);
  const locale = entry.questions[0]?.locale ?? 'it';
  if (home.kind === 'new-answer') {
    print(
      `${entry.id}: a new answer; write it into a file such as this one, or give --as ID or --not-ours TOPIC:`,
    );
    print(draftYaml(draftOf(entry), locale, new Date().toISOString().slice(0, 10)));
    return false;
  }
  const lines = line === null ? linesOf(entry.questions) : [line];
  const parts = { folder: await readKnowledgeFolder(dir), files: openKnowledgeFiles(dir) };
  const tryFiles = (changed: Parameters<typeof tryFilesHere>[1]) => tryFilesHere({ dir }, changed);
  const { isWritten, file, trial } = await accept({ locale, lines, home }, { ...parts, tryFiles });
  print(`${entry.id}: ${isWritten ? `written to ${file}` : `refused, ${file} stays as it is`}`);
  describeTrial(trial).forEach(print);
  return isWritten;
}

function homeWanted({ home }: QueueEntry, { as, notOurs }: QueueRequest): Home {
  if (as !== null) return { kind: 'example', of: as };
  return notOurs === null ? home : { kind: 'not-ours', topic: notOurs };
}

async function readQueue(dir: string): Promise<QueueEntry[]> {
  const config = readConfig(process.env);
  const now = (): Date => new Date();
  const [questions, askers] = await Promise.all([
    readStore(config, 'questions', now),
    readStore(config, 'expert-questions', now),
  ]);
  return queueOf(gatherQuestions({ questions, askers }, null), judgeWith(await learnFrom(dir)));
}

function noEntry(id: string): never {
  throw new AppError('invalid-input', `knowledge: no group "${id}" waits; "queue" lists those that do`);
}

function describeEntry({ id, questions, home, evidence }: QueueEntry): string[] {
  const asked = questions.slice(-3).map(({ words }) => `    ${words}`);
  return [
    `${id}  ${String(questions.length)} asked  ${describeHome(home)}  (${describeEvidence(evidence)})`,
    ...asked,
  ];
}

function describeHome(home: Home): string {
  if (home.kind === 'example') return `example of ${home.of}`;
  return home.kind === 'not-ours' ? `not ours: ${home.topic ?? '?'}` : 'new answer';
}

function describeEvidence({ picks, experts, dislikes, confidence }: HomeEvidence): string {
  const counts = [
    [picks, 'chosen'],
    [experts, 'answered by experts'],
    [dislikes, 'disliked'],
  ] as const;
  const told = counts.flatMap(([count, what]) => (count === 0 ? [] : [`${String(count)} ${what}`]));
  return [...told, `confidence ${confidence.toFixed(2)}`].join(', ');
}

function describeTrial({ problems, sets, fallen }: Trial): string[] {
  return [
    ...problems.map((problem) => `    ${describeProblem(problem)}`),
    ...sets.map(
      ({ name, lines, before, after }) =>
        `    ${name}: ${String(before)} of ${String(lines)} right before, ${String(after)} after`,
    ),
    ...fallen.map(({ q, expect, got }) => `    now wrong: "${q}": ${expect} expected, ${got}`),
  ];
}
