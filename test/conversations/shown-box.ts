import type { InvokeResponse } from './teams-chat.ts';

export type Json = Readonly<Record<string, unknown>>;

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

/** Every object in a JSON tree, outermost first. */
function* objectsIn(value: unknown): Generator<Json> {
  if (Array.isArray(value)) for (const each of value) yield* objectsIn(each);
  else if (typeof value === 'object' && value !== null) {
    yield value as Json;
    for (const each of Object.values(value)) yield* objectsIn(each);
  }
}

/** What a button with this title sends; throws where there is none. */
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
export function boxIn({ status, body }: InvokeResponse): ShownBox {
  const { type, value } = ((body as Json | null)?.['task'] ?? {}) as { type?: string; value?: Json };
  if (status !== 200 || type !== 'continue' || value === undefined)
    throw new Error(`no box: ${String(status)} ${JSON.stringify(body)}`);
  const card = (value['card'] as Json)['content'] as Json;
  const all = [...objectsIn(card)];
  const inputs = all
    .filter(({ type: kind }) => typeof kind === 'string' && kind.startsWith('Input.'))
    .map(inputOf);
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

function inputOf(input: Json): ShownInput {
  return {
    id: String(input['id']),
    type: String(input['type']),
    value: (input['value'] ?? '') as string,
    choices: (input['choices'] ?? []) as ShownInput['choices'],
    dataset: ((input['choices.data'] as Json | undefined)?.['dataset'] as string | undefined) ?? null,
  };
}

/** What stands in each input. */
export function valuesIn({ inputs }: ShownBox): Record<string, string> {
  return Object.fromEntries(inputs.map(({ id, value }) => [id, value]));
}

export const TO_SUMMARY = 'Vai al riepilogo';
export const TO_CHAT = 'Continua in chat';

/** What a client sends of a box: the button's data, with all inputs as they stand or as they are changed. */
export function filled(
  box: ShownBox,
  changes: Readonly<Record<string, string>> = {},
  button = TO_SUMMARY,
): Json {
  const values = valuesIn(box);
  const unknown = Object.keys(changes).filter((id) => !(id in values));
  if (unknown.length > 0)
    throw new Error(`no input ${unknown.join(', ')} among ${Object.keys(values).join(', ')}`);
  return { data: { ...dataOf(button, box.card), ...values, ...changes } };
}

/** What a box says when it closes, or instead of opening; throws where it stays open. */
export function closingOf({ body }: InvokeResponse): string {
  const { type, value } = ((body as Json | null)?.['task'] ?? {}) as { type?: string; value?: unknown };
  if (type !== 'message' || typeof value !== 'string') throw new Error(`not closed: ${JSON.stringify(body)}`);
  return value;
}
