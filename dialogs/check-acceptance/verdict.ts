import { dayIn, formatDay, formatMoney, joinList } from '../../src/language/format.ts';
import type { Locale } from '../../src/language/locale.ts';
import type { Referral } from '../../src/referrals/referral.ts';
import { decide, isTerminal, isUnderThreshold } from '../../src/referrals/rules.ts';
import type { MicrosoftDecision, ReasonClass } from '../../src/referrals/rules.ts';
import { stateLabel } from '../../src/cards/state-label.ts';
import { verdictTexts } from './verdict-texts.ts';

/** The eyes a deal is read with. */
export interface VerdictReader {
  readonly locale: Locale;
  readonly now: Date;
  /** IANA name. */
  readonly timeZone: string;
}

/** What a deal's state means, in plain text: the news first, then why and what to do. */
export interface Verdict {
  readonly decision: MicrosoftDecision;
  readonly lead: string;
  readonly details: readonly string[];
}

/** Says what Microsoft's side of a deal means (decision table of the referrals FAQ and its API notes). */
export function verdictOf(referral: Referral, reader: VerdictReader): Verdict {
  const decision = decide(referral, reader.now);
  const [lead, ...details] = sentencesFor(decision, referral, reader);
  return { decision, lead: lead ?? '', details };
}

function sentencesFor(decision: MicrosoftDecision, referral: Referral, reader: VerdictReader): string[] {
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
      return [
        texts.expired(customer),
        texts.expiredMeaning(dayOf(decision.deadline, reader)),
        texts.expiredNext,
      ];
    case 'not-shared':
      return [texts.notShared(customer), texts.notSharedNext];
    case 'not-asked':
      return [texts.notAsked(customer), texts.notAskedNext];
    case 'closed-by-microsoft':
      return closedSentences(decision.substatus, referral, reader.locale);
    case 'needs-attention':
      return [texts.needsAttention(customer, decision.raw), texts.portalNext];
    case 'unknown':
      return [
        decision.raw === null ? texts.unseen(customer) : texts.unknown(customer, decision.raw),
        texts.portalNext,
      ];
  }
}

function acceptedSentences(
  { sellers }: Extract<MicrosoftDecision, { kind: 'accepted' }>,
  { customer, state }: Referral,
  locale: Locale,
): string[] {
  const texts = verdictTexts[locale];
  const names = sellers.map((seller) => seller.name);
  const who =
    names.length === 0
      ? texts.acceptedNoSeller
      : texts.acceptedSellers(joinList(names, locale, 'and'), names.length);
  const next = isTerminal(state) ? [] : [texts.acceptedNext];
  return [texts.accepted(customer.name), who, ...next];
}

function waitingSentences(
  decision: Extract<MicrosoftDecision, { kind: 'waiting' }>,
  customer: string,
  reader: VerdictReader,
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
    return [
      texts.declinedSilently(customer),
      texts.noReasonCases,
      thresholdSentence(referral, locale),
      texts.recreateAdvice,
    ];
  }
  return [
    texts.declined(customer),
    texts.reason(reason, knownName(reason, reasonClass, locale)),
    texts.meaning[reasonClass],
    texts.noSellerOnDecline,
    texts.recreateAdvice,
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
    texts.portalNext,
  ];
}

/** A day written in full, in the reader's time zone. */
export function dayOf(moment: Date, { timeZone, locale }: VerdictReader): string {
  return formatDay(dayIn(timeZone, moment), locale);
}
