import { flatten } from '../language/flat.ts';
import { isLabel } from './facts/parts.ts';

const MOST_CELLS = 20;

/**
 * Turns rows that were pasted with their head into labelled lines, as a record has them, so that each value keeps the
 * name of its column.
 *
 * @example "Cliente⇥Importo" over "Orsi Srl⇥40k" is "Cliente: Orsi Srl", "Importo: 40k".
 */
export function labelRows(text: string): string {
  if (!/[\t|;]/.test(text)) return text;
  const lines: string[] = [];
  let head: Head | null = null;
  for (const line of text.split('\n')) {
    const cells: readonly string[] = head === null ? [] : cellsOf(line, head.mark);
    if (head !== null && isRule(line)) continue;
    if (head !== null && cells.length === head.labels.length) lines.push(...recordOf(head, cells));
    else {
      head = headOf(line);
      if (head === null) lines.push(line);
    }
  }
  return lines.join('\n');
}

interface Head {
  readonly mark: string;
  readonly labels: readonly string[];
}

/** A line of nothing but names of fields. */
function headOf(line: string): Head | null {
  for (const mark of ['\t', '|', ';']) {
    const labels = cellsOf(line, mark);
    if (labels.length > 1 && labels.length <= MOST_CELLS && labels.every(isNamed)) return { mark, labels };
  }
  return null;
}

const isNamed = (label: string): boolean => isLabel(flatten(label).text);

/** The line that Markdown draws under the head of a table. */
const isRule = (line: string): boolean => /^[\s|:-]+$/.test(line) && line.includes('-');

const cellsOf = (line: string, mark: string): string[] =>
  (mark === ';' ? line : line.replace(/^ *[\t|]/, '').replace(/\| *$/, ''))
    .split(mark)
    .map((cell) => cell.trim());

const recordOf = ({ labels }: Head, cells: readonly string[]): string[] =>
  labels.flatMap((label, at) => (cells[at] === '' ? [] : [`${label}: ${cells[at] ?? ''}`]));
