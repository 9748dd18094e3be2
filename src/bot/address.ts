import { type Activity, type ConversationReference, TurnContext } from 'botbuilder';
import type { OutgoingActivity } from '../channel/connector.ts';
import { TEAMS } from './readership.ts';

/** What a later message in the chat of an activity is addressed by (Bot Framework, "conversation reference"). */
export function addressOf(activity: Partial<Activity>): Partial<ConversationReference> {
  return TurnContext.getConversationReference(activity);
}

/** An activity addressed by what is known of its conversation, as it goes over the wire. */
export function addressed(
  activity: Partial<Activity>,
  reference: Parameters<typeof TurnContext.applyConversationReference>[1],
): OutgoingActivity {
  // A copy: the SDK writes the address into what it is given.
  const made = TurnContext.applyConversationReference({ ...activity }, reference);
  const { suggestedActions, recipient } = made;
  // Of what is kept of a letter nobody's id is a part, so it is said here whom a suggestion is for.
  const to = recipient?.id === undefined ? [] : [recipient.id];
  const own = suggestedActions === undefined ? {} : { suggestedActions: { ...suggestedActions, to } };
  return { ...made, ...own } as unknown as OutgoingActivity;
}

/** What nobody asked for just now: Teams tells the person of it, as it does of a mention (its documentation of notifications by bots). */
export function asNews(
  activity: Partial<Activity>,
  { channelId }: Pick<Activity, 'channelId'>,
): Partial<Activity> {
  if (channelId !== TEAMS) return activity;
  const known = activity.channelData as object | undefined;
  return { ...activity, channelData: { ...known, notification: { alert: true } } };
}
