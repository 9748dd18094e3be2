import type { Action } from './action.ts';

/**
 * What a tap sends: our action, and for Teams the order to show the title in the chat as the person's own words
 * ("messageBack", Microsoft's documentation of card actions). Teams then sends `value` with the title as text; other
 * channels send the whole of `data`, whose action stands beside `msteams`.
 *
 * @param title as it is shown
 */
export function submitAction(title: string, action: Action): Readonly<Record<string, unknown>> {
  const back = { type: 'messageBack', displayText: title, text: title, value: { ...action } };
  return { type: 'Action.Submit', title, data: { ...action, msteams: back } };
}
