import { shownLines } from '../cards/shown-lines.ts';
import type { ReceivedActivity } from './received.ts';

type Json = Readonly<Record<string, unknown>>;

/** The answer of an invoke by which a card takes another's place. */
export interface CardAnswer {
  readonly status: number;
  /** What it says it is; undefined where it says nothing. */
  readonly type: string | undefined;
  readonly card: Json;
  /** What the card shows, line by line. */
  readonly lines: readonly string[];
}

/** The activity of a button that a client executes, by a person's tap or by itself. */
export function executed(data: unknown, trigger: 'manual' | 'automatic' = 'manual'): Json {
  return {
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: '1700000000001',
    value: { action: { type: 'Action.Execute', verb: 'x', data }, trigger },
  };
}

/** Reads what an invoke was answered with over HTTP. */
export function readAnswer({ status, body }: { readonly status: number; readonly body: string }): CardAnswer {
  const { type, value } = (body === '' ? {} : JSON.parse(body)) as { type?: string; value?: unknown };
  const isCard = typeof value === 'object' && value !== null;
  const card = isCard ? (value as Json) : {};
  return { status, type, card, lines: shownLines(card) };
}

/** The card of a message. */
export function cardIn({ attachments = [] }: ReceivedActivity): Json {
  return (attachments[0]?.content ?? {}) as Json;
}
