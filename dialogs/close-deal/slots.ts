import * as z from 'zod';
import { readChoice } from '../../src/language/choice.ts';
import type { Locale } from '../../src/language/locale.ts';
import { asksForMore } from '../../src/language/more-words.ts';
import type { Referral, Solution } from '../../src/referrals/referral.ts';
import { isTerminal, sortByUrgency } from '../../src/referrals/rules.ts';
import { stateLabel } from '../../src/cards/state-label.ts';
import { amongSlot, chooseFurther, dealChoices, readDeal } from '../deals/choices.ts';
import type { Among } from '../deals/choices.ts';
import type { Choice, Parsed, Slot, SlotContext } from '../engine/slot.ts';
import { findOutcome } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { LOSS_REASONS, findReason, findReasons, reasonInOwnWords, tellsNoReason } from './reasons.ts';
import type { LossReason } from './reasons.ts';
import { closeTexts } from './texts.ts';

const seenDealSchema = z.object({
  id: z.string(),
  customer: z.string(),
  eTag: z.string(),
  amount: z.number(),
  currency: z.string(),
  closingDate: z.string(),
});

/** A deal as it was when the person decided to close it, so that what changed meanwhile can be told. */
export type SeenDeal = z.infer<typeof seenDealSchema>;

/** What is collected. */
export interface CloseValues {
  readonly deal: SeenDeal;
  /** Never asked: the deals to choose from, where the first sentence fitted several. */
  readonly among: Among;
  readonly outcome: Outcome;
  /** As it is sent: the service's words for a known reason, else the person's own. Only for Lost. */
  readonly reason: string;
}

export interface CloseFacts {
  /** All that the person may see, newest first. */
  readonly deals: readonly Referral[];
  readonly solutions: readonly Solution[];
}

/** The longest reason in the person's own words, in characters. */
const MAX_REASON = 500;
const MIN_REASON = 3;
const MAX_REASONS_SHOWN = 5;
/** Begins the id of the choice to take an answer as it was written, which follows. */
const OWN_WORDS = 'words:';
/** A button's id is at most 200 characters. */
const MAX_OWN_WORDS = 180;
const MAX_CHOICE_WORDS = 3;

type Context = SlotContext<CloseValues, CloseFacts>;

/** The deal as the person sees it now. */
export function seenDeal({ id, customer, eTag, value, closingDate }: Referral): SeenDeal {
  return {
    id,
    customer: customer.name,
    eTag,
    amount: value.amount,
    currency: value.currency,
    closingDate,
  };
}

/** The deals that can still be closed, most urgent first. */
export function openDeals({ facts, turn }: Pick<Context, 'facts' | 'turn'>): readonly Referral[] {
  const open = facts.deals.filter(({ state }) => !isTerminal(state));
  return sortByUrgency(open, turn.now);
}

const deal: Slot<CloseValues, CloseFacts, 'deal'> = {
  name: 'deal',
  words: { it: closeTexts.it.words.deal, en: closeTexts.en.words.deal },
  ask: (context) => {
    const texts = closeTexts[context.locale];
    const { among } = context.values;
    if (among === undefined) {
      const choices = dealChoices(openDeals(context), context.locale);
      return { text: texts.askDeal, why: texts.askDealWhy, choices };
    }
    const fitting = openDeals(context).filter(({ id }) => among.ids.includes(id));
    return { text: texts.askAmong(among.typed), choices: dealChoices(fitting, context.locale) };
  },
  parse: (text, context) => readDealAnswer(text, context),
  choose: (id, context) => {
    const chosen = openDeals(context).find((each) => each.id === id);
    return chosen === undefined ? undefined : seenDeal(chosen);
  },
  show: ({ customer }) => customer,
  isValid: (value): value is SeenDeal => seenDealSchema.safeParse(value).success,
};

const outcome: Slot<CloseValues, CloseFacts, 'outcome'> = {
  name: 'outcome',
  words: { it: closeTexts.it.words.outcome, en: closeTexts.en.words.outcome },
  ask: ({ locale, values }) => {
    const texts = closeTexts[locale];
    const text = texts.askOutcome(values.deal?.customer ?? null);
    return { text, why: texts.askOutcomeWhy, choices: outcomeChoices(locale), isClosed: true };
  },
  parse: (text, { locale }) => {
    const read = findOutcome(text);
    return read === undefined
      ? { kind: 'invalid', text: closeTexts[locale].outcomeUnclear }
      : { kind: 'value', value: read };
  },
  choose: (id) => (id === 'Won' || id === 'Lost' ? id : undefined),
  take: (sentence) => findOutcome(sentence),
  show: (value, { locale }) => closeTexts[locale].outcomes[value],
  isValid: (value): value is Outcome => value === 'Won' || value === 'Lost',
};

const reason: Slot<CloseValues, CloseFacts, 'reason'> = {
  name: 'reason',
  words: { it: closeTexts.it.words.reason, en: closeTexts.en.words.reason },
  isFreeText: true,
  isAskedWhen: ({ values }) => values.outcome === 'Lost',
  ask: ({ locale, values }) => {
    const texts = closeTexts[locale];
    const text = texts.askReason(values.deal?.customer ?? null);
    return { text, why: texts.askReasonWhy, choices: reasonChoices(locale).slice(0, MAX_REASONS_SHOWN) };
  },
  parse: (text, { locale }) => readReason(text, locale),
  choose: (id) =>
    id.startsWith(OWN_WORDS) ? id.slice(OWN_WORDS.length) : LOSS_REASONS.find((each) => each.id === id)?.text,
  take: (sentence) => findReason(sentence)?.text ?? reasonInOwnWords(sentence) ?? undefined,
  show: (value, { locale }) => reasonLabel(value, locale),
  isValid: (value): value is string => typeof value === 'string' && value.length <= MAX_REASON,
};

/** The slots in the order of the conversation. */
export const closeSlots: readonly Slot<CloseValues, CloseFacts>[] = [deal, amongSlot, outcome, reason];

/** A reason as people read it: a known one in their language, another as it was written. */
export function reasonLabel(text: string, locale: Locale): string {
  return LOSS_REASONS.find((known) => known.text === text)?.label[locale] ?? text;
}

/** "Tailspin è già Vinto": why a closed deal can't be closed again. */
export function alreadyClosed(closed: Referral, locale: Locale): string {
  return closeTexts[locale].alreadyClosed(closed.customer.name, stateLabel(closed.state, locale));
}

function readDealAnswer(text: string, context: Context): Parsed<SeenDeal> {
  const texts = closeTexts[context.locale];
  if (asksForMore(text, context.locale)) return chooseFurther(openDeals(context), context.locale);
  const search = readDeal(text, context.facts.deals, context.turn);
  const choose = (question: string, deals: readonly Referral[]): Parsed<SeenDeal> => ({
    kind: 'choose',
    text: question,
    choices: dealChoices(deals, context.locale),
  });
  switch (search.kind) {
    case 'one':
      return isTerminal(search.deal.state)
        ? { kind: 'invalid', text: alreadyClosed(search.deal, context.locale) }
        : { kind: 'value', value: seenDeal(search.deal) };
    case 'several':
      return choose(texts.askAmong(search.typed), search.deals);
    case 'not-found':
      return {
        kind: 'invalid',
        text: [search.typed === null ? texts.noSuchId : texts.noSuchDeal(search.typed), texts.askDeal].join(
          ' ',
        ),
      };
    case 'all':
    case 'unsaid':
      return choose(texts.askDeal, openDeals(context));
  }
}

function outcomeChoices(locale: Locale): Choice[] {
  const { outcomes } = closeTexts[locale];
  return [
    { id: 'Won', label: outcomes.Won, words: ['vinto', 'vinta', 'won'] },
    { id: 'Lost', label: outcomes.Lost, words: ['perso', 'persa', 'lost'] },
  ];
}

function reasonChoices(locale: Locale): Choice[] {
  return LOSS_REASONS.map(({ id, label, words }) => ({ id, label: label[locale], words: words[locale] }));
}

function readReason(text: string, locale: Locale): Parsed<string> {
  const texts = closeTexts[locale];
  const written = text.replace(/^["“«]|["”»]$/g, '').trim();
  if (written.length > MAX_REASON) return { kind: 'invalid', text: texts.reasonTooLong(MAX_REASON) };
  const several = findReasons(written);
  if (several.length > 1 && written.length <= MAX_OWN_WORDS) return askWhichReason(written, several, locale);
  const known = several[0] ?? chosenReason(written, locale);
  if (known !== null) return { kind: 'value', value: known.text };
  if (tellsNoReason(written)) return { kind: 'choose', text: texts.reasonUnsaid, choices: withOther(locale) };
  if (written.length < MIN_REASON) return { kind: 'invalid', text: texts.reasonTooShort };
  return { kind: 'value', value: reasonInOwnWords(written) ?? written };
}

/** An answer that tells two of the known reasons: one of them, or both as they were written. */
function askWhichReason(written: string, several: readonly LossReason[], locale: Locale): Parsed<string> {
  const texts = closeTexts[locale];
  const known = several.map(({ id, label }) => ({ id, label: label[locale] }));
  const own = { id: `${OWN_WORDS}${written}`, label: texts.asWritten };
  return { kind: 'choose', text: texts.whichReason, choices: [...known, own] };
}

/** The commoner reasons, and "another" for who can't or won't tell. */
function withOther(locale: Locale): Choice[] {
  const choices = reasonChoices(locale);
  return [...choices.slice(0, MAX_REASONS_SHOWN - 1), ...choices.filter(({ id }) => id === 'other')];
}

/** A choice's name or place; a longer answer is a reason in the person's own words. */
function chosenReason(written: string, locale: Locale): LossReason | null {
  if (written.split(/\s+/u).length > MAX_CHOICE_WORDS) return null;
  const read = readChoice(written, reasonChoices(locale), locale);
  return (read?.kind === 'one' && LOSS_REASONS.find(({ id }) => id === read.id)) || null;
}
