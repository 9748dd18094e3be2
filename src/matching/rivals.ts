import { RarestFeatures } from './budget.ts';
import { scoreCentroids } from './centroid.ts';
import type { ClassSums } from './class-sums.ts';
import { type Examples, idOf } from './examples.ts';
import { BLOCKS } from './feature-bag.ts';
import { seededRandom } from './random.ts';

/**
 * An example is held against the classes whose centroids are its nearest wrong ones. With 6 instead of 25
 * accuracy falls by 1 to 1.6 points; with all, training takes two to four times as long for .1.
 */
const NEAREST_WRONG = 25;
/** And a class sees that many examples of anything: without them it calls all strange text its own. */
const RANDOM_OTHERS = 60;

/** Which classes are near need not be known exactly. */
const MOST_ENTRIES_READ = 20_000;

/** How many negatives an index of this shape would train with, all classes together. */
export function countNegatives(examples: number, classes: number): number {
  if (classes <= NEAREST_WRONG + 2) return classes * examples;
  return examples * NEAREST_WRONG + classes * Math.min(RANDOM_OTHERS, examples);
}

/** By class: the examples of other classes it is trained against. */
export function findRivals(examples: Examples, values: Float32Array, sums: ClassSums): Int32Array[] {
  const classCount = examples.classStarts.length - 1;
  if (classCount <= NEAREST_WRONG + 2) return allOthers(examples);
  const rivals: number[][] = Array.from({ length: classCount }, () => []);
  const scores = new Float64Array(classCount);
  const rarest = new RarestFeatures(sums.starts, MOST_ENTRIES_READ);
  for (let c = 0; c < classCount; c++) {
    for (let e = examples.classStarts[c] ?? 0; e < (examples.classStarts[c + 1] ?? 0); e++) {
      const from = examples.segmentStarts[e * BLOCKS.length] ?? 0;
      const to = examples.segmentStarts[(e + 1) * BLOCKS.length] ?? 0;
      const ids = examples.packed.subarray(from, to).map(idOf);
      const vector = { ids, values: values.subarray(from, to), size: to - from };
      scoreCentroids(rarest.of(vector), sums, scores);
      scores[c] = -Infinity;
      for (const wrong of largest(scores, NEAREST_WRONG)) rivals[wrong]?.push(e);
    }
  }
  return rivals.map((found, c) => addRandomOthers(found, c, examples));
}

function allOthers(examples: Examples): Int32Array[] {
  const { classStarts, size } = examples;
  return Array.from({ length: classStarts.length - 1 }, (_, c) => {
    const [from, to] = [classStarts[c] ?? 0, classStarts[c + 1] ?? 0];
    return Int32Array.from({ length: size - (to - from) }, (_unused, k) => (k < from ? k : k + to - from));
  });
}

function addRandomOthers(found: readonly number[], c: number, examples: Examples): Int32Array {
  const chosen = new Set(found);
  const [from, to] = [examples.classStarts[c] ?? 0, examples.classStarts[c + 1] ?? 0];
  const random = seededRandom(c + 1);
  for (let draw = 0; draw < RANDOM_OTHERS; draw++) {
    const e = Math.floor(random() * examples.size);
    if (e < from || e >= to) chosen.add(e);
  }
  return Int32Array.from(chosen);
}

/** The indexes of the `count` largest scores, in no order; `-Infinity` never counts. */
export function largest(scores: Float64Array, count: number): number[] {
  const best: number[] = [];
  let lowest = -Infinity;
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] ?? 0;
    if (score <= lowest) continue;
    if (best.length < count) best.push(at);
    else best[smallest(best, scores)] = at;
    if (best.length === count) lowest = scores[best[smallest(best, scores)] ?? 0] ?? 0;
  }
  return best;
}

function smallest(indexes: readonly number[], scores: Float64Array): number {
  let found = 0;
  for (let k = 1; k < indexes.length; k++) {
    if ((scores[indexes[k] ?? 0] ?? 0) < (scores[indexes[found] ?? 0] ?? 0)) found = k;
  }
  return found;
}
