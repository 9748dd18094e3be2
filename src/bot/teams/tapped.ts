import { createHash } from 'node:crypto';
import type { Activity } from 'botbuilder';
import type { Card } from '../../cards/card.ts';
import { parseTap, type Tap } from '../../cards/tap-action.ts';
import { type Actor, personKey } from '../../identity/actor.ts';
import { executedBy } from '../incoming.ts';
import { answerIdOf } from '../letters.ts';
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
export function tapOf(activity: Activity): Tap | null {
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
