import { CLARIFY_FROM, ANSWER_FROM, type Reason } from '../matching/decision.ts';
import type { ExplainedCandidate, Explanation } from '../matching/explain.ts';
import type { Miss, SetResult } from '../workshop/question-sets.ts';

/** Why a line missed, in a word for each way of deciding. */
const REASONS: Readonly<Record<Reason, string>> = {
  sure: 'the first was sure',
  example: 'the words are an example of the first',
  unsure: `the first is under ${ANSWER_FROM.toFixed(2)}`,
  'too-close': 'the first two are too close',
  bare: 'so few words may mean several things',
  outside: 'it is nearest to a topic of outside/',
  unlikely: `nothing reaches ${CLARIFY_FROM.toFixed(2)}`,
  stray: 'so few words name nothing that is known',
  'nothing-to-read': 'there are no words to read',
};

/** A line that went another way: what was expected, what came, and why. */
export function describeMiss({ question, match }: Miss, explanation: Explanation): string {
  const got = match.id === null ? match.outcome : `${match.outcome} ${match.id}`;
  const head = `"${question.q}" (${question.kind}): ${question.expect} expected, ${got}`;
  const best = match.candidates.map(({ id, confidence }) => `${id} ${confidence.toFixed(2)}`).join(', ');
  return [`${head}; best: ${best}`, ...reasonsOf(question.expect, explanation)].join('\n    ');
}

function reasonsOf(expected: string, { reason, words, mended, candidates }: Explanation): string[] {
  const unknown = words.filter(({ isKnown }) => !isKnown).map(({ text }) => text);
  const right = candidates.find(({ id }) => id === expected);
  return [
    `why: ${REASONS[reason]}`,
    ...mended.map(({ from, to }) => `"${from}" was read as "${to}"`),
    ...(unknown.length === 0 ? [] : [`in no example: ${unknown.join(', ')}`]),
    ...candidates.slice(0, 1).map(describeNearest),
    ...(right === undefined || right === candidates[0] ? [] : [describeNearest(right)]),
    ...(expected === 'none' || right !== undefined ? [] : [`${expected} is not among the best`]),
  ];
}

function describeNearest({ id, nearestExample, features }: ExplainedCandidate): string {
  const strong = features
    .slice(0, 3)
    .map(({ name }) => name.trim())
    .join(', ');
  return `${id}: nearest to its "${nearestExample}", by ${strong}`;
}

/** How a set went, in one line. */
export function describeResult(name: string, result: SetResult): string {
  const share = (part: number) => `${((100 * part) / Math.max(1, result.inScope)).toFixed(1)} %`;
  return [
    `${name}: ${result.inScope} lines with an answer: ${share(result.first)} first,`,
    `${share(result.amongThree)} among three, ${share(result.right)} answered right, ${share(result.wrong)} wrong;`,
    `${result.outOfScope} without: ${result.outOfScopeAnswered} answered`,
  ].join(' ');
}

/**
 * What a set lacks to pass a floor, or null. The floor is the least share of lines that went right: the right answer
 * or dialog where there is one, none where there is none.
 */
export function belowFloor(
  { inScope, outOfScope, right, outOfScopeAnswered }: SetResult,
  floor: number,
): string | null {
  const lines = inScope + outOfScope;
  const share = lines === 0 ? 1 : (right + outOfScope - outOfScopeAnswered) / lines;
  if (share >= floor) return null;
  return `${(100 * share).toFixed(1)} % of ${String(lines)} lines went right, the floor is ${(100 * floor).toFixed(1)} %`;
}
