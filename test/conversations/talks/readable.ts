import type { ReceivedActivity } from '../received.ts';

type Json = Readonly<Record<string, unknown>>;

/** A button as it is pressed. */
export interface ShownButton {
  readonly title: string;
  /** What it would send; a string is sent as if it were typed. */
  readonly data: unknown;
  /** The verb of one that is executed and not submitted, else null. */
  readonly verb: string | null;
}

/** Keys of a card whose strings nobody reads. */
const UNREAD = new Set(
  'type fallback refresh style size weight color url $schema data id verb version msteams fallbackText mode iconUrl height width spacing associatedInputs lang fontType horizontalAlignment'.split(
    ' ',
  ),
);

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** All that can be read of an activity: its text, its cards' texts and titles of buttons, parted by " · ". */
export function readableIn(activity: ReceivedActivity & SuggestedActions): string {
  const cards = (activity.attachments ?? []).flatMap(({ content }) => stringsIn(content));
  const suggested = suggestedIn(activity).map(({ title }) => title);
  return tidied([activity.text ?? '', ...cards, ...suggested].join(' · '));
}

/** Without what is seen by no one: kinds of spaces and apostrophes, marks of bold, what has no width. */
export function tidied(text: string): string {
  return text
    .replace(/[\u00a0\u202f\u2007\u2009]/g, ' ')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\*\*|\\(?=[^\w\s])/g, '')
    .replace(/[\u200b\u200e\u200f\u2060]/g, '');
}

interface SuggestedActions {
  readonly suggestedActions?: { readonly actions?: readonly { title?: string; value?: unknown }[] };
}

/** Every button of the activity that sends something. */
export function buttonsIn(activity: ReceivedActivity & SuggestedActions): ShownButton[] {
  const cards = (activity.attachments ?? []).flatMap(({ content }) => actionsIn(content));
  return [...cards, ...suggestedIn(activity)];
}

/** What a client posts when a button is pressed. */
export function pressed({ data, verb }: ShownButton): Json {
  if (verb !== null) {
    const action = { type: 'Action.Execute', verb, data };
    return { type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'manual' } };
  }
  if (typeof data === 'string') return { text: data };
  const back = isObject(data) ? data['msteams'] : undefined;
  if (isObject(back) && (back['type'] === 'messageBack' || back['type'] === 'imBack')) {
    const { text, value } = back;
    return { text: text ?? value, ...(isObject(value) ? { value } : {}) };
  }
  return { value: data };
}

function suggestedIn({ suggestedActions }: SuggestedActions): ShownButton[] {
  return (suggestedActions?.actions ?? []).map(({ title = '', value }) => ({
    title: tidied(title),
    data: value,
    verb: null,
  }));
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => (UNREAD.has(key) ? [] : stringsIn(each)));
}

function actionsIn(value: unknown): ShownButton[] {
  if (Array.isArray(value)) return value.flatMap(actionsIn);
  if (!isObject(value)) return [];
  const { type, title, data, verb } = value;
  const isButton = type === 'Action.Submit' || type === 'Action.Execute';
  const own = {
    title: tidied(typeof title === 'string' ? title : ''),
    data,
    verb: type === 'Action.Execute' ? (typeof verb === 'string' ? verb : '') : null,
  };
  return [
    ...(isButton ? [own] : []),
    ...Object.entries(value).flatMap(([name, each]) =>
      name === 'fallback' || name === 'refresh' ? [] : actionsIn(each),
    ),
  ];
}
