import { randomUUID } from 'node:crypto';
import type { Person } from '../../src/directory/directory.ts';
import type { BotConnector } from '../fakes/bot-connector.ts';

/** What an activity says of its conversation. */
export interface ConversationFacts {
  readonly id: string;
  readonly conversationType?: string;
  readonly isGroup?: boolean;
}

const BOT = { id: '28:0f0f0f0f-1111-4222-8333-444444444444', name: 'Assistente' };

/** The mention of the bot as Teams sends it. */
export const MENTION = {
  text: `<at>${BOT.name}</at>`,
  entities: [{ type: 'mention', mentioned: BOT, text: `<at>${BOT.name}</at>` }],
};

/** A conversation in Teams, of one person or of many: what the bot says there is what its connector got. */
export class SharedChat {
  readonly #address: string;
  readonly #connector: BotConnector;
  readonly #conversation: ConversationFacts;
  readonly #channelId: string;

  constructor(
    bot: { readonly address: string },
    connector: BotConnector,
    conversation: ConversationFacts,
    channelId = 'msteams',
  ) {
    this.#address = bot.address;
    this.#connector = connector;
    this.#conversation = conversation;
    this.#channelId = channelId;
  }

  /** Says something to the bot, with its mention before the words. */
  mention(person: Person, text: string): Promise<string[]> {
    return this.post(person, { ...MENTION, type: 'message', text: `${MENTION.text} ${text}` });
  }

  /** Posts an activity; returns what was said here meanwhile, each activity and the response as JSON. */
  async post(person: Person, part: Readonly<Record<string, unknown>>): Promise<string[]> {
    const before = this.#connector.sent.length;
    const { status, body } = await this.postRaw(person, part);
    if (status >= 300 && part['type'] !== 'invoke') throw new Error(`the bot answered ${String(status)}`);
    // What a person asked to be told comes into another conversation when it will.
    const said = this.#connector.sent
      .slice(before)
      .filter(({ conversationId }) => conversationId === this.#conversation.id)
      .filter(({ activity }) => activity.type !== 'typing');
    return [...said.map(({ activity }) => JSON.stringify(activity)), ...(body === '' ? [] : [body])];
  }

  async postRaw(
    person: Person,
    part: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly status: number; readonly body: string }> {
    const { objectId, tenantId, firstName, lastName } = person;
    const activity = {
      id: randomUUID(),
      channelId: this.#channelId,
      serviceUrl: this.#connector.url,
      locale: 'it-IT',
      from: { id: `29:${objectId}`, aadObjectId: objectId, name: `${firstName} ${lastName}` },
      recipient: BOT,
      conversation: { tenantId, ...this.#conversation },
      channelData: { tenant: { id: tenantId } },
      ...part,
    };
    const response = await fetch(`${this.#address}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(activity),
    });
    return { status: response.status, body: await response.text() };
  }
}
