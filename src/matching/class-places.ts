import type { ClassSums } from './class-sums.ts';

/** A list with this share of all classes has a row of its own, so that no row takes more than four times its room. */
const LONG = 1 / 4;

/**
 * Where a class stands in the long lists of features, which have most of the classes: read off a row by its number, where
 * a search would be most of a match.
 */
export class ClassPlaces {
  /** By feature: where its row begins in `places`, from 1; 0 for a short list, which has none. */
  readonly rows: Int32Array;
  /** By row and class: the class's place in the lists of {@link ClassSums}, from 1; 0 where it isn't in the list. */
  readonly places: Int32Array;

  constructor({ starts, classes }: Pick<ClassSums, 'starts' | 'classes'>, classCount: number) {
    const features = starts.length - 1;
    this.rows = new Int32Array(features);
    let size = 0;
    for (let id = 0; id < features; id++) {
      if ((starts[id + 1] ?? 0) - (starts[id] ?? 0) < LONG * classCount) continue;
      this.rows[id] = size + 1;
      size += classCount;
    }
    this.places = new Int32Array(size);
    for (let id = 0; id < features; id++) {
      const row = (this.rows[id] ?? 0) - 1;
      if (row < 0) continue;
      for (let place = starts[id] ?? 0; place < (starts[id + 1] ?? 0); place++)
        this.places[row + (classes[place] ?? 0)] = place + 1;
    }
  }
}
