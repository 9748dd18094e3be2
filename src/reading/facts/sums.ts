import { isCounted } from '../../language/money/context.ts';
import { isAdding, isReduced } from '../../language/money/ranges.ts';
import { inLists, patternOf, tableOf, made } from '../../language/said.ts';
import { countOf, readRate } from './rates.ts';
import type { SaidAmount } from '../../language/money/said-amounts.ts';
import type { Place } from '../reading.ts';
import type { Typed } from './typed.ts';

/** A sum that is reckoned from what is said, and all the words that it is reckoned from. */
export interface Reckoned extends Place {
  readonly amount: number;
}

/** So far, in letters, reach the words that multiply a sum or take something off it. */
const NEAR = 60;
/** Less than this is rather the price of one than a deal's value: "50 € per 30 utenti". */
const PRICE_OF_ONE = 1000;

const COUNT = String.raw`(?<count>\d{1,5}|[a-z]{3,12})`;
const count = (): RegExp => new RegExp(COUNT);
const timesBefore = patternOf()`(?<![\d.,a-z])${count}(?: (?<noun>[a-z]{3,}))? ?(?:[*×]|${'times'}) ?$`;
const pricedBefore = patternOf()`(?<![\d.,a-z])${count} (?<noun>[a-z]{3,}) ${'priced-at'} $`;
const timesBehind = patternOf()`^ ?(?:[*×]|${'times'}) ?(?<count>\d{1,5})(?![\d.,]*\d)(?: (?<noun>[a-z]{3,}))?`;
const eachBehind = patternOf()`^ (?:${'before-one-term'}|${'per'}) ${count} (?<noun>[a-z]{3,})`;
const offBehind = patternOf()`^[^.;\n]{0,20}?(?:(?<![a-z])${'discounts'}(?: [a-z]{1,4})? ?(?<off>\d{1,2}(?:[.,]\d{1,2})?) ?%|(?<part>\d{1,2}(?:[.,]\d{1,2})?) ?% (?:[a-z]{1,3} )?${'discounts'}(?![a-z]))`;

const taken = patternOf()`^[^.;\n]{0,20}?(?<![a-z])${'taken-off'}(?![a-z])`;

const isDeal = inLists('worth-something');
const units = made(() => tableOf<string>('term-units'));

/** "12 rate", "150 utenti": what a sum is paid for, each; "3 anni" and "3 deal" are no such things. */
function isPricedThing(noun: string): boolean {
  const unit = units().get(noun);
  return unit === 'payment' || (unit === undefined && isCounted(noun) && !isDeal(noun));
}

const isAnyUnit = (noun: string): boolean => isCounted(noun) || units().has(noun);

/**
 * What a sum comes to with the words around it: "2 x 40k", "99 euro x 150 utenti", "12 rate da 2.000 euro", "50 € per 30
 * utenti per 12 mesi", "80k meno il 15%". Null where it stands as it is.
 */
export function reckon(plain: string, said: SaidAmount): Reckoned | null {
  const before = countBefore(plain, said);
  const start = before?.start ?? said.start;
  let [factor, end] = [before?.count ?? 1, said.end];
  for (;;) {
    const more = countBehind(plain.slice(end, end + NEAR), said, factor > 1);
    if (more === null) break;
    factor *= more.count;
    end += more.end;
  }
  const told = offBehind().exec(plain.slice(end, end + NEAR));
  // "120k, il 30% di sconto è già tolto"
  const isTaken =
    told !== null && taken().test(plain.slice(end + told[0].length, end + told[0].length + NEAR));
  const off = isTaken ? null : told;
  const percent = Number((off?.groups?.['off'] ?? off?.groups?.['part'] ?? '0').replace(',', '.'));
  if (off !== null) end += off[0].length;
  if (factor === 1 && percent === 0) return null;
  return { amount: Math.round(said.amount * factor * (100 - percent)) / 100, start, end };
}

function countBefore(plain: string, { start }: SaidAmount): { count: number; start: number } | null {
  const text = plain.slice(Math.max(0, start - NEAR), start);
  const multiplied = timesBefore().exec(text);
  const priced = multiplied === null ? pricedBefore().exec(text) : null;
  const found = multiplied ?? (isPricedThing(priced?.groups?.['noun'] ?? '') ? priced : null);
  const number = countOf(found?.groups?.['count'] ?? '');
  return found === null || number === null || number < 1
    ? null
    : { count: number, start: start - found[0].length };
}

/** @param isOfOne whether the sum is known to be the price of one by now, so that a time multiplies it, too */
function countBehind(
  text: string,
  { amount }: SaidAmount,
  isOfOne: boolean,
): { count: number; end: number } | null {
  const multiplied = timesBehind().exec(text);
  if (multiplied !== null) {
    const { count: number = '', noun = '' } = multiplied.groups ?? {};
    const beside = noun !== '' && !isAnyUnit(noun) ? noun.length + 1 : 0;
    return { count: Number(number), end: multiplied[0].length - beside };
  }
  const each = amount < PRICE_OF_ONE ? eachBehind().exec(text) : null;
  const { count: number = '', noun = '' } = each?.groups ?? {};
  const isMeant = isPricedThing(noun) || (isOfOne && isAnyUnit(noun));
  const value = each === null || !isMeant ? null : countOf(number);
  return each === null || value === null || value < 1 ? null : { count: value, end: each[0].length };
}

/**
 * The sums of a message with those that are added up as one ("30k licenze + 20k servizi"), and without those that a
 * reduced one takes the place of ("80k scontati a 72").
 */
export function addUp({ text, plain }: Typed, said: readonly SaidAmount[]): readonly SaidAmount[] {
  const sums: SaidAmount[] = [];
  for (const amount of said) {
    const last = sums.at(-1);
    const typed = last === undefined ? '' : text.slice(last.end, amount.start);
    // "20k per Rossi + 30k per Neri" are two values.
    const between = /\p{Lu}/u.test(typed) ? typed : plain.slice(last?.end ?? 0, amount.start);
    if (last !== undefined && isReduced(between.trimStart()))
      sums[sums.length - 1] = { ...amount, start: last.start };
    else if (last !== undefined && isAdded(plain, last, amount, between))
      sums[sums.length - 1] = both(last, amount);
    else sums.push(amount);
  }
  return sums;
}

function isAdded(plain: string, a: SaidAmount, b: SaidAmount, between: string): boolean {
  const isOnce = readRate(plain, a) === null && readRate(plain, b) === null;
  const isSame = a.currency === null || b.currency === null || a.currency === b.currency;
  return a.isClear && b.isClear && a.isOne && b.isOne && isSame && isOnce && isAdding(between);
}

const both = (a: SaidAmount, b: SaidAmount): SaidAmount => ({
  ...b,
  amount: a.amount + b.amount,
  currency: a.currency ?? b.currency,
  start: a.start,
});
