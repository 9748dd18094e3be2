import type { Action } from './action.ts';
import type { CardElement } from './reply-data.ts';
import { submitAction } from './submit-action.ts';
import { column, lineBlock } from './text-block.ts';
import { visibleLine } from '../language/visible-text.ts';

/**
 * A row of a list that is a button as a whole: what it says, and a mark that it leads on.
 *
 * @param title what a tap says in the chat, and what the row is called
 */
export function buttonRow(title: string, action: Action, ...items: readonly CardElement[]): CardElement {
  const chevron = { ...column('auto', lineBlock('›', { isBold: true })), verticalContentAlignment: 'center' };
  return {
    type: 'Container',
    style: 'emphasis',
    spacing: 'small',
    selectAction: submitAction(visibleLine(title), action),
    items: [{ type: 'ColumnSet', columns: [column('stretch', ...items), chevron] }],
  };
}
