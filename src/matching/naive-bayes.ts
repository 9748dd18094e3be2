import type { ClassSums } from './class-sums.ts';

/** What every feature is taken to have in every class, so that a feature seen once proves nothing. */
const SMOOTHING = 0.1;
/** No class is held further behind the best than this. */
export const LOWEST = -3;

/** What naive Bayes says, as far as it doesn't depend on the utterance. */
export interface NaiveBayes {
  /** By class: ln(T − T_c + αF), how much of everything lies outside the class. */
  readonly outside: Float64Array;
  /** By place of a class in a feature's list (`placeOf`): what that feature of value 1 says for the class. */
  readonly weights: Float32Array;
}

/**
 * Complement naive Bayes (Rennie et al. 2003) learns what the *other* classes look like, which is steadier
 * than the class itself where classes have few examples of unequal number.
 */
export function prepareNaiveBayes(sums: ClassSums): NaiveBayes {
  const all = sums.classTotals.reduce((sum, total) => sum + total, 0) + SMOOTHING * sums.featureTotals.length;
  const weights = new Float32Array(sums.sums.length);
  for (let id = 0; id < sums.featureTotals.length; id++) {
    const total = sums.featureTotals[id] ?? 0;
    const end = sums.starts[id + 1] ?? 0;
    for (let at = sums.starts[id] ?? 0; at < end; at++) weights[at] = bayesWeight(sums.sums[at] ?? 0, total);
  }
  return { outside: sums.classTotals.map((total) => Math.log(all - total)), weights };
}

/** What a feature of value 1 says for a class that has `sum` of its `total`: ln(T_f + α) − ln(T_f − n_cf + α). */
function bayesWeight(sum: number, total: number): number {
  return -Math.log(1 - sum / (total + SMOOTHING));
}

/** Where a class stands in the list of a feature, or -1. */
export function placeOf(
  c: number,
  id: number,
  { starts, classes }: Pick<ClassSums, 'starts' | 'classes'>,
): number {
  const at = firstFrom(c, classes, starts[id] ?? 0, starts[id + 1] ?? 0);
  return at < (starts[id + 1] ?? 0) && classes[at] === c ? at : -1;
}

/** The first place in a sorted stretch that holds `c` or more; its end where none does. */
export function firstFrom(c: number, classes: ClassSums['classes'], from: number, end: number): number {
  let [low, high] = [from, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((classes[middle] ?? 0) < c) low = middle + 1;
    else high = middle;
  }
  return low;
}
