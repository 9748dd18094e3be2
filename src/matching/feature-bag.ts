/** The three kinds of features, each normalised by itself: words, character n-grams, pairs of words. */
export const BLOCKS = ['words', 'characters', 'pairs'] as const;

/** The index of each block in {@link BLOCKS}. */
export const WORDS = 0;
export const CHARACTERS = 1;
export const PAIRS = 2;

/**
 * The features of one utterance as 32-bit hashes, block after block. It is reused from one utterance to
 * the next, so that reading one allocates nothing.
 */
export class FeatureBag {
  hashes = new Int32Array(2048);
  size = 0;
  /** Where each block ends in `hashes`. */
  readonly ends = new Int32Array(BLOCKS.length);

  clear(): void {
    this.size = 0;
    this.ends.fill(0);
  }

  add(hash: number): void {
    if (this.size === this.hashes.length) {
      const larger = new Int32Array(this.size * 2);
      larger.set(this.hashes);
      this.hashes = larger;
    }
    this.hashes[this.size++] = hash;
  }

  endBlock(block: number): void {
    this.ends[block] = this.size;
  }
}
