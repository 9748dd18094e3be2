import { type PageEvent, readEvent } from './events.ts';

export interface Person {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string;
  readonly roles: readonly string[];
}

/** What the page says to the assistant, besides who and in which language. */
export type Saying =
  | { readonly kind: 'open' }
  | { readonly kind: 'say'; readonly clientId: string; readonly text: string }
  | { readonly kind: 'submit'; readonly clientId: string; readonly title: string; readonly data: unknown }
  | {
      readonly kind: 'execute';
      readonly clientId: string;
      readonly title: string;
      readonly verb: string;
      readonly data: unknown;
      readonly activityId: string;
    };

export interface Speaker {
  readonly personId: string;
  readonly locale: 'it-IT' | 'en-US';
}

/** The people one can be. Rejects when the server can't be reached. */
export async function fetchPeople(): Promise<readonly Person[]> {
  const response = await fetch('/chat/people');
  if (!response.ok) throw new Error(`people: status ${String(response.status)}`);
  return (await response.json()) as readonly Person[];
}

/** Says something; resolves when the assistant has done with it, to false when it did not arrive. */
export async function post(conversationId: string, speaker: Speaker, saying: Saying): Promise<boolean> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  try {
    const response = await fetch(`/chat/${conversationId}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...speaker, ...saying, timeZone }),
    });
    return response.ok;
  } catch {
    return false;
  }
}

export interface StreamListener {
  onEvent(event: PageEvent): void;
  /** Called whenever the connection comes or goes. */
  onConnection(isConnected: boolean): void;
}

/** How long to wait before a stream that the browser gave up is opened anew, in milliseconds. */
const REOPEN_AFTER_MS = 2000;

/** Listens to a conversation from `lastEventId` on, through reconnections. Returns how to stop. */
export function listen(
  conversationId: string,
  lastEventId: string | null,
  listener: StreamListener,
): () => void {
  let lastId = lastEventId;
  let source: EventSource | null = null;
  let timer: number | undefined;

  const open = () => {
    source = new EventSource(`/chat/${conversationId}/events?after=${encodeURIComponent(lastId ?? '')}`);
    source.onopen = () => listener.onConnection(true);
    source.onmessage = ({ data }) => {
      const event = readEvent(String(data));
      if (event === null) return;
      lastId = event.id ?? lastId;
      listener.onEvent(event);
    };
    source.onerror = () => {
      listener.onConnection(false);
      if (source?.readyState === EventSource.CLOSED) timer = window.setTimeout(open, REOPEN_AFTER_MS);
    };
  };

  open();
  return () => {
    window.clearTimeout(timer);
    source?.close();
  };
}
