import type { ConversationReference } from 'botbuilder';
import { toActivity } from '../cards/reply.ts';
import type { Message, Teller, Told } from '../watch/teller.ts';
import type { WatchPerson } from '../watch/watched.ts';
import { type BotAdapter, errorFacts } from './adapter.ts';
import { messageReply } from './watch-replies.ts';

export interface ProactiveOptions {
  readonly adapter: Pick<BotAdapter, 'continueConversationAsync'>;
  /** Empty without an app id, where nobody is authenticated. */
  readonly appId: string;
  readonly log: { warn(facts: object, message: string): void };
}

/** Channels answer so where the person blocked or removed the assistant (403), or the chat is gone (404). */
const UNWANTED = [403, 404];

/** Tells people something in their personal chat, where they last wrote from. */
export function createTeller(options: ProactiveOptions): Teller {
  return async (person, message) => {
    try {
      return await send(options, person, message);
    } catch (error) {
      options.log.warn(errorFacts(error), 'proactive message failed');
      return 'failed';
    }
  };
}

async function send(
  { adapter, appId, log }: ProactiveOptions,
  person: WatchPerson,
  message: Message,
): Promise<Told> {
  let told: Told = 'failed';
  const reference = person.reference as Partial<ConversationReference>;
  await adapter.continueConversationAsync(appId, reference, async (context) => {
    try {
      await context.sendActivity(toActivity(messageReply(message, person), person.locale));
      told = 'told';
    } catch (error) {
      // Kept from the adapter, whose way with errors is to tell the person, unasked, that something failed.
      told = isUnwanted(error) ? 'unwanted' : 'failed';
      log.warn(errorFacts(error), 'proactive message not taken');
    }
  });
  return told;
}

function isUnwanted(error: unknown): boolean {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : null;
  return typeof status === 'number' && UNWANTED.includes(status);
}
