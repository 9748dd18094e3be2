import * as z from 'zod';
import type { Referral } from '../../src/referrals/referral.ts';
import { sortByUrgency } from '../../src/referrals/rules.ts';
import { type Among, amongOf, amongSchema, dealAsked, dealPick } from '../deals/pick.ts';
import { createButton, notFoundReply } from '../deals/replies.ts';
import { alikeDeals, type DealSearch } from '../deals/search.ts';
import type { BeginRequest } from '../turn.ts';
import type { Finish, FormDefinition, Start } from '../engine/definition.ts';
import type { DialogServices } from '../services.ts';
import type { Slot, SlotContext } from '../engine/slot.ts';
import { hidden } from '../kinds/hidden.ts';
import { DEAL_QUESTIONS, type DealQuestion } from '../../src/reading/fact-asked.ts';
import { aboutReply } from './about.ts';
import { dealCard } from './cards.ts';
import { namedCard, overviewCard, someCard } from './overview.ts';
import { dealsFound } from '../deals/asked.ts';
import { checkTexts } from './texts.ts';

export { overviewCard, overviewPage } from './overview.ts';

/** What is collected: one deal. */
interface CheckValues {
  /** The deal's id. */
  readonly deal: string;
  /** Never asked: the deals to choose from, where the first sentence fitted several. */
  readonly among: Among;
  /** Never asked: what of the deal is wanted, where it isn't its card: who looks after it, why it stands so. */
  readonly about: DealQuestion | 'why' | 'left' | 'unclear';
  /** Never asked: the deal's card stands above, and isn't shown again. */
  readonly isShown: true;
}

interface CheckFacts {
  /** All that the person may see, newest first. */
  readonly deals: readonly Referral[];
}

const aboutSchema = z.enum([...DEAL_QUESTIONS, 'why', 'left', 'unclear']);

/** The slots in the order of the conversation. */
const checkSlots: readonly Slot<CheckValues, CheckFacts>[] = [
  dealPick<CheckValues, CheckFacts, 'deal'>({
    name: 'deal',
    words: { it: ['deal', 'trattativa', 'cliente'], en: ['deal', 'customer'] },
    schema: z.string(),
    ask: ({ locale }) => ({ text: checkTexts[locale].ask, why: checkTexts[locale].askWhy }),
    offered: ({ facts, turn }) => sortByUrgency(facts.deals, turn.now),
    valueOf: ({ id }) => ({ kind: 'value', value: id }),
    show: () => null,
    idOf: (id) => id,
  }),
  hidden({ name: 'among', schema: amongSchema }),
  hidden({ name: 'about', schema: aboutSchema }),
  hidden({ name: 'isShown', schema: z.literal(true) }),
];

type Context = SlotContext<CheckValues, CheckFacts>;

/** Says whether Microsoft accepted a deal: finds the deal, then shows it. Nothing is confirmed or changed. */
export function createCheckAcceptanceForm(services: DialogServices): FormDefinition<CheckValues, CheckFacts> {
  return {
    name: 'check-acceptance',
    version: 1,
    slots: checkSlots,
    isDraftKept: false,
    says: checkTexts,
    load: async (turn) => ({ deals: await services.gateway.list(turn.actor) }),
    start: (request, context) => Promise.resolve(start(request, context)),
    review: () => null,
    finish: (context) => Promise.resolve(finish(context)),
    titleOf: () => null,
  };
}

function start(request: BeginRequest, { turn, locale, facts: { deals } }: Context): Start<CheckValues> {
  const about = aboutOf(request);
  const { with: asked } = request;
  if (asked?.['view'] === 'some' && deals.length > 0) {
    const found = dealsFound(asked, shownOf(request, deals), turn);
    const [only, ...more] = found.deals;
    // "Il deal più grosso" is one, and no list.
    if (asked['first'] === '1' && only !== undefined && more.length === 0)
      return { kind: 'go', values: { deal: only.id } };
    return { kind: 'stop', replies: [someCard(found, turn)] };
  }
  const isAll = deals.length === 0 || request.with?.['view'] === 'all';
  const search: DealSearch =
    isAll && request.referralId === undefined
      ? { kind: 'all' }
      : dealAsked(request, shownOf(request, deals), turn);
  switch (search.kind) {
    case 'one':
      return { kind: 'go', values: { deal: search.deal.id, ...about } };
    case 'several':
      if (search.areAllNamed === true) return { kind: 'stop', replies: [namedCard(search.deals, turn)] };
      return { kind: 'go', values: { among: amongOf(search.deals, search.typed), ...about } };
    case 'all':
      return { kind: 'stop', replies: [overviewCard(deals, turn, 0)] };
    case 'not-found':
      return { kind: 'stop', replies: [notFoundReply(search.typed, locale, createButton(locale))] };
    case 'unsaid': {
      const [only, ...more] = deals;
      return {
        kind: 'go',
        values: only === undefined || more.length > 0 ? about : { deal: only.id, ...about },
      };
    }
  }
}

/** Those that are on the screen, where one of them is told by what it is. */
function shownOf({ with: known }: BeginRequest, deals: readonly Referral[]): readonly Referral[] {
  const shown = known?.['shown']?.split(' ');
  return shown === undefined ? deals : deals.filter(({ id }) => shown.includes(id));
}

function aboutOf({ with: known, referralId }: BeginRequest): Partial<Pick<CheckValues, 'about' | 'isShown'>> {
  const read = aboutSchema.safeParse(known?.['about']);
  if (!read.success) return {};
  return { about: read.data, ...(referralId === undefined ? {} : { isShown: true }) };
}

function finish({ values, facts, turn, locale }: Context): Finish<CheckValues> {
  const deal = facts.deals.find(({ id }) => id === values.deal);
  // One that isn't there any more is not found, whether or not somebody else has it.
  if (deal === undefined)
    return { kind: 'done', replies: [notFoundReply(null, locale, createButton(locale))] };
  // Who has just picked from a list has seen the others already.
  const others = values.among === undefined ? alikeDeals(deal, facts.deals) : [];
  const { about, isShown } = values;
  const card = dealCard(deal, others, turn);
  const among = values.among?.ids.filter((id) => id !== deal.id) ?? [];
  const shown =
    among.length === 0 ? card : { ...card, shows: { deals: [deal.id, ...among], current: deal.id } };
  if (about === undefined) return { kind: 'done', replies: [shown] };
  const answer = aboutReply(about, deal, turn);
  // What explains the whole card needs none beside it.
  const isAlone = isShown === true || about === 'why' || about === 'left' || about === 'unclear';
  return { kind: 'done', replies: isAlone ? [answer] : [{ summary: answer.summary }, shown] };
}
