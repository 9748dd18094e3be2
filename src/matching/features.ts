import { CHARACTERS, FeatureBag, PAIRS, WORDS } from './feature-bag.ts';
import { meaningOf, type UtteranceWord } from './utterance-words.ts';

/** Character n-grams from 2 to 5 letters: short ones survive a typo, long ones tell words apart. */
export const SHORTEST = 2;
export const LONGEST = 5;
/** Two words further apart than this say no more together than alone. */
const FURTHEST_PAIR = 3;

const SEED_WORD = 0x2f0b4c47;
const SEED_CHARACTERS = 0x1b873593;
const SEED_ADJACENT = 0x3c6ef372;
const SEED_APART = 0x5bd1e995;
const START = hashText('^', SEED_WORD);
const END = hashText('$', SEED_WORD);

/** One step of FNV-1a: a prefix's hash goes on into the next longer one, so all n-grams of a start cost one pass. */
function step(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** Spreads the bits (MurmurHash3's finaliser), since FNV of short texts leaves the high bits alike. */
function scatter(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** The hash of a whole text under a seed. */
function hashText(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = step(hash, text.charCodeAt(at));
  return scatter(hash);
}

/** The hash of the word feature of a stem. */
export function hashWord(stem: string): number {
  return hashText(stem, SEED_WORD);
}

/** Reads the features of a list of words into the bag, which is emptied first. */
export function collectFeatures(words: readonly UtteranceWord[], bag: FeatureBag): void {
  bag.clear();
  addWords(words, bag);
  bag.endBlock(WORDS);
  for (const word of words) if (!word.isPlaceholder) addCharacters(word.text, bag);
  bag.endBlock(CHARACTERS);
  addPairs(words, bag);
  bag.endBlock(PAIRS);
}

/** Each word's stem, what it is another name of, and what kinds of thing it names. */
export function addWords(words: readonly UtteranceWord[], bag: FeatureBag): void {
  for (const { stem, concept, kinds } of words) {
    bag.add(hashWord(stem));
    if (concept !== null) addTwice(hashWord(concept), bag);
    for (const kind of kinds ?? []) addTwice(hashWord(kind), bag);
  }
}

/** What is meant says more than which of its names was used. */
function addTwice(hash: number, bag: FeatureBag): void {
  bag.add(hash);
  bag.add(hash);
}

/** All n-grams of the word between two blanks, never across words: the blank marks beginnings and ends. */
export function addCharacters(word: string, bag: FeatureBag): void {
  const padded = ` ${word} `;
  for (let from = 0; from < padded.length - 1; from++) {
    let hash = SEED_CHARACTERS;
    const last = Math.min(from + LONGEST, padded.length);
    for (let at = from; at < last; at++) {
      hash = step(hash, padded.charCodeAt(at));
      if (at - from + 1 >= SHORTEST) bag.add(scatter(hash));
    }
  }
}

/** Neighbours in their order, with the sentence's start and end; and words two or three apart in any order. */
export function addPairs(words: readonly UtteranceWord[], bag: FeatureBag): void {
  const hashes = words.map((word) => hashWord(meaningOf(word)));
  let before = START;
  for (const hash of hashes) {
    bag.add(joinInOrder(before, hash));
    before = hash;
  }
  if (hashes.length > 0) bag.add(joinInOrder(before, END));
  for (let distance = 2; distance <= FURTHEST_PAIR; distance++) {
    for (let at = 0; at + distance < hashes.length; at++) {
      bag.add(joinInAnyOrder(hashes[at] ?? 0, hashes[at + distance] ?? 0));
    }
  }
}

/** The hash of two stems that follow each other; null is the start or the end of the utterance. */
export function hashNeighbours(first: string | null, second: string | null): number {
  return joinInOrder(first === null ? START : hashWord(first), second === null ? END : hashWord(second));
}

/** The hash of two stems that stand two or three words apart. */
export function hashApart(one: string, other: string): number {
  return joinInAnyOrder(hashWord(one), hashWord(other));
}

/** The hash of a character n-gram. */
export function hashCharacters(ngram: string): number {
  let hash = SEED_CHARACTERS;
  for (let at = 0; at < ngram.length; at++) hash = step(hash, ngram.charCodeAt(at));
  return scatter(hash);
}

function joinInOrder(first: number, second: number): number {
  return scatter(step(step(SEED_ADJACENT, first), second));
}

function joinInAnyOrder(first: number, second: number): number {
  const low = Math.min(first, second);
  const high = Math.max(first, second);
  return scatter(step(step(SEED_APART, low), high));
}
