import { microsoftLabel, ourStateLabel } from '../../src/cards/state-label.ts';
import { factRows } from '../../src/cards/fact-rows.ts';
import { type Button, type CardElement, type Reply } from '../../src/cards/reply-data.ts';
import { column, lineBlock, lineBlocks } from '../../src/cards/text-block.ts';
import { formatDay, formatMoney, joinList } from '../../src/language/format.ts';
import { formatMoment } from '../../src/language/format-moment.ts';
import type { Locale } from '../../src/language/locale.ts';
import type { Referral } from '../../src/referrals/referral.ts';
import { isTerminal, type MicrosoftDecision } from '../../src/referrals/rules.ts';
import { allButton, sampleBlocks, seeButton } from '../deals/replies.ts';
import type { Viewer } from '../turn.ts';
import { PORTAL_URL } from '../portal.ts';
import { checkTexts } from './texts.ts';
import { dayOf, type Verdict, verdictOf } from './verdict.ts';

/** As much as a phone's notification shows, in characters. */
const MAX_SUMMARY = 200;

/** One deal: what Microsoft said, what it means, both sides apart, the facts, and the ways on. */
export function dealCard(referral: Referral, others: readonly Referral[], reader: Viewer): Reply {
  const verdict = verdictOf(referral, reader);
  const closed = verdict.closed === null ? [] : [verdict.closed];
  const alike = othersSentence(others, reader.locale);
  return {
    summary: summaryOf(verdict, [...closed, ...alike]),
    body: [
      lineBlock({ heading: verdict.lead }),
      sides(referral, verdict.decision, reader.locale),
      ...lineBlocks([...verdict.details, ...closed], { spacing: 'small' }),
      facts(referral, reader),
      idBlock(referral, reader.locale),
      ...(referral.isSample ? [] : [readBlock(reader)]),
      ...lineBlocks(alike),
      ...sampleBlocks([referral], reader.locale),
    ],
    buttons: buttons(referral, verdict, others, reader.locale),
    shows: { deals: [referral, ...others].map(({ id }) => id), current: referral.id },
    refresh: { show: 'deal', id: referral.id },
  };
}

/** How a deal stands now, in short: what is added to news of it. */
export function nowCard(referral: Referral, reader: Viewer): Reply {
  const { now } = checkTexts[reader.locale];
  const verdict = verdictOf(referral, reader);
  return {
    summary: verdict.lead,
    body: [
      lineBlock(now, { isSubtle: true, size: 'small' }),
      { ...sides(referral, verdict.decision, reader.locale), spacing: 'small' },
      ...(referral.isSample ? [] : [readBlock(reader)]),
    ],
  };
}

/** The news, with what explains it where that still fits a notification. */
function summaryOf({ lead, details }: Verdict, extra: readonly string[]): string {
  const [first = ''] = details;
  const explained = first === '' ? lead : `${lead} ${first}`;
  return [explained.length > MAX_SUMMARY ? lead : explained, ...extra].join(' ');
}

function othersSentence(others: readonly Referral[], locale: Locale): string[] {
  if (others.length === 0) return [];
  const names = others.map((other) => other.customer.name);
  return [checkTexts[locale].alsoFound(joinList(names, locale, 'and'))];
}

/** Our side and Microsoft's side next to each other: they are two records and say different things. */
export function sides(referral: Referral, decision: MicrosoftDecision, locale: Locale): CardElement {
  const texts = checkTexts[locale];
  const unseen = decision.kind === 'unknown' ? texts.microsoftUnseen : texts.microsoftNotInvited;
  return {
    type: 'ColumnSet',
    spacing: 'medium',
    columns: [
      side(texts.us, ourStateLabel(referral.state, locale)),
      side(texts.microsoft, microsoftLabel(referral, locale) ?? unseen),
    ],
  };
}

function side(who: string, state: string): CardElement {
  return column(
    'stretch',
    lineBlock(who, { isSubtle: true, size: 'small' }),
    lineBlock(state, { isBold: true, spacing: 'none' }),
  );
}

function facts(referral: Referral, reader: Viewer): CardElement {
  const { facts: titles } = checkTexts[reader.locale];
  const { value, microsoft } = referral;
  const sellers = microsoft?.sellers.map(({ name, email }) => (email === null ? name : `${name}, ${email}`));
  return factRows([
    { title: titles.solution, value: referral.solutions.map(({ name }) => name).join(', ') },
    { title: titles.value, value: formatMoney(value.amount, value.currency, reader.locale) },
    { title: titles.closing, value: formatDay(referral.closingDate, reader.locale) },
    { title: titles.created, value: dayOf(new Date(referral.createdAt), reader) },
    { title: titles.seller, value: sellers?.join('; ') },
    { title: titles.msxId, value: microsoft?.msxId },
  ]);
}

function idBlock(referral: Referral, locale: Locale): CardElement {
  const text = `${checkTexts[locale].id} ${referral.id}`;
  return lineBlock(text, { isSubtle: true, size: 'small', isCode: true });
}

/** A card stays in the chat while the deal goes on: it says of when it speaks. */
function readBlock({ now, timeZone, locale }: Viewer): CardElement {
  const text = checkTexts[locale].readAt(formatMoment(now, timeZone, locale));
  return lineBlock(text, { isSubtle: true, size: 'small' });
}

/** The job that comes next, the other deal of that name, and the list: never more than three. */
export function buttons(
  referral: Referral,
  { decision }: Verdict,
  others: readonly Referral[],
  locale: Locale,
): Button[] {
  const texts = checkTexts[locale];
  const next = nextButton(referral, decision, locale);
  return [
    ...(next === null ? [] : [next]),
    ...others.slice(0, 1).map((other) => seeButton(other, texts.see(other.customer.name))),
    allButton(locale),
  ];
}

function nextButton(referral: Referral, decision: MicrosoftDecision, locale: Locale): Button | null {
  const texts = checkTexts[locale].buttons;
  const { state, id } = referral;
  if (isTerminal(state)) {
    const incentives = { action: 'answer', id: 'deal-registration-incentives' } as const;
    return state.substatus === 'Won' ? { title: texts.incentives, action: incentives } : null;
  }
  switch (decision.kind) {
    case 'accepted':
      return { title: texts.close, action: { action: 'begin', dialog: 'close-deal', referralId: id } };
    case 'declined':
    case 'expired':
      return { title: texts.recreate, action: { action: 'begin', dialog: 'create-deal', recreates: id } };
    case 'waiting': {
      const known = { referralId: id, with: { setting: 'newsOn' } };
      return { title: texts.notify, action: { action: 'begin', dialog: 'set-notices', ...known } };
    }
    case 'not-shared':
    case 'not-asked':
    case 'closed-by-microsoft':
    case 'needs-attention':
    case 'unknown':
      return { title: texts.portal, url: PORTAL_URL };
  }
}
