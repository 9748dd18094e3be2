import { formatDayShort, formatMoney } from '../../src/language/format.ts';
import type { Locale } from '../../src/language/locale.ts';
import { visibleLine } from '../../src/language/visible-text.ts';
import type { Referral } from '../../src/referrals/referral.ts';
import type { Choice, Parsed } from '../engine/slot.ts';
import { dealsTexts } from './texts.ts';

/** As many deals as a question offers: the more urgent ones, the others are typed. */
const MAX_CHOICES = 5;

/** The deals after those that a question offers, or all of them where there are no more. */
export function chooseFurther(
  deals: readonly Referral[],
  locale: Locale,
): Extract<Parsed<never>, { kind: 'choose' }> {
  const further = deals.slice(MAX_CHOICES);
  const { others, noOthers } = dealsTexts[locale];
  const isAll = further.length === 0;
  return {
    kind: 'choose',
    text: isAll ? noOthers : others,
    choices: dealChoices(isAll ? deals : further, locale),
  };
}

/** Deals as choices, at most five, each by a title of its own. */
export function dealChoices(deals: readonly Referral[], locale: Locale): Choice[] {
  const shown = deals.slice(0, MAX_CHOICES);
  return shown.map((deal) => ({ id: deal.id, label: dealTitle(deal, shown, locale), words: [deal.name] }));
}

/**
 * A deal's name among those shown with it: its customer as it is seen, and as much more as it takes to tell it from the
 * others: value, day of creation, beginning of the id.
 */
export function dealTitle(deal: Referral, shown: readonly Referral[], locale: Locale): string {
  const titles = [1, 2, 3, 4].map(
    (length) => (each: Referral) => titleParts(each, locale).slice(0, length).join(', '),
  );
  const telling = titles.find(
    (titleOf) => shown.filter((each) => titleOf(each) === titleOf(deal)).length <= 1,
  );
  return (telling ?? titles.at(-1))?.(deal) ?? deal.customer.name;
}

function titleParts({ customer, value, createdAt, id }: Referral, locale: Locale): string[] {
  const money = formatMoney(value.amount, value.currency, locale);
  return [visibleLine(customer.name), money, formatDayShort(createdAt.slice(0, 10), locale), id.slice(0, 8)];
}
