import * as z from 'zod';
import type { Action } from './action.ts';
import { readSent } from './sent.ts';

const EXECUTE = 'Action.Execute';

type Data = Readonly<Record<string, unknown>>;

/** A button, or a row, that does something in the chat and opens no page. */
export type TapAction = Readonly<{
  type: typeof EXECUTE;
  title: string;
  verb: string;
  data: Data;
  fallback: Readonly<{ type: 'Action.Submit'; title: string; data: Data }>;
}>;

/** What a tap says of the card that it is on: its name, and whether it had been made anew by then. */
export interface TappedCard {
  readonly card: string;
  readonly isAnew?: true;
}

/**
 * What a tap sends: our action, with the title that was tapped. It is executed, so that the card can be answered by
 * another (Universal Actions, Adaptive Cards 1.4). A client that only knows to submit sends the action alone; in Teams
 * such a one shows the title in the chat as the person's own words ("messageBack", Microsoft's documentation of card
 * actions), and sends `value` with the title as text, while other channels send the whole of `data`.
 *
 * @param title as it is shown
 * @param on the card that it is on, as what a tap says of itself; absent where that isn't known
 */
export function tapAction(title: string, action: Action, on?: TappedCard): TapAction {
  const value = { ...action, ...(on === undefined ? {} : { card: on.card }) };
  const anew = on?.isAnew === true ? { isAnew: true } : {};
  const back = { type: 'messageBack', displayText: title, text: title, value };
  return {
    type: EXECUTE,
    title,
    verb: action.action,
    data: { ...value, ...anew, title },
    fallback: { type: 'Action.Submit', title, data: { ...value, msteams: back } },
  };
}

/** Whether a part of a card is a button or a row's action that does something in the chat. */
export function isTap(part: unknown): part is TapAction {
  return typeof part === 'object' && part !== null && 'type' in part && part.type === EXECUTE;
}

/** Elements of a card of which every tap says that it is on this card. */
export function markTaps<T>(part: T, on: TappedCard): T {
  if (Array.isArray(part)) return part.map((each: unknown) => markTaps(each, on)) as T;
  if (typeof part !== 'object' || part === null) return part;
  if (isTap(part)) {
    const { title: _title, ...action } = part.data;
    return { ...part, ...tapAction(part.title, action as Action, on) };
  }
  return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, markTaps(each, on)])) as T;
}

/** The same elements for a client that only knows to submit, without what Teams alone reads. */
export function submitTaps<T>(part: T): T {
  if (Array.isArray(part)) return part.map((each: unknown) => submitTaps(each)) as T;
  if (typeof part !== 'object' || part === null) return part;
  if (isTap(part)) {
    const { fallback, verb: _verb, ...button } = part;
    const { msteams: _back, ...data } = fallback.data;
    return { ...button, type: fallback.type, data };
  }
  return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, submitTaps(each)])) as T;
}

/** What a tap says beside its action; each is null where it says nothing that can be read. */
export interface Tap {
  /** The card that it is on. */
  readonly card: string | null;
  /** What was tapped, as the person saw it. */
  readonly title: string | null;
  /** Whether it was tapped on a card that had been made anew, so that it no longer was as it was sent. */
  readonly isAnew: boolean;
}

const MOST_CHARS = 500;
const short = z.string().min(1).max(MOST_CHARS).nullable().catch(null);
const tapSchema = z.object({ card: short, title: short, isAnew: z.boolean().catch(false) });

/** Reads what a tap says of itself. It only decides what its sender sees, so a forged one deceives nobody else. */
export function parseTap(value: unknown): Tap {
  return readSent(value, tapSchema) ?? { card: null, title: null, isAnew: false };
}
