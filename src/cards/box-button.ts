import type { Action } from './action.ts';

/**
 * A button that opens a form as a box: Teams then asks for it by `task/fetch`, with these data (Microsoft's
 * documentation of dialogs). It is submitted, never executed: what is executed is answered in the card's place.
 */
export function boxButton(title: string, action: Extract<Action, { action: 'open-box' }>): object {
  return { type: 'Action.Submit', title, data: { ...action, msteams: { type: 'task/fetch' } } };
}
