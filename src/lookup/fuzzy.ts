import Fuse from 'fuse.js';

/** A name prepared for comparison, with its place in the caller's list. */
export interface Keyed {
  readonly key: string;
  readonly index: number;
}

/** 0 is the same, 1 is nothing in common; 0.34 lets about one letter in three of a short name be wrong. */
const LOOSEST = 0.34;

/** Indexes of the names that resemble what was typed, best first, with fuse's score in [0,1] (0 is best). */
export function rankBySpelling(typed: string, names: readonly Keyed[]): { index: number; score: number }[] {
  const fuse = new Fuse([...names], {
    keys: ['key'],
    threshold: LOOSEST,
    ignoreLocation: false,
    distance: 40,
    includeScore: true,
    minMatchCharLength: 2,
  });
  return fuse.search(typed).map(({ item, score }) => ({ index: item.index, score: score ?? 1 }));
}
