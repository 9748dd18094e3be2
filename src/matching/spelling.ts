import { areFarApart, editDistance, lettersOf } from '../language/edit-distance.ts';
import { areNearKeys } from '../language/keyboard.ts';

/** Shorter words are as often right as mistyped, and too near to each other. */
const SHORTEST = 4;
/** Longer ones are no words, and would only fill the memory. */
const LONGEST = 40;
/** From this length on two slips are allowed, below it one. */
const LONG = 8;
/** Below this length buckets go by one letter. */
const SHORT = 6;
/** Mended words repeat; past this many the memory is emptied. */
const REMEMBERED_WORDS = 5_000;

interface Known {
  readonly word: string;
  readonly frequency: number;
  /** Which letters it has, a bit each. */
  readonly letters: number;
}

/**
 * Reads unknown words as the known word they were probably meant to be: the nearest by Damerau-Levenshtein distance of
 * those that begin or end with the same two letters and are about as long.
 */
export class Speller {
  private readonly frequencies: ReadonlyMap<string, number>;
  private readonly buckets = new Map<string, Known[]>();
  private readonly memory = new Map<string, string | null>();

  constructor(frequencies: ReadonlyMap<string, number>) {
    this.frequencies = frequencies;
    for (const [word, frequency] of frequencies) {
      if (word.length < SHORTEST - 1) continue;
      const known = { word, frequency, letters: lettersOf(word) };
      for (const key of bucketKeys(word)) {
        const bucket = this.buckets.get(key);
        if (bucket === undefined) this.buckets.set(key, [known]);
        else bucket.push(known);
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

  /** Among words that begin alike, and those that end alike: one slip is not at both ends. */
  private search(word: string): string | null {
    const allowed = word.length < LONG ? 1 : 2;
    const letters = lettersOf(word);
    let best: Find | null = null;
    for (const key of endKeys(word, word.length)) {
      for (const known of this.buckets.get(key) ?? []) {
        if (areFarApart(letters, known.letters, allowed)) continue;
        const distance = editDistance(word, known.word, allowed, replacing);
        if (distance > allowed) continue;
        if (best === null || isNearer(word, { known, distance }, best)) best = { known, distance };
      }
    }
    return best === null ? null : best.known.word;
  }
}

/** A letter far from the one that was meant is no slip of the finger: "mando" is not "mondo", nor "mall" "mail". */
const replacing = (typed: string, meant: string): number => (areNearKeys(typed, meant) ? 1 : 2);

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
