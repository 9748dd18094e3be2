import type { Reply } from '../../src/cards/reply-data.ts';
import { amongOf } from '../deals/pick.ts';
import { alikeDeals, searchDeals } from '../deals/search.ts';
import type { BeginRequest } from '../turn.ts';
import type { Finish, FormDefinition, Start } from '../engine/definition.ts';
import type { DialogServices } from '../services.ts';
import type { SlotContext } from '../engine/slot.ts';
import { dealCard, sellerReply, whyReply } from './cards.ts';
import { emptyReply, notFoundReply } from './empty.ts';
import { overviewCard } from './overview.ts';
import { checkSlots } from './slots.ts';
import type { CheckFacts, CheckValues } from './slots.ts';
import { checkTexts } from './texts.ts';

export { overviewPage } from './overview.ts';

type Context = SlotContext<CheckValues, CheckFacts>;

/** Says whether Microsoft accepted a deal: finds the deal, then shows it. Nothing is confirmed or changed. */
export function createCheckAcceptanceForm(services: DialogServices): FormDefinition<CheckValues, CheckFacts> {
  return {
    name: 'check-acceptance',
    version: 1,
    slots: checkSlots,
    isDraftKept: false,
    cancelled: { it: checkTexts.it.cancelled, en: checkTexts.en.cancelled },
    load: async (turn) => ({ deals: await services.gateway.list(turn.actor) }),
    start: (request, context) => Promise.resolve(start(request, context)),
    review: () => null,
    finish: (context) => Promise.resolve(finish(context)),
    titleOf: () => null,
  };
}

function start(request: BeginRequest, context: Context): Start<CheckValues> {
  const { turn, locale } = context;
  const { deals } = context.facts;
  const about = aboutOf(request);
  if (request.referralId !== undefined) return pick(request.referralId, context, about);
  if (deals.length === 0) return stop(emptyReply(turn));
  if (request.with?.['view'] === 'all') return stop(overviewCard(deals, turn, 0));
  const said = request.utterance ?? '';
  const search = searchDeals(said, deals, turn, turn.read(said, null));
  switch (search.kind) {
    case 'one':
      return pick(search.deal.id, context, about);
    case 'several':
      return { kind: 'go', values: { among: amongOf(search.deals, search.typed), ...about } };
    case 'all':
      return stop(overviewCard(deals, turn, 0));
    case 'not-found':
      return stop(notFoundReply(search.typed, locale));
    case 'unsaid':
      return deals.length === 1 ? pick(deals[0]?.id ?? '', context, about) : { kind: 'go', values: about };
  }
}

function aboutOf({ with: known }: BeginRequest): Partial<Pick<CheckValues, 'about'>> {
  const about = known?.['about'];
  return about === 'seller' || about === 'why' ? { about } : {};
}

/** A deal that isn't there (any more) is said not to be found, whether or not somebody else has it. */
function pick(id: string, { facts, locale }: Context, more: Partial<CheckValues> = {}): Start<CheckValues> {
  const deal = facts.deals.find((each) => each.id === id);
  if (deal === undefined) return stop(notFoundReply(null, locale));
  return { kind: 'go', values: { deal: deal.id, ...more } };
}

function finish({ values, facts, turn, locale }: Context): Finish<CheckValues> {
  const deal = facts.deals.find(({ id }) => id === values.deal);
  if (deal === undefined) return { kind: 'done', replies: [notFoundReply(null, locale)] };
  // Who has just picked from a list has seen the others already.
  const others = values.among === undefined ? alikeDeals(deal, facts.deals) : [];
  if (values.about === 'why') return { kind: 'done', replies: [whyReply(deal, turn)] };
  const before = values.about === 'seller' ? [sellerReply(deal, locale)] : [];
  return { kind: 'done', replies: [...before, dealCard(deal, others, turn)] };
}

function stop(reply: Reply): Start<CheckValues> {
  return { kind: 'stop', replies: [reply] };
}
