import type { Reply } from '../../src/cards/reply-data.ts';
import type { Refresh } from '../../src/cards/refresh-action.ts';
import { notFoundReply } from '../deals/replies.ts';
import type { DialogServices } from '../services.ts';
import type { DialogTurn } from '../turn.ts';
import { dealCard, nowCard } from './cards.ts';
import { namedCard, overviewPage } from './overview.ts';

/**
 * What a card shows now that is looked at again, read anew as this person: nothing of a deal that they may not see.
 * Of news it is what is added to them, `isAdded` is true then.
 *
 * @throws AppError as the gateway's `get` and `list`.
 */
export async function refreshed(
  refresh: Refresh,
  turn: DialogTurn,
  { gateway }: Pick<DialogServices, 'gateway'>,
  isKept: boolean,
): Promise<{ readonly reply: Reply; readonly isAdded: boolean }> {
  const { locale } = turn;
  switch (refresh.show) {
    case 'deals':
      return { reply: await overviewPage(turn, { gateway }, refresh.page), isAdded: false };
    case 'named': {
      const deals = await gateway.list(turn.actor);
      const seen = deals.filter(({ id }) => refresh.ids.includes(id));
      return {
        reply: seen.length === 0 ? notFoundReply(null, locale) : namedCard(seen, turn),
        isAdded: false,
      };
    }
    case 'deal':
    case 'news': {
      const deal = await gateway.get(turn.actor, refresh.id);
      if (deal === null) return { reply: notFoundReply(null, locale), isAdded: false };
      const isAdded = refresh.show === 'news' && isKept;
      return { reply: isAdded ? nowCard(deal, turn) : dealCard(deal, [], turn), isAdded };
    }
  }
}
