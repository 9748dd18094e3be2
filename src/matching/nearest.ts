import { countOf, DAMPENED, type Examples, idOf } from './examples.ts';
import { BLOCKS } from './feature-bag.ts';
import type { SparseVector } from './feature-space.ts';

/**
 * The largest cosine of the utterance with one example: somebody who says exactly what an editor wrote
 * down is understood, however unlike the class's other examples that is.
 */
export class NearestExample {
  best = 0;
  sum = 0;
  private readonly examples: Examples;
  private readonly idf: Float32Array;
  /** The utterance, by feature; zero outside it. */
  private readonly spread: Float32Array;

  constructor(examples: Examples, idf: Float32Array) {
    this.examples = examples;
    this.idf = idf;
    this.spread = new Float32Array(idf.length);
  }

  /** Lays the utterance out for `compare`; `clear` with the same vector must follow. */
  load(vector: SparseVector): void {
    for (let k = 0; k < vector.size; k++) {
      const id = vector.ids[k] ?? 0;
      this.spread[id] = (vector.values[k] ?? 0) * (this.idf[id] ?? 0);
    }
  }

  clear(vector: SparseVector): void {
    for (let k = 0; k < vector.size; k++) this.spread[vector.ids[k] ?? 0] = 0;
  }

  /** Compares with all examples of a class: sets `best`, the nearest one's cosine, and `sum` of all. */
  compare(c: number): void {
    this.best = 0;
    this.sum = 0;
    const end = this.examples.classStarts[c + 1] ?? 0;
    for (let example = this.examples.classStarts[c] ?? 0; example < end; example++) {
      const cosine = this.cosine(example);
      this.sum += cosine;
      this.best = Math.max(this.best, cosine);
    }
  }

  /** Which example of the class is the nearest, counted from its first. */
  find(c: number): { at: number; cosine: number } {
    const from = this.examples.classStarts[c] ?? 0;
    const count = (this.examples.classStarts[c + 1] ?? 0) - from;
    const cosines = Array.from({ length: count }, (_, at) => this.cosine(from + at));
    const cosine = Math.max(0, ...cosines);
    return { at: Math.max(0, cosines.indexOf(cosine)), cosine };
  }

  private cosine(example: number): number {
    const { segmentStarts, packed, scales } = this.examples;
    let cosine = 0;
    for (let block = 0; block < BLOCKS.length; block++) {
      const segment = example * BLOCKS.length + block;
      const end = segmentStarts[segment + 1] ?? 0;
      let product = 0;
      for (let at = segmentStarts[segment] ?? 0; at < end; at++) {
        const feature = packed[at] ?? 0;
        product += (DAMPENED[countOf(feature)] ?? 0) * (this.spread[idOf(feature)] ?? 0);
      }
      cosine += product * (scales[segment] ?? 0);
    }
    return cosine;
  }
}
