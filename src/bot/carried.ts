import type { BeginRequest } from '../../dialogs/turn.ts';
import type { Action } from '../cards/action.ts';
import type { Button, Reply } from '../cards/reply-data.ts';
import { asRequest } from './begin.ts';
import type { Turn } from './turn.ts';

type Begin = Extract<Action, { action: 'begin' }>;

/**
 * Makes the buttons of a reply that begin something carry the message it was made for: a tap then begins with what was
 * said. The words stay in the session, since a mail is longer than a button may be; a button holds a reference.
 */
export function carrying(reply: Reply, text: string, turn: Turn): Reply {
  const { buttons = [] } = reply;
  if (!buttons.some(isBare)) return reply;
  const id = turn.now.getTime().toString(36);
  turn.session.unread = { id, text };
  return {
    ...reply,
    buttons: buttons.map((button) => (isBare(button) ? withReference(button, id) : button)),
  };
}

/** The request of a button, with the words it carries; null where these are gone, since others came after them. */
export function requestOf(action: Begin, { session }: Turn): BeginRequest | null {
  const said = action.with?.[REFERENCE];
  const request = asRequest(action);
  if (said === undefined) return request;
  return session.unread?.id === said ? { ...request, utterance: session.unread.text, isMeant: true } : null;
}

const REFERENCE = 'said';

/** Whether a button carries the message that it was made for. */
export const carries = (action: Action): boolean =>
  action.action === 'begin' && action.with?.[REFERENCE] !== undefined;

type BareButton = Extract<Button, { readonly action: Action }> & { readonly action: Begin };

/** A button that begins a dialog and knows nothing of a deal or a draft. */
function isBare(button: Button): button is BareButton {
  if (!('action' in button) || button.action.action !== 'begin') return false;
  const { referralId, draftId, recreates, with: known } = button.action;
  return referralId === undefined && draftId === undefined && recreates === undefined && known === undefined;
}

function withReference(button: BareButton, id: string): Button {
  return { ...button, action: { ...button.action, with: { [REFERENCE]: id } } };
}
