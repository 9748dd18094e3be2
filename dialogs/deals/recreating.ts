import { tells } from '../../src/reading/contents.ts';
import { toPhrase } from '../../src/language/flat.ts';
import { decide } from '../../src/referrals/rules.ts';
import type { DialogName } from '../../src/cards/dialog-name.ts';
import type { BeginRequest, DialogTurn } from '../turn.ts';
import { searchDeals } from './search.ts';
import { withKind } from './with-kind.ts';
import type { DialogServices } from '../services.ts';

/** Facts that say which deal is meant. */
const DEAL_NAMES: ReadonlySet<string> = new Set(['known-name', 'organisation', 'link', 'number-id']);

/**
 * What a wish to make a deal anew begins: its creation with the old values where Microsoft declined it or let it
 * expire, else a look at how it stands. What the words say of the new one goes along ("ricrealo a 30k").
 *
 * @param named what names the deal, and what is to be other than it was; may be empty
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
  const reading = turn.read(named, null);
  const solutions = deals
    .flatMap((each) => each.solutions.map(({ name }) => toPhrase(name).split(' ')))
    .flat();
  // "Con Analytics" names what is sold.
  const isSold = (text: string): boolean =>
    toPhrase(text)
      .split(' ')
      .every((word) => solutions.includes(word));
  const isNamed = reading.facts.some(
    (fact) => DEAL_NAMES.has(fact.kind) && !isSold(named.slice(fact.start, fact.end)),
  );
  // A sum or a day is of the new deal, and not what the old one is told by.
  const shown = isNamed ? undefined : deals.find(({ id }) => id === shownId);
  const search =
    shown === undefined ? searchDeals(named, deals, turn) : { kind: 'one' as const, deal: shown };
  const deal = search.kind === 'one' ? search.deal : undefined;
  const isOther = tells(reading, 'money', 'recurring', 'day', 'deal-kind');
  const utterance = named === '' ? {} : { utterance: withKind(named, turn) };
  if (deal === undefined)
    return isOther
      ? { dialog: 'create-deal', request: utterance }
      : { dialog: 'check-acceptance', request: { utterance: named } };
  const { kind } = decide(deal, turn.now);
  if (kind === 'declined' || kind === 'expired')
    return { dialog: 'create-deal', request: { recreates: deal.id, ...utterance } };
  // One that is still there is not made anew; with a value of its own it is another one, like it.
  return isOther
    ? { dialog: 'create-deal', request: { ...utterance, with: { like: deal.id } } }
    : { dialog: 'check-acceptance', request: { referralId: deal.id } };
}
