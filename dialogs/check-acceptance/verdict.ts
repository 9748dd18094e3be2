import { dayIn, formatDay, formatMoney, joinList } from '../../src/language/format.ts';
import type { Locale } from '../../src/language/locale.ts';
import type { Referral } from '../../src/referrals/referral.ts';
import {
  decide,
  isTerminal,
  isUnderThreshold,
  type MicrosoftDecision,
  type ReasonClass,
} from '../../src/referrals/rules.ts';
import { ourStateLabel, stateLabel } from '../../src/cards/state-label.ts';
import type { Viewer } from '../turn.ts';
import { verdictTexts } from './verdict-texts.ts';

/** What a deal's state means, in plain text: the news first, then why and what to do. */
export interface Verdict {
  readonly decision: MicrosoftDecision;
  readonly lead: string;
  readonly details: readonly string[];
  /** That our side is closed, where the news doesn't say so. */
  readonly closed: string | null;
}

/**
 * Says what Microsoft's side of a deal means (decision table of the referrals FAQ and its API notes), and, where our
 * side is closed, that it is: such a deal waits for nothing and needs no advice.
 */
export function verdictOf(referral: Referral, reader: Viewer): Verdict {
  const decision = decide(referral, reader.now);
  const texts = verdictTexts[reader.locale];
  const state = ourStateLabel(referral.state, reader.locale);
  const isClosed = isTerminal(referral.state);
  if (isClosed && decision.kind === 'waiting') {
    const news = texts.closedUnanswered(referral.customer.name, state);
    return { decision, lead: news, details: [], closed: null };
  }
  const [lead = '', ...details] = sentencesFor(decision, referral, reader);
  if (isClosed) return { decision, lead, details, closed: texts.ourSideClosed(state) };
  const advice = decision.kind === 'waiting' ? [] : [texts[ADVICE[decision.kind]]];
  return { decision, lead, details: [...details, ...advice], closed: null };
}

/** What to do about a deal that is still open on our side; nothing while it waits. */
const ADVICE = {
  accepted: 'acceptedNext',
  declined: 'recreateAdvice',
  expired: 'expiredNext',
  'not-shared': 'notSharedNext',
  'not-asked': 'notAskedNext',
  'closed-by-microsoft': 'portalNext',
  'needs-attention': 'portalNext',
  unknown: 'portalNext',
} as const satisfies Record<Exclude<MicrosoftDecision['kind'], 'waiting'>, string>;

function sentencesFor(decision: MicrosoftDecision, referral: Referral, reader: Viewer): string[] {
  const texts = verdictTexts[reader.locale];
  const customer = referral.customer.name;
  switch (decision.kind) {
    case 'accepted':
      return acceptedSentences(decision, referral, reader.locale);
    case 'waiting':
      return waitingSentences(decision, customer, reader);
    case 'declined':
      return declinedSentences(decision, referral, reader.locale);
    case 'expired':
      return [texts.expired(customer), texts.expiredMeaning(dayOf(decision.deadline, reader))];
    case 'not-shared':
      return [texts.notShared(customer)];
    case 'not-asked':
      return [texts.notAsked(customer)];
    case 'closed-by-microsoft':
      return closedSentences(decision.substatus, referral, reader.locale);
    case 'needs-attention':
      return [texts.needsAttention(customer, decision.raw)];
    case 'unknown':
      return [decision.raw === null ? texts.unseen(customer) : texts.unknown(customer, decision.raw)];
  }
}

function acceptedSentences(
  { sellers }: Extract<MicrosoftDecision, { kind: 'accepted' }>,
  { customer }: Referral,
  locale: Locale,
): string[] {
  const texts = verdictTexts[locale];
  const names = sellers.map((seller) => seller.name);
  const who =
    names.length === 0
      ? texts.acceptedNoSeller
      : texts.acceptedSellers(joinList(names, locale, 'and'), names.length);
  return [texts.accepted(customer.name), who];
}

function waitingSentences(
  decision: Extract<MicrosoftDecision, { kind: 'waiting' }>,
  customer: string,
  reader: Viewer,
): string[] {
  const texts = verdictTexts[reader.locale];
  const deadline = dayOf(decision.deadline, reader);
  if (decision.isOverdue) return [texts.overdue(customer, deadline), texts.overdueNext];
  return [
    texts.waiting({ customer, daysLeft: decision.daysLeft, deadline }),
    texts.waitingSince(decision.daysSinceAsked),
    texts.waitingNext,
  ];
}

function declinedSentences(
  { reason, reasonClass }: Extract<MicrosoftDecision, { kind: 'declined' }>,
  referral: Referral,
  locale: Locale,
): string[] {
  const texts = verdictTexts[locale];
  const customer = referral.customer.name;
  if (reason === null || reasonClass === 'none-shown') {
    return [texts.declinedSilently(customer), texts.noReasonCases, thresholdSentence(referral, locale)];
  }
  return [
    texts.declined(customer),
    texts.reason(reason, knownName(reason, reasonClass, locale)),
    texts.meaning[reasonClass],
    texts.noSellerOnDecline,
  ];
}

/** A known reason in the reader's language, null where the raw text says the same already. */
function knownName(raw: string, reasonClass: ReasonClass, locale: Locale): string | null {
  if (reasonClass !== 'no-customer-record' && reasonClass !== 'not-managed') return null;
  const name = verdictTexts[locale].reasonNames[reasonClass];
  return raw.toLowerCase().startsWith(name.toLowerCase()) ? null : name;
}

function thresholdSentence({ value }: Referral, locale: Locale): string {
  const texts = verdictTexts[locale];
  const written = formatMoney(value.amount, value.currency, locale);
  switch (isUnderThreshold(value)) {
    case 'yes':
      return texts.underThreshold(written);
    case 'no':
      return texts.overThreshold;
    case 'not-usd':
      return texts.otherCurrency(written);
  }
}

function closedSentences(substatus: 'Won' | 'Lost', referral: Referral, locale: Locale): string[] {
  const texts = verdictTexts[locale];
  const state = stateLabel({ status: 'Closed', substatus }, locale);
  const reason = referral.microsoft?.reason ?? null;
  return [
    texts.closedByMicrosoft(referral.customer.name, state),
    ...(reason === null ? [] : [texts.reason(reason, null)]),
  ];
}

/** A day written in full, in the reader's time zone. */
export function dayOf(moment: Date, { timeZone, locale }: Viewer): string {
  return formatDay(dayIn(timeZone, moment), locale);
}
