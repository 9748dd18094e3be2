import type { Line } from './line.ts';
import { lineText } from './line.ts';
import type { CardElement } from './reply-data.ts';
import { column, lineBlock } from './text-block.ts';

/** What is known, by name. */
export interface FactRow {
  readonly title: string;
  readonly value: Line;
}

/** What may be known. */
interface PossibleFact {
  readonly title: string;
  readonly value: Line | null | undefined;
}

/** Leaves room for a value beside it on a phone, and keeps values below each other. */
const NAME_WIDTH = '120px';

/** A longer word, such as an e-mail address, would be broken beside its name on a phone; in characters. */
const LONGEST_BESIDE = 22;

/**
 * Facts one below the other, each with its name before it; one without a value is left out. A FactSet would read its
 * values as Markdown.
 */
export function factRows(facts: readonly PossibleFact[]): CardElement {
  const known = facts.flatMap(({ title, value }) => (value ? [{ title, value }] : []));
  return { type: 'Container', spacing: 'medium', items: known.flatMap(factRow) };
}

/** What has lines of its own or a long word stands below its name, with the whole width to itself. */
function factRow({ title, value }: FactRow): CardElement[] {
  const name = lineBlock(title, { isSubtle: true, spacing: 'small' });
  const text = lineText(value);
  if (text.includes('\n') || text.split(/\s/).some(({ length }) => length > LONGEST_BESIDE)) {
    return [name, lineBlock(value, { spacing: 'none' })];
  }
  const columns = [column(NAME_WIDTH, name), { ...column('stretch', lineBlock(value)), spacing: 'small' }];
  return [{ type: 'ColumnSet', spacing: 'small', columns }];
}
