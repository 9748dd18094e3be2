import { shownLines } from '../cards/shown-lines.ts';

/** An activity as it arrives at a channel. */
export interface ReceivedActivity {
  readonly type: string;
  readonly text?: string;
  readonly summary?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: unknown }[];
}

/** A button as it arrives. */
export interface ReceivedButton {
  readonly title: string;
  readonly data: unknown;
  readonly url: string | null;
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Every object in a JSON tree, outermost first. */
function* objectsIn(value: unknown): Generator<Json> {
  if (Array.isArray(value)) for (const each of value) yield* objectsIn(each);
  else if (isObject(value)) {
    yield value;
    // The other form of the same button, for clients that don't know it; and what the card asks by itself.
    for (const [name, each] of Object.entries(value))
      if (name !== 'fallback' && name !== 'refresh') yield* objectsIn(each);
  }
}

/** All the text a person sees of an activity: its own, and that of its cards. */
export function textOf(activity: ReceivedActivity): string {
  const cards = (activity.attachments ?? []).map(({ content }) => content);
  const shown = shownLines(cards);
  return [activity.text ?? '', ...shown].filter((part) => part !== '').join('\n');
}

/** All buttons of an activity's cards, in order. */
export function buttonsOf(activity: ReceivedActivity): ReceivedButton[] {
  const cards = (activity.attachments ?? []).map(({ content }) => content);
  return [...objectsIn(cards)]
    .filter(({ type }) => typeof type === 'string' && type.startsWith('Action.'))
    .map(({ title, data, url }) => ({
      title: String(title),
      data,
      url: typeof url === 'string' ? url : null,
    }));
}
