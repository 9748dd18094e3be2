import * as z from 'zod';
import { AppError } from '../../errors.ts';
import { createResolver } from './addresses.ts';
import {
  type Flow,
  type FlowBlock,
  type FlowHeading,
  LeftOutCount,
  NO_FACTS,
  type ReadDocument,
} from './flow.ts';
import { type Origin, readMarkdownPiece } from './markdown.ts';

/** A pair of QnA Maker or of custom question answering. */
interface Pair {
  readonly id: string;
  readonly questions: readonly string[];
  readonly answer: string;
  readonly prompts: readonly { readonly to: string; readonly label: string }[];
}

const id = z.union([z.number(), z.string()]).transform(String);

/** The fields are written with small letters in JSON, and with capitals in the column of a TSV. */
const prompt = z
  .record(z.string(), z.unknown())
  .transform((fields) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value])),
  )
  .pipe(z.object({ displayorder: z.number().default(0), qnaid: id, displaytext: z.string() }));
const prompts = z.array(prompt).nullable().default([]);

const context = z.object({ prompts }).nullable().default({ prompts: [] });

const pair = z.object({
  id,
  answer: z.string(),
  questions: z.array(z.string()).min(1),
  // Of QnA Maker, and of custom question answering.
  context,
  dialog: context,
});

/**
 * An export as JSON: `qnaDocuments` of QnA Maker, `assets.qnas` of custom question answering
 * (https://learn.microsoft.com/rest/api/language/question-answering-projects/export).
 */
const exported = z.union([
  z.object({ qnaDocuments: z.array(pair) }).transform(({ qnaDocuments }) => qnaDocuments),
  z.object({ assets: z.object({ qnas: z.array(pair) }) }).transform(({ assets }) => assets.qnas),
  z.object({ qnas: z.array(pair) }).transform(({ qnas }) => qnas),
]);

/**
 * Reads an export as JSON.
 *
 * @throws AppError `invalid-input` where it is none
 */
export function readQnaJson(source: string, origin: Origin): ReadDocument {
  try {
    const pairs = exported.parse(JSON.parse(source.replace(/^\uFEFF/, '')));
    return toDocument(pairs.map(toPair), origin);
  } catch (cause) {
    throw new AppError('invalid-input', `import: ${origin.path} is no export of questions and answers`, {
      cause,
    });
  }
}

function toPair({ id: own, answer, questions, context: before, dialog }: z.infer<typeof pair>): Pair {
  const found = [...(before?.prompts ?? []), ...(dialog?.prompts ?? [])];
  return { id: own, answer, questions, prompts: inOrder(found) };
}

function inOrder(found: readonly z.infer<typeof prompt>[]): Pair['prompts'] {
  return [...found]
    .sort((a, b) => a.displayorder - b.displayorder)
    .map(({ qnaid, displaytext }) => ({ to: qnaid, label: displaytext }));
}

/** Names of the columns of an export as TSV, in small letters. */
const COLUMNS = ['question', 'answer', 'prompts', 'qnaid'] as const;

/** Whether rows are an export as TSV: the first line names columns as QnA Maker does. */
export function isQnaSheet(rows: readonly (readonly string[])[]): boolean {
  const names = new Set((rows[0] ?? []).map((name) => name.toLowerCase()));
  return names.has('question') && names.has('answer') && (names.has('source') || names.has('qnaid'));
}

/** Reads an export as TSV: a row a question, those of one answer with the same `QnaId`. */
export function readQnaSheet(rows: readonly (readonly string[])[], origin: Origin): ReadDocument {
  const [head = [], ...body] = rows;
  const names = head.map((name) => name.toLowerCase());
  const places = COLUMNS.map((name) => names.indexOf(name));
  const pairs = new Map<string, Pair>();
  for (const [at, row] of body.entries()) {
    const [question = '', answer = '', written = '', number = ''] = places.map((place) => row[place]);
    if (question === '' || answer === '') continue;
    const own = number === '' ? `row ${String(at)}` : number;
    const known = pairs.get(own);
    const questions = [...(known?.questions ?? []), question];
    pairs.set(
      own,
      known === undefined
        ? { id: own, questions, answer: unescape(answer), prompts: promptsIn(written) }
        : { ...known, questions },
    );
  }
  return toDocument([...pairs.values()], origin);
}

/** Line ends are written as `\n` in a sheet. */
const unescape = (text: string): string => text.replace(/\\n/g, '\n').replace(/\\t/g, ' ');

function promptsIn(written: string): Pair['prompts'] {
  try {
    return inOrder(prompts.parse(JSON.parse(written || '[]')) ?? []);
  } catch {
    return [];
  }
}

const anchorOf = (own: string): string => `qna-${own.replace(/[^\p{L}\p{N}]+/gu, '-')}`;
const FIRST = 2;
const DEEPEST = 6;

/** What follows on a pair stands below it, once; the rest are of the first level. */
function toDocument(pairs: readonly Pair[], origin: Origin): ReadDocument {
  const leftOut = new LeftOutCount();
  const resolve = createResolver({ ...origin, ...NO_FACTS });
  const byId = new Map(pairs.map((each) => [each.id, each]));
  const below = new Set(pairs.flatMap((each) => each.prompts.map(({ to }) => to)));
  const placed = new Set<string>();
  const flow: (FlowHeading | FlowBlock)[] = [];
  const place = (each: Pair, level: number): void => {
    if (placed.has(each.id)) return;
    placed.add(each.id);
    flow.push(headingOf(each, level, byId), ...answerOf(readMarkdownPiece(each.answer, resolve, leftOut)));
    for (const { to } of each.prompts) {
      const next = byId.get(to);
      if (next !== undefined) place(next, Math.min(level + 1, DEEPEST));
    }
  };
  for (const each of pairs) if (!below.has(each.id)) place(each, FIRST);
  // Pairs that lead to each other in a ring.
  for (const each of pairs) place(each, FIRST);
  return { isPage: false, facts: NO_FACTS, flow, leftOut: leftOut.counts };
}

function headingOf(each: Pair, level: number, byId: ReadonlyMap<string, Pair>): FlowHeading {
  const [question = '', ...examples] = each.questions.map((text) => text.replace(/\s+/g, ' ').trim());
  const next = each.prompts.filter(({ to }) => byId.has(to));
  return {
    kind: 'heading',
    level,
    text: question,
    anchors: [anchorOf(each.id)],
    links: [],
    examples: [...new Set(examples)].filter((example) => example !== '' && example !== question),
    prompts: next.map(({ to, label }) => ({ label, anchor: anchorOf(to) })),
  };
}

function answerOf(flow: Flow): FlowBlock[] {
  return flow.map((part) =>
    part.kind === 'block'
      ? part
      : { kind: 'block', block: { kind: 'paragraph', text: part.text }, links: part.links },
  );
}
