import type { Element } from 'hast';
import type { TableBlock } from '../block.ts';
import { isElement, propertyOf, startsStrong } from './inline.ts';

/** More columns than this are laid out for the eye only. */
const MOST_COLUMNS = 40;

/**
 * An element `table` as rows of text; null where nothing stands in it. The head is a row of `th`, a first row that is bold
 * throughout, or one of names above figures, as Word leaves it unmarked; a table without one has empty heads. A cell over
 * several rows or columns stands in each row, and in the first column.
 */
export function tableOf(table: Element, textOf: (cell: Element) => string): TableBlock | null {
  const rows = rowsIn(table);
  const [first] = rows;
  // A marked head may have nothing in it.
  const isMarked = first !== undefined && isHead(first);
  const grid = fill(rows, textOf).filter((row, at) => isFilled(row) || (isMarked && at === 0));
  const width = Math.min(MOST_COLUMNS, Math.max(0, ...grid.map((row) => row.length)));
  if (!grid.some(isFilled)) return null;
  const even = grid.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''));
  const hasHead = isMarked || namesFigures(even);
  const [head = [], ...body] = hasHead ? even : [Array.from({ length: width }, () => ''), ...even];
  return { kind: 'table', head, rows: body };
}

const isFilled = (row: readonly string[]): boolean => row.some((cell) => cell !== '');

function rowsIn(node: Element): Element[] {
  return node.children
    .filter(isElement)
    .flatMap((child) => (child.tagName === 'tr' ? [child] : child.tagName === 'table' ? [] : rowsIn(child)));
}

const cellsOf = (row: Element): Element[] =>
  row.children.filter(isElement).filter(({ tagName }) => tagName === 'td' || tagName === 'th');

function isHead(row: Element): boolean {
  const cells = cellsOf(row);
  return cells.every((cell) => cell.tagName === 'th' || startsStrong(cell));
}

/** A first row without a figure above a column of nothing but figures: names, not values. */
function namesFigures([first = [], ...below]: readonly (readonly string[])[]): boolean {
  const hasFigure = (cell: string | undefined): boolean => /\d/.test(cell ?? '');
  if (below.length < 2 || first.some((cell) => cell === '' || hasFigure(cell))) return false;
  return first.some((_, at) => below.every((row) => hasFigure(row[at])));
}

/** Cells of a table that go on in the rows below, by their column. */
type Hanging = Map<number, { rows: number; readonly text: string }>;

function fill(rows: readonly Element[], textOf: (cell: Element) => string): string[][] {
  const hanging: Hanging = new Map();
  return rows.map((row) => {
    const filled: string[] = [];
    for (const cell of cellsOf(row)) {
      takeHanging(hanging, filled);
      const text = textOf(cell);
      const down = span(cell, 'rowSpan');
      for (let at = 0; at < span(cell, 'colSpan') && filled.length < MOST_COLUMNS; at++) {
        if (down > 1) hanging.set(filled.length, { rows: down - 1, text });
        filled.push(at === 0 ? text : '');
      }
    }
    takeHanging(hanging, filled);
    return filled;
  });
}

function takeHanging(hanging: Hanging, filled: string[]): void {
  for (let held = hanging.get(filled.length); held !== undefined; held = hanging.get(filled.length)) {
    if (--held.rows <= 0) hanging.delete(filled.length);
    filled.push(held.text);
  }
}

function span(cell: Element, name: 'rowSpan' | 'colSpan'): number {
  const value = Number(cell.properties[name] ?? propertyOf(cell, name) ?? 1);
  return Number.isInteger(value) && value > 0 ? Math.min(value, 1000) : 1;
}
