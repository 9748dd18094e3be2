import { type Reply, sayLines } from '../../src/cards/reply-data.ts';
import { formatDay, formatMoney, joinList } from '../../src/language/format.ts';
import type { DealQuestion } from '../../src/reading/fact-asked.ts';
import type { Referral } from '../../src/referrals/referral.ts';
import { isTerminal } from '../../src/referrals/rules.ts';
import { ourStateLabel } from '../../src/cards/state-label.ts';
import { addressLine } from '../kinds/address.ts';
import type { Viewer } from '../turn.ts';
import { aboutTexts } from './about-texts.ts';
import { buttons } from './cards.ts';
import { checkTexts } from './texts.ts';
import { dayOf, type Verdict, verdictOf } from './verdict.ts';
import { verdictTexts } from './verdict-texts.ts';

/** One thing of a deal, in a sentence or two, with the ways on that its card has. */
export function aboutReply(
  about: DealQuestion | 'why' | 'left' | 'unclear',
  deal: Referral,
  reader: Viewer,
): Reply {
  const verdict = verdictOf(deal, reader);
  const lines = linesOf(about, deal, verdict, reader);
  return {
    ...sayLines(lines, ...buttons(deal, verdict, [], reader.locale)),
    shows: { deals: [deal.id], current: deal.id },
  };
}

function linesOf(
  about: DealQuestion | 'why' | 'left' | 'unclear',
  deal: Referral,
  verdict: Verdict,
  reader: Viewer,
): readonly string[] {
  const { locale } = reader;
  const texts = aboutTexts[locale];
  const { customer, value, closingDate, createdAt, solutions } = deal;
  const { lead, details, decision } = verdict;
  switch (about) {
    case 'why':
      return [lead, ...details];
    case 'left':
      return decision.kind === 'waiting' && verdict.details.length > 0
        ? [lead, texts.ifItExpires]
        : [lead, ...details];
    case 'unclear':
      return [texts.unclear(customer.name), ...knownOf(deal, verdict, reader)];
    case 'editing':
      return editingOf(deal, verdict, reader);
    case 'next':
      return [nextOf(deal, verdict, reader)];
    case 'value':
      return [texts.value(customer.name, formatMoney(value.amount, value.currency, locale))];
    case 'closing':
      return [texts.closing(customer.name, formatDay(closingDate, locale))];
    case 'created':
      return [texts.created(customer.name, dayOf(new Date(createdAt), reader))];
    case 'answered':
      return decision.kind === 'accepted' || decision.kind === 'declined'
        ? [texts.answerDay(customer.name)]
        : [lead, ...details];
    case 'closed':
      return [
        isTerminal(deal.state)
          ? texts.closed(customer.name, ourStateLabel(deal.state, locale), formatDay(closingDate, locale))
          : texts.closing(customer.name, formatDay(closingDate, locale)),
      ];
    case 'address':
      return [texts.address(customer.name, addressLine(customer.address, locale))];
    case 'kind':
      return [texts.kinds[deal.kind](customer.name)];
    case 'solution':
      return [
        texts.solution(
          customer.name,
          joinList(
            solutions.map(({ name }) => name),
            locale,
            'and',
          ),
        ),
      ];
    case 'contact':
      return [contactOf(deal, reader)];
    case 'seller':
      return [sellerOf(deal, reader)];
    case 'reach':
      return [sellerOf(deal, reader), texts.iDontWrite];
  }
}

/** How a deal stands, who looks after it, and what can be done: each once. */
function knownOf(deal: Referral, verdict: Verdict, reader: Viewer): readonly string[] {
  const sellers = deal.microsoft?.sellers ?? [];
  const who = sellers.length === 0 ? [] : [sellerOf(deal, reader)];
  return [...new Set([verdict.lead, ...who, nextOf(deal, verdict, reader)])];
}

function contactOf({ customer: { name, contact } }: Referral, { locale }: Viewer): string {
  const texts = aboutTexts[locale];
  if (contact === null) return texts.noContact(name);
  const { firstName, lastName, phone, email } = contact;
  return texts.contact(
    name,
    [`${firstName} ${lastName}`, phone, email].filter((each) => each !== '').join(', '),
  );
}

/** Who at Microsoft looks after the deal, with the address that the record has; it has no phone of theirs. */
function sellerOf({ customer, microsoft }: Referral, { locale }: Viewer): string {
  const texts = checkTexts[locale];
  const names = (microsoft?.sellers ?? []).map(({ name, email }) =>
    email === null ? name : `${name} (${email})`,
  );
  return names.length === 0
    ? texts.noSeller(customer.name)
    : texts.sellers(customer.name, joinList(names, locale, 'and'), names.length);
}

/** Whether it may still be edited: what Microsoft declined, or let expire, is as final as what we closed. */
function editingOf({ customer, state }: Referral, { decision, lead }: Verdict, { locale }: Viewer): string[] {
  const texts = aboutTexts[locale];
  if (isTerminal(state)) return [texts.final(customer.name, ourStateLabel(state, locale))];
  const isOver = decision.kind === 'declined' || decision.kind === 'expired';
  return isOver ? [lead, texts.finalDecision] : [texts.editable(customer.name)];
}

/** What can be done about a deal as it stands. */
function nextOf(
  { customer }: Referral,
  { decision, details, closed, lead }: Verdict,
  { locale }: Viewer,
): string {
  const texts = aboutTexts[locale];
  if (closed !== null) return closed;
  if (decision.kind === 'waiting') return details.length === 0 ? lead : texts.wait(customer.name);
  if (decision.kind === 'declined') return verdictTexts[locale].recreateAdvice;
  return details.at(-1) ?? lead;
}
