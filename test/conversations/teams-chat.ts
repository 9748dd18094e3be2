import { randomUUID } from 'node:crypto';
import * as people from '../../src/directory/sample-people.ts';
import type { Person } from '../../src/directory/directory.ts';
import type { BotConnector, SentActivity } from '../fakes/bot-connector.ts';
import { buttonsOf, type ReceivedActivity, textOf } from './received.ts';

/** A message of the bot as Teams has it. */
export interface InTeams {
  readonly id: string;
  readonly text: string;
  readonly buttons: readonly string[];
  readonly activity: ReceivedActivity & { readonly channelData?: unknown };
  readonly isUpdate: boolean;
}

/** What an invoke was answered with. */
export interface InvokeResponse {
  readonly status: number;
  readonly body: unknown;
}

export interface TeamsPlace {
  readonly person?: Person;
  readonly conversationId?: string;
  /** `personal` unless told. */
  readonly type?: 'personal' | 'groupChat' | 'channel';
}

const BOT = { id: '28:bot', name: 'Assistente' };

/** One person in one conversation of Teams: replies come to the connector, as they do there. */
export class TeamsChat {
  readonly #bot: { readonly address: string };
  readonly #connector: BotConnector;
  readonly person: Person;
  readonly conversationId: string;
  readonly #type: NonNullable<TeamsPlace['type']>;

  constructor(bot: { readonly address: string }, connector: BotConnector, place: TeamsPlace = {}) {
    this.#bot = bot;
    this.#connector = connector;
    this.person = place.person ?? people.sara;
    this.#type = place.type ?? 'personal';
    this.conversationId = place.conversationId ?? `a:${randomUUID()}`;
  }

  /** All that was said here so far, by the bot. */
  get said(): readonly InTeams[] {
    // A thread belongs to its channel.
    const [base] = this.conversationId.split(';');
    return this.#connector.sent
      .filter(({ conversationId }) => conversationId.split(';')[0] === base)
      .map(inTeams);
  }

  get last(): InTeams {
    const last = this.said.at(-1);
    if (last === undefined) throw new Error('nothing was said here');
    return last;
  }

  /** Says something to the bot, which is mentioned where others read; returns what it said then. */
  async say(text: string): Promise<readonly InTeams[]> {
    const mention = { type: 'mention', text: '<at>Assistente</at>', mentioned: BOT };
    return this.#during({
      type: 'message',
      ...(this.#type === 'personal'
        ? { text }
        : { text: `<at>Assistente</at> ${text}`, entities: [mention] }),
    });
  }

  /** Taps the button with that title of the last message that has it, with what was typed into the card. */
  async tap(title: string, inputs: Readonly<Record<string, string>> = {}): Promise<InvokeResponse> {
    const shown = this.said.findLast(({ buttons }) => buttons.includes(title));
    const button =
      shown === undefined ? undefined : buttonsOf(shown.activity).find((each) => each.title === title);
    if (button === undefined || shown === undefined)
      throw new Error(`no button "${title}" in: ${this.last.text}`);
    return this.execute({ ...(button.data as object), ...inputs }, shown.id);
  }

  execute(data: object, replyToId: string): Promise<InvokeResponse> {
    const value = { action: { type: 'Action.Execute', verb: 'act', data }, trigger: 'manual' };
    return this.invoke('adaptiveCard/action', value, replyToId);
  }

  invoke(
    name: string,
    value: unknown,
    replyToId?: string,
    id: string = randomUUID(),
  ): Promise<InvokeResponse> {
    return this.post({ type: 'invoke', name, value, id, ...(replyToId === undefined ? {} : { replyToId }) });
  }

  react(replyToId: string, part: Readonly<Record<string, unknown>>): Promise<InvokeResponse> {
    return this.post({ type: 'messageReaction', replyToId, ...part });
  }

  async post(part: Readonly<Record<string, unknown>>): Promise<InvokeResponse> {
    const response = await fetch(`${this.#bot.address}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...this.#envelope(), ...part }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
  }

  async #during(part: Readonly<Record<string, unknown>>): Promise<readonly InTeams[]> {
    const before = this.said.length;
    const { status } = await this.post(part);
    if (status !== 200) throw new Error(`the bot answered ${String(status)}`);
    return this.said.slice(before);
  }

  #envelope(): Readonly<Record<string, unknown>> {
    const { objectId, firstName, lastName, tenantId } = this.person;
    return {
      id: randomUUID(),
      channelId: 'msteams',
      serviceUrl: this.#connector.url,
      locale: 'it-IT',
      localTimezone: 'Europe/Rome',
      from: { id: `29:${objectId}`, aadObjectId: objectId, name: `${firstName} ${lastName}` },
      recipient: BOT,
      conversation: {
        id: this.conversationId,
        tenantId,
        conversationType: this.#type,
        ...(this.#type === 'personal' ? {} : { isGroup: true }),
      },
      channelData: { tenant: { id: tenantId } },
    };
  }
}

function inTeams({ activity, id, isUpdate }: SentActivity): InTeams {
  const received = activity as unknown as InTeams['activity'];
  const buttons = buttonsOf(received).map(({ title }) => title);
  return { id, text: textOf(received), buttons, activity: received, isUpdate };
}
