/** A growing list of 32-bit integers; `toArray` gives it trimmed. */
export class IntList {
  size = 0;
  private items = new Int32Array(1024);

  push(item: number): void {
    if (this.size === this.items.length) {
      const larger = new Int32Array(this.size * 2);
      larger.set(this.items);
      this.items = larger;
    }
    this.items[this.size++] = item;
  }

  toArray(): Int32Array {
    return this.items.slice(0, this.size);
  }
}

/** A growing list of 32-bit floats; `toArray` gives it trimmed. */
export class FloatList {
  size = 0;
  private items = new Float32Array(1024);

  push(item: number): void {
    if (this.size === this.items.length) {
      const larger = new Float32Array(this.size * 2);
      larger.set(this.items);
      this.items = larger;
    }
    this.items[this.size++] = item;
  }

  toArray(): Float32Array {
    return this.items.slice(0, this.size);
  }
}
