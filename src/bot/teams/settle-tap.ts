import type { Activity } from 'botbuilder';
import { parseAction } from '../../cards/action.ts';
import { actionOf, answeredCard, type Card, chosenLine } from '../../cards/card.ts';
import type { Reply } from '../../cards/reply-data.ts';
import type { Tap } from '../../cards/tap-action.ts';
import { type Exit, passButtons, releaseReplies } from '../gate.ts';
import { executedBy } from '../incoming.ts';
import { cardAnswer, type InvokeAnswer, isAnswered } from '../invoke-answer.ts';
import { expectsReplies } from '../letters.ts';
import type { BotServices, Turn } from '../turn.ts';
import { logInAnswer } from './log-in.ts';
import { tappedCard } from './refresh.ts';
import { tapOf } from './tapped.ts';

/**
 * What takes the place of the card that was tapped in this turn: the choice, or why it can't be made any more, which
 * then isn't said as a message too; where a sign-in is missing, the way to it. Null where nothing was tapped, or the
 * channel shows no answer to it.
 */
export async function settleTap(turn: Turn, exit: Exit, services: BotServices): Promise<InvokeAnswer | null> {
  const { context, replies } = turn;
  const { activity } = context;
  if (executedBy(activity) === null || expectsReplies(activity) || isAnswered(context)) return null;
  const missing = take(replies, ({ signIn }) => signIn !== undefined);
  if (missing !== null) return logInAnswer(missing, exit);
  const inPlace = take(replies, ({ takesPlace }) => takesPlace === true);
  if (inPlace !== null) return answerInPlace(inPlace, exit);
  if (leavesCard(activity)) return null;
  const tap = tapOf(activity);
  return tap === null ? null : settleOn(tap, turn, exit, services);
}

async function settleOn(
  tap: Tap,
  turn: Turn,
  exit: Exit,
  services: BotServices,
): Promise<InvokeAnswer | null> {
  const { locale, replies } = turn;
  const refusal = replies.find(({ refuses }) => refuses !== undefined)?.refuses;
  if (refusal === undefined && tap.title === null) return null;
  const card = await tappedCard(tap, turn, services);
  if (refusal === undefined)
    return cardAnswer(answeredCard(card, chosenLine(tap.title ?? '', locale), locale));
  replies.splice(0, Infinity);
  const buttons = passButtons(refusal.buttons ?? [], exit);
  return cardAnswer(answeredCard(card, refusal.text, locale, buttons.map(actionOf)));
}

/** Takes the first such reply out, so that it isn't said as a message. */
function take(replies: Reply[], isIt: (reply: Reply) => boolean): Reply | null {
  const at = replies.findIndex(isIt);
  return at === -1 ? null : (replies.splice(at, 1)[0] ?? null);
}

function answerInPlace(reply: Reply, exit: Exit): InvokeAnswer | null {
  // Nobody's own: whoever is there may tap it.
  const [activity] = releaseReplies([reply], { ...exit, card: null });
  const card = activity?.attachments?.[0]?.content as Card | undefined;
  return card === undefined ? null : cardAnswer(card);
}

/** A card that others tap too, or that only carries a small button: a tap on it is no choice that ends it. */
function leavesCard(activity: Activity): boolean {
  const act = parseAction(executedBy(activity)?.data)?.action;
  return act === 'rate' || act === 'expert';
}
