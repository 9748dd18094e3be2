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

/** How much each score weighs in z. More on the margin gains where classes have 100 examples and loses where they have 5. */
const MARGIN_WEIGHT = 2;
const CENTROID_WEIGHT = 2;
const NEAREST_WEIGHT = 1.5;
const BAYES_WEIGHT = 0.15;

/** Only the best classes so far are compared example by example. */
const SHORTLIST = 10;

/**
 * Above this many negatives (classes × rivals) training the margins takes longer than it is worth: they are
 * left out, and one point of accuracy with them. CLINC150 has 384,000, ten thousand entries 1.85 million.
 */
const MOST_NEGATIVES = 600_000;

/** Scores all classes for an utterance. Built once from the words of their examples. */
export class Ranker {
  readonly classCount: number;
  readonly hasMargins: boolean;
  private readonly space: FeatureSpace;
  private readonly examples: Examples;
  private readonly sums: ClassSums;
  private readonly bayes: NaiveBayes;
  private readonly margins: Margins | null;
  private readonly vectorizer: Vectorizer;
  private readonly nearest: NearestExample;
  private readonly bag = new FeatureBag();
  private readonly scratch: Float64Array;

  constructor(classes: readonly (readonly (readonly Word[])[])[]) {
    this.classCount = classes.length;
    const { space, examples } = readExamples(classes);
    this.space = space;
    this.examples = examples;
    this.sums = sumClasses(examples, space.idf);
    this.bayes = prepareNaiveBayes(this.sums);
    this.hasMargins = classes.length > 1 && countNegatives(examples.size, classes.length) <= MOST_NEGATIVES;
    this.margins = this.hasMargins
      ? trainMargins(examples, spellOutValues(examples, space.idf), this.sums)
      : null;
    this.vectorizer = new Vectorizer(space);
    this.nearest = new NearestExample(examples, space.idf);
    this.scratch = new Float64Array(classes.length);
  }

  /** Writes z of every class into `out`: comparable between knowledge bases of any size. */
  score(words: readonly Word[], out: Float64Array): void {
    collectFeatures(words, this.bag);
    const vector = this.vectorizer.vectorize(this.bag);
    const { scratch } = this;
    scoreCentroids(vector, this.sums, out);
    for (let c = 0; c < out.length; c++) out[c] = CENTROID_WEIGHT * (out[c] ?? 0);
    if (this.margins !== null) {
      scoreMargins(vector, this.margins, scratch);
      addWeighted(scratch, MARGIN_WEIGHT, out);
    }
    scoreNaiveBayes(vector, this.sums, this.bayes, scratch);
    addWeighted(scratch, BAYES_WEIGHT, out);
    this.addNearest(vector, out);
  }

  private addNearest(vector: SparseVector, out: Float64Array): void {
    this.nearest.load(vector);
    for (const c of largest(out, SHORTLIST)) out[c] = (out[c] ?? 0) + NEAREST_WEIGHT * this.nearest.score(c);
    this.nearest.clear(vector);
  }
}

function addWeighted(scores: Float64Array, weight: number, out: Float64Array): void {
  for (let c = 0; c < out.length; c++) out[c] = (out[c] ?? 0) + weight * (scores[c] ?? 0);
}
