import { CHARACTERS, FeatureBag, PAIRS, WORDS } from './feature-bag.ts';
import { addCharacters, addPairs, addWords } from './features.ts';
import type { HashTable } from './hash-table.ts';
import type { UtteranceWord } from './utterance-words.ts';

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

/** The n-grams of a word: those that the space has by number, of the others the hashes. */
interface Characters {
  readonly known: Int32Array;
  readonly unknown: Int32Array;
}

/** Words repeat, and to look their n-grams up takes longer than all else of a vector; past so many the memory is emptied. */
const REMEMBERED_WORDS = 2_000;

/** The n-grams of words in a space. */
export class WordCharacters {
  private readonly table: HashTable;
  private readonly bag = new FeatureBag();
  private readonly memory = new Map<string, Characters>();

  constructor({ table }: FeatureSpace) {
    this.table = table;
  }

  of(word: string): Characters {
    const remembered = this.memory.get(word);
    if (remembered !== undefined) return remembered;
    const found = this.find(word);
    if (this.memory.size >= REMEMBERED_WORDS) this.memory.clear();
    this.memory.set(word, found);
    return found;
  }

  private find(word: string): Characters {
    this.bag.clear();
    addCharacters(word, this.bag);
    const hashes = this.bag.hashes.subarray(0, this.bag.size);
    const isKnown = (hash: number): boolean => this.table.find(hash) >= 0;
    return {
      known: hashes.filter(isKnown).map((hash) => this.table.find(hash)),
      unknown: hashes.filter((hash) => !isKnown(hash)),
    };
  }
}

/**
 * Turns words into vectors of a space. Features the space has not are in no entry of the
 * vector, but **they count in its length**: an utterance of unknown words gets small values everywhere,
 * and that is most of how the engine knows what it does not know.
 */
export class Vectorizer {
  private readonly space: FeatureSpace;
  private readonly characters: WordCharacters;
  private readonly counts: Uint16Array;
  private readonly bag = new FeatureBag();
  /** Of the words read last. */
  readonly vector: SparseVector = { ids: new Int32Array(0), values: new Float32Array(0), size: 0 };
  private unknown = new Int32Array(0);
  private unknownSize = 0;

  /** @param characters of the same space; several vectorizers may share what is remembered of words. */
  constructor(space: FeatureSpace, characters: WordCharacters = new WordCharacters(space)) {
    this.space = space;
    this.characters = characters;
    this.counts = new Uint16Array(space.idf.length);
  }

  vectorize(words: readonly UtteranceWord[]): SparseVector {
    this.vector.size = 0;
    this.bag.clear();
    addWords(words, this.bag);
    this.countBag();
    this.endBlock(0, WORDS);
    const characters = this.vector.size;
    for (const word of words) if (!word.isPlaceholder) this.countCharacters(this.characters.of(word.text));
    this.endBlock(characters, CHARACTERS);
    const pairs = this.vector.size;
    this.bag.clear();
    addPairs(words, this.bag);
    this.countBag();
    this.endBlock(pairs, PAIRS);
    return this.vector;
  }

  private makeRoom(more: number): void {
    const { vector } = this;
    const [size, unknownSize] = [vector.size + more, this.unknownSize + more];
    if (vector.ids.length < size) {
      vector.ids = longer(vector.ids, new Int32Array(size * 2));
      vector.values = longer(vector.values, new Float32Array(size * 2));
    }
    if (this.unknown.length < unknownSize)
      this.unknown = longer(this.unknown, new Int32Array(unknownSize * 2));
  }

  /** Gives the features that were counted since `begin` their values, which together have the length of the block. */
  private endBlock(begin: number, block: number): void {
    const { vector, counts, space } = this;
    let squares = this.squaresOfUnknown();
    this.unknownSize = 0;
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

  private countBag(): void {
    const { hashes, size } = this.bag;
    this.makeRoom(size);
    for (let at = 0; at < size; at++) {
      const hash = hashes[at] ?? 0;
      const id = this.space.table.find(hash);
      if (id < 0) this.unknown[this.unknownSize++] = hash;
      else this.count(id);
    }
  }

  private countCharacters({ known, unknown }: Characters): void {
    this.makeRoom(known.length + unknown.length);
    for (let at = 0; at < known.length; at++) this.count(known[at] ?? 0);
    this.unknown.set(unknown, this.unknownSize);
    this.unknownSize += unknown.length;
  }

  private count(id: number): void {
    const { vector, counts } = this;
    const count = counts[id] ?? 0;
    if (count === 0) vector.ids[vector.size++] = id;
    counts[id] = count + 1;
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

function longer<T extends Int32Array | Float32Array>(items: T, into: T): T {
  into.set(items);
  return into;
}
