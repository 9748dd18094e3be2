import { aboutReply } from '../../dialogs/check-acceptance/about.ts';
import { dealCard } from '../../dialogs/check-acceptance/cards.ts';
import { DEAL_QUESTIONS } from '../../src/reading/fact-asked.ts';
import { overviewCard } from '../../dialogs/check-acceptance/overview.ts';
import * as closing from '../../dialogs/close-deal/cards.ts';
import { seenDeal } from '../../dialogs/close-deal/slots.ts';
import { createdReply, summaryCard } from '../../dialogs/create-deal/cards.ts';
import { createDealForm } from '../../dialogs/create-deal/dialog.ts';
import { mayCreateReply, mayNotCreateReplies } from '../../dialogs/create-deal/eligibility.ts';
import type { DealContext, DealFacts, DealValues } from '../../dialogs/create-deal/values.ts';
import { dealTitle } from '../../dialogs/deals/choices.ts';
import { notFoundReply } from '../../dialogs/deals/replies.ts';
import { adminsCard, messageReply } from '../../dialogs/find-account-admins/cards.ts';
import { saidIn } from '../../dialogs/engine/answer.ts';
import type { FormDefinition } from '../../dialogs/engine/definition.ts';
import { cancel } from '../../dialogs/engine/ending.ts';
import { alreadyCreatedReply, draftsReply, offerReply } from '../../dialogs/engine/drafts.ts';
import { questionReply, statusReply } from '../../dialogs/engine/render.ts';
import { emptyForm } from '../../dialogs/engine/state.ts';
import type { OpenForm } from '../../dialogs/engine/state.ts';
import { askBack } from '../../dialogs/engine/steps.ts';
import { contextOf } from '../../dialogs/engine/values.ts';
import type { Scene } from '../../dialogs/engine/values.ts';
import { messageReplies } from '../../src/bot/watch/replies.ts';
import { answerReply } from '../../src/cards/answer-card.ts';
import { noneReply, personReply } from '../../src/cards/none-card.ts';
import type { Reply } from '../../src/cards/reply-data.ts';
import { welcomeReply } from '../../src/cards/welcome-card.ts';
import type { Admin, Person } from '../../src/directory/directory.ts';
import { sara } from '../../src/directory/sample-people.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { CARE_REASONS } from '../../src/referrals/care.ts';
import type { Locale } from '../../src/language/locale.ts';
import { canCreate } from '../../src/referrals/eligibility.ts';
import type { MicrosoftSide, Referral, Solution } from '../../src/referrals/referral.ts';
import { sampleServices, turnOf } from '../dialogs/engine/runner.ts';
import { NOW, referral } from '../referrals/deals.ts';

/** A reply by the name of what makes it. */
export interface NamedReply {
  readonly name: string;
  readonly reply: Reply;
}

/** Everything that people and services may have named, each by the same words. */
interface Outside {
  readonly words: string;
  readonly locale: Locale;
  readonly deals: readonly Referral[];
  readonly person: Person;
  readonly solutions: readonly Solution[];
  readonly admins: readonly Admin[];
}

const services = sampleServices();

/** Every reply that shows words of others, with these words wherever it can show some. */
export async function outsideReplies(words: string, locale: Locale): Promise<NamedReply[]> {
  const person = personCalled(words);
  const outside: Outside = {
    words,
    locale,
    deals: dealsCalled(words),
    person,
    solutions: [solutionCalled(words, true), { ...solutionCalled(words, false), id: 'SOL-10002-AAA' }],
    admins: [adminCalled(words), { ...adminCalled(words), role: 'global-admin', source: 'graph' }],
  };
  return [
    ...checkReplies(outside),
    ...closeReplies(outside),
    ...cardReplies(outside),
    ...watchReplies(outside),
    ...createReplies(outside, createDealForm(await services)),
  ];
}

function contactCalled(words: string): DealValues['contact'] {
  return { firstName: words, lastName: words, phone: words, email: words };
}

function personCalled(words: string): Person {
  const company = { ...sara.company, name: words, locations: [{ id: words, name: words }] };
  return { ...sara, ...contactCalled(words), company };
}

function solutionCalled(name: string, isCoSellReady: boolean): Solution {
  const source = 'company-list';
  return { id: 'SOL-10001-AAA', name, isPublished: true, isCoSellReady, isIncentiveEligible: true, source };
}

function adminCalled(words: string): Admin {
  const asOf = NOW.toISOString();
  const base = { objectId: null, isGuest: true, isEligibleOnly: true, asOf };
  return { ...base, name: words, email: words, role: 'account-admin', source: 'company-list' };
}

/** One deal for each thing that can be said of Microsoft's side, and one that is closed on ours. */
function dealsCalled(words: string): Referral[] {
  const sellers = [{ name: words, email: words }];
  const side = (changes: Partial<MicrosoftSide>): MicrosoftSide => ({
    state: { status: 'Active', substatus: 'Accepted' },
    invitedAt: new Date(NOW.getTime() - 86_400_000).toISOString(),
    reason: words,
    sellers,
    msxId: words,
    ...changes,
  });
  const states: readonly MicrosoftSide['state'][] = [
    { status: 'Active', substatus: 'Accepted' },
    { status: 'New', substatus: 'Pending' },
    { status: 'Closed', substatus: 'Declined' },
    { status: 'Closed', substatus: 'Expired' },
    { status: 'Closed', substatus: 'Lost' },
    { status: 'Active', substatus: 'Error', raw: words },
    { status: 'Active', substatus: 'Unknown', raw: words },
  ];
  const open = states.map((state, index) => dealCalled(words, index, side({ state })));
  const [first] = open;
  const unknown = { status: 'Closed', substatus: 'Unknown', raw: words } as const;
  const closed = { status: 'Closed', substatus: 'Lost' } as const;
  return first === undefined
    ? []
    : [
        ...open,
        { ...first, id: 'closed', state: closed, statusReason: words },
        { ...first, id: 'odd', state: unknown },
        dealCalled(words, 9, null),
      ];
}

function dealCalled(words: string, index: number, microsoft: MicrosoftSide | null): Referral {
  const address = { line1: words, city: words, country: 'IT' };
  return referral({
    id: `deal-${String(index)}`,
    kind: 'co-sell',
    name: words,
    customer: { name: words, address, contact: contactCalled(words) },
    solutions: [{ id: 'SOL-10001-AAA', name: words }],
    notes: words,
    crmId: words,
    team: [contactCalled(words)],
    microsoft,
    isSample: index % 2 === 0,
  });
}

const named = (name: string, ...replies: (Reply | null)[]): NamedReply[] =>
  replies.flatMap((reply) => (reply === null ? [] : [{ name, reply }]));

function checkReplies({ deals, words, locale }: Outside): NamedReply[] {
  const reader = { locale, now: NOW, timeZone: 'Europe/Rome' };
  return deals.flatMap((deal, index) => [
    ...named(`deal card ${deal.id}`, dealCard(deal, deals.slice(0, 2), reader)),
    ...DEAL_QUESTIONS.flatMap((about) => named(about, aboutReply(about, deal, reader))),
    ...named('overview', overviewCard(deals, { ...reader, person: null }, index)),
    ...named('no such deal', notFoundReply(words, locale)),
    ...named('title', { summary: dealTitle(deal, deals, locale) }),
  ]);
}

function closeReplies({ deals, solutions, words, locale }: Outside): NamedReply[] {
  const reader = { locale, now: NOW, timeZone: 'Europe/Rome' };
  const [deal, other] = deals;
  if (deal === undefined || other === undefined) return [];
  const changed = { ...deal, value: { amount: 1, currency: 'EUR' } };
  return [
    ...named('review', closing.reviewCard({ deal, outcome: 'Lost', reason: words }, reader)),
    ...named('won', closing.wonCard(deal, solutions, reader)),
    ...named('lost', closing.lostCard(deal, words, locale)),
    ...named('closed already', closing.alreadyClosedReply(deal, 'Won', locale)),
    ...named('changed', closing.changedReply(seenDeal(deal), changed, locale)),
  ];
}

function cardReplies({ words, admins, person, locale }: Outside): NamedReply[] {
  // Somebody else than the admins, who bear the same name.
  const asker = { person: { ...person, email: 'x' }, locale, timeZone: 'Europe/Rome' };
  const support = { url: 'https://support.example', contact: words };
  const text = { question: 'Q?', lead: 'No: **mai**.', body: 'Vedi [qui](https://a.example).' };
  const answer = { id: 'a', parent: null, related: [], dialog: null, sources: [], texts: { it: text } };
  const knowledge = { answers: new Map(), sources: new Map(), intents: new Map() };
  return [
    ...named('admins', adminsCard(admins, asker)),
    ...named('message to an admin', messageReply(admins, asker)),
    ...named('none', noneReply([{ kind: 'answer', id: 'a', title: words }], support, locale)),
    ...named('person', personReply(support, locale)),
    ...named('welcome', welcomeReply({ firstName: words }, true, locale)),
    ...named(
      'answer',
      answerReply(answer as never, locale, knowledge as unknown as Knowledge, { before: `«${words}»` }),
    ),
  ];
}

function watchReplies({ words, deals, locale }: Outside): NamedReply[] {
  const reader = { locale, timeZone: 'Europe/Rome' };
  const customer = words;
  const news = deals.map((deal) => ({ news: 'declined' as const, deal }));
  const inCare = deals.map((deal) => ({ deal, reasons: CARE_REASONS }));
  const digest = { inCare, open: deals.length };
  return [
    ...named('sent', ...messageReplies({ kind: 'sent', dealId: 'd', customer }, reader)),
    ...named('kept', ...messageReplies({ kind: 'kept-signed-out', customer }, reader)),
    ...named('not invited', ...messageReplies({ kind: 'not-invited', draftId: 'd', customer }, reader)),
    ...named('news', ...messageReplies({ kind: 'notices', news, digest: null, readAt: NOW }, reader)),
    ...named('weekly list', ...messageReplies({ kind: 'notices', news: [], digest, readAt: NOW }, reader)),
  ];
}

function createReplies(outside: Outside, definition: ReturnType<typeof createDealForm>): NamedReply[] {
  const { words, locale, person, deals, solutions, admins } = outside;
  const turn = { ...turnOf(person, locale, NOW, []), locale };
  const facts: DealFacts = { person, deals, solutions, colleagues: [{ ...person, objectId: 'other' }] };
  const scene: Scene = { turn, locale, today: '2026-11-24', facts };
  const form: OpenForm = {
    ...emptyForm(definition, 'draft-1', NOW),
    values: valuesCalled(words),
    history: ['customer', 'notes'],
  };
  const context = contextOf(form, scene) as DealContext;
  const [deal] = deals;
  const draft = { ...form.draft, title: words };
  turn.record.drafts = [draft];
  const eligibility = canCreate(context.facts.person, context.facts.solutions);
  const cannot = { ...eligibility, role: 'not-met', solution: 'met' } as const;
  return [
    ...named('summary', summaryCard(context)),
    ...named('created', deal === undefined ? null : createdReply(deal, true, solutions, context)),
    ...named('created already', deal === undefined ? null : alreadyCreatedReply(deal, turn)),
    ...named('may create', mayCreateReply(eligibility, context)),
    ...named('may not create', ...mayNotCreateReplies(cannot, admins, context)),
    ...named('status', statusReply({ definition, form, scene })),
    ...named('drafts', draftsReply(turn)),
    ...named('offered draft', offerReply(draft, turn, true)),
    ...named('cancel', ...cancel({ definition, form, scene }).replies),
    ...definition.slots.flatMap((slot) => slotReplies(definition, form, slot, words, scene)),
  ];
}

/** The question of a slot with what was said before it, and what it says to these words. */
function slotReplies(
  definition: FormDefinition,
  form: OpenForm,
  slot: FormDefinition['slots'][number],
  words: string,
  scene: Scene,
): NamedReply[] {
  const parsed = slot.parse(saidIn(words, slot.name, scene), contextOf(form, scene));
  const said = parsed.kind === 'value' ? [] : askBack({ definition, form, scene }, slot, parsed).replies;
  return [
    ...named(
      `question ${slot.name}`,
      questionReply({ definition, form, scene }, slot, [`Segnato: ${words}`]),
    ),
    ...named(`answer to ${slot.name}`, ...said),
  ];
}

function valuesCalled(words: string): Partial<DealValues> {
  const solution = { id: 'SOL-10001-AAA', name: words };
  return {
    kind: 'co-sell',
    customer: words,
    address: { line1: words, city: words, country: 'IT', state: words, postalCode: words },
    contact: contactCalled(words),
    solution,
    otherSolutions: [{ id: 'SOL-10002-AAA', name: words }],
    value: { amount: 80_000, currency: 'EUR' },
    closingDate: '2027-03-31',
    helpCode: 'GeneralOrOther',
    marketplaceIntent: 'No',
    notes: { text: words, variant: null },
    dealName: words,
    team: [contactCalled(words)],
    ownContact: contactCalled(words),
    partnerLocation: words,
    crmId: words,
  };
}
