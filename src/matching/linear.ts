import { classNumbers, type ClassSums } from './class-sums.ts';
import type { SparseVector } from './feature-space.ts';
import type { Margins } from './margin.ts';

/**
 * What each feature adds to z of each class through the centroid and through the margin. Both are linear in the
 * utterance, so that one list does for two and a match reads half as much.
 */
export interface LinearScores {
  /** By feature: where its classes begin in `classes` and `weights`; one more at the end. */
  readonly starts: Int32Array;
  readonly classes: Uint16Array | Int32Array;
  readonly weights: Float32Array;
  /** By class. */
  readonly biases: Float32Array;
}

/** How much a point of each weighs in z. */
interface Shares {
  readonly centroid: number;
  readonly margin: number;
}

/** Joins the lists of both, feature by feature; each is in the order of the classes. */
export function joinLinear(sums: ClassSums, margins: Margins, shares: Shares): LinearScores {
  const features = sums.starts.length - 1;
  const most = sums.classes.length + margins.classes.length;
  const classCount = sums.inverseLengths.length;
  const starts = new Int32Array(features + 1);
  const classes = classNumbers(most, classCount);
  const weights = new Float32Array(most);
  let size = 0;
  for (let id = 0; id < features; id++) {
    starts[id] = size;
    let [s, m] = [sums.starts[id] ?? 0, margins.starts[id] ?? 0];
    const [sEnd, mEnd] = [sums.starts[id + 1] ?? 0, margins.starts[id + 1] ?? 0];
    while (s < sEnd || m < mEnd) {
      const fromSums = s < sEnd ? (sums.classes[s] ?? 0) : classCount;
      const fromMargins = m < mEnd ? (margins.classes[m] ?? 0) : classCount;
      const c = Math.min(fromSums, fromMargins);
      let weight = 0;
      if (fromSums === c) weight += shares.centroid * (sums.sums[s++] ?? 0) * (sums.inverseLengths[c] ?? 0);
      if (fromMargins === c) weight += shares.margin * (margins.weights[m++] ?? 0);
      classes[size] = c;
      weights[size++] = weight;
    }
  }
  starts[features] = size;
  const biases = margins.biases.map((bias) => shares.margin * bias);
  return { starts, classes: classes.slice(0, size), weights: weights.slice(0, size), biases };
}

/** The part of z that is linear in the utterance, of every class. */
export function scoreLinear(vector: SparseVector, linear: LinearScores, out: Float64Array): void {
  for (let c = 0; c < out.length; c++) out[c] = linear.biases[c] ?? 0;
  const { starts, classes, weights } = linear;
  for (let k = 0; k < vector.size; k++) {
    const id = vector.ids[k] ?? 0;
    const value = vector.values[k] ?? 0;
    const end = starts[id + 1] ?? 0;
    for (let at = starts[id] ?? 0; at < end; at++) {
      const c = classes[at] ?? 0;
      out[c] = (out[c] ?? 0) + value * (weights[at] ?? 0);
    }
  }
}
