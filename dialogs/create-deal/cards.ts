import { factRows } from '../../src/cards/fact-rows.ts';
import { type Button, type CardElement, type Reply, sayLines } from '../../src/cards/reply-data.ts';
import type { Action } from '../../src/cards/action.ts';
import { lineBlock, lineBlocks } from '../../src/cards/text-block.ts';
import { addDays, dayIn, daysBetween, formatDay, formatDays, joinList } from '../../src/language/format.ts';
import { incentiveCriteria } from '../../src/referrals/eligibility.ts';
import { DAYS_TO_ANSWER, type Referral, type Solution } from '../../src/referrals/referral.ts';
import { decide, isUnderWay } from '../../src/referrals/rules.ts';
import type { DialogTurn } from '../turn.ts';
import { actButton, capitalize, labelOf } from '../engine/render.ts';
import { seeButton } from '../deals/replies.ts';
import { PORTAL_URL } from '../portal.ts';
import { dealSlots } from './slots.ts';
import { duplicates } from './earlier-deals.ts';
import { dealTexts } from './texts.ts';
import type { DealTexts } from './text-types.ts';
import { NO_NOTES, noteText } from './notes.ts';
import { type DealContext, knownOf } from './values.ts';

/** The summary that asks to confirm; the consent line stands in it. */
export function summaryCard(context: DealContext): Reply {
  const texts = dealTexts[context.locale];
  const { customer, value } = knownOf(context);
  const { closingDate = context.today, notes } = context.values;
  const day = formatDay(closingDate, context.locale);
  const isEmpty = notes === undefined || notes.text === '';
  const lines = [
    ...(duplicates(context).length > 0 ? [texts.duplicateShort] : []),
    ...(context.facts.person?.isSample === true ? [texts.isSample] : []),
  ];
  return {
    summary: texts.summaryNews(customer, value, day),
    body: [
      lineBlock({ heading: texts.summaryTitle(customer) }),
      factsOf(context, texts),
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
  const news = isNew ? texts.created(name) : texts.alreadyCreated(name);
  const lines = [
    ...nextStep(referral, turn, texts),
    incentiveLine(referral, solutions, turn, texts),
    ...(inPortal === null ? [] : [inPortal]),
  ];
  const portal = inPortal === null ? [] : [{ title: texts.openPortal, url: PORTAL_URL }];
  const id = [{ text: `${texts.createdId} ` }, { text: referral.id, isCode: true }];
  const next = nextDeal(context, texts);
  const buttons = [...(next === null ? [] : [next]), seeButton(referral, texts.seeStatus), ...portal];
  const offered = next === null ? [] : [texts.nextOffer(context.values.later?.[0]?.customer ?? '')];
  const reply = sayLines([{ heading: news }, ...lines, id, ...offered], ...buttons);
  return {
    ...reply,
    summary: [news, ...lines.slice(0, 1)].join(' '),
    shows: { deals: [referral.id], current: referral.id },
    refresh: { show: 'news', id: referral.id },
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
  const shown = shownIn(context).filter(({ name, value }) => CLASSIFYING.has(name) && value !== null);
  const values = shown.map(({ label, value }) => `${label} ${value ?? ''}`);
  return values.length === 0 ? null : texts.setInPortal(values.join(', '));
}

/** All that will be sent, but for the customer, who stands in the title; of the note all words: what is confirmed must be seen. */
function factsOf(context: DealContext, texts: DealTexts): CardElement {
  const { notes = NO_NOTES } = context.values;
  const note = noteText(notes, context);
  const whole = note === '' ? texts.notesNone : { verbatim: note };
  const shown = shownIn(context).filter(({ name }) => name !== 'customer');
  return factRows(
    shown.map(({ name, label, value }) => ({
      title: capitalize(label),
      value: name === 'notes' ? whole : value,
    })),
  );
}

/** What counts of the draft, by the names of its slots; null where there is nothing to show. */
function shownIn(context: DealContext): readonly { name: string; label: string; value: string | null }[] {
  const visible = dealSlots.filter((slot) => slot.isAskedWhen?.(context) ?? true);
  return visible.map((slot) => {
    const value = context.values[slot.name];
    const shown = value === undefined ? null : slot.show(value, context);
    return { name: slot.name, label: labelOf(slot, context.locale), value: shown };
  });
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

/** What stands in the way of the incentive, else what it still needs. */
function incentiveLine(
  referral: Referral,
  solutions: readonly Solution[],
  { now, locale }: DialogTurn,
  { incentives, incentivesNeeds, incentivesNot }: DealTexts,
): string {
  const open = incentiveCriteria(referral, solutions, now).filter(({ verdict }) => verdict !== 'met');
  const [barrier] = open.flatMap(({ criterion, verdict }) =>
    verdict === 'not-met' ? (incentivesNot[criterion] ?? []) : [],
  );
  const needs = open.flatMap(({ criterion }) => incentivesNeeds[criterion] ?? []);
  return barrier ?? incentives(joinList(needs, locale, 'and'));
}
