import { findSaidAmounts } from '../../language/money/said-amounts.ts';
import { isUnsure } from '../../language/money/context.ts';
import { patternOf } from '../../language/said.ts';
import { STRENGTH } from './candidate.ts';
import { partFor } from './parts.ts';
import { findTerm, readRate } from './rates.ts';
import type { ProposedFact } from './candidate.ts';
import type { SaidAmount } from '../../language/money/said-amounts.ts';
import type { Typed } from './typed.ts';

/** What makes an amount a price of one thing, or a limit: it is asked about. */
const priceOfOne = patternOf()`^ ?(?:\/|${'per'} |${'apiece'}|p\.)\s?(?:${'priced-things'}|${'priced-too'})`;
const RANGE_BEFORE = 24;

/** "Passa da 40k a 52k" is no range: the second is the new one. */
const change = patternOf()`${'changes-value'} (?:[a-z]+ ){0,4}${'from-value'} $`;

const isChange = (plain: string, first: SaidAmount | undefined): boolean =>
  first !== undefined && change().test(plain.slice(Math.max(0, first.start - 80), first.start));

/** Amounts: single ones, and those of payments that come again. A range is no amount. */
export function findAmounts(typed: Typed): ProposedFact[] {
  const said = findSaidAmounts(typed.text, typed.context.locale);
  return said.flatMap((amount, index) => {
    if (amount.joined === 'range') return [];
    if (said[index - 1]?.joined === 'range' && !isChange(typed.plain, said[index - 1])) return [];
    return recurring(typed, amount) ?? single(typed, amount, said[index - 1]?.joined === 'choice');
  });
}

/** The amount of one payment with its rate; an empty list where it comes at times that are no rate of ours. */
function recurring(typed: Typed, said: SaidAmount): ProposedFact[] | null {
  const rate = readRate(typed.plain, said);
  if (rate === null || (!said.isClear && said.amount < 10)) return null;
  if (rate.per === null) return [];
  const term = findTerm(typed.plain, rate.start, rate.end, rate.per);
  const end = Math.max(rate.end, term !== null && term.end - rate.end < RANGE_BEFORE * 2 ? term.end : 0);
  const { amount, currency } = said;
  const times = term?.times ?? null;
  const guess = {
    kind: 'recurring',
    amount,
    currency,
    per: rate.per,
    times,
    start: rate.start,
    end,
  } as const;
  return [{ guess, strength: STRENGTH.formed + 5 }];
}

function single(typed: Typed, said: SaidAmount, isSecond: boolean): ProposedFact[] {
  const { start, end, amount } = said;
  const part = partFor(typed.parts, 'value', said);
  if (!said.isClear && !isBareValue(typed, said, part !== null)) return [];
  const isLimit = isUnsure(typed.plain.slice(Math.max(0, start - RANGE_BEFORE), end));
  const isSmall = !said.isClear && amount < 1000;
  const isPrice = priceOfOne().test(typed.plain.slice(end, end + RANGE_BEFORE));
  const isSure = said.isOne && !isSecond && said.joined === null && !isLimit && !isSmall && !isPrice;
  const guess = { kind: 'money', amount, currency: said.currency, start, end, isSure } as const;
  return [{ guess, strength: said.isClear ? STRENGTH.formed : STRENGTH.alone }];
}

const valueCue = patternOf()`(?:^|[^a-z])(?:${'value-cues'}|${'near-value-cues'})(?: ${'after-value-cues'})*[ :]*$`;
const freeAfter = patternOf()`^ *(?:$|[,;!?.\n)]|${'after-values'}(?![a-z]))`;

/** A number without any mark of money: only in an answer to "how much", after "valore", or with thousands in it. */
function isBareValue({ plain, context }: Typed, said: SaidAmount, isAsked: boolean): boolean {
  const before = plain.slice(Math.max(0, said.start - RANGE_BEFORE), said.start);
  const after = plain.slice(said.end, said.end + 12);
  if (!freeAfter().test(after)) return false;
  if (isAsked) return !/[a-z]{4} $/.test(before) || said.amount >= 1000 || valueCue().test(before);
  return (
    valueCue().test(before) && (said.amount >= 1000 || context.asked === 'review') && /\d/.test(said.text)
  );
}
