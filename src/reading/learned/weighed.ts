import { type ClauseFeatures, FEATURES } from './features.ts';

/** Each feature of a clause once, and how much it weighs in it. */
export interface Weighed {
  readonly features: readonly number[];
  readonly values: readonly number[];
}

/** How much rarer features weigh more, by feature: 1 where every clause has it. */
export function rarityOf(clauses: readonly ClauseFeatures[]): Float32Array {
  const counts = new Float32Array(FEATURES);
  for (const { words, letters } of clauses)
    for (const feature of new Set([...words, ...letters])) counts[feature] = (counts[feature] ?? 0) + 1;
  return counts.map((count) => 1 + Math.log((1 + clauses.length) / (1 + count)));
}

/** Words weigh together as much in one clause as in any other, and so do letters; what is around it weighs by itself. */
export function weigh({ words, letters, around }: ClauseFeatures, rarity: Float32Array): Weighed {
  const features: number[] = [];
  const values: number[] = [];
  for (const kind of [words, letters]) {
    const counts = new Map<number, number>();
    for (const feature of kind) counts.set(feature, (counts.get(feature) ?? 0) + 1);
    const own = [...counts].map(([feature, count]) => (1 + Math.log(count)) * (rarity[feature] ?? 0));
    const length = Math.hypot(...own);
    features.push(...counts.keys());
    values.push(...own.map((value) => value / length));
  }
  return { features: [...features, ...around], values: [...values, ...around.map(() => 1)] };
}
