import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Person } from '../../directory/directory.ts';

/** Conversation ids are made by the page. */
export const conversationIdSchema = z.string().regex(/^[A-Za-z0-9_-]{8,100}$/);

const common = {
  /** The object id of one of the sample people. */
  personId: z.string().max(100),
  locale: z.enum(['it-IT', 'en-US']),
  /** IANA name, as the browser knows it. */
  timeZone: z.string().max(100),
};

/** The page's own name for a message, by which it knows it again in the events. */
const clientId = z.string().min(1).max(100);

/** What the page posts. */
export const chatPostSchema = z.discriminatedUnion('kind', [
  /** The page was opened on a new conversation. */
  z.object({ ...common, kind: z.literal('open') }),
  z.object({ ...common, kind: z.literal('say'), clientId, text: z.string().min(1) }),
  /** A button of a card (Action.Submit), with the inputs of the card. */
  z.object({
    ...common,
    kind: z.literal('submit'),
    clientId,
    title: z.string().max(500),
    data: z.unknown().optional(),
  }),
  /** A button of a card that may answer with another card (Action.Execute). */
  z.object({
    ...common,
    kind: z.literal('execute'),
    clientId,
    title: z.string().max(500),
    verb: z.string().max(200),
    data: z.unknown().optional(),
    /** The message that holds the card. */
    activityId: z.string().max(200),
  }),
]);

export type ChatPost = z.infer<typeof chatPostSchema>;

const BOT = { id: 'assistant', name: 'Co-sell Assistant' };

/** The activity that a channel would make of what was said on the page. */
export function toChatActivity(
  post: ChatPost,
  conversationId: string,
  person: Person,
  serviceUrl: string,
): Record<string, unknown> {
  const user = {
    id: person.objectId,
    name: `${person.firstName} ${person.lastName}`,
    aadObjectId: person.objectId,
    role: 'user',
  };
  const now = new Date();
  return {
    id: randomUUID(),
    channelId: 'webchat',
    serviceUrl,
    timestamp: now.toISOString(),
    localTimestamp: now.toISOString(),
    localTimezone: post.timeZone,
    locale: post.locale,
    conversation: { id: conversationId, conversationType: 'personal', tenantId: person.tenantId },
    from: user,
    recipient: BOT,
    channelData: { tenant: { id: person.tenantId } },
    // The page answers a tap by the card that takes the place of the one that was tapped.
    entities: [{ type: 'ClientCapabilities', executesActions: true }],
    ...contentOf(post, user),
  };
}

function contentOf(post: ChatPost, user: Readonly<Record<string, string>>): Record<string, unknown> {
  switch (post.kind) {
    case 'open':
      return { type: 'conversationUpdate', membersAdded: [BOT, user] };
    case 'say':
      return { type: 'message', text: post.text, textFormat: 'plain' };
    case 'submit':
      return { type: 'message', value: post.data };
    case 'execute': {
      const action = { type: 'Action.Execute', verb: post.verb, data: post.data };
      return { type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'manual' } };
    }
  }
}
