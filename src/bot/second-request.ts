import { isDialogName } from '../../dialogs/dialog-name.ts';
import type { Action } from '../cards/action.ts';
import { forEverybody, sayWith } from '../cards/reply-data.ts';
import type { Match } from '../matching/match.ts';
import { asAction } from './begin.ts';
import { isOpenAct } from './gate.ts';
import type { Decision } from './router.ts';
import { botTexts } from './texts.ts';
import type { BotServices, Turn } from './turn.ts';

/** Two requests in one message: the first was done, the second is offered, nothing is lost silently. */
export function offerRest(
  decision: Decision,
  turn: Turn,
  match: (text: string) => Match,
  { dialogs }: BotServices,
): void {
  const rest = 'match' in decision ? (decision.match?.rest ?? null) : null;
  if (rest === null) return;
  const action = actionFor(match(rest), rest);
  if (action === null) return;
  const texts = botTexts[turn.locale];
  // A form that is open has asked something of its own: then "sì" is for the form, and the rest a tap away.
  const isInForm = dialogs.active(turn.host) !== null;
  // Where others read, what is a person's own can only be begun in their own chat.
  const canOffer = !isInForm && (turn.readership === 'personal' || isOpenAct(action));
  turn.session.offer = canOffer ? action : null;
  const text = isInForm ? texts.secondRequestLater : texts.secondRequest;
  turn.say(forEverybody(sayWith(text, { title: texts.beginSecond, action })));
}

function actionFor(match: Match, utterance: string): Action | null {
  if (match.id === null) return null;
  if (match.outcome === 'answer') return { action: 'answer', id: match.id };
  return isDialogName(match.id) ? asAction(match.id, { utterance }) : null;
}
