import { ANSWER_FROM } from './decision.ts';
import type { Candidate, Match } from './match.ts';
import { findSplits, listSentences } from './requests.ts';

/**
 * Two requests in one message: the first is matched, the second given back as typed. Both must be sure by
 * themselves and differ. Where only a full stop separates them, the first must also be what the whole
 * message is taken for: "I created a deal. How do I see …?" is one question with its story.
 */
export function matchFirst(utterance: string, match: (part: string) => Match): Match {
  const whole = match(utterance);
  for (const { first, rest, isJoined } of findSplits(utterance)) {
    const one = match(first);
    const id = one.id ?? (isJoined ? likelyOf(one) : null);
    if (id === null || (!isJoined && id !== whole.candidates[0]?.id)) continue;
    const other = match(rest);
    const otherId = other.id ?? (isJoined ? likelyOf(other) : null);
    if (otherId !== null && otherId !== id) return { ...one, rest };
  }
  return whole.id === null ? (matchSentence(whole, utterance, match) ?? whole) : whole;
}

/** "Who can give me access" is torn between answers that lead to the same people. */
const likelyOf = ({ outcome, asks, candidates: [near] }: Match): string | null =>
  outcome === 'clarify' && asks.includes('person') ? (near?.id ?? null) : null;

/**
 * "Proseware signed today for 85,000. Can you put it to Won?": a story around a question dilutes it. What one sentence
 * asks for by itself counts where the others ask for nothing else and the whole message points there too; as much as
 * the mean of both, which is what keeps a question that nothing here answers from being taken for its friendliest sentence.
 */
function matchSentence(whole: Match, utterance: string, match: (part: string) => Match): Match | null {
  const sure = listSentences(utterance)
    .map(match)
    .filter(({ id }) => id !== null);
  const [best] = sure.sort((a, b) => b.confidence - a.confidence);
  const id = whole.candidates[0]?.id;
  if (best === undefined || sure.some((one) => one.id !== id)) return null;
  const confidence = (best.confidence + whole.confidence) / 2;
  return confidence < ANSWER_FROM ? null : { ...best, confidence, candidates: lower(best, confidence) };
}

function lower({ candidates }: Match, most: number): readonly Candidate[] {
  return candidates.map((candidate) => ({ ...candidate, confidence: Math.min(candidate.confidence, most) }));
}
