import { createHash } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { parseAction } from '../../cards/action.ts';
import { actionOf, answeredCard, type Card, chosenLine } from '../../cards/card.ts';
import type { Reply } from '../../cards/reply-data.ts';
import { parseTap, type Tap } from '../../cards/tap-action.ts';
import { type Actor, personKey } from '../../identity/actor.ts';
import { type Exit, passButtons, releaseReplies } from '../gate.ts';
import { executedBy } from '../incoming.ts';
import type { InvokeAnswer } from '../invoke-answer.ts';
import { answerIdOf, expectsReplies } from '../letters.ts';
import type { Session } from '../session.ts';
import type { Turn } from '../turn.ts';

/** So many cards of one conversation are known, the newest; with all that they say, in characters. */
const MOST_CARDS = 6;
const MOST_CHARS = 16_000;

const mark = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 12);

/** Names the card that answers an activity, and whose it is. */
export function cardIdFor(activity: Activity, actor: Actor): string {
  return `${mark(answerIdOf(activity))}.${mark(personKey(actor))}`;
}

/** Whether a tap is on a card that was made for somebody else. */
export function isOnCardOfOthers({ context: { activity }, actor }: Pick<Turn, 'context' | 'actor'>): boolean {
  const card = tapOf(activity)?.card ?? null;
  return card !== null && !card.endsWith(`.${mark(personKey(actor))}`);
}

/** What the tap that an activity brings says of itself; null for whatever else. */
function tapOf(activity: Activity): Tap | null {
  const { type, value } = activity as { readonly type: string; readonly value?: unknown };
  if (type === 'message') return parseTap(value);
  const executed = executedBy(activity);
  return executed === null ? null : parseTap(executed.data);
}

/** Keeps what a card says, so that it can be shown without its buttons once one of them was tapped. */
export function keepCard(id: string, activities: readonly Partial<Activity>[], session: Session): void {
  const contents = activities.flatMap(({ attachments = [] }): unknown[] =>
    attachments.map(({ content }) => content as unknown),
  );
  const card = contents.map((content) => JSON.stringify(content)).find((json) => json.includes(id));
  if (card === undefined || card.length > MOST_CHARS) return;
  const cards = [...session.cards.filter((kept) => kept.id !== id), { id, card }].slice(-MOST_CARDS);
  while (cards.reduce((sum, kept) => sum + kept.card.length, 0) > MOST_CHARS) cards.shift();
  session.cards = cards;
}

/** A card of this conversation as it was sent; null where it isn't known any more. */
export function keptCard(id: string | null, { cards }: Session): Card | null {
  const json = cards.find((kept) => kept.id === id)?.card;
  return json === undefined ? null : (JSON.parse(json) as Card);
}

/**
 * What takes the place of the card that was tapped in this turn: the choice, or why it can't be made any more, which
 * then isn't said as a message too. Null where nothing was tapped, or the channel shows no answer to it.
 */
export function settleTap(turn: Turn, { locale, ...exit }: Exit): InvokeAnswer | null {
  const { activity } = turn.context;
  if (executedBy(activity) === null || expectsReplies(activity)) return null;
  const inPlace = turn.replies.findIndex(({ takesPlace }) => takesPlace === true);
  const [reply] = inPlace === -1 ? [] : turn.replies.splice(inPlace, 1);
  if (reply !== undefined) return answerInPlace(reply, { locale, ...exit });
  if (leavesCard(activity)) return null;
  const tap = tapOf(activity);
  const card = keptCard(tap?.card ?? null, turn.session);
  const refusal = turn.replies.find(({ refuses }) => refuses !== undefined)?.refuses;
  if (refusal !== undefined) {
    turn.replies.splice(0, Infinity);
    const buttons = passButtons(refusal.buttons ?? [], { locale, ...exit });
    return answerWith(answeredCard(card, refusal.text, locale, buttons.map(actionOf)));
  }
  const title = tap?.title ?? null;
  return title === null ? null : answerWith(answeredCard(card, chosenLine(title, locale), locale));
}

function answerInPlace(reply: Reply, exit: Exit): InvokeAnswer | null {
  // Nobody's own: whoever is there may tap it.
  const [activity] = releaseReplies([reply], { ...exit, card: null });
  const card = activity?.attachments?.[0]?.content as Card | undefined;
  return card === undefined ? null : answerWith(card);
}

/** A card that others tap too, or that only carries a small button: a tap on it is no choice that ends it. */
function leavesCard(activity: Activity): boolean {
  const act = parseAction(executedBy(activity)?.data)?.action;
  return act === 'rate' || act === 'expert';
}

/** The answer to `adaptiveCard/action` by which a card takes the place of another. */
export function answerWith(card: object): InvokeAnswer {
  const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
  return { status: 200, body };
}
