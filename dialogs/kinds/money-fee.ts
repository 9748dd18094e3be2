import { formatMoney } from '../../src/language/format.ts';
import { findTerm } from '../../src/reading/facts/rates.ts';
import { toPlain } from '../../src/reading/facts/typed.ts';
import type { Fact } from '../../src/reading/reading.ts';
import type { Parsed, Said } from '../engine/slot.ts';
import { type SumsAsked, type SumContext, askReckoned } from './money-asked.ts';
import { kindTexts } from './texts.ts';

/** A payment that comes again. */
export type Fee = Pick<Extract<Fact, { kind: 'recurring' }>, 'amount' | 'per' | 'times'> & {
  readonly currency: string;
};

/** What is kept of a fee until its term is known. */
interface Kept {
  readonly fee: Omit<Fee, 'times'> & { readonly once?: number };
}

/** The fee that waits for its term; null where none does. */
export const feeOf = (kept: unknown): Kept['fee'] | null => (Object(kept) as Partial<Kept>).fee ?? null;

/**
 * What a fee comes to, with its arithmetic; its term is asked for where none is said.
 *
 * @param once what is paid one time beside the fee: "10k una tantum più 500 al mese per 12 mesi"
 */
export function totalOf(
  { amount: fee, currency, per, times }: Fee,
  asking: SumContext,
  once = 0,
): SumsAsked | Extract<Parsed, { kind: 'partial' }> {
  const shown = (amount: number): string => formatMoney(amount, currency, asking.locale);
  if (times === null) {
    const kept: Kept = { fee: { amount: fee, currency, per, ...(once === 0 ? {} : { once }) } };
    return { kind: 'partial', kept, text: kindTexts[asking.locale].money.feeWithoutTerm(shown(fee), per) };
  }
  const beside = once === 0 ? '' : `${shown(once)} + `;
  const total = { amount: once + fee * times, currency };
  return askReckoned(`${beside}${shown(fee)} × ${String(times)}`, total, asking);
}

/** "Per tre anni", where that was asked of a fee. */
export function withTerm(
  kept: unknown,
  { text }: Said,
  asking: SumContext,
): ReturnType<typeof totalOf> | null {
  const fee = feeOf(kept);
  const term = fee === null ? null : findTerm(toPlain(text), 0, 0, fee.per);
  return fee === null || term === null ? null : totalOf({ ...fee, times: term.times }, asking, fee.once);
}
