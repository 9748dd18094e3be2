import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import type { Language } from '../language/locale.ts';
import type { Answerer, Match } from '../matching/match.ts';

/** One line of a question set: what somebody says, and what it should lead to. */
export interface LabelledQuestion {
  readonly q: string;
  /** The answer id or dialog name, or `none` for what the knowledge does not hold. */
  readonly expect: string;
  /** What kind of phrasing it is: `paraphrase`, `typo`, `near` (close to our subject, without an answer) … */
  readonly kind: string;
}

/** How a question set went. */
export interface SetResult {
  readonly inScope: number;
  readonly outOfScope: number;
  /** In-scope lines whose right id is the best candidate. */
  readonly first: number;
  /** In-scope lines whose right id is among the three best. */
  readonly amongThree: number;
  /** In-scope lines that were given the right answer or dialog. */
  readonly right: number;
  /** In-scope lines that were given a wrong answer or dialog. */
  readonly wrong: number;
  /** Out-of-scope lines that were given an answer or a dialog all the same. */
  readonly outOfScopeAnswered: number;
  readonly misses: readonly Miss[];
}

/** A line that went another way than expected. */
export interface Miss {
  readonly question: LabelledQuestion;
  readonly match: Match;
}

const line = z.object({
  q: z.string().min(1),
  expect: z.string().regex(/^(none|\w+:.+)$/, { error: 'wants "none", "answer:ID" or "dialog:NAME"' }),
  kind: z.string().default(''),
});

/**
 * Reads a question set: one JSON object a line, `{"q","expect","kind"}`.
 *
 * @throws AppError `invalid-input` naming the file and the line.
 */
export async function readQuestions(file: string): Promise<LabelledQuestion[]> {
  const lines = (await readText(file)).split('\n');
  return lines.flatMap((text, index) => (text.trim() === '' ? [] : [parseLine(file, index + 1, text)]));
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new AppError('invalid-input', `knowledge: cannot read the question set ${file}`, { cause });
  }
}

function parseLine(file: string, number: number, text: string): LabelledQuestion {
  try {
    const { q, expect, kind } = line.parse(JSON.parse(text));
    return { q, expect: expect === 'none' ? expect : expect.slice(expect.indexOf(':') + 1), kind };
  } catch (cause) {
    throw new AppError('invalid-input', `knowledge: ${file}, line ${number}: cannot use ${text}`, { cause });
  }
}

/** Asks the engine every line; a finer point counts as the answer it belongs to. */
export function runQuestions(
  answerer: Answerer,
  questions: readonly LabelledQuestion[],
  locale: Language,
): SetResult {
  const asked = questions.map((question) => ({ question, match: answerer.match(question.q, { locale }) }));
  const inScope = asked.filter(({ question }) => question.expect !== 'none');
  const outOfScope = asked.filter(({ question }) => question.expect === 'none');
  const misses = asked.filter(
    ({ question, match }) => topicOf(match.id ?? 'none') !== topicOf(question.expect),
  );
  return {
    inScope: inScope.length,
    outOfScope: outOfScope.length,
    first: count(inScope, ({ question, match }) => isAmong(match, question.expect, 1)),
    amongThree: count(inScope, ({ question, match }) => isAmong(match, question.expect, 3)),
    right: count(
      inScope,
      ({ question, match }) => match.id !== null && isSameTopic(match.id, question.expect),
    ),
    wrong: count(
      inScope,
      ({ question, match }) => match.id !== null && !isSameTopic(match.id, question.expect),
    ),
    outOfScopeAnswered: count(outOfScope, ({ match }) => match.id !== null),
    misses: misses.filter(({ question, match }) => question.expect !== 'none' || match.id !== null),
  };
}

function isAmong(match: Match, expected: string, places: number): boolean {
  return match.candidates.slice(0, places).some(({ id }) => isSameTopic(id, expected));
}

function isSameTopic(id: string, expected: string): boolean {
  return topicOf(id) === topicOf(expected);
}

function topicOf(id: string): string {
  return id.split('/')[0] ?? id;
}

function count<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.filter(test).length;
}
