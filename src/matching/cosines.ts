/** By place in a list of classes: how near the examples of a class are to a vector. */
export interface Cosines {
  /** The cosine with the nearest example. */
  readonly nearest: Float64Array;
  /** The cosines with all its examples together. */
  readonly all: Float64Array;
}

/** Of so many classes. */
export function roomFor(most: number): Cosines {
  return { nearest: new Float64Array(most), all: new Float64Array(most) };
}

/** Where the examples of a class are, and which place of the cosines is its. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/** Reads off what was added up for the examples of a class, and leaves zeros there. */
export function takeCosines(spread: Float32Array, { from, to, at }: Stretch, into: Cosines): void {
  let [nearest, all] = [0, 0];
  for (let example = from; example < to; example++) {
    const cosine = spread[example] ?? 0;
    spread[example] = 0;
    all += cosine;
    if (cosine > nearest) nearest = cosine;
  }
  into.nearest[at] = nearest;
  into.all[at] = all;
}

/** The nearest of the mean of two vectors: the cosine with a mean is the mean of both. Leaves what was added up. */
export function nearestOfMean(first: Float32Array, second: Float32Array, { from, to }: Stretch): number {
  let nearest = 0;
  for (let example = from; example < to; example++) {
    const cosine = ((first[example] ?? 0) + (second[example] ?? 0)) / 2;
    if (cosine > nearest) nearest = cosine;
  }
  return nearest;
}
