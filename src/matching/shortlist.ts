import type { ClassSums } from './class-sums.ts';
import type { SparseVector } from './feature-space.ts';
import { firstFrom, LOWEST, type NaiveBayes } from './naive-bayes.ts';
import type { Postings } from './postings.ts';

/** To look for a class among the sorted ones of a feature costs about as much as to walk past so many. */
const SHORT_LIST = 12;

/** What the classes of a shortlist are compared by. */
export interface ShortlistIndex {
  readonly sums: Pick<ClassSums, 'starts' | 'classes'>;
  readonly postings: Postings;
  readonly bayes: NaiveBayes;
  /** By class: its first example; one more at the end. */
  readonly classStarts: Int32Array;
}

/**
 * Two scores that only the few classes that may still win are worth. The largest cosine with one example: somebody who
 * says exactly what an editor wrote down is understood, however unlike the class's other examples that is. And naive
 * Bayes. Both walk the same lists, so they are read together; the scores are valid until the next shortlist.
 */
export class Shortlist {
  /** By place in the shortlist: the cosine with the nearest example. */
  readonly nearest: Float64Array;
  /** The cosines with all its examples together. */
  readonly cosines: Float64Array;
  /** Relative to the best of the shortlist: 0 for that, never under {@link LOWEST}. */
  readonly bayes: Float64Array;
  private readonly index: ShortlistIndex;
  /** By example: the cosine; zero but while a shortlist is read. */
  private readonly spread: Float32Array;
  /** By class: its place in the shortlist, from 1; zero for all others, and but while a shortlist is read. */
  private readonly slots: Uint8Array;

  /** @param most how many classes a shortlist may have. */
  constructor(index: ShortlistIndex, most: number) {
    this.index = index;
    this.spread = new Float32Array(index.classStarts.at(-1) ?? 0);
    this.slots = new Uint8Array(index.classStarts.length);
    this.nearest = new Float64Array(most);
    this.cosines = new Float64Array(most);
    this.bayes = new Float64Array(most);
  }

  /** Compares with the classes, which are in their order. */
  compare(vector: SparseVector, classes: readonly number[]): void {
    const mass = this.readFeatures(vector, classes);
    let best = -Infinity;
    classes.forEach((c, k) => {
      const score = (this.bayes[k] ?? 0) + mass * (this.index.bayes.outside[c] ?? 0);
      this.bayes[k] = score;
      best = Math.max(best, score);
      this.takeExamples(c, k);
    });
    for (let k = 0; k < classes.length; k++) {
      this.bayes[k] = Math.max((this.bayes[k] ?? 0) - best, LOWEST);
    }
  }

  /** Which example of the class is the nearest, counted from its first. */
  findNearest(vector: SparseVector, c: number): { at: number; cosine: number } {
    this.readFeatures(vector, [c]);
    const { classStarts } = this.index;
    const cosines = [...this.spread.subarray(classStarts[c] ?? 0, classStarts[c + 1] ?? 0)];
    this.takeExamples(c, 0);
    const cosine = Math.max(0, ...cosines);
    return { at: Math.max(0, cosines.indexOf(cosine)), cosine };
  }

  /**
   * Adds up what each feature says for each class and each of its examples. Returns the sum of all values. A short list
   * of classes is walked through, in a long one each class of the shortlist is looked for.
   */
  private readFeatures(vector: SparseVector, classes: readonly number[]): number {
    const { starts } = this.index.sums;
    const { slots } = this;
    const walked = SHORT_LIST * classes.length;
    this.bayes.fill(0);
    classes.forEach((c, at) => (slots[c] = at + 1));
    let mass = 0;
    for (let k = 0; k < vector.size; k++) {
      const value = vector.values[k] ?? 0;
      const from = starts[vector.ids[k] ?? 0] ?? 0;
      const end = starts[(vector.ids[k] ?? 0) + 1] ?? 0;
      mass += value;
      if (end - from > walked) this.lookForClasses(from, end, value, classes);
      else this.walkClasses(from, end, value);
    }
    for (const c of classes) slots[c] = 0;
    return mass;
  }

  /** One loop over all, since most of a match is spent here. */
  private walkClasses(from: number, end: number, value: number): void {
    const { slots, bayes, spread } = this;
    const { classes: listed } = this.index.sums;
    const { weights } = this.index.bayes;
    const { starts, examples, values } = this.index.postings;
    for (let place = from; place < end; place++) {
      const slot = slots[listed[place] ?? 0] ?? 0;
      if (slot === 0) continue;
      bayes[slot - 1] = (bayes[slot - 1] ?? 0) + value * (weights[place] ?? 0);
      const last = starts[place + 1] ?? 0;
      for (let each = starts[place] ?? 0; each < last; each++) {
        const example = examples[each] ?? 0;
        spread[example] = (spread[example] ?? 0) + value * (values[each] ?? 0);
      }
    }
  }

  private lookForClasses(from: number, end: number, value: number, classes: readonly number[]): void {
    const { classes: listed } = this.index.sums;
    let place = from;
    for (const c of classes) {
      place = firstFrom(c, listed, place, end);
      if (place === end) return;
      if (listed[place] === c) this.walkClasses(place, place + 1, value);
    }
  }

  /** Reads off what was added up for the examples of a class, and leaves zeros there. */
  private takeExamples(c: number, at: number): void {
    let [nearest, all] = [0, 0];
    const end = this.index.classStarts[c + 1] ?? 0;
    for (let example = this.index.classStarts[c] ?? 0; example < end; example++) {
      const cosine = this.spread[example] ?? 0;
      this.spread[example] = 0;
      all += cosine;
      if (cosine > nearest) nearest = cosine;
    }
    this.nearest[at] = nearest;
    this.cosines[at] = all;
  }
}
