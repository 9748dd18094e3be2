import { formatMoney } from '../../src/language/format.ts';
import { isListing } from '../../src/language/money/ranges.ts';
import { rangeSaid, type SaidMoney } from '../../src/language/money/said-amounts.ts';
import { patternOf } from '../../src/language/said.ts';
import { asks, does, tells } from '../../src/reading/contents.ts';
import { toPlain } from '../../src/reading/facts/typed.ts';
import type { Place } from '../../src/reading/reading.ts';
import type { Money } from '../../src/referrals/referral.ts';
import type { Said } from '../engine/slot.ts';
import { askWhich, type SumContext, type SumsAsked } from './money-asked.ts';
import { kindTexts } from './texts.ts';

/** A sum where it stands in a message. */
interface PlacedSum extends Money, Place {
  readonly isSure: boolean;
}

/** Whether each of these sums is for something of its own, as they are listed: "25k licenze e 10k servizi". */
export const areParts = (sums: readonly Place[], text: string): boolean =>
  sums.length > 1 &&
  sums.slice(1).every(({ start }, at) => isListing(toPlain(text.slice(sums[at]?.end, start)).trimStart()));

/**
 * Asks which of several sums of a message is the value, their total first: in "25k licenze, 10k servizi" nobody says
 * that the value is one of them.
 */
export function askWhichOf(sums: readonly PlacedSum[], text: string, context: SumContext): SumsAsked {
  const texts = kindTexts[context.locale].money;
  const [start, end] = [Math.min(...sums.map((sum) => sum.start)), Math.max(...sums.map((sum) => sum.end))];
  const typed = `${text.slice(start, end)}${lastFor.exec(text.slice(end))?.[0] ?? ''}`;
  const currency = sums[0]?.currency ?? '';
  const isAdded =
    sums.every((sum) => sum.isSure && sum.currency === currency) &&
    !ofWhich().test(toPlain(text.slice(start, end)));
  if (!isAdded) return askWhich(texts.which(typed), sums, context);
  const total = { amount: sums.reduce((sum, { amount }) => sum + amount, 0), currency };
  const [whole = '', ...parts] = [total, ...sums].map(({ amount }) =>
    formatMoney(amount, currency, context.locale),
  );
  return askWhich(texts.whichOfParts(`${parts.join(' + ')} = ${whole}`, typed), [total, ...sums], context);
}

/** The range that a message tells where it tells no sum: "tra 40 e 50k". */
export function rangeIn(
  { text, reading }: Said,
  { turn }: SumContext,
): { readonly typed: string; readonly sums: readonly SaidMoney[] } | null {
  if (tells(reading, 'money', 'recurring') || asks(reading) || does(reading, 'negation')) return null;
  return rangeSaid(text, turn.language);
}

/** What the last of several sums is for: "25k licenze e 10k servizi". */
const lastFor = /^ (?:\p{L}{1,3} )?\p{L}{4,}/u;
/** "50k, di cui 10k servizi" is no sum of two. */
const ofWhich = patternOf()`(?<![a-z])${'of-which'}(?![a-z])`;
