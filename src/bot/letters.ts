import { randomUUID } from 'node:crypto';
import { type Activity, DeliveryModes, TurnContext } from 'botbuilder';
import type { Reply } from '../cards/reply-data.ts';
import type { OutgoingActivity, Sent } from '../channel/connector.ts';
import type { Delivery, Letter } from '../channel/delivery.ts';
import { type Exit, releaseReplies } from './gate.ts';

/** The same letter as it is kept on disk, where some replies hold what is not written down. */
export function keptLetterOf(replies: readonly Reply[], activity: Activity, exit: Exit): Letter {
  return letterOf(
    replies.map((reply) => reply.keptAs ?? reply),
    activity,
    exit,
  );
}

/** The replies to an activity, through the gate and addressed, as they go over the wire. */
export function letterOf(replies: readonly Reply[], activity: Activity, exit: Exit): Letter {
  const reference = TurnContext.getConversationReference(activity);
  const activities = releaseReplies(replies, exit).map((each) =>
    // Through JSON, as the session keeps it: what is sent again must be what was sent.
    asJson(TurnContext.applyConversationReference(each, reference)),
  );
  return { id: activity.id ?? randomUUID(), conversationId: activity.conversation.id, activities };
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

/** A message of the assistant's own accord, addressed by what is known of the conversation. */
export function addressed(
  activity: Partial<Activity>,
  reference: Parameters<typeof TurnContext.applyConversationReference>[1],
): OutgoingActivity {
  return asJson(TurnContext.applyConversationReference(activity, reference));
}

function asJson(activity: Partial<Activity>): OutgoingActivity {
  return JSON.parse(JSON.stringify(activity)) as OutgoingActivity;
}
