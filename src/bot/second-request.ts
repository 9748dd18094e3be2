import { isDialogName } from '../cards/dialog-name.ts';
import type { Action } from '../cards/action.ts';
import { forEverybody, sayWith } from '../cards/reply-data.ts';
import type { Match } from '../matching/match.ts';
import { performAction } from './act.ts';
import { asAction } from './begin.ts';
import { noteShown } from './open-questions.ts';
import { isOpenAct } from './gate.ts';
import type { Decision } from './router.ts';
import { botTexts } from './texts.ts';
import type { BotServices, Turn } from './turn.ts';

/**
 * Two requests in one message: the first was done, and the second is answered after it; what does something is offered,
 * so that nothing is lost silently and nothing begins beside what is open.
 */
export async function answerRest(
  decision: Decision,
  turn: Turn,
  match: (text: string) => Match,
  services: BotServices,
): Promise<void> {
  const { dialogs } = services;
  const rest = 'match' in decision ? (decision.match?.rest ?? null) : null;
  if (rest === null) return;
  const action = actionFor(match(rest), rest);
  if (action === null) return;
  const texts = botTexts[turn.locale];
  // A form that is open has asked something of its own: then "sì" is for the form, and the rest a tap away.
  const isInForm = dialogs.active(turn.host) !== null;
  // Where others read, what is a person's own can only be begun in their own chat.
  const canOffer = !isInForm && (turn.readership === 'personal' || isOpenAct(action));
  if (canOffer && isAnswer(action)) {
    await performAction(action, turn, services);
    return noteShown(turn, services);
  }
  turn.session.offer = canOffer ? action : null;
  const text = isInForm ? texts.secondRequestLater : texts.secondRequest;
  turn.say(forEverybody(sayWith(text, { title: texts.beginSecond, action })));
}

function isAnswer(action: Action): boolean {
  return action.action === 'answer' || (action.action === 'begin' && LOOK_UPS.has(action.dialog));
}

/** Dialogs that show something, and change nothing. */
const LOOK_UPS: ReadonlySet<string> = new Set(['check-acceptance', 'find-account-admins']);

function actionFor(match: Match, utterance: string): Action | null {
  if (match.id === null) return null;
  if (match.outcome === 'answer') return { action: 'answer', id: match.id };
  return isDialogName(match.id) ? asAction(match.id, { utterance }) : null;
}
