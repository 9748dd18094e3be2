import type { Rows } from './postings.ts';

/** A dense table, row by row. */
export interface Table {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
}

/** A table with few numbers, times a dense one. */
export function multiply({ starts, items, values }: Rows, right: Table): Table {
  const rows = starts.length - 1;
  const { columns } = right;
  const out = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
      addScaled(out, row * columns, right.values, (items[at] ?? 0) * columns, columns, values[at] ?? 0);
    }
  }
  return { rows, columns, values: out };
}

/** A table with few numbers, its rows and columns exchanged, times a dense one. @param rows how many columns it has. */
export function multiplyTurned({ starts, items, values }: Rows, right: Table, rows: number): Table {
  const { columns } = right;
  const out = new Float32Array(rows * columns);
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
      addScaled(out, (items[at] ?? 0) * columns, right.values, row * columns, columns, values[at] ?? 0);
    }
  }
  return { rows, columns, values: out };
}

function addScaled(
  out: Float32Array,
  to: number,
  from: Float32Array,
  start: number,
  length: number,
  factor: number,
): void {
  for (let at = 0; at < length; at++) out[to + at] = (out[to + at] ?? 0) + factor * (from[start + at] ?? 0);
}

/** Makes the columns of a table right-angled to each other and of length 1 (through the root of their products). */
export function orthonormalize(table: Table): void {
  const { values, vectors } = eigen(products(table), table.columns);
  const most = Math.max(...values);
  const scale = values.map((value) => (value > most * 1e-7 ? 1 / Math.sqrt(value) : 0));
  turnRows(
    table,
    table.columns,
    (column, direction) => (vectors[column * table.columns + direction] ?? 0) * (scale[direction] ?? 0),
  );
}

/**
 * The strongest directions of a table's rows, strongest first, each of length 1: the left singular vectors.
 *
 * @param kept how many of them.
 */
export function principalAxes(table: Table, kept: number): Table {
  const { values, vectors } = eigen(products(table), table.columns);
  const order = Array.from(values.keys()).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  const out: Table = { rows: table.rows, columns: kept, values: new Float32Array(table.rows * kept) };
  const most = values[order[0] ?? 0] ?? 0;
  const weights = new Float64Array(table.columns * kept);
  for (let direction = 0; direction < kept; direction++) {
    const from = order[direction] ?? 0;
    const value = values[from] ?? 0;
    const scale = value > most * 1e-7 ? 1 / Math.sqrt(value) : 0;
    for (let column = 0; column < table.columns; column++)
      weights[column * kept + direction] = (vectors[column * table.columns + from] ?? 0) * scale;
  }
  for (let row = 0; row < table.rows; row++) {
    for (let column = 0; column < table.columns; column++) {
      const value = table.values[row * table.columns + column] ?? 0;
      if (value === 0) continue;
      for (let to = 0; to < kept; to++) {
        const at = row * kept + to;
        out.values[at] = (out.values[at] ?? 0) + value * (weights[column * kept + to] ?? 0);
      }
    }
  }
  return out;
}

/** Each row times a square table. */
function turnRows(
  table: Table,
  columns: number,
  weight: (column: number, direction: number) => number,
): void {
  const weights = new Float64Array(columns * columns);
  for (let column = 0; column < columns; column++)
    for (let to = 0; to < columns; to++) weights[column * columns + to] = weight(column, to);
  const turned = new Float64Array(columns);
  for (let row = 0; row < table.rows; row++) {
    turned.fill(0);
    const own = table.values.subarray(row * columns, (row + 1) * columns);
    for (let column = 0; column < columns; column++) {
      const value = own[column] ?? 0;
      if (value === 0) continue;
      for (let to = 0; to < columns; to++)
        turned[to] = (turned[to] ?? 0) + value * (weights[column * columns + to] ?? 0);
    }
    own.set(turned);
  }
}

/** The products of a table's columns with each other. */
function products({ rows, columns, values }: Table): Float64Array {
  const out = new Float64Array(columns * columns);
  for (let row = 0; row < rows; row++) {
    const from = row * columns;
    for (let a = 0; a < columns; a++) {
      const value = values[from + a] ?? 0;
      if (value === 0) continue;
      for (let b = a; b < columns; b++)
        out[a * columns + b] = (out[a * columns + b] ?? 0) + value * (values[from + b] ?? 0);
    }
  }
  for (let a = 0; a < columns; a++)
    for (let b = 0; b < a; b++) out[a * columns + b] = out[b * columns + a] ?? 0;
  return out;
}

/** Eigenvalues and, column by column, eigenvectors of a symmetric table, by Jacobi's rotations. */
function eigen(
  symmetric: Float64Array,
  size: number,
): { readonly values: Float64Array; readonly vectors: Float64Array } {
  const a = symmetric.slice();
  const vectors = new Float64Array(size * size);
  for (let at = 0; at < size; at++) vectors[at * size + at] = 1;
  for (let sweep = 0; sweep < 12; sweep++) {
    let off = 0;
    let on = 0;
    for (let p = 0; p < size; p++) {
      on += (a[p * size + p] ?? 0) ** 2;
      for (let q = p + 1; q < size; q++) off += (a[p * size + q] ?? 0) ** 2;
    }
    if (off <= on * 1e-14) break;
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, vectors, size, p, q);
  }
  return { values: Float64Array.from({ length: size }, (_, at) => a[at * size + at] ?? 0), vectors };
}

/** Turns two directions so that they have nothing in common. */
function rotate(a: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const common = a[p * size + q] ?? 0;
  if (common === 0) return;
  const theta = ((a[q * size + q] ?? 0) - (a[p * size + p] ?? 0)) / (2 * common);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < size; k++) {
    const [kp, kq] = [a[k * size + p] ?? 0, a[k * size + q] ?? 0];
    a[k * size + p] = c * kp - s * kq;
    a[k * size + q] = s * kp + c * kq;
  }
  for (let k = 0; k < size; k++) {
    const [pk, qk] = [a[p * size + k] ?? 0, a[q * size + k] ?? 0];
    a[p * size + k] = c * pk - s * qk;
    a[q * size + k] = s * pk + c * qk;
    const [vp, vq] = [vectors[k * size + p] ?? 0, vectors[k * size + q] ?? 0];
    vectors[k * size + p] = c * vp - s * vq;
    vectors[k * size + q] = s * vp + c * vq;
  }
}
