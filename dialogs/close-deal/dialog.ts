import { sayWith } from '../../src/cards/reply-data.ts';
import type { Reply } from '../../src/cards/reply-data.ts';
import { stateLabel } from '../../src/cards/state-label.ts';
import { AppError, isStoreFault } from '../../src/errors.ts';
import type { Closing } from '../../src/referrals/gateway.ts';
import type { Referral } from '../../src/referrals/referral.ts';
import { isTerminal } from '../../src/referrals/rules.ts';
import { amongOf } from '../deals/pick.ts';
import { mayHaveDeals } from '../deals/role.ts';
import type { BeginRequest } from '../turn.ts';
import type { Finish, FormDefinition, Start } from '../engine/definition.ts';
import type { DialogServices } from '../services.ts';
import type { SlotContext } from '../engine/slot.ts';
import {
  alreadyClosedReply,
  changedReply,
  lostCard,
  notFoundReply,
  nothingToCloseReply,
  refusedReply,
  reviewCard,
  unreachableReply,
  wonCard,
} from './cards.ts';
import type { Closure } from './cards.ts';
import { elsewhere } from './elsewhere.ts';
import { searchToClose } from './searching.ts';
import { alreadyClosed, closeSlots, openDeals, seenDeal } from './slots.ts';
import type { CloseFacts, CloseValues } from './slots.ts';
import { closeTexts } from './texts.ts';

type Context = SlotContext<CloseValues, CloseFacts>;

/** Marks a deal Won or Lost: finds it, asks what is missing, warns of what is final, closes it. */
export function createCloseDealForm(services: DialogServices): FormDefinition<CloseValues, CloseFacts> {
  const { gateway } = services;
  return {
    name: 'close-deal',
    version: 1,
    slots: closeSlots,
    isDraftKept: false,
    confirmLabel: { it: closeTexts.it.confirm, en: closeTexts.en.confirm },
    cancelled: { it: closeTexts.it.cancelled, en: closeTexts.en.cancelled },
    load: async ({ actor }) => {
      const [deals, solutions] = await Promise.all([gateway.list(actor), gateway.listSolutions(actor)]);
      return { deals, solutions };
    },
    start: (request, context) => Promise.resolve(start(request, context)),
    elsewhere,
    isFinal: true,
    declined: { it: closeTexts.it.declined, en: closeTexts.en.declined },
    waits: true,
    review: (context) => {
      const closure = closureOf(context);
      return closure === null ? null : reviewCard(closure, context.turn);
    },
    finish: (context, draftId) => finish(context, draftId, services),
    titleOf: ({ deal }) => deal?.customer ?? null,
  };
}

function start(request: BeginRequest, context: Context): Start<CloseValues> {
  const { turn, facts } = context;
  if (request.referralId !== undefined) {
    return pick(facts.deals.find(({ id }) => id === request.referralId) ?? null, request, context);
  }
  const said = request.utterance ?? '';
  const search = searchToClose(said, facts.deals, turn, turn.read(said, null));
  switch (search.kind) {
    case 'one':
      return pick(search.deal, request, context);
    case 'several':
      return pickAmong(search.deals, search.typed, request, context);
    case 'not-found':
      return askInstead(search.typed, request, context);
    case 'all':
    case 'unsaid':
      return unnamed(request, context);
  }
}

function unnamed(request: BeginRequest, context: Context): Start<CloseValues> {
  if (openDeals(context).length === 0) return stop(nothing(context));
  return { kind: 'go', values: decided(request) };
}

/** Says that there is no such deal, and asks for one of those that can be closed, if there are any. */
function askInstead(typed: string | null, request: BeginRequest, context: Context): Start<CloseValues> {
  const { facts, locale } = context;
  if (facts.deals.length === 0) return stop(nothing(context));
  if (openDeals(context).length === 0) return stop(notFoundReply(typed, locale));
  const { noSuchDeal, noSuchId } = closeTexts[locale];
  const before = sayWith(typed === null ? noSuchId : noSuchDeal(typed));
  return { kind: 'go', values: decided(request), before: [before] };
}

function nothing({ turn, locale }: Context): Reply {
  return nothingToCloseReply(mayHaveDeals(turn.person), locale);
}

function pick(deal: Referral | null, request: BeginRequest, context: Context): Start<CloseValues> {
  if (deal === null) return stop(notFoundReply(null, context.locale));
  if (isTerminal(deal.state)) {
    return stop(alreadyClosedReply(deal, alreadyClosed(deal, context.locale), context.locale));
  }
  return { kind: 'go', values: { deal: seenDeal(deal), ...decided(request) } };
}

/** Of several deals of a name only those that are open can be meant, unless none is. */
function pickAmong(
  deals: readonly Referral[],
  typed: string | null,
  request: BeginRequest,
  context: Context,
): Start<CloseValues> {
  const open = deals.filter(({ state }) => !isTerminal(state));
  const [first, second] = open.length === 0 ? deals : open;
  if (first === undefined || second === undefined) return pick(first ?? null, request, context);
  const among = amongOf(open.length === 0 ? deals : open, typed);
  return { kind: 'go', values: { among, ...decided(request) } };
}

/** What an earlier round decided, when the form begins anew. */
function decided(request: BeginRequest): Partial<Pick<CloseValues, 'outcome' | 'reason'>> {
  const { outcome, reason } = request.with ?? {};
  return {
    ...(outcome === 'Won' || outcome === 'Lost' ? { outcome } : {}),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** What would be closed, null where the deal is gone from view or something is missing. */
function closureOf({ values, facts }: Context): Closure | null {
  const { deal: seen, outcome, reason } = values;
  const deal = facts.deals.find(({ id }) => id === seen?.id);
  if (deal === undefined || outcome === undefined) return null;
  return { deal, outcome, reason: outcome === 'Lost' ? (reason ?? null) : null };
}

async function finish(
  context: Context,
  draftId: string,
  services: DialogServices,
): Promise<Finish<CloseValues>> {
  const { turn, locale, facts, values } = context;
  const closure = closureOf(context);
  if (closure === null) return done(notFoundReply(null, locale));
  const { deal, outcome } = closure;
  if (isTerminal(deal.state)) return done(alreadyClosedReply(deal, closedMeanwhile(deal, context), locale));
  const eTag = values.deal?.eTag ?? deal.eTag;
  try {
    const closed = await services.gateway.close(turn.actor, deal.id, closingOf(closure), eTag);
    return done(
      outcome === 'Won'
        ? wonCard(closed, facts.solutions, turn)
        : lostCard(closed, closure.reason ?? '', locale),
    );
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return failed(error, closure, context, draftId, services);
  }
}

function closingOf({ outcome, reason }: Closure): Closing {
  return outcome === 'Won' ? { substatus: 'Won' } : { substatus: 'Lost', reason: reason ?? '' };
}

/** Closed by this form in an earlier try that got no answer, or by somebody else. */
function closedMeanwhile(deal: Referral, { values, locale }: Context): string {
  const texts = closeTexts[locale];
  const isAsWished = deal.state.substatus === values.outcome;
  return isAsWished
    ? texts.alreadyDone(deal.customer.name, stateLabel(deal.state, locale))
    : alreadyClosed(deal, locale);
}

/** Tells the truth about a close that failed. */
async function failed(
  error: AppError,
  closure: Closure,
  context: Context,
  draftId: string,
  { gateway }: DialogServices,
): Promise<Finish<CloseValues>> {
  const { turn, locale } = context;
  if (error.code === 'unreachable') {
    return { kind: 'failed', replies: [unreachableReply(draftId, isStoreFault(error), locale)] };
  }
  const isStale = error.code === 'conflict' || error.details.reason === 'terminal-state';
  if (!isStale) {
    if (error.code === 'refused') return done(refusedReply(locale));
    throw error;
  }
  const now = await gateway.get(turn.actor, closure.deal.id);
  if (now === null) return done(notFoundReply(null, locale));
  if (isTerminal(now.state)) return done(alreadyClosedReply(now, closedMeanwhile(now, context), locale));
  return again(closure, now, context);
}

/** Shows what changed and asks anew, with what was decided kept. */
function again(closure: Closure, now: Referral, { values, locale }: Context): Finish<CloseValues> {
  const { outcome, reason } = closure;
  return {
    kind: 'again',
    request: { referralId: now.id, with: { outcome, ...(reason === null ? {} : { reason }) } },
    replies: values.deal === undefined ? [] : [changedReply(values.deal, now, locale)],
  };
}

function done(reply: Reply): Finish<CloseValues> {
  return { kind: 'done', replies: [reply] };
}

function stop(reply: Reply): Start<CloseValues> {
  return { kind: 'stop', replies: [reply] };
}
