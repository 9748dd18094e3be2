/** What the server tells the page; the same names as in its event stream. */
export interface PageActivity {
  readonly id: string;
  readonly clientId?: string | null;
  readonly text?: string | null;
  /** The message whose card shows what was tapped, which then is no message of its own. */
  readonly shownOn?: string | null;
  readonly textFormat?: string | null;
  readonly summary?: string | null;
  readonly locale?: string | null;
  readonly timestamp?: string | null;
  readonly attachments?: readonly PageAttachment[] | null;
  readonly suggestedActions?: { readonly actions?: readonly SuggestedAction[] } | null;
}

export interface PageAttachment {
  readonly contentType?: string;
  readonly content?: unknown;
}

export interface SuggestedAction {
  readonly title?: string;
  readonly value?: unknown;
}

export interface PageEvent {
  readonly id: string | null;
  readonly kind: 'message' | 'user' | 'update' | 'delete' | 'typing';
  readonly activity: PageActivity;
}

/** Reads one event of the stream; null when it is none. */
export function readEvent(data: string): PageEvent | null {
  try {
    const event = JSON.parse(data) as PageEvent;
    return typeof event.kind === 'string' && typeof event.activity === 'object' ? event : null;
  } catch {
    return null;
  }
}

/**
 * The transcript after one more event: an update takes the place of its message, a deletion removes it, a
 * typing indicator leaves nothing behind.
 */
export function applyEvent(events: readonly PageEvent[], event: PageEvent): readonly PageEvent[] {
  switch (event.kind) {
    case 'typing':
      return events;
    case 'delete':
      return events.filter(({ activity }) => activity.id !== event.activity.id);
    case 'update':
      return events.map((old) =>
        old.activity.id === event.activity.id
          ? { ...old, activity: { ...old.activity, ...event.activity } }
          : old,
      );
    case 'message':
    case 'user':
      return [...events, event];
  }
}
