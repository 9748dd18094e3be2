import { BLOCKS, FeatureBag } from './feature-bag.ts';
import type { HashTable } from './hash-table.ts';

/**
 * How much each block says: characters most (they survive typos and inflection), words and pairs less.
 * Measured: without characters 3 points of accuracy are lost, without pairs or words some tenths.
 */
const BLOCK_WEIGHTS: readonly number[] = [0.6, 1, 0.6];

const ALL_WEIGHTS = Math.sqrt(BLOCK_WEIGHTS.reduce((sum, weight) => sum + weight * weight, 0));

/** The share of a block in a vector of length 1. */
export function blockShare(block: number): number {
  return (BLOCK_WEIGHTS[block] ?? 0) / ALL_WEIGHTS;
}

/** The weight of a feature that occurs `count` times: the second time says less than the first. */
export function dampen(count: number): number {
  return count === 1 ? 1 : 1 + Math.log(count);
}

/** The features of all examples with what each is worth. */
export interface FeatureSpace {
  readonly table: HashTable;
  /** By feature: ln((1 + examples) / (1 + examples with it)) + 2, so that a rare feature says more. */
  readonly idf: Float32Array;
  /** What a feature that no example has would be worth. */
  readonly unknownIdf: number;
}

/** A sparse vector; valid until the next utterance is read. `size` entries count. */
export interface SparseVector {
  ids: Int32Array;
  values: Float32Array;
  size: number;
}

/**
 * Turns bags of features into vectors of a space. Features the space has not are in no entry of the
 * vector, but **they count in its length**: an utterance of unknown words gets small values everywhere,
 * and that is most of how the engine knows what it does not know.
 */
export class Vectorizer {
  private readonly space: FeatureSpace;
  private readonly counts: Uint16Array;
  /** Of the bag read last. */
  readonly vector: SparseVector = { ids: new Int32Array(0), values: new Float32Array(0), size: 0 };
  private unknown = new Int32Array(0);
  private unknownSize = 0;

  constructor(space: FeatureSpace) {
    this.space = space;
    this.counts = new Uint16Array(space.idf.length);
  }

  vectorize(bag: FeatureBag): SparseVector {
    this.makeRoom(bag.size);
    this.vector.size = 0;
    let from = 0;
    for (let block = 0; block < BLOCKS.length; block++) {
      const to = bag.ends[block] ?? 0;
      this.readBlock(bag.hashes, from, to, block);
      from = to;
    }
    return this.vector;
  }

  private makeRoom(size: number): void {
    if (this.unknown.length >= size) return;
    this.vector.ids = new Int32Array(size * 2);
    this.vector.values = new Float32Array(size * 2);
    this.unknown = new Int32Array(size * 2);
  }

  private readBlock(hashes: Int32Array, from: number, to: number, block: number): void {
    const { vector, counts, space } = this;
    const begin = vector.size;
    this.countKnown(hashes, from, to);
    let squares = this.squaresOfUnknown();
    for (let at = begin; at < vector.size; at++) {
      const id = vector.ids[at] ?? 0;
      const value = dampen(counts[id] ?? 1) * (space.idf[id] ?? 0);
      counts[id] = 0;
      vector.values[at] = value;
      squares += value * value;
    }
    const scale = squares === 0 ? 0 : blockShare(block) / Math.sqrt(squares);
    for (let at = begin; at < vector.size; at++) vector.values[at] = (vector.values[at] ?? 0) * scale;
  }

  private countKnown(hashes: Int32Array, from: number, to: number): void {
    const { vector, counts, space } = this;
    this.unknownSize = 0;
    for (let at = from; at < to; at++) {
      const hash = hashes[at] ?? 0;
      const id = space.table.find(hash);
      if (id < 0) this.unknown[this.unknownSize++] = hash;
      else {
        const count = counts[id] ?? 0;
        if (count === 0) vector.ids[vector.size++] = id;
        counts[id] = count + 1;
      }
    }
  }

  /** Sorted, so that a feature that comes twice is seen as one that comes twice. */
  private squaresOfUnknown(): number {
    const sorted = this.unknown.subarray(0, this.unknownSize).sort();
    let squares = 0;
    for (let at = 0; at < sorted.length;) {
      let count = 1;
      while (sorted[at + count] === sorted[at]) count++;
      squares += (dampen(count) * this.space.unknownIdf) ** 2;
      at += count;
    }
    return squares;
  }
}
