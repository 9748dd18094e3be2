import { patternOf } from '../../src/language/said.ts';
import * as z from 'zod';
import { toldEnds } from '../../src/reading/told-ends.ts';
import type { Locale } from '../../src/language/locale.ts';
import type { Referral, Solution } from '../../src/referrals/referral.ts';
import { isTerminal, sortByUrgency } from '../../src/referrals/rules.ts';
import { stateLabel } from '../../src/cards/state-label.ts';
import { type Among, amongSchema, dealPick } from '../deals/pick.ts';
import type { Said, Slot, SlotContext, Taken } from '../engine/slot.ts';
import { choice } from '../kinds/choice.ts';
import { hidden } from '../kinds/hidden.ts';
import { rowsOf } from '../kinds/row.ts';
import { text } from '../kinds/text.ts';
import { asks } from '../../src/reading/contents.ts';
import { findTold, LOSS_REASONS, mainReason, reasonInOwnWords } from './reasons.ts';
import { OWN_WORDS, reasonsShown } from './reason-choices.ts';
import { MAX_REASON, readReason, reasonLabel, takeReason } from './reason-said.ts';
import { closeTexts, type NamedDeal } from './texts.ts';

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

/** How a deal ends for us. */
export type Ending = 'Won' | 'Lost';

/** What is collected. */
export interface CloseValues {
  readonly deal: SeenDeal;
  /** Never asked: the deals to choose from, where the first sentence fitted several. */
  readonly among: Among;
  readonly outcome: Ending;
  /** As it is sent: the service's words for a known reason, else the person's own. Only for Lost. */
  readonly reason: string;
}

export interface CloseFacts {
  /** All that the person may see, newest first. */
  readonly deals: readonly Referral[];
  readonly solutions: readonly Solution[];
}

export type CloseContext = SlotContext<CloseValues, CloseFacts>;

/** The deal as the person sees it now. */
export function seenDeal({ id, customer, eTag, value, closingDate }: Referral): SeenDeal {
  return { id, customer: customer.name, eTag, amount: value.amount, currency: value.currency, closingDate };
}

/** The deals that can still be closed, most urgent first. */
export function openDeals({ facts, turn }: Pick<CloseContext, 'facts' | 'turn'>): readonly Referral[] {
  const open = facts.deals.filter(({ state }) => !isTerminal(state));
  return sortByUrgency(open, turn.now);
}

const row = rowsOf(
  closeTexts,
  {
    deal: seenDealSchema,
    among: amongSchema,
    outcome: z.enum(['Won', 'Lost']),
    reason: z.string().max(MAX_REASON),
  },
  ({ values }: CloseContext): NamedDeal => ({ customer: values.deal?.customer ?? null }),
);

/** The slots, in the order of the conversation. */
const slots: { readonly [K in keyof CloseValues]: Slot<CloseValues, CloseFacts, K> } = {
  deal: dealPick({
    ...row('deal'),
    offered: openDeals,
    valueOf: (each, { locale }) =>
      isTerminal(each.state)
        ? { kind: 'invalid', text: alreadyClosed(each, locale) }
        : { kind: 'value', value: seenDeal(each) },
    show: ({ customer }) => customer,
    idOf: ({ id }) => id,
  }),
  among: hidden(row('among')),
  outcome: choice({
    ...row('outcome'),
    find: (said, context) =>
      contradicted(said, context) ?? endingIn(said) ?? turnedRound(said, context) ?? lostBy(said, context),
    // A reason belongs to the end it was told for.
    effects: (chosen) => (chosen === 'Won' ? { reason: null } : {}),
  }),
  reason: text({
    ...row('reason'),
    isAskedWhen: ({ values }) => values.outcome === 'Lost',
    ask: (context) => ({
      ...row('reason').ask(context),
      choices: reasonsShown(context.locale),
    }),
    asValue: (typed) => mainReason(typed) ?? reasonInOwnWords(typed) ?? typed,
    read: (said, { locale }) => readReason(said, locale),
    choose: (id) =>
      id.startsWith(OWN_WORDS)
        ? id.slice(OWN_WORDS.length)
        : LOSS_REASONS.find((each) => each.id === id)?.text,
    // Of a deal that is won no reason is kept.
    take: (said, { values, locale }) => (values.outcome === 'Won' ? null : takeReason(said, values, locale)),
    show: (value, { locale }) => reasonLabel(value, locale),
    written: (value, { locale }) => reasonLabel(value, locale),
  }),
};

export const closeSlots: readonly Slot<CloseValues, CloseFacts>[] = Object.values(slots);

/** "Chiudi X come vinto, era troppo caro per loro": one of the two is wrong, so the end is asked. */
function contradicted(said: Said, { locale, values }: CloseContext): Taken<Ending> | null {
  const told = endingIn(said);
  const end = told?.kind === 'value' ? told.value : values.outcome;
  const reason = end === 'Won' ? findTold(said.text) : null;
  if (reason === null) return null;
  const texts = closeTexts[locale];
  const choices = row('outcome').options({ locale });
  const text = texts.reasonForWon(reasonLabel(reason.text, locale));
  return { kind: 'choose', text, choices, kept: 'Won', facts: told?.facts ?? [] };
}

const theOther = patternOf('iu')`\b${'the-opposite'}\b`;

/** "Intendevo il contrario": the other end than the one at hand. */
function turnedRound({ text: said, reading }: Said, { values }: CloseContext): Taken<Ending> | null {
  const isMeant = reading.clauses.some(({ act }) => act === 'correction' || act === 'refusal');
  if (values.outcome === undefined || !isMeant || !theOther().test(said)) return null;
  return { kind: 'value', value: values.outcome === 'Won' ? 'Lost' : 'Won' };
}

/** "Chiudilo, hanno preso un altro fornitore": why a deal is lost says that it is. */
function lostBy({ text: said, reading, facts }: Said, { values }: CloseContext): Taken<Ending> | null {
  const isTold = facts.some(({ kind }) => kind === 'outcome') || asks(reading);
  return values.outcome !== undefined || isTold || findTold(said) === null
    ? null
    : { kind: 'value', value: 'Lost' };
}

/** The end that a message tells, but for one it denies ("non vinto, perso"); null where it tells two. */
export function endingIn({ text: said, facts }: Pick<Said, 'text' | 'facts'>): Taken<Ending> | null {
  const told = facts.filter((fact) => fact.kind === 'outcome');
  const [only, ...more] = [...new Set(toldEnds({ text: said, facts }).map(({ value }) => value))];
  return only === undefined || more.length > 0 ? null : { kind: 'value', value: only, facts: told };
}

/** "Tailspin è già Vinto": why a closed deal can't be closed again. */
export function alreadyClosed(closed: Referral, locale: Locale): string {
  return closeTexts[locale].alreadyClosed(closed.customer.name, stateLabel(closed.state, locale));
}
