import type { Activity } from 'botbuilder';

/**
 * Who reads what is said in a conversation.
 *
 * - `personal`: the person alone, in their own chat with the assistant.
 * - `public`: others too, in a group chat or a channel.
 * - `sender`: others are there, but the channel shows this one thing to its sender alone: the response of a
 *   search, of a dialog box, or of a card's refresh by a listed person. A message is never that.
 */
export type Readership = 'personal' | 'public' | 'sender';

/** Teams: in its personal chats `conversationType` is always filled in, so one without it is not known to be one. */
export const TEAMS = 'msteams';

/**
 * Judges by all that an activity says of its conversation; whatever isn't known to be personal is public.
 * A type that we don't know is public. A missing one is public in Teams, and personal in other channels, where
 * nothing else is said of a chat of two (Direct Line, the local page), unless `isGroup` says otherwise.
 */
export function readershipOf({ conversation, channelId }: Partial<Activity>): 'personal' | 'public' {
  // Fields can be null, whatever the SDK's types say.
  const { conversationType, isGroup } = (conversation ?? {}) as {
    conversationType?: string | null;
    isGroup?: boolean | null;
  };
  if (isGroup === true) return 'public';
  if (conversationType) return conversationType === 'personal' ? 'personal' : 'public';
  return channelId === TEAMS ? 'public' : 'personal';
}

/**
 * The address that opens the person's own chat with the assistant, with a message filled in that they only have to
 * send; null outside Teams. Source: Teams documentation, "Deep link to a chat".
 */
export function privateChatUrl({ channelId, recipient }: Partial<Activity>, message: string): string | null {
  const bot = (recipient as { id?: string } | null | undefined)?.id ?? '';
  if (channelId !== TEAMS || bot === '') return null;
  // The client opens no longer addresses, and a request to fill in is seldom longer.
  // Whole characters: half of one can't stand in an address.
  const words = message.slice(0, MOST_FILLED_IN).replace(/\p{Surrogate}/gu, '');
  const user = bot.startsWith('28:') ? bot : `28:${bot}`;
  return `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(user)}&message=${encodeURIComponent(words)}`;
}

/** Characters of a message that are filled in. */
const MOST_FILLED_IN = 300;
