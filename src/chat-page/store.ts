import { type PageEvent, applyEvent } from './events.ts';
import type { PageLocale } from './texts.ts';

/** A conversation as this browser remembers it, so that a reload, or a restart of the assistant, loses nothing. */
export interface StoredConversation {
  readonly id: string;
  /** Where the stream goes on. */
  readonly lastEventId: string | null;
  readonly events: readonly PageEvent[];
}

export interface StoredState {
  readonly version: 1;
  readonly locale: PageLocale | null;
  readonly personId: string | null;
  /** By person. */
  readonly conversations: Readonly<Record<string, StoredConversation>>;
}

/** The part of `localStorage` that is used. */
export interface KeyValue {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const KEY = 'co-sell-assistant';
/** As many messages as are shown again after a reload. */
const MOST_EVENTS = 200;

const EMPTY: StoredState = { version: 1, locale: null, personId: null, conversations: {} };

/** What this browser remembers; nothing where it was never here, or where the memory can't be read. */
export function readState(storage: KeyValue): StoredState {
  try {
    const state = JSON.parse(storage.getItem(KEY) ?? 'null') as StoredState | null;
    return state?.version === 1 ? state : EMPTY;
  } catch {
    return EMPTY;
  }
}

/** Remembers; a browser that refuses (full, private window) still chats, it only forgets at a reload. */
export function writeState(storage: KeyValue, state: StoredState): void {
  try {
    storage.setItem(KEY, JSON.stringify(state));
  } catch {
    // Said above: forgetting is all that follows.
  }
}

/** A conversation nobody wrote in yet. */
export function newConversation(): StoredConversation {
  return { id: `local-${crypto.randomUUID()}`, lastEventId: null, events: [] };
}

/** The conversation after one more event of its stream. */
export function remember(conversation: StoredConversation, event: PageEvent): StoredConversation {
  return {
    id: conversation.id,
    lastEventId: event.id ?? conversation.lastEventId,
    events: applyEvent(conversation.events, event).slice(-MOST_EVENTS),
  };
}
