import * as z from 'zod';
import { refreshed } from '../../../dialogs/index.ts';
import type { Card } from '../../cards/card.ts';
import { readRefresh, refreshAction, type RefreshAsked } from '../../cards/refresh-action.ts';
import { markTaps, type Tap } from '../../cards/tap-action.ts';
import { exitFrom } from '../exit.ts';
import { type Exit, releaseReplies } from '../gate.ts';
import { cardAnswer, type InvokeAnswer, invokeFault } from '../invoke-answer.ts';
import { botTexts } from '../texts.ts';
import type { BotServices, Turn } from '../turn.ts';
import { orLogIn } from './log-in.ts';
import { keptCard } from './tapped.ts';

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
  return orLogIn(turn, services, async () => cardAnswer(await madeAnew(asked, turn, services)));
}

/**
 * The card of this conversation that a tap is on, as it was when it was tapped: where it had been made anew it is made
 * so once more, since nothing of that is kept. Null where it isn't known any more.
 */
export async function tappedCard(
  { card, isAnew }: Tap,
  turn: Turn,
  services: BotServices,
): Promise<Card | null> {
  const kept = keptCard(card, turn.session);
  const asked = isAnew && kept !== null ? readRefresh(refreshData(kept)) : null;
  if (asked === null) return kept;
  try {
    return await madeAnew(asked, turn, services);
  } catch (error) {
    // What was tapped is done: an older state on its card is no reason to say that it failed.
    services.onError(error);
    return kept;
  }
}

const refreshSchema = z.object({ action: z.object({ data: z.unknown() }) });

function refreshData({ refresh }: Card): unknown {
  return refreshSchema.safeParse(refresh).data?.action.data;
}

async function madeAnew(asked: RefreshAsked, turn: Turn, services: BotServices): Promise<Card> {
  const kept = keptCard(asked.card, turn.session);
  const { reply, isAdded } = await refreshed(asked, turn, services, kept !== null);
  const { activity } = turn.context;
  const card = { id: asked.card, userId: activity.from.id, isAnew: true } as const;
  const exit = { ...exitFrom(activity, turn.locale), readership: 'sender', card } as const;
  const [made] = releaseReplies([reply], exit);
  const fresh = made?.attachments?.[0]?.content as Card;
  return isAdded && kept !== null ? withAdded(kept, fresh, asked, card) : fresh;
}

/** News as they were told, and below them how things stand now. */
function withAdded(kept: Card, fresh: Card, asked: RefreshAsked, on: NonNullable<Exit['card']>): Card {
  const [first, ...rest] = fresh.body;
  const added = first === undefined ? [] : [{ ...first, separator: true, spacing: 'medium' }, ...rest];
  const { action: _action, card, ...refresh } = asked;
  const news = markTaps(kept, { card, isAnew: true });
  return { ...news, body: [...news.body, ...added], refresh: refreshAction(refresh, on.id, [on.userId]) };
}
