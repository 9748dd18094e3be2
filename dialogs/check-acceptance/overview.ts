import { ourStateLabel, stateLabel } from '../../src/cards/state-label.ts';
import type { Action } from '../../src/cards/action.ts';
import { buttonRow } from '../../src/cards/button-row.ts';
import { type Button, type CardElement, type Reply, sayLines } from '../../src/cards/reply-data.ts';
import { lineBlock } from '../../src/cards/text-block.ts';
import { formatDay, formatMoney, joinList } from '../../src/language/format.ts';
import type { Locale } from '../../src/language/locale.ts';
import type { Referral } from '../../src/referrals/referral.ts';
import { decide, isTerminal, type MicrosoftDecision, sortByUrgency } from '../../src/referrals/rules.ts';
import type { DealsFound } from '../deals/asked.ts';
import { dealTitle } from '../deals/choices.ts';
import { dealsTexts } from '../deals/texts.ts';
import { allButton, createButton, nothingReply, sampleBlocks } from '../deals/replies.ts';
import type { DialogTurn, Viewer } from '../turn.ts';
import type { DialogServices } from '../services.ts';
import { checkTexts } from './texts.ts';
import { dayOf } from './verdict.ts';

/** As many deals as a phone shows at once, with the button that leads on. */
const PAGE_SIZE = 5;

/**
 * One page of all deals that the person may see, most urgent first. A page past the end shows the first.
 *
 * @throws AppError as the gateway's `list`.
 */
export async function overviewPage(
  turn: DialogTurn,
  services: Pick<DialogServices, 'gateway'>,
  page: number,
): Promise<Reply> {
  const deals = await services.gateway.list(turn.actor);
  return overviewCard(deals, turn, page);
}

/** The overview as a card; where there is nothing to show it says why. */
export function overviewCard(
  deals: readonly Referral[],
  reader: Viewer & Pick<DialogTurn, 'person'>,
  page: number,
): Reply {
  const texts = checkTexts[reader.locale];
  if (deals.length === 0) return nothingReply(reader, texts, createButton(reader.locale));
  const sorted = sortByUrgency(deals, reader.now);
  const first = page * PAGE_SIZE < sorted.length ? page * PAGE_SIZE : 0;
  const shown = sorted.slice(first, first + PAGE_SIZE);
  const waiting = sorted.filter((deal) => isWaiting(deal, reader.now)).length;
  const lead = texts.overview(sorted.length, waiting);
  const [top] = shown;
  return {
    summary: top === undefined ? lead : `${lead} ${top.customer.name}: ${rowState(top, reader)}.`,
    shows: { deals: shown.map(({ id }) => id), current: null },
    refresh: { show: 'deals', page: first / PAGE_SIZE },
    list: { next: nextPage(first, shown.length, sorted.length) },
    body: [
      lineBlock({ heading: lead }),
      lineBlock(texts.range(first + 1, first + shown.length, sorted.length), {
        isSubtle: true,
        size: 'small',
      }),
      ...shown.map((deal) => row(deal, shown, reader)),
      ...sampleBlocks(shown, reader.locale),
    ],
    buttons: pageButtons(first, shown.length, sorted.length, reader.locale),
  };
}

/** Deals that were asked for by their names, each with its state. */
export function namedCard(deals: readonly Referral[], reader: Viewer): Reply {
  const states = deals.map((deal) => `${deal.customer.name}: ${rowState(deal, reader)}.`);
  return {
    summary: states.join(' '),
    shows: { deals: deals.map(({ id }) => id), current: null },
    refresh: { show: 'named', ids: deals.map(({ id }) => id) },
    body: [...deals.map((deal) => row(deal, deals, reader)), ...sampleBlocks(deals, reader.locale)],
  };
}

/** Deals that were asked for by what they are: how many, what they are worth, and the most urgent of them. */
export function someCard({ deals, between, order }: DealsFound, reader: Viewer): Reply {
  const { locale } = reader;
  const texts = checkTexts[locale];
  const by = [
    ...(between === null
      ? []
      : [
          dealsTexts[locale].between[between.of](
            formatDay(between.first, locale),
            formatDay(between.last, locale),
          ),
        ]),
    ...(order === null ? [] : [dealsTexts[locale].inOrder[order]]),
  ];
  if (deals.length === 0) return { ...sayLines([texts.noneSuch, ...by], allButton(locale)) };
  const shown = deals.slice(0, MOST_LISTED);
  const lead = texts.some(deals.length, totalOf(deals, reader.locale));
  const more = deals.length > shown.length ? [lineBlock(texts.further(deals.length - shown.length))] : [];
  return {
    ...namedCard(shown, reader),
    summary: lead,
    body: [
      lineBlock({ heading: lead }),
      ...by.map((line) => lineBlock(line, { isSubtle: true, size: 'small' })),
      ...shown.map((deal) => row(deal, shown, reader)),
      ...more,
      ...sampleBlocks(shown, reader.locale),
    ],
  };
}

const MOST_LISTED = 10;

/** Sums in several currencies stand beside each other: there is no rate to add them by. */
function totalOf(deals: readonly Referral[], locale: Locale): string {
  const currencies = [...new Set(deals.map(({ value }) => value.currency))];
  const sums = currencies.map((currency) => {
    const own = deals.filter(({ value }) => value.currency === currency);
    const sum = own.reduce((all, { value }) => all + value.amount, 0);
    return formatMoney(sum, currency, locale);
  });
  return joinList(sums, locale, 'and');
}

function isWaiting(deal: Referral, now: Date): boolean {
  return !isTerminal(deal.state) && decide(deal, now).kind === 'waiting';
}

/** Fewer days than these are pressing. */
const PRESSING_DAYS = 3;

/** A tap on a deal's row shows the deal. What is pressing stands out by its weight. */
function row(deal: Referral, shown: readonly Referral[], reader: Viewer): CardElement {
  const value = formatMoney(deal.value.amount, deal.value.currency, reader.locale);
  const style = isPressing(deal, reader.now) ? { isBold: true } : { isSubtle: true };
  return buttonRow(
    dealTitle(deal, shown, reader.locale),
    { action: 'begin', dialog: 'check-acceptance', referralId: deal.id },
    lineBlock([{ text: deal.customer.name, isBold: true }, { text: ` · ${value}` }]),
    lineBlock(rowState(deal, reader), { ...style, spacing: 'none' }),
  );
}

function isPressing(deal: Referral, now: Date): boolean {
  const decision = decide(deal, now);
  return !isTerminal(deal.state) && decision.kind === 'waiting' && decision.daysLeft < PRESSING_DAYS;
}

function rowState(deal: Referral, reader: Viewer): string {
  const texts = checkTexts[reader.locale];
  if (isTerminal(deal.state)) return closedState(deal, reader);
  const decision = decide(deal, reader.now);
  switch (decision.kind) {
    case 'waiting':
      return rowWaiting(decision, reader);
    case 'closed-by-microsoft':
      return texts.rowClosedByMicrosoft(
        stateLabel({ status: 'Closed', substatus: decision.substatus }, reader.locale),
      );
    case 'unknown':
      return decision.raw === null ? texts.rowUnseen : texts.rowUnknown(decision.raw);
    case 'accepted':
    case 'declined':
    case 'expired':
    case 'not-shared':
    case 'not-asked':
    case 'needs-attention':
      return texts.row[decision.kind];
  }
}

/** We close a deal as won or lost; that it was declined or expired is nothing that we did. */
function closedState({ state }: Referral, { locale }: Viewer): string {
  const texts = checkTexts[locale];
  const label = ourStateLabel(state, locale);
  if (state.substatus === 'Expired') return texts.row.expired;
  return state.substatus === 'Won' || state.substatus === 'Lost' ? texts.rowClosed(label) : label;
}

function rowWaiting(decision: Extract<MicrosoftDecision, { kind: 'waiting' }>, reader: Viewer): string {
  const texts = checkTexts[reader.locale];
  const deadline = dayOf(decision.deadline, reader);
  return decision.isOverdue ? texts.rowOverdue(deadline) : texts.rowWaiting(decision.daysLeft, deadline);
}

function nextPage(first: number, shown: number, total: number): Action | null {
  return total > first + shown ? { action: 'page', of: 'deals', page: first / PAGE_SIZE + 1 } : null;
}

function pageButtons(first: number, shown: number, total: number, locale: Locale): Button[] {
  const texts = checkTexts[locale];
  const next = nextPage(first, shown, total);
  if (next !== null) return [{ title: texts.more(Math.min(total - first - shown, PAGE_SIZE)), action: next }];
  const start: Button = { title: texts.buttons.first, action: { action: 'page', of: 'deals', page: 0 } };
  return first > 0 ? [start] : [];
}
