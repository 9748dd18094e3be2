import { createHash, randomUUID } from 'node:crypto';
import { type Activity, DeliveryModes, TurnContext } from 'botbuilder';
import type { Reply } from '../cards/reply-data.ts';
import type { OutgoingActivity, Sent } from '../channel/connector.ts';
import type { Delivery, Letter } from '../channel/delivery.ts';
import { type Exit, releaseReplies } from './gate.ts';

/** The replies to an activity, through the gate and addressed, as they go over the wire. */
export function letterOf(
  replies: readonly Reply[],
  activity: Activity,
  exit: Exit,
  id: string | null | undefined = activity.id,
): Letter {
  const reference = TurnContext.getConversationReference(activity);
  const activities = releaseReplies(replies, exit).map((each) => addressed(each, reference));
  return { id: id || newLetterId(), conversation: conversationOf(activity), activities };
}

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

/** What of the replies is kept on disk until they are taken: without address, and without links for this moment. */
export function keptActivities(replies: readonly Reply[], exit: Exit): Partial<Activity>[] {
  return releaseReplies(
    replies.map((reply) => reply.keptAs ?? reply),
    exit,
  );
}

/** A letter that was kept, addressed by an activity of the same chat: the one it answers, or a later one. */
export function letterTo(activity: Activity, id: string, activities: readonly Partial<Activity>[]): Letter {
  const reference = TurnContext.getConversationReference(activity);
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

/** An activity addressed by what is known of its conversation, as it goes over the wire. */
export function addressed(
  activity: Partial<Activity>,
  reference: Parameters<typeof TurnContext.applyConversationReference>[1],
): OutgoingActivity {
  const { ...own } = activity;
  return JSON.parse(
    JSON.stringify(TurnContext.applyConversationReference(own, reference)),
  ) as OutgoingActivity;
}
