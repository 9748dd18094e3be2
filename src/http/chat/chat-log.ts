/** What the page is told. `user` is the person's own message, so that every open tab shows it. */
export type ChatEventKind = 'message' | 'user' | 'update' | 'delete' | 'typing';

export interface ChatEvent {
  /** `<boot>-<index>`; null for a typing indicator, which nobody needs again. */
  readonly id: string | null;
  readonly kind: ChatEventKind;
  readonly activity: Readonly<Record<string, unknown>>;
}

/** The conversations of the local page: what was said, and who is listening. */
export interface ChatLog {
  append(conversationId: string, kind: ChatEventKind, activity: Readonly<Record<string, unknown>>): void;
  /** The events after `lastId`; all of them when it is null or from another boot, so that nothing is lost. */
  since(conversationId: string, lastId: string | null): readonly ChatEvent[];
  /** Calls `listener` for each further event until the returned function is called. */
  listen(conversationId: string, listener: (event: ChatEvent) => void): () => void;
}

/** Bounds of what is kept: a page left open for weeks must not fill the memory. */
const MOST_CONVERSATIONS = 200;
const MOST_EVENTS = 500;

interface Conversation {
  /** The index of `events[0]`. */
  first: number;
  readonly events: ChatEvent[];
  readonly listeners: Set<(event: ChatEvent) => void>;
}

/** @param bootId tells this run of the server from earlier ones; letters and digits */
export function createChatLog(bootId: string): ChatLog {
  const conversations = new Map<string, Conversation>();

  const open = (id: string): Conversation => {
    const conversation = conversations.get(id) ?? { first: 0, events: [], listeners: new Set() };
    conversations.delete(id);
    conversations.set(id, conversation);
    forgetOldest(conversations);
    return conversation;
  };

  return {
    append(conversationId, kind, activity) {
      const conversation = open(conversationId);
      const { events, listeners, first } = conversation;
      const id = kind === 'typing' ? null : `${bootId}-${String(first + events.length)}`;
      const event = { id, kind, activity };
      if (id !== null) events.push(event);
      if (events.length > MOST_EVENTS)
        conversation.first += events.splice(0, events.length - MOST_EVENTS).length;
      for (const listener of listeners) listener(event);
    },
    since(conversationId, lastId) {
      const { events, first } = open(conversationId);
      const [boot, index] = (lastId ?? '').split('-');
      if (boot !== bootId || !/^\d+$/.test(index ?? '')) return [...events];
      return events.slice(Math.max(0, Number(index) + 1 - first));
    },
    listen(conversationId, listener) {
      const { listeners } = open(conversationId);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Drops the longest unused conversations that nobody listens to. */
function forgetOldest(conversations: Map<string, Conversation>): void {
  for (const [id, { listeners }] of conversations) {
    if (conversations.size <= MOST_CONVERSATIONS) return;
    if (listeners.size === 0) conversations.delete(id);
  }
}
