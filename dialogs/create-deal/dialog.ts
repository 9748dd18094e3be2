import { type Reply, sayWith } from '../../src/cards/reply-data.ts';
import type { Directory } from '../../src/directory/directory.ts';
import { AppError, isStoreFault } from '../../src/errors.ts';
import { formatMoney, joinList } from '../../src/language/format.ts';
import type { Actor } from '../../src/identity/actor.ts';
import { canCreate } from '../../src/referrals/eligibility.ts';
import { decide } from '../../src/referrals/rules.ts';
import { createLastRead } from '../../src/referrals/last-read.ts';
import { isChangedMeanwhile, isUnreadable } from '../../src/storage/record-store.ts';
import type { DialogServices } from '../services.ts';
import type { BeginRequest, DialogTurn } from '../turn.ts';
import type { Finish, FormDefinition, Notice, Start } from '../engine/definition.ts';
import { seeButton } from '../deals/replies.ts';
import { actButton, labelOf } from '../engine/render.ts';
import { createdReply, summaryCard } from './cards.ts';
import { duplicates } from './earlier-deals.ts';
import { dealsIn } from './several.ts';
import { isSolutionName } from './solutions-named.ts';
import { mayCreateReply, mayNotCreateReplies, whoGrants } from './eligibility.ts';
import { likeAnother } from './like-another.ts';
import { toNewReferral, valuesOf } from './new-referral.ts';
import { dealSlots } from './slots.ts';
import { namesOf, otherSolutions } from './solutions.ts';
import { dealTexts } from './texts.ts';
import type { DealContext, DealFacts, DealValues } from './values.ts';

/** The form that creates a deal. */
export function createDealForm(services: DialogServices): FormDefinition<DealValues, DealFacts> {
  const { gateway } = services;
  const readDeals = createLastRead(async (actor) => {
    const [deals, solutions] = await Promise.all([gateway.list(actor), gateway.listSolutions(actor)]);
    return { deals, solutions };
  });
  return {
    name: 'create-deal',
    version: 1,
    slots: dealSlots,
    agreed: 'create',
    isDraftKept: true,
    says: dealTexts,
    load: (turn) => loadFacts(readDeals, services.directory, turn),
    start: (request, context) => start(services.directory, request, context),
    isCountKnown,
    notices: (context) => [...duplicateNotices(context), ...leftOutNotices(context)],
    review: summaryCard,
    finish: (context) => createDeal(services, context),
    titleOf: ({ customer }) => customer ?? null,
  };
}

/** The kind decides what is asked, and beside sample data so does the solution (area, initiative, role). */
function isCountKnown({ values, facts }: DealContext): boolean {
  const isAreaOpen = values.kind === 'co-sell' && facts.solutions.some(({ source }) => source !== 'sample');
  return values.kind !== undefined && (!isAreaOpen || values.solution !== undefined);
}

async function loadFacts(
  readDeals: (actor: Actor) => Promise<Pick<DealFacts, 'deals' | 'solutions'>>,
  directory: Directory,
  { person, actor }: DialogTurn,
): Promise<DealFacts> {
  if (person === null) return { person, deals: [], solutions: [], colleagues: [] };
  const [read, colleagues] = await Promise.all([readDeals(actor), directory.listColleagues(actor)]);
  return { person, ...read, colleagues };
}

/** Says the criteria first; who may go on finds the old deal's values filled in where one is recreated. */
async function start(
  directory: Directory,
  request: BeginRequest,
  context: DealContext,
): Promise<Start<DealValues>> {
  const eligibility = canCreate(context.facts.person, context.facts.solutions);
  if (!eligibility.isPossible) {
    const admins = await directory.listAdmins(context.turn.actor);
    return { kind: 'stop', replies: mayNotCreateReplies(eligibility, admins, context) };
  }
  const texts = dealTexts[context.locale];
  const said = request.draftId === undefined ? [mayCreateReply(eligibility, context)] : [];
  const like = request.with?.['like'];
  if (like !== undefined) return likeAnother(like, request.utterance, context, said);
  const same = context.facts.deals.find(({ id }) => id === request.with?.['customerOf']);
  if (same !== undefined) return { kind: 'go', values: { customer: same.customer.name }, before: said };
  if (request.recreates === undefined) return { kind: 'go', ...firstOf(request, context, said) };
  const old = context.facts.deals.find(({ id }) => id === request.recreates);
  if (old === undefined) return { kind: 'go', values: {}, before: [sayWith(texts.oldDealGone)] };
  const before = [
    sayWith(texts.recreating(old.customer.name, decide(old, context.turn.now).kind === 'declined')),
  ];
  return { kind: 'go', values: valuesOf(old, context), before };
}

/** Of several deals in one message the first is begun, and the others are kept to be offered afterwards. */
function firstOf(
  { utterance }: BeginRequest,
  context: DealContext,
  before: readonly Reply[],
): Omit<Extract<Start<DealValues>, { kind: 'go' }>, 'kind'> {
  const { turn, locale } = context;
  const isSold = (name: string): boolean => isSolutionName(name, context);
  const [first, ...later] = utterance === undefined ? [] : dealsIn(turn.read(utterance, null), isSold);
  if (first === undefined) return { values: {}, before };
  const names = later.map(({ customer }) => customer);
  const line = dealTexts[locale].oneByOne(first.customer, joinList(names, locale, 'and'));
  const values = { later };
  return { values, before: [...before, sayWith(line)], utterance: first.text };
}

/** Points out open deals that a new one may duplicate. */
function duplicateNotices(context: DealContext): readonly Notice[] {
  const texts = dealTexts[context.locale];
  const [first] = duplicates(context);
  if (first === undefined) return [];
  const { value, customer, solutions } = first;
  const amount = formatMoney(value.amount, value.currency, context.locale);
  const deal = [...solutions.slice(0, 1).map(({ name }) => name), amount].join(', ');
  const another = actButton(texts.otherCustomer, context.draftId, { do: 'change', slot: 'customer' });
  const buttons = [{ ...seeButton(first, texts.openDeal), words: texts.openDealWords }, another];
  return [{ id: `duplicate:${first.id}`, text: texts.duplicate(customer.name, deal), buttons }];
}

/** Says which further solutions Microsoft can't be shown. */
function leftOutNotices(context: DealContext): readonly Notice[] {
  const left = otherSolutions(context, true);
  if (context.values.kind === undefined || left.length === 0) return [];
  const id = `left-out:${left.map((solution) => solution.id).join(',')}`;
  return [{ id, text: dealTexts[context.locale].solutionsLeftOut(namesOf(left, context)) }];
}

/** Creates the deal under the draft's id, saved before, so that a second confirmation finds the same deal. */
async function createDeal(
  { gateway, directory }: DialogServices,
  context: DealContext,
): Promise<Finish<DealValues>> {
  const { turn, facts, draftId } = context;
  try {
    const draft = toNewReferral(context);
    await turn.saveNow();
    const { referral, isNew } = await gateway.create(turn.actor, draft, draftId);
    return { kind: 'done', replies: [createdReply(referral, isNew, facts.solutions, context)] };
  } catch (error) {
    // Where a sign-in is missing, the bot asks for it and then confirms again; where somebody wrote, the turn does.
    if (!(error instanceof AppError) || error.code === 'unauthorized' || isChangedMeanwhile(error))
      throw error;
    return failure(error, directory, context);
  }
}

/** Fields of a deal whose slot has another name. */
const SLOT_OF_FIELD: Readonly<Record<string, string>> = {
  solutions: 'solution',
  name: 'dealName',
  team: 'ownContact',
};

function slotOf(field: string | undefined): (typeof dealSlots)[number] | undefined {
  const wanted = field === undefined ? undefined : (SLOT_OF_FIELD[field] ?? field);
  return dealSlots.find(({ name }) => name === wanted);
}

/** A failure in the seller's words; the draft stays. Nothing was created, but where only the invitation failed. */
async function failure(
  error: AppError,
  directory: Directory,
  context: DealContext,
): Promise<Finish<DealValues>> {
  const { draftId } = context;
  const texts = dealTexts[context.locale];
  const slot = slotOf(error.details.field);
  if (slot !== undefined) {
    const isInvitation = error.details.reason === 'invitation-refused';
    const say = isInvitation ? texts.failedNotInvitedField : texts.failedField;
    const text = say(labelOf(slot, context.locale));
    return { kind: 'reopen', slot: slot.name, replies: [sayWith(text)] };
  }
  const text = await failureText(error, directory, context);
  const retry = actButton(texts.retry, draftId, { do: 'confirm' });
  const drop = actButton(texts.dropKept, draftId, { do: 'cancel-really' });
  const isKept = error.details.reason?.startsWith('kept-') === true;
  return { kind: 'failed', replies: [sayWith(text, ...(isKept ? [retry, drop] : [retry]))] };
}

async function failureText(error: AppError, directory: Directory, context: DealContext): Promise<string> {
  const texts = dealTexts[context.locale];
  const told = Object.entries(texts.failedBy).find(([reason]) => reason === error.details.reason);
  if (told !== undefined) return told[1];
  if (isStoreFault(error)) return texts.failedStore;
  if (isUnreadable(error)) return texts.failedUnreadable;
  if (error.code !== 'refused') return texts.failedUnreachable;
  if (error.details.reason !== 'role-missing') return texts.failedRefused;
  const admins = await directory.listAdmins(context.turn.actor);
  return texts.failedRole(whoGrants(admins, context));
}
