import type { ExplainedCandidate, Explanation } from '../matching/explain.ts';
import type { Match } from '../matching/match.ts';
import type { Reason } from '../matching/decision.ts';
import { ANSWER_FROM, CLARIFY_FROM, TOO_CLOSE } from '../matching/decision.ts';

const percent = (share: number): string => `${(100 * share).toFixed(0).padStart(3)} %`;

/** A match as lines for people. */
export function describeMatch(match: Match): string {
  const head = match.id === null ? match.outcome : `${match.outcome}: ${match.id}`;
  const lines = [`${head}  (${percent(match.confidence).trim()})`];
  for (const candidate of match.candidates) lines.push(`  ${percent(candidate.confidence)}  ${candidate.id}`);
  for (const { from, to } of match.mended) lines.push(`  read "${from}" as "${to}"`);
  if (match.rest !== null) lines.push(`  and then: ${match.rest}`);
  return `${lines.join('\n')}\n`;
}

/** A match as one line of JSON. */
export function toJsonLine(utterance: string, match: Match): string {
  const { outcome, id, confidence, candidates } = match;
  const best = candidates.map((candidate) => ({ id: candidate.id, confidence: candidate.confidence }));
  return `${JSON.stringify({ utterance, outcome, id, confidence, candidates: best })}\n`;
}

const REASONS: Readonly<Record<Reason, string>> = {
  sure: `the first is sure enough (from ${percent(ANSWER_FROM).trim()}) and well ahead`,
  example: 'the words are those of one of its examples',
  unsure: `the first is likely (from ${percent(CLARIFY_FROM).trim()}) but not sure (${percent(ANSWER_FROM).trim()})`,
  'too-close': `the first two are too close (less than ${TOO_CLOSE} apart in z)`,
  bare: 'so few words may mean the second just as well',
  outside: 'it is nearest to what is known not to be answered here (knowledge/outside)',
  unlikely: `nothing is likely enough (${percent(CLARIFY_FROM).trim()})`,
  'nothing-to-read': 'there are no words to read',
};

/** Why a match came out as it did: words, mended words, what spoke for the best three. */
export function describeExplanation(explanation: Explanation): string {
  const words = explanation.words.map(({ text, stem, concept, isKnown }) => {
    const parts = [stem === text ? null : stem, concept, isKnown ? null : 'not in any example'];
    const notes = parts.filter((part) => part !== null).join(', ');
    return notes === '' ? `  ${text}` : `  ${text}  (${notes})`;
  });
  const mended = explanation.mended.map(({ from, to }) => `  ${from} → ${to}`);
  return [
    `${explanation.match.outcome}, since ${REASONS[explanation.reason]}`,
    'words:',
    ...words,
    ...(mended.length === 0 ? [] : ['mended:', ...mended]),
    ...explanation.candidates.flatMap(describeCandidate),
    '',
  ].join('\n');
}

function describeCandidate({
  id,
  z,
  confidence,
  parts,
  nearestExample,
  features,
}: ExplainedCandidate): string[] {
  const scores = Object.entries(parts).map(([name, value]) => `${name} ${value.toFixed(2)}`);
  const strong = features.map(({ name, weight }) => `${name} ${weight.toFixed(2)}`);
  return [
    `${percent(confidence)}  ${id}`,
    `       z ${z.toFixed(2)}: ${scores.join(', ')}`,
    `       nearest example: ${nearestExample}`,
    `       strongest: ${strong.join('  ')}`,
  ];
}
