import type { ExplainedCandidate, Explanation } from '../matching/explain.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { isUnanswered, type Match } from '../matching/match.ts';
import type { Reason } from '../matching/decision.ts';
import { ANSWER_FROM, CLARIFY_FROM, TOO_CLOSE } from '../matching/decision.ts';

const percent = (share: number): string => `${(100 * share).toFixed(0).padStart(3)} %`;

/** A match as lines for people. */
export function describeMatch(match: Match): string {
  const head = match.id === null ? match.outcome : `${match.outcome}: ${match.id}`;
  const lines = [`${head}  (${percent(match.confidence).trim()})`];
  for (const candidate of match.candidates) lines.push(`  ${percent(candidate.confidence)}  ${candidate.id}`);
  for (const { section, confidence } of match.passages) lines.push(`  ${percent(confidence)}  § ${section}`);
  for (const { from, to } of match.mended) lines.push(`  read "${from}" as "${to}"`);
  if (match.rest !== null) lines.push(`  and then: ${match.rest}`);
  return `${lines.join('\n')}\n`;
}

/** Where the text of a section stands, by the section's id. */
export type PassageSources = ReadonlyMap<string, { readonly path: string; readonly heading: string }>;

/** Of all sections of imported documents: the page's path, and the heading as plain text. */
export function listSources({ sections = [] }: Knowledge): PassageSources {
  return new Map(sections.map(({ id, document, heading }) => [id, { path: document.path, heading }]));
}

/** A match as one line of JSON. What an answer is known for has its answers first, all else what is likeliest. */
export function toJsonLine(utterance: string, match: Match, sources: PassageSources): string {
  const { outcome, id } = match;
  const answers = match.candidates.map((candidate) => ({
    id: candidate.id,
    confidence: candidate.confidence,
  }));
  const passages = match.passages.map(({ section, confidence }) => ({
    id: section,
    confidence,
    source: sources.get(section),
  }));
  const candidates = [...answers, ...passages];
  if (isUnanswered(match)) candidates.sort((a, b) => b.confidence - a.confidence);
  const confidence = isUnanswered(match) ? (candidates[0]?.confidence ?? 0) : match.confidence;
  return `${JSON.stringify({ utterance, outcome, id, confidence, candidates })}\n`;
}

const REASONS: Readonly<Record<Reason, string>> = {
  sure: `the first is sure enough (from ${percent(ANSWER_FROM).trim()}) and well ahead`,
  example: 'the words are those of one of its examples',
  unsure: `the first is likely (from ${percent(CLARIFY_FROM).trim()}) but not sure (${percent(ANSWER_FROM).trim()})`,
  'too-close': `the first two are too close (less than ${TOO_CLOSE} apart in z)`,
  bare: 'so few words may mean the second just as well',
  outside: 'it is nearest to what is known not to be answered here (knowledge/outside)',
  unlikely: `nothing is likely enough (${percent(CLARIFY_FROM).trim()})`,
  stray: 'so few words name nothing, or hardly anything that is known',
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
