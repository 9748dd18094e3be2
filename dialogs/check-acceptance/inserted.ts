import { factRows } from '../../src/cards/fact-rows.ts';
import type { Reply } from '../../src/cards/reply-data.ts';
import { microsoftLabel, ourStateLabel } from '../../src/cards/state-label.ts';
import { lineBlock } from '../../src/cards/text-block.ts';
import { formatDay, formatMoney } from '../../src/language/format.ts';
import type { Referral } from '../../src/referrals/referral.ts';
import { decide } from '../../src/referrals/rules.ts';
import { sampleBlocks } from '../deals/replies.ts';
import type { Viewer } from '../turn.ts';
import { sides } from './cards.ts';
import { checkTexts } from './texts.ts';
import { dayOf } from './verdict.ts';

/**
 * A deal as its owner puts it before others: who with, where both sides stand and when, and its value where they chose
 * so. Never a reason, a note, a person or a button; what isn't named here stays out.
 */
export function insertedDeal(deal: Referral, hasValue: boolean, viewer: Viewer): Reply {
  const { locale } = viewer;
  const { facts, us, microsoft } = checkTexts[locale];
  const theirs = microsoftLabel(deal, locale);
  const states = [`${us}: ${ourStateLabel(deal.state, locale)}`];
  if (theirs !== null) states.push(`${microsoft}: ${theirs}`);
  const { customer, value, createdAt, closingDate, microsoft: side } = deal;
  const amount = hasValue ? formatMoney(value.amount, value.currency, locale) : null;
  return {
    openTo: 'inserted-deal',
    summary: `${customer.name}. ${states.join('. ')}.`,
    body: [
      lineBlock({ heading: customer.name }),
      sides(deal, decide(deal, viewer.now), locale),
      factRows([
        { title: facts.value, value: amount },
        { title: facts.created, value: dayOf(new Date(createdAt), viewer) },
        { title: facts.asked, value: side === null ? null : dayOf(new Date(side.invitedAt), viewer) },
        { title: facts.closing, value: formatDay(closingDate, locale) },
      ]),
      ...sampleBlocks([deal], locale),
    ],
  };
}
