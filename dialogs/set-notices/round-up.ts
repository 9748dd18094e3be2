import { buttonRow } from '../../src/cards/button-row.ts';
import type { CardElement, Reply } from '../../src/cards/reply-data.ts';
import { lineBlock } from '../../src/cards/text-block.ts';
import type { Referral } from '../../src/referrals/referral.ts';
import { decide } from '../../src/referrals/rules.ts';
import type { DealNews, Digest } from '../../src/watch/teller.ts';
import { dealTitle } from '../deals/choices.ts';
import { allButton, sampleBlocks } from '../deals/replies.ts';
import type { Viewer } from '../turn.ts';
import { noticeTexts } from './texts.ts';
import { settingsButton } from './settings.ts';

/** As many deals as a phone shows at once. */
const MOST_ROWS = 5;

/** News of several deals as one list; a row leads to its deal. */
export function newsCard(news: readonly DealNews[], reader: Viewer): Reply {
  const texts = noticeTexts[reader.locale];
  const told = news.map(({ deal, news: kind }) => ({
    deal,
    line: texts.news(kind, daysLeft(deal, reader.now)),
  }));
  return listOf(texts.severalNews(news.length), told, reader);
}

/** The weekly list: what needs care, the most pressing first. */
export function digestCard({ inCare, open }: Digest, reader: Viewer): Reply {
  const texts = noticeTexts[reader.locale];
  const told = inCare.map(({ deal, reasons }) => ({
    deal,
    line: reasons.map((reason) => texts.care[reason]).join('; '),
  }));
  const list = listOf(texts.digest(inCare.length, open), told, reader);
  return { ...list, buttons: [allButton(reader.locale), settingsButton('list', reader.locale)] };
}

interface Row {
  readonly deal: Referral;
  readonly line: string;
}

function listOf(lead: string, rows: readonly Row[], reader: Viewer): Reply {
  const shown = rows.slice(0, MOST_ROWS);
  const deals = shown.map(({ deal }) => deal);
  const more = rows.length - shown.length;
  const [first] = shown;
  return {
    summary: first === undefined ? lead : `${lead} ${first.deal.customer.name}: ${first.line}.`,
    shows: { deals: deals.map(({ id }) => id), current: null },
    body: [
      lineBlock({ heading: lead }),
      ...shown.map((row) => rowOf(row, deals, reader)),
      ...(more > 0 ? [lineBlock(noticeTexts[reader.locale].digestMore(more), { isSubtle: true })] : []),
      ...sampleBlocks(deals, reader.locale),
    ],
    ...(more > 0 ? { buttons: [allButton(reader.locale)] } : {}),
  };
}

function rowOf({ deal, line }: Row, shown: readonly Referral[], { locale }: Viewer): CardElement {
  return buttonRow(
    dealTitle(deal, shown, locale),
    { action: 'begin', dialog: 'check-acceptance', referralId: deal.id },
    lineBlock([{ text: deal.customer.name, isBold: true }]),
    lineBlock(line, { spacing: 'none' }),
  );
}

function daysLeft(deal: Referral, now: Date): number {
  const decision = decide(deal, now);
  return decision.kind === 'waiting' ? decision.daysLeft : 0;
}
