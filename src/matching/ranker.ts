import { RarestFeatures } from './budget.ts';
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
/** More of them where the first scores were taken from the rarest features only. */
const LONG_SHORTLIST = 40;

/**
 * How many list entries centroids and naive Bayes may read for one utterance. Up to a thousand entries all are
 * within it; at ten thousand it makes a match ten times faster.
 */
const MOST_ENTRIES_READ = 80_000;

/**
 * Above this many negatives (classes × rivals) training the margins takes longer than it is worth: they are
 * left out, and one point of accuracy with them. CLINC150 has 384,000, ten thousand entries 1.85 million.
 */
const MOST_NEGATIVES = 600_000;

/**
 * Without the margins the other scores spread less: z is stretched and moved so that it means the same, by what
 * `bench calibrate` finds without margins beside with them.
 */
const WITHOUT_MARGINS = { stretch: 1.87, shift: -1.27 } as const;

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
export function buildIndex(
  classes: readonly (readonly (readonly Word[])[])[],
  mostNegatives: number = MOST_NEGATIVES,
): RankIndex {
  const { space, examples } = readExamples(classes);
  const sums = sumClasses(examples, space.idf);
  const isTrainable = classes.length > 1 && countNegatives(examples.size, classes.length) <= mostNegatives;
  const margins = isTrainable ? trainMargins(examples, spellOutValues(examples, space.idf), sums) : null;
  return { space, examples, sums, bayes: prepareNaiveBayes(sums), margins };
}

/** Scores all classes for an utterance. */
export class Ranker {
  readonly index: RankIndex;
  private readonly vectorizer: Vectorizer;
  private readonly nearest: NearestExample;
  private readonly rarest: RarestFeatures;
  private readonly bag = new FeatureBag();
  private readonly scratch: Float64Array;
  private readonly marginScores: Float64Array;

  constructor(index: RankIndex) {
    this.index = index;
    this.vectorizer = new Vectorizer(index.space);
    this.nearest = new NearestExample(index.examples, index.space.idf);
    this.rarest = new RarestFeatures(index.sums.starts, MOST_ENTRIES_READ);
    this.scratch = new Float64Array(index.sums.classTotals.length);
    this.marginScores = new Float64Array(index.sums.classTotals.length);
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
    const rarest = this.rarest.of(vector);
    out.fill(0);
    scoreCentroids(rarest, index.sums, scratch);
    addWeighted(scratch, WEIGHTS.centroid, out);
    if (index.margins !== null) {
      scoreMargins(vector, index.margins, this.marginScores);
      addWeighted(this.marginScores, WEIGHTS.margin, out);
    }
    this.nearest.load(vector);
    if (rarest !== vector) this.scoreCentroidsExactly(largest(out, LONG_SHORTLIST), out);
    const shortlist = largest(out, SHORTLIST);
    scoreNaiveBayes(rarest, index.sums, index.bayes, scratch);
    addWeighted(scratch, WEIGHTS.bayes, out);
    for (const c of shortlist) {
      this.nearest.compare(c);
      out[c] = (out[c] ?? 0) + WEIGHTS.nearest * this.nearest.best;
    }
    this.nearest.clear(vector);
    if (index.margins === null) stretch(out);
  }

  /** A class's centroid is the sum of its examples, so their cosines give the whole cosine with it. */
  private scoreCentroidsExactly(shortlist: readonly number[], out: Float64Array): void {
    for (const c of shortlist) {
      this.nearest.compare(c);
      const exact = this.nearest.sum * (this.index.sums.inverseLengths[c] ?? 0);
      out[c] = (out[c] ?? 0) + WEIGHTS.centroid * (exact - (this.scratch[c] ?? 0));
    }
  }
}

function addWeighted(scores: Float64Array, weight: number, out: Float64Array): void {
  for (let c = 0; c < out.length; c++) out[c] = (out[c] ?? 0) + weight * (scores[c] ?? 0);
}

function stretch(out: Float64Array): void {
  for (let c = 0; c < out.length; c++)
    out[c] = WITHOUT_MARGINS.stretch * (out[c] ?? 0) + WITHOUT_MARGINS.shift;
}
