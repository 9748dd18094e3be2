import * as z from 'zod';

/** The events by which deals are announced (developer documentation, and what Microsoft's CRM connectors ask for). */
export const DEAL_EVENTS = [
  'referral-created',
  'referral-updated',
  'related-referral-created',
  'related-referral-updated',
] as const;

/** What an event says that we act on. */
export interface DealEvent {
  /** Of our record, or of Microsoft's. */
  readonly id: string;
  readonly isMicrosofts: boolean;
}

const eventSchema = z.object({
  EventName: z.string(),
  ResourceUri: z.string(),
  ResourceChangeUtcDate: z.string().nullish(),
});

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** How long ago an event may have happened: deliveries are repeated, but not for weeks. */
const OLDEST_MS = 7 * 86_400_000;

/** What a signed body is: a deal's event, something else that concerns us not, or nothing to be believed. */
export type ReadEvent =
  | { readonly kind: 'deal'; readonly event: DealEvent }
  | { readonly kind: 'other' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'too-old' };

/**
 * Reads a body whose signature holds. Of the address only the last part counts, and only as a GUID: the address
 * itself is never called.
 */
export function readEvent(body: Buffer, now: Date): ReadEvent {
  const parsed = eventSchema.safeParse(parse(body));
  if (!parsed.success) return { kind: 'unreadable' };
  const { EventName, ResourceUri, ResourceChangeUtcDate } = parsed.data;
  const changedAt = Date.parse(ResourceChangeUtcDate ?? '');
  if (changedAt < now.getTime() - OLDEST_MS) return { kind: 'too-old' };
  const name = EventName.toLowerCase();
  if (!DEAL_EVENTS.some((each) => each === name)) return { kind: 'other' };
  const id = idIn(ResourceUri);
  return id === null
    ? { kind: 'unreadable' }
    : { kind: 'deal', event: { id, isMicrosofts: name.startsWith('related-') } };
}

function idIn(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const last = new URL(address).pathname.split('/').at(-1) ?? '';
  return GUID.test(last) ? last.toLowerCase() : null;
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return null;
  }
}
