import type { SparseVector } from './feature-space.ts';

/**
 * The part of a vector whose features have at most `budget` entries in all lists together, the rarest features
 * first: they say the most and cost the least. In a large index "e " or "the" is in every class, so without
 * a bound a match would cost as much as there are classes, for features that tell none of them apart.
 *
 * Gives the vector itself where all of it is within the budget.
 */
export class RarestFeatures {
  private readonly starts: Int32Array;
  private readonly budget: number;
  private readonly part: SparseVector = { ids: new Int32Array(0), values: new Float32Array(0), size: 0 };

  constructor(starts: Int32Array, budget: number) {
    this.starts = starts;
    this.budget = budget;
  }

  of(vector: SparseVector): SparseVector {
    let all = 0;
    for (let k = 0; k < vector.size; k++) all += this.listLength(vector.ids[k] ?? 0);
    return all <= this.budget ? vector : this.choose(vector);
  }

  private choose(vector: SparseVector): SparseVector {
    const { part } = this;
    if (part.ids.length < vector.size) {
      part.ids = new Int32Array(vector.size * 2);
      part.values = new Float32Array(vector.size * 2);
    }
    const order = Array.from({ length: vector.size }, (_, k) => k);
    order.sort((a, b) => this.listLength(vector.ids[a] ?? 0) - this.listLength(vector.ids[b] ?? 0) || a - b);
    let left = this.budget;
    part.size = 0;
    for (const k of order) {
      left -= this.listLength(vector.ids[k] ?? 0);
      if (left < 0) break;
      part.ids[part.size] = vector.ids[k] ?? 0;
      part.values[part.size++] = vector.values[k] ?? 0;
    }
    return part;
  }

  private listLength(id: number): number {
    return (this.starts[id + 1] ?? 0) - (this.starts[id] ?? 0);
  }
}
