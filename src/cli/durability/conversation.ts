import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Person } from '../../directory/directory.ts';
import type { BotUnderTest } from './bot-process.ts';
import type { FaultyConnector, TakenReply } from './connector.ts';
import type { Moments } from './moments.ts';

/** The pause before an activity is brought again. */
const REDELIVERY_PAUSE_MS = 100;
/** After so many the channel lets an activity go, which the count tells. */
const MOST_DELIVERIES = 100;
/** A reply may come a little after the answer to the activity, no longer. */
const LATE_REPLY_MS = 2_000;

/** One activity of a person's, with all its deliveries. */
export interface PersonTurn {
  /** The activity's id: the same in each delivery. */
  readonly id: string;
  readonly conversationId: string;
  /** How often it was brought to the bot. */
  deliveries: number;
  /** How many of these were answered, broke, or were given up. */
  endedDeliveries: number;
  /** True once a delivery was answered with 2xx. */
  isAnswered: boolean;
}

/** What a person says: words, or a tap on a button with what it sends. */
export type Saying = { readonly text: string } | { readonly value: unknown };

export interface ChannelParts {
  readonly bot: BotUnderTest;
  readonly connector: FaultyConnector;
  readonly moments: Moments;
  /** Every turn of every conversation is noted here, in the order of its first delivery. */
  readonly turns: PersonTurn[];
  /** The channel gives up on a delivery that isn't answered by then, and brings the activity again. */
  readonly patienceMs: number;
  /** Aborted where the run ends before its time: nobody waits any longer for a bot that is down. */
  readonly signal: AbortSignal;
}

/** A turn, and the replies to it that the channel took. */
export interface Heard {
  readonly turn: PersonTurn;
  readonly replies: readonly TakenReply[];
}

/**
 * A personal chat of one person, as a channel carries it: one activity at a time, and none before the one
 * ahead of it was answered with 2xx, however often it must be brought.
 */
export class Conversation {
  readonly id = `durability-${randomUUID()}`;
  readonly person: Person;
  readonly #parts: ChannelParts;

  constructor(person: Person, parts: ChannelParts) {
    this.person = person;
    this.#parts = parts;
  }

  /** Sends it and waits for the replies; none come back where the bot stays silent. */
  async say(saying: Saying, isConfirming = false): Promise<Heard> {
    const { connector, moments, turns, patienceMs } = this.#parts;
    const turn = newTurn(this.id);
    turns.push(turn);
    const body = JSON.stringify({ ...this.#envelope(), ...saying, id: turn.id });
    for (let tries = 0; !turn.isAnswered && tries < MOST_DELIVERIES; tries += 1) {
      if (tries > 0) await wait(REDELIVERY_PAUSE_MS);
      const address = await this.#addressOfBot();
      turn.deliveries += 1;
      moments.happen('posted');
      if (isConfirming) moments.happen('confirming');
      turn.isAnswered = await isDelivered(address, body, patienceMs);
      turn.endedDeliveries += 1;
    }
    const repliesNow = () => connector.taken.filter(({ replyTo }) => replyTo === turn.id);
    for (let waited = 0; repliesNow().length === 0 && waited < LATE_REPLY_MS; waited += 100) await wait(100);
    return { turn, replies: repliesNow() };
  }

  /** While the bot is down a channel finds nobody to bring anything to. */
  async #addressOfBot(): Promise<string> {
    for (;;) {
      const { address } = this.#parts.bot;
      if (address !== null) return address;
      this.#parts.signal.throwIfAborted();
      await wait(20);
    }
  }

  #envelope(): object {
    const { objectId, firstName, lastName, tenantId } = this.person;
    return {
      type: 'message',
      channelId: 'msteams',
      serviceUrl: this.#parts.connector.url,
      locale: 'it-IT',
      localTimezone: 'Europe/Rome',
      from: { id: `29:${objectId}`, aadObjectId: objectId, name: `${firstName} ${lastName}` },
      recipient: { id: 'bot', name: 'Assistente' },
      conversation: { id: this.id, tenantId, conversationType: 'personal' },
      channelData: { tenant: { id: tenantId } },
    };
  }
}

function newTurn(conversationId: string): PersonTurn {
  return { id: randomUUID(), conversationId, deliveries: 0, endedDeliveries: 0, isAnswered: false };
}

/** False when the line breaks, the channel's patience ends, or the answer is no 2xx: then it is brought again. */
async function isDelivered(address: string, body: string, patienceMs: number): Promise<boolean> {
  try {
    const response = await fetch(`${address}api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
      signal: AbortSignal.timeout(patienceMs),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
