import { createHash, randomUUID } from 'node:crypto';
import { type Activity, DeliveryModes, type TurnContext } from 'botbuilder';
import type { Sent } from '../channel/connector.ts';
import type { Delivery, Letter } from '../channel/delivery.ts';
import { addressed, addressOf } from './address.ts';

/** What the id of a letter begins with that no session keeps, or that answers an activity without an id. */
const OWN = 'own-';

/** An id for a letter that isn't the one that its activity is answered by. */
export function newLetterId(): string {
  return `${OWN}${randomUUID()}`;
}

/** An id of our own, the same for the same text. */
export function letterIdOf(text: string): string {
  return `${OWN}${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
}

/** Names a conversation among those of all channels. */
export function conversationOf({
  channelId,
  conversation,
}: Pick<Activity, 'channelId' | 'conversation'>): string {
  return JSON.stringify([channelId, conversation.id]);
}

/** The id of the letter that answers an activity; where that has none, one of our own. */
export function answerIdOf({ id }: Activity): string {
  return id || newLetterId();
}

/**
 * A letter in the chat of an activity, addressed by it: the answer to it, or to an earlier one whose letter was kept.
 *
 * @param id of the activity that is answered, or one of our own
 */
export function letterTo(activity: Activity, id: string, activities: readonly Partial<Activity>[]): Letter {
  const reference = addressOf(activity);
  const answered = id === activity.id || id.startsWith(OWN) ? {} : { activityId: id };
  return {
    id,
    conversation: conversationOf(activity),
    activities: activities.map((each) => addressed(each, { ...reference, ...answered })),
  };
}

/** Sends a letter the way that its activity wants it: into the conversation, or in the HTTP response. */
export async function sendLetter(letter: Letter, context: TurnContext, delivery: Delivery): Promise<Sent> {
  if (letter.activities.length === 0) return 'taken';
  if (!expectsReplies(context.activity)) return delivery.post(letter);
  await context.sendActivities(letter.activities as unknown as Partial<Activity>[]);
  return 'taken';
}

/** Whether replies go back in the response to the activity: who sent it then holds them, or asks once more. */
export function expectsReplies({ deliveryMode }: Activity): boolean {
  return deliveryMode === DeliveryModes.ExpectReplies;
}
