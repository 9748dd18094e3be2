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
  /** Milliseconds that one message may take, with the SDK's own attempts. */
  readonly timeoutMs?: number;
}

/** The SDK tries four times within some seconds where a channel refuses for the moment, and waits for ever else. */
const TIMEOUT_MS = 15_000;

/** Channels answer so where the person blocked or removed the assistant (403), or the chat is gone (404). */
const UNWANTED = [403, 404];

/** Tells people something in their personal chat, where they last wrote from. */
export function createTeller(options: ProactiveOptions): Teller {
  return async (person, message) => {
    try {
      return await within(options.timeoutMs ?? TIMEOUT_MS, send(options, person, message));
    } catch (error) {
      options.log.warn(errorFacts(error), 'proactive message failed');
      return 'failed';
    }
  };
}

/** A message that comes late all the same is told twice: better than a round that nobody ever hears of again. */
async function within(ms: number, work: Promise<Told>): Promise<Told> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${String(ms)} ms`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
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
