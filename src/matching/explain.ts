import type { Ranked } from './candidates.ts';
import { scoreCentroids } from './centroid.ts';
import type { Decision, Reason } from './decision.ts';
import { nameFeatures } from './feature-names.ts';
import type { SparseVector } from './feature-space.ts';
import { scoreMargins } from './margin.ts';
import type { Match, MendedWord } from './match.ts';
import { bayesWeight, scoreNaiveBayes } from './naive-bayes.ts';
import { NearestExample } from './nearest.ts';
import { type Ranker, type RankIndex, WEIGHTS } from './ranker.ts';
import type { Word } from './reading.ts';
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
  /** The weighted scores of the mended text; their sum is z where nothing was mended and no word is strange. */
  readonly parts: Readonly<Record<keyof typeof WEIGHTS, number>>;
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
  decision: Decision,
): Explanation {
  const words = found.mendedWords ?? found.words;
  const { ranker } = understander;
  const isKnown = (word: Word): boolean => word.isPlaceholder || understander.knows(word.text);
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
      const vector = ranker.vectorize(words);
      const nearest = findNearest(ranker.index, vector, at);
      return {
        id: entry.id,
        z,
        confidence: match.candidates[place]?.confidence ?? 0,
        parts: { ...scoreParts(ranker.index, vector, at), nearest: WEIGHTS.nearest * nearest.cosine },
        nearestExample: entry.examples[nearest.at]?.text ?? '',
        features: strongest(ranker, words, vector, at),
      };
    }),
  };
}

function scoreParts(index: RankIndex, vector: SparseVector, c: number) {
  const scores = new Float64Array(index.sums.classTotals.length);
  const take = (weight: number): number => weight * (scores[c] ?? 0);
  scoreCentroids(vector, index.sums, scores);
  const centroid = take(WEIGHTS.centroid);
  scoreNaiveBayes(vector, index.sums, index.bayes, scores);
  const bayes = take(WEIGHTS.bayes);
  if (index.margins === null) return { centroid, bayes, margin: 0 };
  scoreMargins(vector, index.margins, scores);
  return { centroid, bayes, margin: take(WEIGHTS.margin) };
}

function findNearest(index: RankIndex, vector: SparseVector, c: number): { at: number; cosine: number } {
  const nearest = new NearestExample(index.examples, index.space.idf);
  nearest.load(vector);
  return nearest.find(c);
}

function strongest(ranker: Ranker, words: readonly Word[], vector: SparseVector, c: number) {
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
function weigh({ sums, margins }: RankIndex, id: number, c: number): number {
  let weight = 0;
  const entry = placeOf(c, id, sums.starts, sums.classes);
  if (entry !== null) {
    weight += WEIGHTS.centroid * (sums.sums[entry] ?? 0) * (sums.inverseLengths[c] ?? 0);
    weight += WEIGHTS.bayes * bayesWeight(sums.sums[entry] ?? 0, sums.featureTotals[id] ?? 0);
  }
  const margin = margins === null ? null : placeOf(c, id, margins.starts, margins.classes);
  return margin === null ? weight : weight + WEIGHTS.margin * (margins?.weights[margin] ?? 0);
}

function placeOf(
  c: number,
  id: number,
  starts: Int32Array,
  classes: Uint16Array | Int32Array,
): number | null {
  for (let at = starts[id] ?? 0; at < (starts[id + 1] ?? 0); at++) if (classes[at] === c) return at;
  return null;
}
