import { formatMoney } from '../../src/language/format.ts';
import type { Money } from '../../src/referrals/referral.ts';
import type { Choice, Parsed, SlotContext } from '../engine/slot.ts';
import { kindTexts } from './texts.ts';

/** A question about sums that are offered. */
export type SumsAsked = Extract<Parsed, { kind: 'choose' }>;

/** All that a question about sums needs to know of where it is asked. */
export type SumContext = Pick<SlotContext, 'locale' | 'turn'>;

/** What a sum is called by the button that chooses it. */
export const idOf = (amount: number, currency: string): string => `${String(amount)}|${currency}`;

/**
 * Asks which of these sums is meant; where there is one, whether it is.
 *
 * @param kept comes back until one is chosen
 */
export function askWhich(
  text: string,
  sums: readonly Money[],
  { locale }: SumContext,
  kept: unknown = null,
): SumsAsked {
  const words = sums.length === 1 ? kindTexts[locale].yesWords : [];
  const byId = new Map(sums.map((sum) => [idOf(sum.amount, sum.currency), sum]));
  const choices = [...byId].map(([id, { amount, currency }]): Choice => ({
    id,
    label: formatMoney(amount, currency, locale),
    words,
  }));
  return { kind: 'choose', text, choices, kept };
}

/** "80 € or 80.000 €?"; the number as it was typed is kept for "thousands". */
export function askOfTwo(options: readonly Money[], asking: SumContext): SumsAsked {
  const [bare] = options;
  return askWhich(kindTexts[asking.locale].money.whichOfTwo, options, asking, { bare });
}

/** Whether a sum that was reckoned is meant, with its arithmetic up to the sign of equality. */
export function askReckoned(arithmetic: string, { amount, currency }: Money, asking: SumContext): SumsAsked {
  const total = formatMoney(amount, currency, asking.locale);
  const text = kindTexts[asking.locale].money.isTotal(`${arithmetic} = ${total}`);
  return askWhich(text, [{ amount, currency }], asking);
}
