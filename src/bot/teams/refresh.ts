import * as z from 'zod';
import { refreshed } from '../../../dialogs/index.ts';
import type { Card } from '../../cards/card.ts';
import { readRefresh, refreshAction, type RefreshAsked } from '../../cards/refresh-action.ts';
import { exitFrom } from '../exit.ts';
import { releaseReplies } from '../gate.ts';
import { type InvokeAnswer, invokeFault } from '../invoke-answer.ts';
import { botTexts } from '../texts.ts';
import type { BotServices, Turn } from '../turn.ts';
import { answerWith, keptCard } from './tapped.ts';

const invokeValue = z.object({ action: z.object({ data: z.unknown() }) });

/** What a card asks that wants to be made anew; null where it is none of ours. */
function readRefreshInvoke(value: unknown): RefreshAsked | null {
  const { data } = invokeValue.safeParse(value);
  return data === undefined ? null : readRefresh(data.action.data);
}

/**
 * Answers a card that asks to be made anew, in the response alone: as the person who looks at it may see its deals now.
 * Nothing is said, and nothing of the chat changes by it.
 *
 * @throws AppError as the gateway's `get` and `list`.
 */
export async function handleRefresh(
  value: unknown,
  turn: Turn,
  services: BotServices,
): Promise<InvokeAnswer> {
  const asked = readRefreshInvoke(value);
  if (asked === null) return invokeFault('BadRequest', botTexts[turn.locale].oldButton);
  const kept = keptCard(asked.card, turn.session);
  const { reply, isAdded } = await refreshed(asked, turn, services, kept !== null);
  const { activity } = turn.context;
  const card = { id: asked.card, userId: activity.from.id };
  const exit = { ...exitFrom(activity, turn.locale), readership: 'sender', card } as const;
  const [made] = releaseReplies([reply], exit);
  const fresh = made?.attachments?.[0]?.content as Card;
  return answerWith(isAdded && kept !== null ? withAdded(kept, fresh, asked, card) : fresh);
}

/** News as they were told, and below them how things stand now. */
function withAdded(
  kept: Card,
  fresh: Card,
  asked: RefreshAsked,
  { id, userId }: { readonly id: string; readonly userId: string },
): Card {
  const [first, ...rest] = fresh.body;
  const added = first === undefined ? [] : [{ ...first, separator: true, spacing: 'medium' }, ...rest];
  const { action: _action, card: _card, ...refresh } = asked;
  return { ...kept, body: [...kept.body, ...added], refresh: refreshAction(refresh, id, [userId]) };
}
