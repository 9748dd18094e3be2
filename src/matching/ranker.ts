import { scoreCentroids } from './centroid.ts';
import { type ClassSums, sumClasses } from './class-sums.ts';
import { type Examples, readExamples, spellOutValues } from './examples.ts';
import { FeatureBag } from './feature-bag.ts';
import { type FeatureSpace, type SparseVector, Vectorizer } from './feature-space.ts';
import { collectFeatures } from './features.ts';
import { type Margins, scoreMargins, trainMargins } from './margin.ts';
import { type NaiveBayes, prepareNaiveBayes, scoreNaiveBayes } from './naive-bayes.ts';
import { NearestExample } from './nearest.ts';
import type { Word } from './reading.ts';
import { countNegatives, largest } from './rivals.ts';

/**
 * How much each score weighs in z. The optimum is flat; more on the margin gains where classes have 100
 * examples and loses where they have 5.
 */
export const WEIGHTS = { margin: 2, centroid: 2, nearest: 1.5, bayes: 0.15 } as const;

/** Only the best classes so far are compared example by example. */
const SHORTLIST = 10;

/**
 * Above this many negatives (classes × rivals) training the margins takes longer than it is worth: they are
 * left out, and one point of accuracy with them. CLINC150 has 384,000, ten thousand entries 1.85 million.
 */
const MOST_NEGATIVES = 600_000;

/** All that is learned from the examples. */
export interface RankIndex {
  readonly space: FeatureSpace;
  readonly examples: Examples;
  readonly sums: ClassSums;
  readonly bayes: NaiveBayes;
  /** Null where there is one class only, or too many. */
  readonly margins: Margins | null;
}

/** Learns from the words of each class's examples. */
export function buildIndex(classes: readonly (readonly (readonly Word[])[])[]): RankIndex {
  const { space, examples } = readExamples(classes);
  const sums = sumClasses(examples, space.idf);
  const isTrainable = classes.length > 1 && countNegatives(examples.size, classes.length) <= MOST_NEGATIVES;
  const margins = isTrainable ? trainMargins(examples, spellOutValues(examples, space.idf), sums) : null;
  return { space, examples, sums, bayes: prepareNaiveBayes(sums), margins };
}

/** Scores all classes for an utterance. */
export class Ranker {
  readonly index: RankIndex;
  private readonly vectorizer: Vectorizer;
  private readonly nearest: NearestExample;
  private readonly bag = new FeatureBag();
  private readonly scratch: Float64Array;

  constructor(index: RankIndex) {
    this.index = index;
    this.vectorizer = new Vectorizer(index.space);
    this.nearest = new NearestExample(index.examples, index.space.idf);
    this.scratch = new Float64Array(index.sums.classTotals.length);
  }

  /** The utterance as a vector; valid until the next one. */
  vectorize(words: readonly Word[]): SparseVector {
    collectFeatures(words, this.bag);
    return this.vectorizer.vectorize(this.bag);
  }

  /** Writes z of every class into `out`: a sum of four scores, comparable between knowledge bases of any size. */
  score(words: readonly Word[], out: Float64Array): void {
    const vector = this.vectorize(words);
    const { scratch, index } = this;
    out.fill(0);
    scoreCentroids(vector, index.sums, scratch);
    addWeighted(scratch, WEIGHTS.centroid, out);
    if (index.margins !== null) {
      scoreMargins(vector, index.margins, scratch);
      addWeighted(scratch, WEIGHTS.margin, out);
    }
    scoreNaiveBayes(vector, index.sums, index.bayes, scratch);
    addWeighted(scratch, WEIGHTS.bayes, out);
    this.nearest.load(vector);
    for (const c of largest(out, SHORTLIST)) out[c] = (out[c] ?? 0) + WEIGHTS.nearest * this.nearest.score(c);
    this.nearest.clear(vector);
  }
}

function addWeighted(scores: Float64Array, weight: number, out: Float64Array): void {
  for (let c = 0; c < out.length; c++) out[c] = (out[c] ?? 0) + weight * (scores[c] ?? 0);
}
