import * as z from 'zod';
import { formatMoney } from '../src/language/format.ts';
import type { Locale } from '../src/language/locale.ts';
import type { Referral } from '../src/referrals/referral.ts';
import type { DealSearch, SearchScope } from './deal-search.ts';
import { nearestDeals, searchDeals } from './deal-search.ts';
import { withoutRequestWords } from './deal-words.ts';
import type { Choice } from './slot.ts';

/** As many deals as a question offers: the more urgent ones, the others are typed. */
const MAX_CHOICES = 5;

/** Deals that fit what was said, to pick from; `typed` is the name they share, where they share one. */
const amongSchema = z.object({ ids: z.array(z.string()).readonly(), typed: z.string().nullable() });

export type Among = z.infer<typeof amongSchema>;

/** Whether a stored value is a list to pick from. */
export function isAmong(value: unknown): value is Among {
  return amongSchema.safeParse(value).success;
}

/** A list to pick from, as kept between turns. */
export function amongOf(deals: readonly Referral[], typed: string | null): Among {
  return { ids: deals.map(({ id }) => id), typed };
}

/** Reads an answer to "which deal?": what isn't anything else is taken for a name. */
export function readDeal(text: string, deals: readonly Referral[], scope: SearchScope): DealSearch {
  const search = searchDeals(text, deals, scope);
  const isSaid = search.kind !== 'unsaid' || withoutRequestWords(text) === '';
  return isSaid ? search : nearestDeals(text.trim(), deals);
}

/** Deals as choices, at most five, by customer, and by value too where a customer stands there twice. */
export function dealChoices(deals: readonly Referral[], locale: Locale): Choice[] {
  const shown = deals.slice(0, MAX_CHOICES);
  return shown.map((deal) => ({ id: deal.id, label: dealTitle(deal, shown, locale), words: [deal.name] }));
}

/** A deal's name among those shown with it. */
export function dealTitle(deal: Referral, shown: readonly Referral[], locale: Locale): string {
  const { name } = deal.customer;
  const isAlone = shown.filter((other) => other.customer.name === name).length === 1;
  return isAlone ? name : `${name}, ${formatMoney(deal.value.amount, deal.value.currency, locale)}`;
}
