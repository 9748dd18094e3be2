import { type Reply, sayWith } from '../../src/cards/reply-data.ts';
import { AppError, isStoreFault } from '../../src/errors.ts';
import type { Closing } from '../../src/referrals/gateway.ts';
import type { Referral } from '../../src/referrals/referral.ts';
import { isTerminal } from '../../src/referrals/rules.ts';
import { amongOf, dealAsked } from '../deals/pick.ts';
import { allButton, nothingReply, notFoundReply } from '../deals/replies.ts';
import type { DealSearch } from '../deals/search.ts';
import { dealsTexts } from '../deals/texts.ts';
import type { BeginRequest, DialogTurn } from '../turn.ts';
import type { Finish, FormDefinition, Start } from '../engine/definition.ts';
import { isChangedMeanwhile, isUnreadable } from '../../src/storage/record-store.ts';
import type { DialogServices } from '../services.ts';
import {
  alreadyClosedReply,
  changedReply,
  type Closure,
  lostCard,
  refusedReply,
  reviewCard,
  unreachableReply,
  wonCard,
} from './cards.ts';
import { sayNotRecorded } from './beside.ts';
import { elsewhere } from './elsewhere.ts';
import { searchToClose } from './search.ts';
import {
  type CloseContext as Context,
  type CloseFacts,
  closeSlots,
  type CloseValues,
  openDeals,
  seenDeal,
} from './slots.ts';
import { closeTexts } from './texts.ts';

/** Marks a deal Won or Lost: finds it, asks what is missing, warns of what is final, closes it. */
export function createCloseDealForm(services: DialogServices): FormDefinition<CloseValues, CloseFacts> {
  const { gateway } = services;
  return {
    name: 'close-deal',
    version: 1,
    slots: closeSlots,
    agreed: 'close',
    isDraftKept: false,
    says: closeTexts,
    load: async ({ actor }) => {
      const [deals, solutions] = await Promise.all([gateway.list(actor), gateway.listSolutions(actor)]);
      return { deals, solutions };
    },
    start: (request, context) => Promise.resolve(start(request, context)),
    elsewhere,
    isFinal: true,
    waits: true,
    review: (context) => {
      const closure = closureOf(context);
      return closure === null ? null : reviewCard(closure, context.turn);
    },
    finish: (context) => finish(context, services),
    about: ({ deal }) => deal?.id ?? null,
    titleOf: ({ deal }) => deal?.customer ?? null,
  };
}

function start(request: BeginRequest, context: Context): Start<CloseValues> {
  const { turn, facts, locale } = context;
  const search = dealAsked(request, facts.deals, turn, searchToClose);
  const isOpen = openDeals(context).length > 0;
  switch (search.kind) {
    case 'one':
      return pick(search.deal, request, context);
    case 'several':
      return pickAmong(search, request, context);
    case 'not-found':
      if (request.referralId !== undefined || (facts.deals.length > 0 && !isOpen))
        return stop(notFoundReply(search.typed, locale));
      break;
    case 'all':
    case 'unsaid':
  }
  if (!isOpen) return stop(nothingReply(turn, closeTexts[locale], allButton(locale)));
  // No such deal: one of those that can be closed is asked for.
  if (search.kind !== 'not-found') return { kind: 'go', values: decided(request) };
  const near = (search.near ?? []).filter(({ state }) => !isTerminal(state));
  const among = near.length === 0 ? {} : { among: amongOf(near, null) };
  const before = [sayWith(dealsTexts[locale].noSuchDeal(search.typed))];
  return { kind: 'go', values: { ...among, ...decided(request) }, before };
}

function pick(deal: Referral, request: BeginRequest, context: Context): Start<CloseValues> {
  return isTerminal(deal.state)
    ? stop(alreadyClosedReply(deal, context.values.outcome, context.locale))
    : {
        kind: 'go',
        values: { deal: seenDeal(deal), ...decided(request) },
        before: sayNotRecorded(request, seenDeal(deal), context),
      };
}

/** Of several deals of a name only those that are open can be meant, unless none is. */
function pickAmong(
  { deals, typed }: Extract<DealSearch, { kind: 'several' }>,
  request: BeginRequest,
  context: Context,
): Start<CloseValues> {
  const open = deals.filter(({ state }) => !isTerminal(state));
  const [only, ...more] = open;
  if (only !== undefined && more.length === 0) return pick(only, request, context);
  return {
    kind: 'go',
    values: { among: amongOf(open.length === 0 ? deals : open, typed), ...decided(request) },
  };
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

async function finish(context: Context, services: DialogServices): Promise<Finish<CloseValues>> {
  const { turn, locale, facts, values } = context;
  const closure = closureOf(context);
  if (closure === null) return done(notFoundReply(null, locale));
  const { deal, outcome } = closure;
  if (isTerminal(deal.state)) return done(alreadyClosedReply(deal, outcome, locale));
  const eTag = values.deal?.eTag ?? deal.eTag;
  try {
    await saveFirst(turn);
    const closed = await services.gateway.close(turn.actor, deal.id, closingOf(closure), eTag);
    return done(
      outcome === 'Won'
        ? wonCard(closed, facts.solutions, turn)
        : lostCard(closed, closure.reason ?? '', locale),
    );
  } catch (error) {
    if (!(error instanceof AppError) || isChangedMeanwhile(error)) throw error;
    return failed(error, closure, context, services);
  }
}

/** On a storage that takes nothing no deal is closed, since the next turn would not know of it. */
async function saveFirst(turn: DialogTurn): Promise<void> {
  try {
    await turn.saveNow();
  } catch (error) {
    // Nothing is saved of whom a newer release has a record; they may close their deals all the same.
    if (!isUnreadable(error)) throw error;
  }
}

function closingOf({ outcome, reason }: Closure): Closing {
  return outcome === 'Won' ? { substatus: 'Won' } : { substatus: 'Lost', reason: reason ?? '' };
}

/** Tells the truth about a close that failed. */
async function failed(
  error: AppError,
  closure: Closure,
  context: Context,
  { gateway }: DialogServices,
): Promise<Finish<CloseValues>> {
  const { turn, locale, draftId } = context;
  if (error.code === 'unreachable') {
    return { kind: 'failed', replies: [unreachableReply(draftId, isStoreFault(error), locale)] };
  }
  if (error.code !== 'conflict' && error.details.reason !== 'terminal-state') {
    if (error.code === 'refused') return done(refusedReply(locale));
    throw error;
  }
  const now = await gateway.get(turn.actor, closure.deal.id);
  if (now === null) return done(notFoundReply(null, locale));
  if (isTerminal(now.state)) return done(alreadyClosedReply(now, closure.outcome, locale));
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

const done = (reply: Reply): Finish<CloseValues> => ({ kind: 'done', replies: [reply] });

const stop = (reply: Reply): Start<CloseValues> => ({ kind: 'stop', replies: [reply] });
