/** Numbers by row, the rows one after the other: `items` and `values` of row r lie from `starts[r]` to `starts[r + 1]`. */
export interface Rows {
  readonly starts: Int32Array;
  readonly items: Int32Array;
  readonly values: Float32Array;
}

/** One number of a table that has few. */
export interface Cell {
  readonly row: number;
  readonly item: number;
  readonly value: number;
}

/** Gathers cells, given row by row, into rows of their own kind or, `isTurned`, into rows by item. */
export class RowsBuilder {
  private readonly rows: number[] = [];
  private readonly items: number[] = [];
  private readonly values: number[] = [];

  add(row: number, item: number, value: number): void {
    this.rows.push(row);
    this.items.push(item);
    this.values.push(value);
  }

  /** @param count how many rows there are. */
  build(count: number): Rows {
    const starts = new Int32Array(count + 1);
    for (const row of this.rows) starts[row + 1] = (starts[row + 1] ?? 0) + 1;
    for (let row = 0; row < count; row++) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
    const next = starts.slice();
    const items = new Int32Array(this.items.length);
    const values = new Float32Array(this.items.length);
    this.rows.forEach((row, from) => {
      const to = next[row] ?? 0;
      next[row] = to + 1;
      items[to] = this.items[from] ?? 0;
      values[to] = this.values[from] ?? 0;
    });
    return { starts, items, values };
  }
}

/** How often each number is among others. */
export function countOf(numbers: Iterable<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const one of numbers) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}
