import { decide } from '../../src/referrals/rules.ts';
import type { DialogName } from '../../src/cards/dialog-name.ts';
import type { BeginRequest, DialogTurn } from '../turn.ts';
import { searchDeals } from './search.ts';
import type { DialogServices } from '../services.ts';

/**
 * What a wish to make a deal anew begins: its creation with the old values where Microsoft declined it or let it
 * expire, else a look at how it stands.
 *
 * @param named what names the deal; may be empty
 * @param shownId the deal shown last, meant where none is named
 * @throws AppError as the gateway's `list`.
 */
export async function recreation(
  named: string,
  shownId: string | null,
  turn: DialogTurn,
  { gateway }: Pick<DialogServices, 'gateway'>,
): Promise<{ readonly dialog: DialogName; readonly request: BeginRequest }> {
  const deals = await gateway.list(turn.actor);
  const search = searchDeals(named, deals, turn);
  const shown = search.kind === 'unsaid' ? deals.find(({ id }) => id === shownId) : undefined;
  const deal = search.kind === 'one' ? search.deal : shown;
  if (deal === undefined) return { dialog: 'check-acceptance', request: { utterance: named } };
  const { kind } = decide(deal, turn.now);
  return kind === 'declined' || kind === 'expired'
    ? { dialog: 'create-deal', request: { recreates: deal.id } }
    : { dialog: 'check-acceptance', request: { referralId: deal.id } };
}
