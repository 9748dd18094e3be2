import { randomUUID } from 'node:crypto';
import type { Person } from '../../src/directory/directory.ts';
import { sara } from '../../src/directory/sample-people.ts';
import type { BotConnector } from '../fakes/bot-connector.ts';
import { type ConversationFacts, SharedChat } from './shared-chat.ts';

export type Json = Readonly<Record<string, unknown>>;

/** An answer to an invoke. */
export interface Answered {
  readonly status: number;
  readonly body: Json;
}

/** A box as Teams shows it. */
export interface ShownBox {
  readonly title: string;
  readonly inputs: readonly ShownInput[];
  /** What stands right above the inputs of a value, by its name. */
  readonly notes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly card: Json;
}

export interface ShownInput {
  readonly id: string;
  readonly type: string;
  readonly value: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  readonly dataset: string | null;
}

/** One person's conversation in Teams: messages, and what a client sends by itself. */
export class TeamsChat extends SharedChat {
  readonly #person: Person;
  readonly #connector: BotConnector;

  constructor(
    bot: { readonly address: string },
    connector: BotConnector,
    person: Person = sara,
    conversation: ConversationFacts = { id: `a:${randomUUID()}`, conversationType: 'personal' },
  ) {
    super(bot, connector, conversation);
    this.#person = person;
    this.#connector = connector;
  }

  /** Writes; returns what the bot said. */
  async write(text: string): Promise<Json[]> {
    return this.during(() => this.postRaw(this.#person, { type: 'message', text }));
  }

  /** Taps a button that is no invoke. */
  async submit(value: unknown): Promise<Json[]> {
    return this.during(() => this.postRaw(this.#person, { type: 'message', value }));
  }

  async invoke(name: string, value: unknown, more: Json = {}): Promise<Answered> {
    const { status, body } = await this.postRaw(this.#person, { type: 'invoke', name, value, ...more });
    return { status, body: body === '' ? {} : (JSON.parse(body) as Json) };
  }

  /** What the bot says while something is done. */
  async during(act: () => Promise<unknown>): Promise<Json[]> {
    const before = this.#connector.sent.length;
    await act();
    return this.#connector.sent
      .slice(before)
      .map(({ activity }) => activity as unknown as Json)
      .filter(({ type }) => type !== 'typing');
  }
}

/** Every object in a JSON tree, outermost first. */
export function* objectsIn(value: unknown): Generator<Json> {
  if (Array.isArray(value)) for (const each of value) yield* objectsIn(each);
  else if (typeof value === 'object' && value !== null) {
    yield value as Json;
    for (const each of Object.values(value)) yield* objectsIn(each);
  }
}

/** What a button with this title would send. */
export function dataOf(title: string, from: unknown): Json {
  const button = [...objectsIn(from)].find((each) => each['title'] === title && 'data' in each);
  if (button === undefined) throw new Error(`no button "${title}" in ${JSON.stringify(from)}`);
  return button['data'] as Json;
}

/** All that is read in a tree of cards, in order. */
export function textIn(from: unknown): string {
  return [...objectsIn(from)].flatMap(({ text }) => (typeof text === 'string' ? [text] : [])).join('\n');
}

/** The box that an answer shows; throws where it shows none. */
export function boxIn({ status, body }: Answered): ShownBox {
  const { type, value } = (body['task'] ?? {}) as { type?: string; value?: Json };
  if (status !== 200 || type !== 'continue' || value === undefined)
    throw new Error(`no box: ${String(status)} ${JSON.stringify(body)}`);
  const card = (value['card'] as Json)['content'] as Json;
  const all = [...objectsIn(card)];
  const inputs = all
    .filter(({ type: kind }) => typeof kind === 'string' && kind.startsWith('Input.'))
    .map((input) => ({
      id: String(input['id']),
      type: String(input['type']),
      value: (input['value'] ?? '') as string,
      choices: (input['choices'] ?? []) as ShownInput['choices'],
      dataset: ((input['choices.data'] as Json | undefined)?.['dataset'] as string | undefined) ?? null,
    }));
  const groups = all.filter(({ id, style }) => String(id).startsWith('group.') && style === 'emphasis');
  const notes = groups.map(({ id, items }) => [
    String(id).slice('group.'.length),
    textIn((items as Json[])[0]),
  ]);
  return {
    title: String(value['title']),
    inputs,
    notes: Object.fromEntries(notes) as Record<string, string>,
    text: textIn(card),
    card,
  };
}

/** What a client sends of a box: the button's data, with all inputs as they stand or as they are changed. */
export function filled(
  box: ShownBox,
  changes: Readonly<Record<string, string>>,
  button = 'Vai al riepilogo',
): Json {
  const values = Object.fromEntries(box.inputs.map(({ id, value }) => [id, value]));
  const unknown = Object.keys(changes).filter((id) => !(id in values));
  if (unknown.length > 0)
    throw new Error(`no input ${unknown.join(', ')} among ${Object.keys(values).join(', ')}`);
  return { data: { ...dataOf(button, box.card), ...values, ...changes } };
}

/** What a box says when it closes, or instead of opening; throws where it stays open. */
export function closingOf({ body }: Answered): string {
  const { type, value } = (body['task'] ?? {}) as { type?: string; value?: unknown };
  if (type !== 'message' || typeof value !== 'string') throw new Error(`not closed: ${JSON.stringify(body)}`);
  return value;
}
