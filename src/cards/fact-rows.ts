import type { Line } from './line.ts';
import { piecesOf } from './line.ts';
import type { CardElement } from './reply-data.ts';
import { lineBlock } from './text-block.ts';

/** What is known, by name. */
export interface Fact {
  readonly title: string;
  readonly value: Line;
}

/**
 * Facts one below the other, each with its name before it: on a phone two columns would leave so little room that an
 * e-mail address breaks. A FactSet would read its values as Markdown.
 */
export function factRows(facts: readonly Fact[]): CardElement {
  return { type: 'Container', spacing: 'medium', items: facts.flatMap(factLines) };
}

/** What is quoted whole and has more than one line stands below its name. */
function factLines({ title, value }: Fact): CardElement[] {
  const name = { text: `${title}: `, isSubtle: true };
  return typeof value === 'object' && 'verbatim' in value && value.verbatim.includes('\n')
    ? [lineBlock([name], { spacing: 'small' }), lineBlock(value, { spacing: 'none' })]
    : [lineBlock([name, ...piecesOf(value)], { spacing: 'small' })];
}
