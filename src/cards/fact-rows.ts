import type { Line } from './line.ts';
import type { CardElement } from './reply-data.ts';
import { column, lineBlock } from './text-block.ts';

/** What is known, by name. */
export interface FactRow {
  readonly title: string;
  readonly value: Line;
}

/** Leaves room for a value beside it on a phone, and holds "Chiusura prevista" on one line. */
const TITLE_WIDTH = '125px';

/** Facts as two columns. A FactSet would read its values as Markdown. */
export function factRows(facts: readonly FactRow[]): CardElement {
  return {
    type: 'Container',
    spacing: 'medium',
    items: facts.map(({ title, value }) => ({
      type: 'ColumnSet',
      spacing: 'small',
      columns: [
        column(TITLE_WIDTH, lineBlock(title, { isSubtle: true })),
        column('stretch', lineBlock(value)),
      ],
    })),
  };
}
