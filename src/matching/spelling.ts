import Fuse from 'fuse.js';

/** Shorter words are as often right as mistyped, and too near to each other. */
const SHORTEST = 4;
/** Longer ones are no words, and would only fill the memory. */
const LONGEST = 40;
/** From this length on two slips are allowed, below it one. */
const LONG = 8;
/** Below this length buckets go by one letter. */
const SHORT = 6;
/** How many of fuse.js's finds are looked at closely. */
const LOOKED_AT = 8;
/** Mended words repeat; past this many the memory is emptied. */
const REMEMBERED_WORDS = 5_000;

interface Known {
  readonly word: string;
  readonly frequency: number;
}

/**
 * Reads unknown words as the known word they were probably meant to be. fuse.js searches small buckets (the
 * same two letters at one end, about the same length), which is a tenth of the time of searching all words and finds
 * more; its finds are put in order by Damerau-Levenshtein distance, since its own score grows with length.
 */
export class Speller {
  private readonly frequencies: ReadonlyMap<string, number>;
  private readonly words = new Map<string, Known[]>();
  private readonly buckets = new Map<string, Fuse<Known>>();
  private readonly memory = new Map<string, string | null>();

  constructor(frequencies: ReadonlyMap<string, number>) {
    this.frequencies = frequencies;
    for (const [word, frequency] of frequencies) {
      if (word.length < SHORTEST - 1) continue;
      for (const key of bucketKeys(word)) {
        const bucket = this.words.get(key) ?? [];
        bucket.push({ word, frequency });
        this.words.set(key, bucket);
      }
    }
  }

  knows(word: string): boolean {
    return this.frequencies.has(word);
  }

  /** The known word that was meant, or null where none is near enough. Digits make a code, not a word. */
  mend(word: string): string | null {
    if (word.length < SHORTEST || word.length > LONGEST || this.knows(word) || /\d/.test(word)) return null;
    const remembered = this.memory.get(word);
    if (remembered !== undefined) return remembered;
    const found = this.search(word);
    if (this.memory.size >= REMEMBERED_WORDS) this.memory.clear();
    this.memory.set(word, found);
    return found;
  }

  private search(word: string): string | null {
    const allowed = word.length < LONG ? 1 : 2;
    let best: { readonly known: Known; readonly distance: number } | null = null;
    for (const known of this.candidates(word)) {
      const distance = editDistance(word, known.word, allowed);
      if (distance > allowed) continue;
      if (best === null || isNearer(word, { known, distance }, best)) best = { known, distance };
    }
    return best === null ? null : best.known.word;
  }

  /** What fuse.js finds among words that begin alike, and among those that end alike: one slip is not at both ends. */
  private candidates(word: string): Known[] {
    const found: Known[] = [];
    for (const key of endKeys(word, word.length)) {
      const fuse = this.bucket(key);
      if (fuse !== null) found.push(...fuse.search(word, { limit: LOOKED_AT }).map((hit) => hit.item));
    }
    return found;
  }

  private bucket(key: string): Fuse<Known> | null {
    const made = this.buckets.get(key);
    if (made !== undefined) return made;
    const words = this.words.get(key);
    if (words === undefined) return null;
    const fuse = new Fuse(words, {
      keys: ['word'],
      threshold: 0.5,
      ignoreLocation: true,
      includeScore: true,
    });
    this.buckets.set(key, fuse);
    return fuse;
  }
}

/** The buckets of a beginning and of an ending; in a short word a slip in the middle touches two letters of each. */
function endKeys(word: string, length: number): string[] {
  const letters = length < SHORT ? 1 : 2;
  return [`^${word.slice(0, letters)}${String(length)}`, `$${word.slice(-letters)}${String(length)}`];
}

/** A word lies in the buckets of its own length and of one letter more or less. */
function bucketKeys(word: string): string[] {
  const keys: string[] = [];
  for (let length = word.length - 1; length <= word.length + 1; length++) {
    keys.push(...endKeys(word, length));
  }
  return keys;
}

interface Find {
  readonly known: Known;
  readonly distance: number;
}

/** Fewer slips first, then the same first letter, then the commoner word, then the alphabet. */
function isNearer(word: string, a: Find, b: Find): boolean {
  if (a.distance !== b.distance) return a.distance < b.distance;
  const [aBegins, bBegins] = [a.known.word[0] === word[0], b.known.word[0] === word[0]];
  if (aBegins !== bBegins) return aBegins;
  if (a.known.frequency !== b.known.frequency) return a.known.frequency > b.known.frequency;
  return a.known.word < b.known.word;
}

/** Damerau-Levenshtein (letters swapped count once), given up with `most + 1` as soon as it is more. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] ?? most + 1, most + 1);
}
