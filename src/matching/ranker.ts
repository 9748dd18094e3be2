import { RarestFeatures } from './budget.ts';
import { scoreCentroids } from './centroid.ts';
import { type ClassSums, sumClasses } from './class-sums.ts';
import type { Cosines } from './cosines.ts';
import { readExamples, spellOutValues } from './examples.ts';
import { hashWord } from './features.ts';
import { type FeatureSpace, type SparseVector, Vectorizer, WordCharacters } from './feature-space.ts';
import { joinLinear, type LinearScores, scoreLinear } from './linear.ts';
import { trainMargins } from './margin.ts';
import { isMean, MeanVector } from './mean-vector.ts';
import { LOWEST, type NaiveBayes, prepareNaiveBayes } from './naive-bayes.ts';
import { listPostings, type Postings } from './postings.ts';
import { countNegatives, largest } from './rivals.ts';
import { Shortlist } from './shortlist.ts';
import type { UtteranceWord } from './utterance-words.ts';

/**
 * How much each score weighs in z. The optimum is flat; more on the margin gains where classes have 100
 * examples and loses where they have 5.
 */
export const WEIGHTS = { margin: 2, centroid: 2, nearest: 1.5, bayes: 0.15 } as const;

/** Only the best classes so far are compared example by example. */
const SHORTLIST = 10;
/** More of them are looked at where the first scores were taken from the rarest features only. */
const LONG_SHORTLIST = 40;

/**
 * How many list entries the centroids may read for one utterance where there are no margins: at ten thousand
 * entries it makes a match five times faster.
 */
const MOST_ENTRIES_READ = 80_000;

/**
 * Above this many negatives (classes × rivals) training the margins takes longer than it is worth: they are
 * left out, and one point of accuracy with them. CLINC150 has 384,000, ten thousand entries of five examples 1.85 million.
 */
const MOST_NEGATIVES = 400_000;

/**
 * Without the margins the other scores spread less: z is stretched and moved so that it means the same, by what
 * `bench calibrate` finds without margins beside with them.
 */
const WITHOUT_MARGINS = { stretch: 1.87, shift: -1.27 } as const;

/** All that is learned from the examples. */
export interface RankIndex {
  readonly space: FeatureSpace;
  /** By class: its first example; one more at the end. */
  readonly classStarts: Int32Array;
  readonly sums: ClassSums;
  readonly postings: Postings;
  readonly bayes: NaiveBayes;
  /** Centroids and margins in one; null where there are no margins, with one class only or too many. */
  readonly linear: LinearScores | null;
}

/** Learns from the words of each class's examples. */
export function buildIndex(
  classes: readonly (readonly (readonly UtteranceWord[])[])[],
  mostNegatives: number = MOST_NEGATIVES,
): RankIndex {
  const { space, examples } = readExamples(classes);
  const sums = sumClasses(examples, space.idf);
  const isTrainable = classes.length > 1 && countNegatives(examples.size, classes.length) <= mostNegatives;
  const values = spellOutValues(examples, space.idf);
  const linear = isTrainable ? joinLinear(sums, trainMargins(examples, values, sums), WEIGHTS) : null;
  const postings = listPostings(examples, values, sums);
  return {
    space,
    classStarts: examples.classStarts,
    sums,
    postings,
    bayes: prepareNaiveBayes(sums),
    linear,
  };
}

/** Scores all classes for an utterance. */
export class Ranker {
  readonly index: RankIndex;
  private readonly typed: Vectorizer;
  private readonly meant: Vectorizer;
  private readonly mean: MeanVector;
  private readonly shortlist: Shortlist;
  private readonly rarest: RarestFeatures;
  private readonly scratch: Float64Array;

  constructor(index: RankIndex) {
    const features = index.space.idf.length;
    this.index = index;
    const characters = new WordCharacters(index.space);
    this.typed = new Vectorizer(index.space, characters);
    this.meant = new Vectorizer(index.space, characters);
    this.mean = new MeanVector(features);
    this.shortlist = new Shortlist(index, LONG_SHORTLIST);
    this.rarest = new RarestFeatures(index.sums.starts, MOST_ENTRIES_READ);
    this.scratch = new Float64Array(index.sums.classTotals.length);
  }

  /** The utterance as a vector, the mean of both where words were mended; valid until the next one. */
  vectorize(words: readonly UtteranceWord[], mended: readonly UtteranceWord[] | null = null): SparseVector {
    const typed = this.typed.vectorize(words);
    if (mended === null) return typed;
    return this.mean.of(typed, this.meant.vectorize(mended));
  }

  /** Writes z of every class into `out`: a sum of four scores, comparable between knowledge bases of any size. */
  score(vector: SparseVector, out: Float64Array): void {
    if (this.index.linear === null) this.scoreCentroidsOnly(vector, out);
    else scoreLinear(vector, this.index.linear, out);
    this.finishShortlist(vector, inOrder(largest(out, SHORTLIST)), out);
    if (this.index.linear === null) stretch(out);
  }

  /** True where of some classes another is nearest to an utterance as it was typed than as mended; false where it was not. */
  isTornOver(classes: readonly number[], vector: SparseVector): boolean {
    if (!isMean(vector)) return false;
    const ordered = this.shortlist.holds(vector, classes) ? this.shortlist.classes : inOrder(classes);
    if (ordered !== this.shortlist.classes) this.shortlist.compare(vector, ordered);
    const { first, second } = this.shortlist;
    return this.nearestOf(classes, ordered, first) !== this.nearestOf(classes, ordered, second);
  }

  /**
   * Which of some classes is nearest by its centroid and its nearest example alone: what a reading of the words
   * comes to, without scoring all classes for it.
   */
  private nearestOf(classes: readonly number[], ordered: readonly number[], cosines: Cosines): number {
    let [found, best] = [-1, -Infinity];
    for (const c of classes) {
      const at = ordered.indexOf(c);
      const centroid = (cosines.all[at] ?? 0) * (this.index.sums.inverseLengths[c] ?? 0);
      const score = WEIGHTS.centroid * centroid + WEIGHTS.nearest * (cosines.nearest[at] ?? 0);
      if (score > best) [found, best] = [c, score];
    }
    return found;
  }

  /** True where an example has a word of this kind. */
  knowsKind(kind: string): boolean {
    return this.index.space.table.find(hashWord(kind)) >= 0;
  }

  /** The nearest example of a class, counted from its first. */
  nearestExample(vector: SparseVector, c: number): { at: number; cosine: number } {
    return this.shortlist.findNearest(vector, c);
  }

  /** What naive Bayes says for each of some classes. */
  bayesOf(vector: SparseVector, classes: readonly number[]): number[] {
    const ordered = inOrder(classes);
    this.shortlist.compare(vector, ordered);
    return classes.map((c) => this.shortlist.bayes[ordered.indexOf(c)] ?? 0);
  }

  /**
   * Centroids by the rarest features first; then exactly for the best: a class's centroid is the sum of its
   * examples, so their cosines give the whole cosine with it.
   */
  private scoreCentroidsOnly(vector: SparseVector, out: Float64Array): void {
    const rarest = this.rarest.of(vector);
    scoreCentroids(rarest, this.index.sums, this.scratch);
    for (let c = 0; c < out.length; c++) out[c] = WEIGHTS.centroid * (this.scratch[c] ?? 0);
    if (rarest === vector) return;
    const best = inOrder(largest(out, LONG_SHORTLIST));
    this.shortlist.compare(vector, best);
    best.forEach((c, at) => (out[c] = WEIGHTS.centroid * this.centroidOf(c, at)));
  }

  /** The cosine with a class's centroid, where it stands in the shortlist just compared. */
  private centroidOf(c: number, at: number): number {
    return (this.shortlist.cosines.all[at] ?? 0) * (this.index.sums.inverseLengths[c] ?? 0);
  }

  /** Nearest examples and naive Bayes of the classes that may still win; the others count as the worst. */
  private finishShortlist(vector: SparseVector, classes: readonly number[], out: Float64Array): void {
    const { cosines, bayes } = this.shortlist;
    this.shortlist.compare(vector, classes);
    for (let c = 0; c < out.length; c++) out[c] = (out[c] ?? 0) + WEIGHTS.bayes * LOWEST;
    classes.forEach((c, at) => {
      const gained =
        WEIGHTS.nearest * (cosines.nearest[at] ?? 0) + WEIGHTS.bayes * ((bayes[at] ?? 0) - LOWEST);
      out[c] = (out[c] ?? 0) + gained;
    });
  }
}

function inOrder(classes: readonly number[]): readonly number[] {
  return [...classes].sort((a, b) => a - b);
}

function stretch(out: Float64Array): void {
  for (let c = 0; c < out.length; c++)
    out[c] = WITHOUT_MARGINS.stretch * (out[c] ?? 0) + WITHOUT_MARGINS.shift;
}
