import type { Activity, ConversationReference } from 'botbuilder';
import type { Letter } from '../channel/delivery.ts';
import { isStoreFault } from '../errors.ts';
import type { Outbound } from '../outbound/outbound.ts';
import type { Teller, WatchLetter, WatchMessage } from '../watch/teller.ts';
import type { WatchPerson } from '../watch/watched.ts';
import { releaseReplies } from './gate.ts';
import { addressed, asNews } from './address.ts';
import { hasExecute } from './capabilities.ts';
import { conversationOf, letterIdOf, newLetterId } from './letters.ts';
import { readershipOf } from './readership.ts';
import { messageReplies } from './watch/replies.ts';

/** Tells people something in their personal chat, where they last wrote from, once the outbound queue has it. */
export function createTeller(outbound: Outbound): Teller {
  return {
    write(person, message) {
      const reference = person.reference as Partial<ConversationReference> & Partial<Activity>;
      const { conversation, channelId = '' } = reference;
      // Nothing of a person's own is sent where others read, not even the way out of there: nobody has asked.
      if (!conversation?.id || readershipOf(reference) === 'public') return null;
      return {
        id: idOf(message),
        conversation: conversationOf({ channelId, conversation }),
        // Through JSON, as it will be kept.
        activities: JSON.parse(
          JSON.stringify(
            toActivities(person, message).map((each) => addressed(asNews(each, { channelId }), reference)),
          ),
        ) as WatchLetter['activities'],
      };
    },
    async post(person, letter) {
      try {
        await outbound.post(person, letter as unknown as Letter);
        return 'told';
      } catch (error) {
        if (isStoreFault(error)) return 'failed';
        throw error;
      }
    },
  };
}

/**
 * The same for the same news: one that is told again while it still stands in the queue, or was just sent, is not said
 * twice. What is written down with the person is told by that letter alone, and what can truly come twice in the same
 * words (a deal that was confirmed again, and refused again) is new each time.
 */
function idOf(message: WatchMessage): string {
  switch (message.kind) {
    case 'consent':
      return letterIdOf(JSON.stringify([message.notice, message.until, message.lastReadAt]));
    case 'sent':
      return letterIdOf(JSON.stringify([message.kind, message.dealId]));
    case 'notices':
    case 'recall':
    case 'not-invited':
    case 'kept-signed-out':
    case 'not-sent':
      return newLetterId();
  }
}

function toActivities(person: WatchPerson, message: WatchMessage): Partial<Activity>[] {
  const { locale, reference } = person;
  const exit = {
    readership: 'personal',
    locale,
    words: '',
    card: null,
    hasExecute: hasExecute(reference),
    toPrivateChat: () => null,
  } as const;
  return releaseReplies(messageReplies(message, person), exit);
}
