import { ClassPlaces } from './class-places.ts';
import type { ClassSums } from './class-sums.ts';
import { type Cosines, nearestOfMean, roomFor, takeCosines } from './cosines.ts';
import type { SparseVector } from './feature-space.ts';
import { firstFrom, LOWEST, type NaiveBayes } from './naive-bayes.ts';
import { isMean } from './mean-vector.ts';
import { type Postings, valuesOf } from './postings.ts';

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
 * Bayes. Both walk the same lists, so they are read together, and of a mean of two vectors each of these with it; the
 * scores are valid until the next shortlist.
 */
export class Shortlist {
  readonly cosines: Cosines;
  /** Of the first of two vectors, where their mean was compared. */
  readonly first: Cosines;
  readonly second: Cosines;
  /** Relative to the best of the shortlist: 0 for that, never under {@link LOWEST}. */
  readonly bayes: Float64Array;
  /** Those compared last, in their order. */
  classes: readonly number[] = [];
  private readonly index: ShortlistIndex;
  private readonly values: Float32Array;
  private readonly long: ClassPlaces;
  /** By example: the cosine, of a mean that with its first vector; zero but while a shortlist is read. */
  private readonly spread: Float32Array;
  /** By example: the cosine with the second vector of a mean. */
  private readonly spreadSecond: Float32Array;
  /** By class: its place in the shortlist, from 1; zero for all others, and but while a shortlist is read. */
  private readonly slots: Uint8Array;
  private compared: SparseVector | null = null;

  /** @param most how many classes a shortlist may have. */
  constructor(index: ShortlistIndex, most: number) {
    const examples = index.classStarts.at(-1) ?? 0;
    this.index = index;
    this.values = valuesOf(index.postings);
    this.long = new ClassPlaces(index.sums, index.classStarts.length - 1);
    this.spread = new Float32Array(examples);
    this.spreadSecond = new Float32Array(examples);
    this.slots = new Uint8Array(index.classStarts.length);
    this.cosines = roomFor(most);
    this.first = roomFor(most);
    this.second = roomFor(most);
    this.bayes = new Float64Array(most);
  }

  /** Whether these classes were compared with this vector last. */
  holds(vector: SparseVector, classes: readonly number[]): boolean {
    return vector === this.compared && classes.every((c) => this.classes.includes(c));
  }

  /** Compares with the classes, which are in their order. */
  compare(vector: SparseVector, classes: readonly number[]): void {
    this.compared = vector;
    this.classes = classes;
    const mass = this.readFeatures(vector, classes);
    let best = -Infinity;
    classes.forEach((c, k) => {
      const score = (this.bayes[k] ?? 0) + mass * (this.index.bayes.outside[c] ?? 0);
      this.bayes[k] = score;
      best = Math.max(best, score);
      this.takeExamples(c, k, isMean(vector));
    });
    for (let k = 0; k < classes.length; k++) {
      this.bayes[k] = Math.max((this.bayes[k] ?? 0) - best, LOWEST);
    }
  }

  private takeExamples(c: number, at: number, isOfMean: boolean): void {
    const { spread, spreadSecond, cosines, first, second } = this;
    const stretch = { from: this.index.classStarts[c] ?? 0, to: this.index.classStarts[c + 1] ?? 0, at };
    if (!isOfMean) {
      takeCosines(spread, stretch, cosines);
      return;
    }
    cosines.nearest[at] = nearestOfMean(spread, spreadSecond, stretch);
    takeCosines(spread, stretch, first);
    takeCosines(spreadSecond, stretch, second);
    cosines.all[at] = ((first.all[at] ?? 0) + (second.all[at] ?? 0)) / 2;
  }

  /** Which example of the class is the nearest, counted from its first. */
  findNearest(vector: SparseVector, c: number): { at: number; cosine: number } {
    const { classStarts } = this.index;
    this.readFeatures(vector, [c]);
    const [from, to] = [classStarts[c] ?? 0, classStarts[c + 1] ?? 0];
    const second = this.spreadSecond.subarray(from, to);
    const first = [...this.spread.subarray(from, to)];
    const cosines = isMean(vector) ? first.map((cosine, at) => (cosine + (second[at] ?? 0)) / 2) : first;
    this.spread.fill(0, from, to);
    second.fill(0);
    this.compared = null;
    const cosine = Math.max(0, ...cosines);
    return { at: Math.max(0, cosines.indexOf(cosine)), cosine };
  }

  /**
   * Adds up what each feature says for each class and each of its examples. Returns the sum of all values. A short list
   * of classes is walked through; in a long one each class of the shortlist is looked up, and where few of all classes
   * make it long, looked for.
   */
  private readFeatures(vector: SparseVector, classes: readonly number[]): number {
    const { starts } = this.index.sums;
    const { slots, long } = this;
    const walked = SHORT_LIST * classes.length;
    this.bayes.fill(0);
    classes.forEach((c, at) => (slots[c] = at + 1));
    let mass = 0;
    for (let k = 0; k < vector.size; k++) {
      const id = vector.ids[k] ?? 0;
      const from = starts[id] ?? 0;
      const end = starts[id + 1] ?? 0;
      const row = (long.rows[id] ?? 0) - 1;
      mass += vector.values[k] ?? 0;
      if (row >= 0 && end - from > classes.length) this.lookUpClasses(row, vector, k, classes);
      else if (end - from > walked) this.lookForClasses(from, end, vector, k, classes);
      else this.walkClasses(from, end, vector, k);
    }
    for (const c of classes) slots[c] = 0;
    return mass;
  }

  private lookUpClasses(row: number, vector: SparseVector, k: number, classes: readonly number[]): void {
    for (let at = 0; at < classes.length; at++) {
      const place = (this.long.places[row + (classes[at] ?? 0)] ?? 0) - 1;
      if (place >= 0) this.take(place, at, vector, k);
    }
  }

  private lookForClasses(
    from: number,
    end: number,
    vector: SparseVector,
    k: number,
    classes: readonly number[],
  ): void {
    const { classes: listed } = this.index.sums;
    let place = from;
    for (let at = 0; at < classes.length; at++) {
      const c = classes[at] ?? 0;
      place = firstFrom(c, listed, place, end);
      if (place === end) return;
      if (listed[place] === c) this.take(place, at, vector, k);
    }
  }

  private walkClasses(from: number, end: number, vector: SparseVector, k: number): void {
    const { classes: listed } = this.index.sums;
    for (let place = from; place < end; place++) {
      const slot = this.slots[listed[place] ?? 0] ?? 0;
      if (slot !== 0) this.take(place, slot - 1, vector, k);
    }
  }

  /** Takes what a feature says for the class at a place of its list, the one at `at` of the shortlist. */
  private take(place: number, at: number, vector: SparseVector, k: number): void {
    const { bayes } = this;
    const value = vector.values[k] ?? 0;
    bayes[at] = (bayes[at] ?? 0) + value * (this.index.bayes.weights[place] ?? 0);
    if (isMean(vector)) this.addBoth(place, vector.first[k] ?? 0, vector.second[k] ?? 0);
    else this.add(place, value);
  }

  private add(place: number, value: number): void {
    const { spread, values } = this;
    const { starts, pairs } = this.index.postings;
    const last = starts[place + 1] ?? 0;
    for (let at = starts[place] ?? 0; at < last; at += 2) {
      const example = pairs[at] ?? 0;
      spread[example] = (spread[example] ?? 0) + value * (values[at + 1] ?? 0);
    }
  }

  private addBoth(place: number, first: number, second: number): void {
    const { spread, spreadSecond, values } = this;
    const { starts, pairs } = this.index.postings;
    const last = starts[place + 1] ?? 0;
    for (let at = starts[place] ?? 0; at < last; at += 2) {
      const example = pairs[at] ?? 0;
      const own = values[at + 1] ?? 0;
      spread[example] = (spread[example] ?? 0) + first * own;
      spreadSecond[example] = (spreadSecond[example] ?? 0) + second * own;
    }
  }
}
