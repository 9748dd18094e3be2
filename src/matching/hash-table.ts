/**
 * Numbers the hashes 0, 1, 2 … in the order of their first sight. Open addressing in two typed arrays: a
 * Map of as many numbers takes four times the memory.
 */
export class HashTable {
  /** The table whose fields were kept. */
  static of(kept: object): HashTable {
    return Object.assign(new HashTable(), kept);
  }

  size = 0;
  private mask = 1023;
  private keys = new Int32Array(1024);
  /** The number plus one; 0 where the place is free. */
  private numbers = new Int32Array(1024);

  /** The number of a hash, or -1 where it was never added. */
  find(hash: number): number {
    return (this.numbers[this.place(hash)] ?? 0) - 1;
  }

  /** The number of a hash, given now where it had none. */
  add(hash: number): number {
    const at = this.place(hash);
    const known = this.numbers[at] ?? 0;
    if (known > 0) return known - 1;
    this.keys[at] = hash;
    this.numbers[at] = ++this.size;
    if (this.size * 10 > this.mask * 6) this.grow();
    return this.size - 1;
  }

  private place(hash: number): number {
    let at = hash & this.mask;
    while ((this.numbers[at] ?? 0) > 0 && this.keys[at] !== hash) at = (at + 1) & this.mask;
    return at;
  }

  private grow(): void {
    const { keys, numbers } = this;
    this.mask = this.mask * 2 + 1;
    this.keys = new Int32Array(this.mask + 1);
    this.numbers = new Int32Array(this.mask + 1);
    for (let from = 0; from < keys.length; from++) {
      const number = numbers[from] ?? 0;
      if (number === 0) continue;
      const at = this.place(keys[from] ?? 0);
      this.keys[at] = keys[from] ?? 0;
      this.numbers[at] = number;
    }
  }
}
