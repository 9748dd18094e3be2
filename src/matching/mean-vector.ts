import type { SparseVector } from './feature-space.ts';

/**
 * The mean of two vectors: an utterance as typed and as mended. The mended text alone would rank about as well,
 * but it makes strange words look known; the mean believes each reading by half.
 */
export class MeanVector {
  private readonly spread: Float32Array;
  private readonly mean: SparseVector = { ids: new Int32Array(0), values: new Float32Array(0), size: 0 };

  constructor(features: number) {
    this.spread = new Float32Array(features);
  }

  /** Takes the first vector, which may change afterwards. */
  begin(vector: SparseVector): void {
    this.mean.size = 0;
    this.add(vector);
  }

  /** The mean of the first vector and this one; valid until the next utterance. */
  finish(vector: SparseVector): SparseVector {
    this.add(vector);
    const { mean, spread } = this;
    for (let k = 0; k < mean.size; k++) {
      const id = mean.ids[k] ?? 0;
      mean.values[k] = spread[id] ?? 0;
      spread[id] = 0;
    }
    return mean;
  }

  private add(vector: SparseVector): void {
    const { mean, spread } = this;
    this.makeRoom(mean.size + vector.size);
    for (let k = 0; k < vector.size; k++) {
      const id = vector.ids[k] ?? 0;
      if (spread[id] === 0) mean.ids[mean.size++] = id;
      spread[id] = (spread[id] ?? 0) + (vector.values[k] ?? 0) / 2;
    }
  }

  private makeRoom(size: number): void {
    const { mean } = this;
    if (mean.ids.length >= size) return;
    const ids = new Int32Array(size * 2);
    ids.set(mean.ids);
    mean.ids = ids;
    mean.values = new Float32Array(size * 2);
  }
}
