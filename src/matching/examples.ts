import { BLOCKS, FeatureBag } from './feature-bag.ts';
import { blockShare, dampen, type FeatureSpace } from './feature-space.ts';
import { collectFeatures } from './features.ts';
import { HashTable } from './hash-table.ts';
import { IntList } from './number-list.ts';
import type { UtteranceWord } from './utterance-words.ts';

/** A feature takes 24 bits of a packed number, how often it occurs in the example the other 8. */
const ID_BITS = 24;
const ID_MASK = (1 << ID_BITS) - 1;
const MOST_COUNTED = 255;

/**
 * What a feature of every example is still worth. The usual floor is 1; 2 gains half a point on average, most
 * where examples are many, since the frequent words of a question ("how long", "which") do tell classes apart.
 */
const IDF_FLOOR = 2;

/** `dampen` of every count that fits, looked up in the innermost loops. */
export const DAMPENED = Float32Array.from({ length: MOST_COUNTED + 1 }, (_, count) =>
  dampen(Math.max(count, 1)),
);

export const idOf = (packed: number): number => packed & ID_MASK;
export const countOf = (packed: number): number => packed >>> ID_BITS;

/**
 * All examples, class after class, four bytes a feature. The value of a feature in an example is
 * `DAMPENED[count] · idf[id] · scales[segment]`; a segment is one block of one example.
 */
export interface Examples {
  /** How many there are. */
  readonly size: number;
  /** By class: its first example; one more at the end. */
  readonly classStarts: Int32Array;
  /** By segment (three an example): its first feature in `packed`; one more at the end. */
  readonly segmentStarts: Int32Array;
  readonly packed: Int32Array;
  readonly scales: Float32Array;
}

/** Reads the examples of every class and makes the space of their features. */
export function readExamples(classes: readonly (readonly (readonly UtteranceWord[])[])[]): {
  space: FeatureSpace;
  examples: Examples;
} {
  const reader = new ExampleReader();
  const classStarts = new IntList();
  for (const examples of classes) {
    classStarts.push(reader.size);
    for (const words of examples) reader.read(words);
  }
  classStarts.push(reader.size);
  return reader.finish(classStarts.toArray());
}

class ExampleReader {
  size = 0;
  private readonly bag = new FeatureBag();
  private readonly table = new HashTable();
  private readonly packed = new IntList();
  private readonly segmentStarts = new IntList();
  private occurrences = new Int32Array(1024);
  private counts = new Uint8Array(1024);

  read(words: readonly UtteranceWord[]): void {
    collectFeatures(words, this.bag);
    let from = 0;
    for (let block = 0; block < BLOCKS.length; block++) {
      const to = this.bag.ends[block] ?? 0;
      this.segmentStarts.push(this.packed.size);
      this.readBlock(from, to);
      from = to;
    }
    this.size++;
  }

  private readBlock(from: number, to: number): void {
    const seen: number[] = [];
    for (let at = from; at < to; at++) {
      const id = this.table.add(this.bag.hashes[at] ?? 0);
      if (id >= this.counts.length) this.makeRoom();
      const count = this.counts[id] ?? 0;
      if (count === 0) seen.push(id);
      if (count < MOST_COUNTED) this.counts[id] = count + 1;
    }
    for (const id of seen) {
      this.packed.push(id | ((this.counts[id] ?? 1) << ID_BITS));
      this.occurrences[id] = (this.occurrences[id] ?? 0) + 1;
      this.counts[id] = 0;
    }
  }

  private makeRoom(): void {
    const occurrences = new Int32Array(this.occurrences.length * 2);
    occurrences.set(this.occurrences);
    this.occurrences = occurrences;
    const counts = new Uint8Array(this.counts.length * 2);
    counts.set(this.counts);
    this.counts = counts;
  }

  finish(classStarts: Int32Array): { space: FeatureSpace; examples: Examples } {
    this.segmentStarts.push(this.packed.size);
    const idf = new Float32Array(this.table.size);
    for (let id = 0; id < idf.length; id++) {
      idf[id] = Math.log((1 + this.size) / (1 + (this.occurrences[id] ?? 0))) + IDF_FLOOR;
    }
    const space = { table: this.table, idf, unknownIdf: Math.log(1 + this.size) + IDF_FLOOR };
    const packed = this.packed.toArray();
    const segmentStarts = this.segmentStarts.toArray();
    const scales = scaleSegments(packed, segmentStarts, idf);
    return { space, examples: { size: this.size, classStarts, segmentStarts, packed, scales } };
  }
}

/** What each block of each example is divided by, so that it has its share of a vector of length 1. */
function scaleSegments(packed: Int32Array, starts: Int32Array, idf: Float32Array): Float32Array {
  const scales = new Float32Array(starts.length - 1);
  for (let segment = 0; segment < scales.length; segment++) {
    let squares = 0;
    for (let at = starts[segment] ?? 0; at < (starts[segment + 1] ?? 0); at++) {
      const feature = packed[at] ?? 0;
      squares += ((DAMPENED[countOf(feature)] ?? 0) * (idf[idOf(feature)] ?? 0)) ** 2;
    }
    scales[segment] = squares === 0 ? 0 : blockShare(segment % BLOCKS.length) / Math.sqrt(squares);
  }
  return scales;
}

/** The value of every packed feature, in the same order; only the training of the margins wants them all at once. */
export function spellOutValues(examples: Examples, idf: Float32Array): Float32Array {
  const { packed, segmentStarts, scales } = examples;
  const values = new Float32Array(packed.length);
  for (let segment = 0; segment < scales.length; segment++) {
    const scale = scales[segment] ?? 0;
    for (let at = segmentStarts[segment] ?? 0; at < (segmentStarts[segment + 1] ?? 0); at++) {
      const feature = packed[at] ?? 0;
      values[at] = (DAMPENED[countOf(feature)] ?? 0) * (idf[idOf(feature)] ?? 0) * scale;
    }
  }
  return values;
}
