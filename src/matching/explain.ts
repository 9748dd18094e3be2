import type { Ranked } from './candidates.ts';
import { scoreCentroids } from './centroid.ts';
import type { CandidateDecision, Reason } from './decision.ts';
import { nameFeatures } from './feature-names.ts';
import type { SparseVector } from './feature-space.ts';
import { scoreLinear } from './linear.ts';
import type { Match, MendedWord } from './match.ts';
import { placeOf } from './naive-bayes.ts';
import { type Ranker, type RankIndex, WEIGHTS } from './ranker.ts';
import type { UtteranceWord } from './utterance-words.ts';
import type { Understander, Understanding } from './understanding.ts';

/** How many features are worth an editor's look. */
const FEATURES_SHOWN = 8;

/** A word as it was read. */
export interface ExplainedWord {
  readonly text: string;
  readonly stem: string;
  readonly concept: string | null;
  /** False where no example has it. */
  readonly isKnown: boolean;
}

/** What spoke for a candidate. */
export interface ExplainedCandidate {
  readonly id: string;
  readonly z: number;
  readonly confidence: number;
  /** The weighted scores, and what few examples gain; z is their sum, moved by what the utterance is for and by strange words. */
  readonly parts: Readonly<Record<keyof typeof WEIGHTS | 'few', number>>;
  readonly nearestExample: string;
  /** The strongest features, and what each adds to z. */
  readonly features: readonly { readonly name: string; readonly weight: number }[];
}

export interface Explanation {
  readonly match: Match;
  readonly reason: Reason;
  readonly words: readonly ExplainedWord[];
  readonly mended: readonly MendedWord[];
  readonly candidates: readonly ExplainedCandidate[];
}

/** Why the engine took an utterance as it did. */
export function explain(
  understander: Understander,
  found: Understanding,
  ranked: readonly Ranked[],
  match: Match,
  decision: CandidateDecision,
): Explanation {
  const words = found.mendedWords ?? found.words;
  const { ranker } = understander;
  const shortlist = ranked.map(({ at }) => at);
  const isKnown = (word: UtteranceWord): boolean => word.isPlaceholder || understander.knows(word.text);
  return {
    match,
    reason: decision.reason,
    words: words.map((word) => ({
      text: word.text,
      stem: word.stem,
      concept: word.concept,
      isKnown: isKnown(word),
    })),
    mended: found.mended,
    candidates: ranked.map(({ at, entry, z }, place) => {
      const vector = ranker.vectorize(found.words, found.mendedWords);
      const nearest = ranker.nearestExample(vector, at);
      return {
        id: entry.id,
        z,
        confidence: match.candidates[place]?.confidence ?? 0,
        parts: {
          ...scoreParts(ranker, vector, at, shortlist),
          nearest: WEIGHTS.nearest * nearest.cosine,
          few: understander.liftOf(at),
        },
        nearestExample: [...entry.examples, ...entry.ownTexts][nearest.at]?.text ?? '',
        features: strongest(ranker, [...words, ...found.words], vector, at),
      };
    }),
  };
}

function scoreParts(ranker: Ranker, vector: SparseVector, c: number, shortlist: readonly number[]) {
  const { index } = ranker;
  const scores = new Float64Array(index.sums.classTotals.length);
  scoreCentroids(vector, index.sums, scores);
  const centroid = WEIGHTS.centroid * (scores[c] ?? 0);
  const bayes = WEIGHTS.bayes * (ranker.bayesOf(vector, shortlist)[shortlist.indexOf(c)] ?? 0);
  if (index.linear === null) return { centroid, bayes, margin: 0 };
  scoreLinear(vector, index.linear, scores);
  return { centroid, bayes, margin: (scores[c] ?? 0) - centroid };
}

function strongest(ranker: Ranker, words: readonly UtteranceWord[], vector: SparseVector, c: number) {
  const names = new Map(
    [...nameFeatures(words)].map(([hash, name]) => [ranker.index.space.table.find(hash), name]),
  );
  const found: { name: string; weight: number }[] = [];
  for (let k = 0; k < vector.size; k++) {
    const id = vector.ids[k] ?? 0;
    const weight = (vector.values[k] ?? 0) * weigh(ranker.index, id, c);
    found.push({ name: names.get(id) ?? '?', weight });
  }
  return found.sort((a, b) => b.weight - a.weight).slice(0, FEATURES_SHOWN);
}

/** What a feature of value 1 adds to z of a class, the nearest example apart. */
function weigh({ sums, linear, bayes: { weights } }: RankIndex, id: number, c: number): number {
  const entry = placeOf(c, id, sums);
  const bayes = entry < 0 ? 0 : (weights[entry] ?? 0);
  if (linear === null) {
    const centroid = entry < 0 ? 0 : (sums.sums[entry] ?? 0) * (sums.inverseLengths[c] ?? 0);
    return WEIGHTS.centroid * centroid + WEIGHTS.bayes * bayes;
  }
  for (let at = linear.starts[id] ?? 0; at < (linear.starts[id + 1] ?? 0); at++) {
    if (linear.classes[at] === c) return (linear.weights[at] ?? 0) + WEIGHTS.bayes * bayes;
  }
  return WEIGHTS.bayes * bayes;
}
