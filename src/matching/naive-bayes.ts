import type { ClassSums } from './class-sums.ts';
import type { SparseVector } from './feature-space.ts';

/** What every feature is taken to have in every class, so that a feature seen once proves nothing. */
const SMOOTHING = 0.1;
/** No class is held further behind the best than this. */
const LOWEST = -3;

/** What complement naive Bayes needs besides the sums. */
export interface NaiveBayes {
  /** Beside each entry of the sums: ln(T_f + α) − ln(T_f − n_cf + α). */
  readonly weights: Float32Array;
  /** By class: ln(T − T_c + αF), times the sum of the utterance's values. */
  readonly priors: Float64Array;
}

/**
 * Complement naive Bayes (Rennie et al. 2003) learns what the *other* classes look like, which is steadier
 * than the class itself where classes have few examples of unequal number.
 */
export function prepareNaiveBayes(sums: ClassSums): NaiveBayes {
  const weights = new Float32Array(sums.sums.length);
  for (let id = 0; id + 1 < sums.starts.length; id++) {
    const total = (sums.featureTotals[id] ?? 0) + SMOOTHING;
    const end = sums.starts[id + 1] ?? 0;
    for (let at = sums.starts[id] ?? 0; at < end; at++) {
      weights[at] = Math.log(total) - Math.log(Math.max(total - (sums.sums[at] ?? 0), SMOOTHING));
    }
  }
  const all = sums.classTotals.reduce((sum, total) => sum + total, 0) + SMOOTHING * sums.featureTotals.length;
  return { weights, priors: sums.classTotals.map((total) => Math.log(all - total)) };
}

/** The score of each class relative to the best one: 0 for the best, never under −3. */
export function scoreNaiveBayes(
  vector: SparseVector,
  sums: ClassSums,
  bayes: NaiveBayes,
  out: Float64Array,
): void {
  out.fill(0);
  let mass = 0;
  for (let k = 0; k < vector.size; k++) {
    const id = vector.ids[k] ?? 0;
    const value = vector.values[k] ?? 0;
    mass += value;
    const end = sums.starts[id + 1] ?? 0;
    for (let at = sums.starts[id] ?? 0; at < end; at++) {
      const c = sums.classes[at] ?? 0;
      out[c] = (out[c] ?? 0) + value * (bayes.weights[at] ?? 0);
    }
  }
  let best = -Infinity;
  for (let c = 0; c < out.length; c++) {
    out[c] = (out[c] ?? 0) + mass * (bayes.priors[c] ?? 0);
    best = Math.max(best, out[c] ?? 0);
  }
  for (let c = 0; c < out.length; c++) out[c] = Math.max((out[c] ?? 0) - best, LOWEST);
}
