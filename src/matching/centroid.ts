import type { ClassSums } from './class-sums.ts';
import type { SparseVector } from './feature-space.ts';

/**
 * The cosine of the utterance with the middle of each class: what the class is about on the whole. The
 * steadiest of the four scores where examples are few.
 */
export function scoreCentroids(vector: SparseVector, sums: ClassSums, out: Float64Array): void {
  out.fill(0);
  for (let k = 0; k < vector.size; k++) {
    const id = vector.ids[k] ?? 0;
    const value = vector.values[k] ?? 0;
    const end = sums.starts[id + 1] ?? 0;
    for (let at = sums.starts[id] ?? 0; at < end; at++) {
      const c = sums.classes[at] ?? 0;
      out[c] = (out[c] ?? 0) + value * (sums.sums[at] ?? 0);
    }
  }
  for (let c = 0; c < out.length; c++) out[c] = (out[c] ?? 0) * (sums.inverseLengths[c] ?? 0);
}
