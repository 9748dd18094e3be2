import { microsoftLabel, stateLabel } from '../../src/cards/state-label.ts';
import { factRows } from '../../src/cards/fact-rows.ts';
import { bullet, type Line } from '../../src/cards/line.ts';
import { type CardElement, type Reply, sayWith } from '../../src/cards/reply-data.ts';
import { lineBlock, lineBlocks } from '../../src/cards/text-block.ts';
import { dayIn, formatDay, formatMoney } from '../../src/language/format.ts';
import type { Locale } from '../../src/language/locale.ts';
import { incentiveCriteria, type IncentiveFinding } from '../../src/referrals/eligibility.ts';
import { HOURS_BEFORE_WON, type Referral, type Solution } from '../../src/referrals/referral.ts';
import { decide, hoursSinceCreation, wouldEndangerRegistration } from '../../src/referrals/rules.ts';
import { adminsButton, allButton, sampleBlocks, seeButton } from '../deals/replies.ts';
import type { Viewer } from '../turn.ts';
import { reasonLabel } from './reason-said.ts';
import { alreadyClosed, type Ending, type SeenDeal } from './slots.ts';
import { closeTexts } from './texts.ts';

const HOUR_MS = 3_600_000;

/** What is about to become final. */
export interface Closure {
  readonly deal: Referral;
  readonly outcome: Ending;
  /** Null for Won. */
  readonly reason: string | null;
}

/** Asks to confirm: what will be final, and what haste would cost. The form adds its buttons. */
export function reviewCard(closure: Closure, reader: Viewer): Reply {
  const { deal, outcome } = closure;
  const texts = closeTexts[reader.locale];
  const question = texts.review(deal.customer.name, texts.slots.outcome.choices[outcome].label);
  const warning = outcome === 'Won' ? (tooEarly(deal, reader) ?? notYetAccepted(deal, reader)) : null;
  return {
    summary: [question, warning ?? texts.final].join(' '),
    body: [
      lineBlock({ heading: question }),
      lineBlock(texts.final, { spacing: 'small' }),
      ...(warning === null ? [] : [lineBlock(warning, { isBold: true })]),
      closureFacts(closure, reader.locale),
      ...sampleBlocks([deal], reader.locale),
    ],
  };
}

function tooEarly(deal: Referral, { locale, now, timeZone }: Viewer): string | null {
  if (!wouldEndangerRegistration(deal, now)) return null;
  const end = new Date(Date.parse(deal.createdAt) + HOURS_BEFORE_WON * HOUR_MS);
  const hours = Math.floor(hoursSinceCreation(deal, now));
  return closeTexts[locale].tooEarly(hours, formatDay(dayIn(timeZone, end), locale));
}

/** Whose invitation waits for an answer loses the incentive by being closed first. */
function notYetAccepted(deal: Referral, { locale, now }: Viewer): string | null {
  return decide(deal, now).kind === 'waiting' ? closeTexts[locale].notYetAccepted : null;
}

function closureFacts({ deal, outcome, reason }: Closure, locale: Locale): CardElement {
  const texts = closeTexts[locale];
  const { facts } = texts;
  return factRows([
    { title: facts.deal, value: deal.name },
    { title: facts.value, value: formatMoney(deal.value.amount, deal.value.currency, locale) },
    { title: facts.outcome, value: texts.slots.outcome.choices[outcome].label },
    { title: facts.reason, value: reason === null ? null : reasonLabel(reason, locale) },
    { title: facts.microsoft, value: microsoftLabel(deal, locale) },
  ]);
}

/** The deal is Won: says so, then what the incentive takes, criterion by criterion. */
export function wonCard(deal: Referral, solutions: readonly Solution[], reader: Viewer): Reply {
  const { locale } = reader;
  const texts = closeTexts[locale];
  const news = texts.won(deal.customer.name);
  const findings = incentiveCriteria(deal, solutions, reader.now);
  const verdict = texts.verdict[chanceOf(findings)];
  return {
    summary: `${news} ${verdict}`,
    body: [
      lineBlock({ heading: news }),
      closureFacts({ deal, outcome: 'Won', reason: null }, locale),
      lineBlock(texts.criteriaTitle, { spacing: 'medium' }),
      ...lineBlocks(
        findings.map((finding) => criterionLine(finding, locale)),
        { spacing: 'small' },
      ),
      lineBlock(verdict),
      lineBlock(texts.criteriaSource, { isSubtle: true, size: 'small' }),
      ...sampleBlocks([deal], locale),
    ],
    refresh: { show: 'news', id: deal.id },
    shows: { deals: [deal.id], current: deal.id },
    buttons: [
      seeButton(deal, texts.buttons.see),
      { title: texts.buttons.incentives, action: { action: 'answer', id: 'deal-registration-incentives' } },
    ],
  };
}

/** Haste doesn't rule the incentive out as the other criteria do: registration may be rejected. */
function chanceOf(findings: readonly IncentiveFinding[]): 'open' | 'at-risk' | 'none' {
  const missing = findings.filter(({ verdict }) => verdict === 'not-met');
  if (missing.length === 0) return 'open';
  return missing.every(({ criterion }) => criterion === 'waited-72-hours') ? 'at-risk' : 'none';
}

function criterionLine({ criterion, verdict }: IncentiveFinding, locale: Locale): Line {
  const texts = closeTexts[locale];
  return bullet([
    { text: `${texts.criteria[criterion]}: ` },
    { text: texts.verdicts[verdict], isBold: true },
  ]);
}

/** The deal is Lost, with the reason that was recorded. */
export function lostCard(deal: Referral, reason: string, locale: Locale): Reply {
  const texts = closeTexts[locale];
  const text = texts.lost(deal.customer.name, reasonLabel(reason, locale));
  return {
    summary: text,
    body: [
      lineBlock({ heading: text }),
      closureFacts({ deal, outcome: 'Lost', reason }, locale),
      ...sampleBlocks([deal], locale),
    ],
    refresh: { show: 'news', id: deal.id },
    shows: { deals: [deal.id], current: deal.id },
    buttons: [seeButton(deal, texts.buttons.see), allButton(locale)],
  };
}

/** The deal is in a final state already: by this form in an earlier try that got no answer, or by somebody else. */
export function alreadyClosedReply(deal: Referral, wished: Ending | undefined, locale: Locale): Reply {
  const { buttons, alreadyDone } = closeTexts[locale];
  const text =
    deal.state.substatus === wished
      ? alreadyDone(deal.customer.name, stateLabel(deal.state, locale))
      : alreadyClosed(deal, locale);
  const why = { title: buttons.why, action: { action: 'answer', id: 'edit-closed-deal' } } as const;
  return sayWith(text, seeButton(deal, buttons.see), why);
}

/** Somebody changed the deal meanwhile: what it was and what it is. */
export function changedReply(seen: SeenDeal, now: Referral, locale: Locale): Reply {
  const texts = closeTexts[locale];
  const changes = changesOf(seen, now, locale);
  const text = changes.length === 0 ? texts.changedUnseen : texts.changed(changes.join('; '));
  return { summary: `${text} ${texts.askAgain}` };
}

function changesOf(seen: SeenDeal, now: Referral, locale: Locale): string[] {
  const texts = closeTexts[locale];
  const rows: readonly (readonly [string, string, string])[] = [
    [
      texts.changes.value,
      formatMoney(seen.amount, seen.currency, locale),
      formatMoney(now.value.amount, now.value.currency, locale),
    ],
    [texts.changes.closing, formatDay(seen.closingDate, locale), formatDay(now.closingDate, locale)],
  ];
  return rows.filter(([, from, to]) => from !== to).map((row) => texts.change(...row));
}

/** The service says that this person may not close the deal. */
export function refusedReply(locale: Locale): Reply {
  return sayWith(closeTexts[locale].refused, adminsButton(locale));
}

/** It isn't known whether the deal was closed; where our own disk failed, it is known that it wasn't. */
export function unreachableReply(draftId: string, isOwnFault: boolean, locale: Locale): Reply {
  const texts = closeTexts[locale];
  return sayWith(isOwnFault ? texts.notSaved : texts.unreachable, {
    title: texts.buttons.retry,
    action: { action: 'form', draftId, do: 'confirm' },
  });
}
