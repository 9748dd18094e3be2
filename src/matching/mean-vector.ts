import type { SparseVector } from './feature-space.ts';

/** A vector that is the mean of two; valid until the next utterance. */
export interface Mean extends SparseVector {
  /** By entry, what the first of the two has there. */
  first: Float32Array;
  second: Float32Array;
}

export const isMean = (vector: SparseVector): vector is Mean => 'second' in vector;

/**
 * The mean of two vectors: an utterance as typed and as mended. The mended text alone would rank about as well,
 * but it makes strange words look known; the mean believes each reading by half.
 */
export class MeanVector {
  /** By feature: its entry, from 1; zero for all but while a mean is made. */
  private readonly entries: Int32Array;
  private readonly mean: Mean = {
    ids: new Int32Array(0),
    values: new Float32Array(0),
    first: new Float32Array(0),
    second: new Float32Array(0),
    size: 0,
  };

  constructor(features: number) {
    this.entries = new Int32Array(features);
  }

  of(first: SparseVector, second: SparseVector): Mean {
    const { mean, entries } = this;
    this.makeRoom(first.size + second.size);
    mean.size = 0;
    for (let k = 0; k < first.size; k++) this.add(first.ids[k] ?? 0, first.values[k] ?? 0, 0);
    for (let k = 0; k < second.size; k++) {
      const id = second.ids[k] ?? 0;
      const entry = entries[id] ?? 0;
      if (entry === 0) this.add(id, 0, second.values[k] ?? 0);
      else mean.second[entry - 1] = second.values[k] ?? 0;
    }
    for (let k = 0; k < mean.size; k++) {
      mean.values[k] = (mean.first[k] ?? 0) / 2 + (mean.second[k] ?? 0) / 2;
      entries[mean.ids[k] ?? 0] = 0;
    }
    return mean;
  }

  private add(id: number, first: number, second: number): void {
    const { mean } = this;
    mean.ids[mean.size] = id;
    mean.first[mean.size] = first;
    mean.second[mean.size] = second;
    this.entries[id] = ++mean.size;
  }

  private makeRoom(size: number): void {
    const { mean } = this;
    if (mean.ids.length >= size) return;
    mean.ids = new Int32Array(size * 2);
    mean.values = new Float32Array(size * 2);
    mean.first = new Float32Array(size * 2);
    mean.second = new Float32Array(size * 2);
  }
}
