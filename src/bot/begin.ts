import type { DialogName } from '../cards/dialog-name.ts';
import type { BeginRequest } from '../../dialogs/turn.ts';
import type { Action } from '../cards/action.ts';
import { sayWith } from '../cards/reply-data.ts';
import { botTexts } from './texts.ts';
import type { BotServices, Turn } from './turn.ts';

/** The longest request that is kept to be repeated, in characters. */
const KEPT_WORDS = 500;

/** The same request as a button would send it: to offer it, or to do it again. */
export function asAction(dialog: DialogName, request: BeginRequest): Action {
  const { utterance, ...known } = request;
  const words = utterance === undefined ? {} : { utterance: utterance.slice(0, KEPT_WORDS) };
  return { action: 'begin', dialog, ...known, with: { ...known.with, ...words } };
}

/** The request behind a button. */
export function asRequest(action: Extract<Action, { action: 'begin' }>): BeginRequest {
  const { utterance, said: _said, ...rest } = action.with ?? {};
  return {
    ...(utterance === undefined ? {} : { utterance }),
    ...(action.isMeant === undefined ? {} : { isMeant: action.isMeant }),
    ...(action.referralId === undefined ? {} : { referralId: action.referralId }),
    ...(action.recreates === undefined ? {} : { recreates: action.recreates }),
    ...(action.draftId === undefined ? {} : { draftId: action.draftId }),
    with: rest,
  };
}

/** Begins a dialog; should it fail, the session knows how to do it again ("riprova"). */
export async function begin(
  dialog: DialogName,
  request: BeginRequest,
  turn: Turn,
  { dialogs }: BotServices,
): Promise<void> {
  if (turn.heldBack !== null && dialogs.keepsDraft(dialog)) {
    return turn.say(sayWith(botTexts[turn.locale].noDraftsNow));
  }
  turn.session.lastDialog = dialog;
  turn.session.retry = asAction(dialog, request);
  await dialogs.begin(dialog, request, turn, turn.host);
  turn.session.retry = null;
}

/** An open form asks its question again after something in between. */
export async function repeatForm(turn: Turn, { dialogs }: BotServices): Promise<void> {
  // What is waited for then is the question to the experts, and one question at a time is enough.
  if (turn.session.expert?.isWriting === true) return;
  if (dialogs.active(turn.host) !== null) await dialogs.repeat(turn, turn.host);
}
