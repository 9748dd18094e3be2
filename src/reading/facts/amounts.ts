import { findSaidAmounts } from '../../language/money/said-amounts.ts';
import { isCounted, isUnsure } from '../../language/money/context.ts';
import { made, patternOf, tableOf } from '../../language/said.ts';
import { STRENGTH } from './candidate.ts';
import { partFor } from './parts.ts';
import { findTerm, readRate } from './rates.ts';
import { addUp, reckon } from './sums.ts';
import type { ProposedFact } from './candidate.ts';
import type { SaidAmount } from '../../language/money/said-amounts.ts';
import type { Typed } from './typed.ts';

/** What makes an amount a price of one thing, or a limit: it is asked about. */
const priceOfOne = patternOf()`^[ ,(]{0,2}(?:(?:\/|${'per'} |p\.)\s?(?:${'priced-things'}|${'priced-too'})|${'apiece'}(?![a-z]))`;
const RANGE_BEFORE = 24;

/** "Passa da 40k a 52k" is no range: the second is the new one. */
const change = patternOf()`${'changes-value'} (?:[a-z]+ ){0,4}${'from-value'} $`;

const partPayment = patternOf()`(?<![a-z])${'part-payments'}(?![a-z])[^a-z,;.\n]{0,12}$`;
/** "iva inclusa": the sum is another than the one that is said. */
const changed = patternOf()`^[^.;\n]{0,20}?(?<![a-z])${'tax-included'}(?![a-z])`;
/** "100 utenti a" before the price of one. */
const counted = patternOf()`(?<![\d.,])(?<count>\d{1,5}) (?<noun>[a-z]{3,}) (?:${'before-price'}|@) $`;
const CHANGED_WITHIN = 60;
const units = made(() => tableOf<string>('term-units'));

/** How many there are of what a price is of, with where they begin; null where the words tell no number. */
function countBefore(plain: string, { start }: SaidAmount): { count: number; start: number } | null {
  const found = counted().exec(plain.slice(Math.max(0, start - 2 * RANGE_BEFORE), start));
  const { count = '', noun = '' } = found?.groups ?? {};
  // "18 months at 1,150 monthly" is its term.
  return found === null || !isCounted(noun) || units().has(noun)
    ? null
    : { count: Number(count), start: start - found[0].length };
}

/** "3M Italia", "con la 3B": a capital right behind the figure, and a name goes on with it or an article leads to it. */
function isOfName({ text, plain }: Typed, { start, end }: SaidAmount): boolean {
  if (!/^\d{1,3}[A-Z]$/u.test(text.slice(start, end))) return false;
  const isLed = article().test(plain.slice(0, start)) && !beforeDeal().test(plain.slice(end));
  return isLed || /^ \p{Lu}\p{Ll}{2,}/u.test(text.slice(end, end + 12));
}
const article = patternOf()`(?:^|[^a-z])(?:${'thing-articles'}|${'articles-or-pronouns'}) $`;
const beforeDeal = patternOf()`^ ?(?:${'deal-nouns'}|${'currencies'})(?![a-z])`;

const isChange = (plain: string, first: SaidAmount | undefined): boolean =>
  first !== undefined && change().test(plain.slice(Math.max(0, first.start - 80), first.start));

/** Amounts: single ones, and those of payments that come again. A range is no amount. */
export function findAmounts(typed: Typed): ProposedFact[] {
  const said = addUp(typed, findSaidAmounts(typed.text, typed.context.locale));
  return said.flatMap((amount, index) => {
    if (isOfName(typed, amount)) return [];
    if (amount.joined === 'range') return [];
    if (said[index - 1]?.joined === 'range' && !isChange(typed.plain, said[index - 1])) return [];
    // "Acconto 30% = 18.300" is no second value.
    if (partPayment().test(typed.plain.slice(Math.max(0, amount.start - RANGE_BEFORE), amount.start)))
      return [];
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
  const { currency } = said;
  const several = countBefore(typed.plain, said);
  const amount = said.amount * (several?.count ?? 1);
  const times = term?.times ?? null;
  const guess = {
    kind: 'recurring',
    amount,
    currency,
    per: rate.per,
    times,
    start: several?.start ?? Math.min(rate.start, term?.start ?? rate.start),
    end,
  } as const;
  return [{ guess, strength: STRENGTH.formed + 5 }];
}

function single(typed: Typed, said: SaidAmount, isSecond: boolean): ProposedFact[] {
  const { start, end, amount } = said;
  const part = partFor(typed.parts, 'value', said);
  if (!said.isClear && !isBareValue(typed, said, part !== null)) return [];
  if (isOfCompany(typed.plain, said)) return [];
  const isLimit = isUnsure(typed.plain.slice(Math.max(0, start - RANGE_BEFORE), end));
  const isSmall = !said.isClear && amount < 1000;
  const price = priceOfOne().exec(typed.plain.slice(end, end + RANGE_BEFORE));
  // "250 licenze a 40 euro l'una": their sum is asked about.
  const several = price === null ? null : countBefore(typed.plain, said);
  const isChanged = changed().test(typed.plain.slice(end, end + CHANGED_WITHIN));
  const reckoned = price === null && said.isClear ? reckon(typed.plain, said) : null;
  const isAsItIs = said.isOne && price === null && reckoned === null && !isChanged;
  const isSure = isAsItIs && !isSecond && said.joined === null && !isLimit && !isSmall;
  const guess = {
    kind: 'money',
    amount: amount * (several?.count ?? 1),
    currency: said.currency,
    start: several?.start ?? start,
    end: several === null ? end : end + (price?.[0].length ?? 0),
    ...reckoned,
    isSure,
  } as const;
  return [{ guess, strength: said.isClear ? STRENGTH.formed : STRENGTH.alone }];
}

const sizeBefore = patternOf()`(?:^|[^a-z])${'company-sizes'}(?: [a-z]{1,9}){0,3} ?$`;
const sizeAfter = patternOf()`^ ?(?:[a-z€$£]{1,6} ){0,2}${'company-sizes'}(?![a-z])`;
/** Letters. */
const SIZE_WITHIN = 40;

/** "Fatturano 8 milioni", "£2m turnover": how big the customer is, which is no deal's value. */
const isOfCompany = (plain: string, { start, end }: SaidAmount): boolean =>
  sizeBefore().test(plain.slice(Math.max(0, start - SIZE_WITHIN), start)) ||
  sizeAfter().test(plain.slice(end, end + SIZE_WITHIN));

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
