import type { Knowledge } from '../knowledge/knowledge.ts';
import { type Calibration, toConfidence, WITH_MARGINS, WITHOUT_MARGINS } from './confidence.ts';
import type { Answerer, Candidate, Match, MatchContext } from './match.ts';
import { listNames } from './placeholders.ts';
import { Understander } from './understanding.ts';

const ANSWER = 0.5;
const NONE = 0.35;
const MARGIN = 0.3;

/** Builds the index of a knowledge base once; matching then allocates little. */
export function createAnswerer(knowledge: Knowledge): Answerer {
  const understander = new Understander(knowledge);
  const calibration = understander.ranker.hasMargins ? WITH_MARGINS : WITHOUT_MARGINS;
  return {
    match: (utterance, context) => match(understander, calibration, utterance, context),
  };
}

function match(
  understander: Understander,
  calibration: Calibration,
  utterance: string,
  context: MatchContext,
): Match {
  const found = understander.understand(utterance, context.locale, listNames(context.knownNames ?? []));
  const order = Array.from(found.z.keys())
    .sort((a, b) => (found.z[b] ?? 0) - (found.z[a] ?? 0))
    .slice(0, 3);
  const candidates: Candidate[] = order.map((at) => {
    const entry = understander.entries[at];
    if (entry === undefined) throw new RangeError(`answerer: no entry ${at}`);
    return { id: entry.id, kind: entry.kind, confidence: toConfidence(found.z[at] ?? 0, calibration) };
  });
  const [first, second] = order.map((at) => found.z[at] ?? 0);
  const top = candidates[0];
  const confidence = top?.confidence ?? 0;
  const base = { confidence, candidates, mended: found.mended, rest: null };
  if (top === undefined || confidence < NONE) return { ...base, outcome: 'none', id: null };
  if (confidence < ANSWER || (first ?? 0) - (second ?? -9) < MARGIN)
    return { ...base, outcome: 'clarify', id: null };
  return { ...base, outcome: top.kind, id: top.id };
}
