import type { ClassSums } from './class-sums.ts';
import type { SparseVector } from './feature-space.ts';

/** What every feature is taken to have in every class, so that a feature seen once proves nothing. */
const SMOOTHING = 0.1;
/** No class is held further behind the best than this. */
export const LOWEST = -3;

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

/**
 * The scores of some classes relative to the best of them: 0 for the best, never under −3. Only the few that may
 * still win are worth it, and they are looked up in the lists, which are in the order of the classes.
 */
export function scoreNaiveBayes(
  vector: SparseVector,
  sums: ClassSums,
  bayes: NaiveBayes,
  classes: readonly number[],
): number[] {
  let mass = 0;
  for (let k = 0; k < vector.size; k++) mass += vector.values[k] ?? 0;
  const scores = classes.map((c) => {
    let score = mass * (bayes[c] ?? 0);
    for (let k = 0; k < vector.size; k++) {
      const id = vector.ids[k] ?? 0;
      const at = placeOf(c, id, sums);
      if (at >= 0)
        score += (vector.values[k] ?? 0) * bayesWeight(sums.sums[at] ?? 0, sums.featureTotals[id] ?? 0);
    }
    return score;
  });
  const best = Math.max(...scores);
  return scores.map((score) => Math.max(score - best, LOWEST));
}

/** Where a class stands in the list of a feature, or -1. */
export function placeOf(c: number, id: number, sums: ClassSums): number {
  let low = sums.starts[id] ?? 0;
  let high = sums.starts[id + 1] ?? 0;
  const end = high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums.classes[middle] ?? 0) < c) low = middle + 1;
    else high = middle;
  }
  return low < end && sums.classes[low] === c ? low : -1;
}
