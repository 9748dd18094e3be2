import type { ClassSums } from './class-sums.ts';
import type { SparseVector } from './feature-space.ts';

/** What every feature is taken to have in every class, so that a feature seen once proves nothing. */
const SMOOTHING = 0.1;
/** No class is held further behind the best than this. */
const LOWEST = -3;

/** ln(T − T_c + αF) by class: how much of everything lies outside the class. */
export type NaiveBayes = Float64Array;

/**
 * Complement naive Bayes (Rennie et al. 2003) learns what the *other* classes look like, which is steadier
 * than the class itself where classes have few examples of unequal number.
 */
export function prepareNaiveBayes(sums: ClassSums): NaiveBayes {
  const all = sums.classTotals.reduce((sum, total) => sum + total, 0) + SMOOTHING * sums.featureTotals.length;
  return sums.classTotals.map((total) => Math.log(all - total));
}

/**
 * What a feature of value 1 says for a class that has `sum` of its `total`: ln(T_f + α) − ln(T_f − n_cf + α).
 * The series is exact to four places where it is used, and spares a logarithm for each frequent feature.
 */
export function bayesWeight(sum: number, total: number): number {
  const share = sum / (total + SMOOTHING);
  if (share > 0.25) return -Math.log(1 - share);
  return share * (1 + share * (1 / 2 + share * (1 / 3 + share * (1 / 4 + share * (1 / 5)))));
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
    const total = sums.featureTotals[id] ?? 0;
    mass += value;
    const end = sums.starts[id + 1] ?? 0;
    for (let at = sums.starts[id] ?? 0; at < end; at++) {
      const c = sums.classes[at] ?? 0;
      out[c] = (out[c] ?? 0) + value * bayesWeight(sums.sums[at] ?? 0, total);
    }
  }
  let best = -Infinity;
  for (let c = 0; c < out.length; c++) {
    out[c] = (out[c] ?? 0) + mass * (bayes[c] ?? 0);
    best = Math.max(best, out[c] ?? 0);
  }
  for (let c = 0; c < out.length; c++) out[c] = Math.max((out[c] ?? 0) - best, LOWEST);
}
