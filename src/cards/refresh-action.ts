import * as z from 'zod';
import { readSent } from './sent.ts';

const id = z.string().min(1).max(200);

/** What a card shows that goes on without it, and is made anew when somebody looks at the card again. */
const refreshSchema = z.discriminatedUnion('show', [
  /** One deal, as it stands. */
  z.object({ show: z.literal('deal'), id }),
  /** News of a deal, which stay as they are; how it stands now is added. */
  z.object({ show: z.literal('news'), id }),
  /** A page of all deals. */
  z.object({ show: z.literal('deals'), page: z.number().int().min(0).max(1000) }),
  /** Deals that were asked for by their names. */
  z.object({ show: z.literal('named'), ids: z.array(id).max(20) }),
]);

export type Refresh = z.infer<typeof refreshSchema>;

const sentSchema = z.intersection(
  refreshSchema,
  z.object({ action: z.literal('refresh'), card: z.string().max(100) }),
);

/** Which card asks to be made anew, and what it shows. */
export type RefreshAsked = z.infer<typeof sentSchema>;

/**
 * The part of a card by which Teams asks for it again when one of these people looks at it (Adaptive Cards 1.4,
 * `refresh`; Teams takes 60 people at most).
 *
 * @param userIds as the channel names people
 */
export function refreshAction(refresh: Refresh, card: string, userIds: readonly string[]): object {
  const data = { action: 'refresh', ...refresh, card };
  return { action: { type: 'Action.Execute', verb: 'refresh', data }, userIds };
}

/** Reads what a card asks; null where it is none of ours. */
export function readRefresh(value: unknown): RefreshAsked | null {
  return readSent(value, sentSchema);
}
