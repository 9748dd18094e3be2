import { BLOCKS } from './feature-bag.ts';
import type { ClassSums } from './class-sums.ts';
import { type Examples, idOf } from './examples.ts';

/**
 * The examples by their features: for each place of a class in a feature's list, the examples of that class that have
 * the feature, and what it is worth there. So an utterance is held against a class by the features they share, and not
 * by all features of all its examples.
 */
export interface Postings {
  /** By place in the lists of {@link ClassSums}: where its pairs begin; one more at the end. */
  readonly starts: Int32Array;
  /**
   * Pairs of the number of an example and a value, the bits of a 32-bit float: what is read together lies together, since
   * most of a match is waiting for memory. {@link valuesOf} looks at the values.
   */
  readonly pairs: Int32Array;
}

/** The pairs as floats: every second one is a value. */
export function valuesOf({ pairs }: Postings): Float32Array {
  return new Float32Array(pairs.buffer, pairs.byteOffset, pairs.length);
}

/** Turns the examples round. `values` are those of `spellOutValues`. */
export function listPostings(examples: Examples, values: Float32Array, sums: ClassSums): Postings {
  const { classStarts, segmentStarts, packed } = examples;
  const out = {
    starts: new Int32Array(sums.classes.length + 1),
    pairs: new Int32Array(2 * packed.length),
  };
  const outValues = valuesOf(out);
  const next = countPostings(examples, sums.starts.length - 1);
  const place = sums.starts.slice();
  const lastClass = new Int32Array(place.length).fill(-1);
  for (let c = 0; c + 1 < classStarts.length; c++) {
    for (let e = classStarts[c] ?? 0; e < (classStarts[c + 1] ?? 0); e++) {
      const end = segmentStarts[(e + 1) * BLOCKS.length] ?? 0;
      for (let at = segmentStarts[e * BLOCKS.length] ?? 0; at < end; at++) {
        const id = idOf(packed[at] ?? 0);
        const to = next[id] ?? 0;
        next[id] = to + 1;
        if (lastClass[id] !== c) {
          lastClass[id] = c;
          const own = place[id] ?? 0;
          place[id] = own + 1;
          out.starts[own] = 2 * to;
        }
        out.pairs[2 * to] = e;
        outValues[2 * to + 1] = values[at] ?? 0;
      }
    }
  }
  out.starts[sums.classes.length] = 2 * packed.length;
  return out;
}

/** By feature: where its examples begin. */
function countPostings({ packed }: Examples, features: number): Int32Array {
  const starts = new Int32Array(features + 1);
  for (const feature of packed) {
    const id = idOf(feature) + 1;
    starts[id] = (starts[id] ?? 0) + 1;
  }
  for (let id = 0; id < features; id++) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  return starts;
}
