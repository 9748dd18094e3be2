import { BLOCKS } from './feature-bag.ts';
import { countOf, DAMPENED, type Examples, idOf } from './examples.ts';

/**
 * The sum of the example vectors of each class, kept by feature: for a feature, the classes that have it
 * and how much. Both the centroids and naive Bayes are read off it.
 */
export interface ClassSums {
  /** By feature: where its classes begin in `classes` and `sums`; one more at the end. */
  readonly starts: Int32Array;
  readonly classes: Uint16Array | Int32Array;
  readonly sums: Float32Array;
  /** By class: one over the length of its sum. */
  readonly inverseLengths: Float32Array;
  /** By feature: its sum over all classes. */
  readonly featureTotals: Float32Array;
  /** By class: its sum over all features. */
  readonly classTotals: Float64Array;
}

/** Adds up the examples of every class. */
export function sumClasses(examples: Examples, idf: Float32Array): ClassSums {
  const features = idf.length;
  const classCount = examples.classStarts.length - 1;
  const starts = countClasses(examples, features);
  const entries = starts[features] ?? 0;
  const out = { classes: classNumbers(entries, classCount), sums: new Float32Array(entries) };
  const inverseLengths = new Float32Array(classCount);
  const featureTotals = new Float32Array(features);
  const classTotals = new Float64Array(classCount);
  const next = starts.slice();
  const adder = new ClassAdder(examples, idf);
  for (let c = 0; c < classCount; c++) {
    let squares = 0;
    adder.addClass(c, (id, sum) => {
      const at = next[id] ?? 0;
      next[id] = at + 1;
      out.classes[at] = c;
      out.sums[at] = sum;
      squares += sum * sum;
      featureTotals[id] = (featureTotals[id] ?? 0) + sum;
      classTotals[c] = (classTotals[c] ?? 0) + sum;
    });
    inverseLengths[c] = squares === 0 ? 0 : 1 / Math.sqrt(squares);
  }
  return { starts, ...out, inverseLengths, featureTotals, classTotals };
}

/** Room for `size` class numbers; two bytes each where that is enough. */
export function classNumbers(size: number, classCount: number): Uint16Array | Int32Array {
  return classCount <= 0xffff ? new Uint16Array(size) : new Int32Array(size);
}

/** Where each feature's list of classes begins. */
function countClasses(examples: Examples, features: number): Int32Array {
  const starts = new Int32Array(features + 1);
  const lastClass = new Int32Array(features).fill(-1);
  const { classStarts, segmentStarts, packed } = examples;
  for (let c = 0; c + 1 < classStarts.length; c++) {
    const from = segmentStarts[(classStarts[c] ?? 0) * BLOCKS.length] ?? 0;
    const to = segmentStarts[(classStarts[c + 1] ?? 0) * BLOCKS.length] ?? 0;
    for (let at = from; at < to; at++) {
      const id = idOf(packed[at] ?? 0);
      if (lastClass[id] === c) continue;
      lastClass[id] = c;
      starts[id + 1] = (starts[id + 1] ?? 0) + 1;
    }
  }
  for (let id = 0; id < features; id++) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  return starts;
}

class ClassAdder {
  private readonly examples: Examples;
  private readonly idf: Float32Array;
  private readonly sums: Float32Array;
  private readonly touched: Int32Array;

  constructor(examples: Examples, idf: Float32Array) {
    this.examples = examples;
    this.idf = idf;
    this.sums = new Float32Array(idf.length);
    this.touched = new Int32Array(idf.length);
  }

  /** Calls `take` with each feature of the class and its sum. */
  addClass(c: number, take: (id: number, sum: number) => void): void {
    const { sums, touched } = this;
    const size = this.accumulate(c);
    for (let k = 0; k < size; k++) {
      const id = touched[k] ?? 0;
      take(id, sums[id] ?? 0);
      sums[id] = 0;
    }
  }

  private accumulate(c: number): number {
    const { examples, idf, sums, touched } = this;
    const { classStarts, segmentStarts, packed, scales } = examples;
    let size = 0;
    const last = (classStarts[c + 1] ?? 0) * BLOCKS.length;
    for (let segment = (classStarts[c] ?? 0) * BLOCKS.length; segment < last; segment++) {
      const scale = scales[segment] ?? 0;
      for (let at = segmentStarts[segment] ?? 0; at < (segmentStarts[segment + 1] ?? 0); at++) {
        const id = idOf(packed[at] ?? 0);
        if (sums[id] === 0) touched[size++] = id;
        sums[id] = (sums[id] ?? 0) + (DAMPENED[countOf(packed[at] ?? 0)] ?? 0) * (idf[id] ?? 0) * scale;
      }
    }
    return size;
  }
}
