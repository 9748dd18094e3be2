import { type FactRow, factRows } from '../../src/cards/fact-rows.ts';
import type { Verbatim } from '../../src/cards/line.ts';
import { type Button, type Reply, sayLines } from '../../src/cards/reply-data.ts';
import type { Action } from '../../src/cards/action.ts';
import { lineBlock, lineBlocks } from '../../src/cards/text-block.ts';
import {
  addDays,
  dayIn,
  daysBetween,
  formatDay,
  formatDays,
  formatMoney,
  joinList,
} from '../../src/language/format.ts';
import { incentiveCriteria } from '../../src/referrals/eligibility.ts';
import { DAYS_TO_ANSWER, type Referral, type Solution } from '../../src/referrals/referral.ts';
import { decide, isUnderWay } from '../../src/referrals/rules.ts';
import type { DialogTurn } from '../turn.ts';
import { actButton, capitalize, labelOf } from '../engine/render.ts';
import type { Slot } from '../engine/slot.ts';
import { PORTAL_URL } from '../portal.ts';
import { dealSlots } from './slots.ts';
import { duplicates } from './earlier-deals.ts';
import { dealTexts } from './texts.ts';
import type { DealTexts } from './text-types.ts';
import { classificationOf } from './classification.ts';
import { noteText } from './notes.ts';
import type { DealContext, DealFacts, DealValues } from './values.ts';

/** The summary that asks to confirm; the consent line stands in it. */
export function summaryCard(context: DealContext): Reply {
  const texts = dealTexts[context.locale];
  const { customer = '', value, closingDate } = context.values;
  const money = value === undefined ? '' : formatMoney(value.amount, value.currency, context.locale);
  const day = closingDate === undefined ? '' : formatDay(closingDate, context.locale);
  const isEmpty = context.values.notes === undefined || context.values.notes.text === '';
  const lines = [
    ...(duplicates(context).length > 0 ? [texts.duplicateShort] : []),
    ...(context.facts.person?.isSample === true ? [texts.isSample] : []),
  ];
  return {
    summary: texts.summaryNews(customer, money, day),
    body: [
      lineBlock(texts.summaryTitle(customer), { isBold: true, size: 'medium' }),
      factRows(factsOf(context, texts)),
      ...lineBlocks(lines, { isSubtle: true, size: 'small', spacing: 'small' }),
      lineBlock(texts.consent, { spacing: 'small' }),
    ],
    buttons: isEmpty ? [actButton(texts.addNotes, context.draftId, { do: 'change', slot: 'notes' })] : [],
  };
}

/** The deal was created: its id, its state, what comes next, and whether incentives are in reach. */
export function createdReply(
  referral: Referral,
  isNew: boolean,
  solutions: readonly Solution[],
  context: DealContext,
): Reply {
  const { turn } = context;
  const texts = dealTexts[turn.locale];
  const inPortal = portalLine(referral, context, texts);
  const { name } = referral.customer;
  const lines = [
    isNew ? texts.created(name) : texts.alreadyCreated(name),
    ...nextStep(referral, turn, texts),
    incentiveLine(referral, solutions, turn, texts),
    ...(inPortal === null ? [] : [inPortal]),
  ];
  const action = { action: 'begin', dialog: 'check-acceptance', referralId: referral.id } as const;
  const portal = inPortal === null ? [] : [{ title: texts.openPortal, url: PORTAL_URL }];
  const id = [{ text: `${texts.createdId} ` }, { text: referral.id, isCode: true }];
  const next = nextDeal(context, texts);
  const buttons = [...(next === null ? [] : [next]), { title: texts.seeStatus, action }, ...portal];
  const offered = next === null ? [] : [texts.nextOffer(context.values.later?.[0]?.customer ?? '')];
  const reply = sayLines([...lines, id, ...offered], ...buttons);
  return {
    ...reply,
    summary: lines.slice(0, 2).join(' '),
    shows: { deals: [referral.id], current: referral.id },
    ...(next === null ? {} : { offer: next.action }),
  };
}

/** As much as a button may hold, in characters. */
const LONGEST_REQUEST = 500;

/** The next of several deals that one message asked for, with what it said of the rest. */
function nextDeal({ values }: DealContext, texts: DealTexts): Extract<Button, { action: Action }> | null {
  const [next, ...others] = values.later ?? [];
  if (next === undefined) return null;
  const rest = others.map(({ customer }) => customer);
  const utterance = [next.text, ...rest].join(', ').slice(0, LONGEST_REQUEST);
  return {
    title: texts.nextDeal(next.customer),
    action: { action: 'begin', dialog: 'create-deal', with: { utterance } },
  };
}

/** Slots of what only the portal takes. */
const CLASSIFYING: ReadonlySet<string> = new Set(['solutionArea', 'solutionPlay', 'partnerRole']);

/** What was decided but isn't sent, so that it can be set where the portal asks it; sample deals have none. */
function portalLine(referral: Referral, context: DealContext, texts: DealTexts): string | null {
  if (referral.isSample) return null;
  if (classificationOf(context) === null) return null;
  const classifying = dealSlots.filter(({ name }) => CLASSIFYING.has(name));
  const shown = classifying.flatMap((slot) => {
    const value = slot.isAskedWhen?.(context) === true ? shownOf(slot, context) : null;
    return value === null ? [] : [`${labelOf(slot, context.locale)} ${value}`];
  });
  return shown.length === 0 ? null : texts.setInPortal(shown.join(', '));
}

function factsOf(context: DealContext, texts: DealTexts): readonly FactRow[] {
  return dealSlots.flatMap((slot): FactRow[] => {
    // The customer stands in the title.
    if (slot.name === 'customer' || !(slot.isAskedWhen?.(context) ?? true)) return [];
    const title = capitalize(labelOf(slot, context.locale));
    if (slot.name === 'notes') return [{ title, value: notesOf(context) ?? texts.notesNone }];
    const value = shownOf(slot, context);
    return value === null ? [] : [{ title, value }];
  });
}

function shownOf(slot: Slot<DealValues, DealFacts>, context: DealContext): string | null {
  const value = context.values[slot.name];
  return value === undefined ? null : slot.show(value, context);
}

/** The whole note: what is confirmed must be seen. */
function notesOf(context: DealContext): Verbatim | null {
  const { notes } = context.values;
  const text = notes === undefined ? '' : noteText(notes, context);
  return text === '' ? null : { verbatim: text };
}

/** What happens now; nothing where it has happened already, as it may have for a deal that was there before. */
function nextStep(referral: Referral, turn: DialogTurn, texts: DealTexts): readonly string[] {
  if (!isUnderWay(referral, turn.now) || decide(referral, turn.now).kind === 'accepted') return [];
  if (referral.kind !== 'co-sell') return [referral.kind === 'private' ? texts.private : texts.shared];
  const asked = dayIn(turn.timeZone, new Date(referral.microsoft?.invitedAt ?? referral.createdAt));
  const until = addDays(asked, DAYS_TO_ANSWER);
  const left = daysBetween(dayIn(turn.timeZone, turn.now), until);
  return [texts.waiting(formatDays(left, turn.locale), formatDay(until, turn.locale))];
}

const BARRIERS = ['shared-with-microsoft', 'eligible-solution', 'value-threshold'] as const;
const NEEDS = [
  'value-threshold',
  'eligible-solution',
  'accepted-by-microsoft',
  'managed-customer',
  'won',
] as const;

/** What stands in the way of the incentive, else what it still needs. */
function incentiveLine(
  referral: Referral,
  solutions: readonly Solution[],
  turn: DialogTurn,
  texts: DealTexts,
): string {
  const verdicts = new Map(
    incentiveCriteria(referral, solutions, turn.now).map(({ criterion, verdict }) => [criterion, verdict]),
  );
  const barrier = BARRIERS.find((criterion) => verdicts.get(criterion) === 'not-met');
  if (barrier !== undefined) return texts.incentivesNot[barrier];
  const open = NEEDS.filter((criterion) => (verdicts.get(criterion) ?? 'met') !== 'met');
  return texts.incentives(
    joinList(
      open.map((criterion) => texts.incentivesNeeds[criterion]),
      turn.locale,
      'and',
    ),
  );
}
