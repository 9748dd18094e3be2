import type { Action } from './action.ts';
import type { CardElement } from './reply-data.ts';
import { isTap, tapAction } from './tap-action.ts';
import { column, lineBlock } from './text-block.ts';
import { cutLine } from '../language/visible-text.ts';

/** The mark that a row leads on. */
const CHEVRON: CardElement = {
  ...column('auto', lineBlock('›', { isBold: true })),
  verticalContentAlignment: 'center',
};

/**
 * A row of a list that is a button as a whole: what it says, and a mark that it leads on.
 *
 * @param title what a tap says in the chat, and what the row is called
 */
export function buttonRow(title: string, action: Action, ...items: readonly CardElement[]): CardElement {
  return {
    type: 'Container',
    style: 'emphasis',
    spacing: 'small',
    selectAction: tapAction(cutLine(title, LONGEST_TITLE), action),
    items: [{ type: 'ColumnSet', columns: [column('stretch', ...items), CHEVRON] }],
  };
}

/** A row's title stands in the card five times: a long one would make a list too large for Teams. */
const LONGEST_TITLE = 60;

const CHEVRON_JSON = JSON.stringify(CHEVRON);

/** Elements of a card as they are when nothing on them can be tapped any more; what opens a page still does. */
export function restingRows<T>(part: T): T {
  if (Array.isArray(part)) {
    const kept = part.filter((each) => JSON.stringify(each) !== CHEVRON_JSON) as unknown[];
    return kept.map(restingRows) as T;
  }
  if (typeof part !== 'object' || part === null) return part;
  const kept = Object.entries(part).filter(([, each]) => !isTap(each));
  return Object.fromEntries(kept.map(([name, each]) => [name, restingRows(each as unknown)])) as T;
}
