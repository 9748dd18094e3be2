import { inLists } from '../said.ts';
import { currencyOfName, currencyOfWord, qualifyCurrency } from './currencies.ts';
import { shareInRanges } from './ranges.ts';
import { multiplierOf } from './multipliers.ts';
import { product, readQuantity } from './quantities.ts';
import type { Language } from '../locale.ts';
import type { MoneyToken } from './tokens.ts';
import type { Quantity } from './quantities.ts';

/** A number in a text, with what makes it money or not. */
export interface Amount {
  readonly values: readonly number[];
  readonly currency: string | null;
  readonly hasMultiplier: boolean;
  readonly isGrouped: boolean;
  readonly hasCents: boolean;
  readonly isInWords: boolean;
  readonly isNegative: boolean;
  /** Token indexes: first, and first after. */
  readonly first: number;
  readonly next: number;
}

interface FoundCurrency {
  readonly code: string;
  readonly next: number;
}

const isLink = inLists('amount-links');

/** A currency that begins at `tokens[at]`: a symbol, code, name or "dollari canadesi", "US dollars". */
export function readCurrencyAt(
  tokens: readonly MoneyToken[],
  at: number,
  isBeside: boolean,
): FoundCurrency | null {
  const [word, following] = [tokens[at], tokens[at + 1]];
  if (word === undefined || word.kind === 'digits') return null;
  if (following?.kind === 'word') {
    const next = at + 2;
    const named = currencyOfName(`${word.raw} ${following.raw}`);
    if (named !== null) return { code: named, next };
    const qualified = qualifyCurrency(word.raw, following.raw) ?? qualifyCurrency(following.raw, word.raw);
    if (qualified !== null) return { code: qualified, next };
  }
  const code = currencyOfWord(word.raw, isBeside);
  return code === null ? null : { code, next: at + 1 };
}

function currencyAfter(tokens: readonly MoneyToken[], at: number): FoundCurrency | null {
  let index = at;
  while (index < at + 2 && isLink(tokens[index]?.text ?? '')) index += 1;
  return readCurrencyAt(tokens, index, index === at);
}

/** A number glued to letters that are neither multiplier nor currency is part of a name or code. */
function isPartOfCode(tokens: readonly MoneyToken[], first: number, next: number): boolean {
  const [before, head, tail, after] = [tokens[first - 1], tokens[first], tokens[next - 1], tokens[next]];
  const isGluedBefore = before !== undefined && before.to === head?.from;
  const isGluedAfter = after !== undefined && after.from === tail?.to;
  if (isGluedBefore && (before.kind === 'word' || /[_#@&]/.test(before.text))) return true;
  if (isGluedAfter && (after.kind !== 'mark' || after.text === '_')) return true;
  const beyond = tokens[next + 1];
  return isGluedAfter && after.text === '-' && beyond?.kind === 'word' && beyond.from === after.to;
}

/** Reads the amount that begins at `tokens[at]`, its currency before or after it. */
function readAmount(
  tokens: readonly MoneyToken[],
  at: number,
  floor: number,
  locale: Language,
): Amount | null {
  const quantity = readQuantity(tokens, at, locale);
  if (quantity === null) return null;
  const before = unitBefore(tokens, at, floor, quantity, locale);
  const first = before?.first ?? at;
  const isCode = isPartOfCode(tokens, first, quantity.next) && !isGluedToCurrency(tokens, quantity);
  if (isCode) return null;
  const whole = before?.factor === undefined ? quantity : multiply(quantity, [before.factor], quantity.next);
  return withMultiplierAfter(tokens, withCurrency(tokens, whole, before?.code ?? null, first), locale);
}

interface UnitBefore {
  readonly code: string;
  readonly first: number;
  readonly factor?: number | undefined;
}

/** "€ 80", "M€ 1,5", "k€ 80", "€M 1.5", "mln € 3": a currency before a number, a multiplier with it. */
function unitBefore(
  tokens: readonly MoneyToken[],
  at: number,
  floor: number,
  quantity: Quantity,
  locale: Language,
): UnitBefore | null {
  if (at - 1 < floor) return null;
  const isFree = !quantity.hasMultiplier && !quantity.isGrouped && at - 2 >= floor;
  const near = readCurrencyAt(tokens, at - 1, true);
  if (near?.next === at) {
    const factor = isFree ? unitFactor(tokens[at - 2], tokens[at - 1], locale) : undefined;
    return { code: near.code, first: factor === undefined ? at - 1 : at - 2, factor };
  }
  const factor = isFree ? unitFactor(tokens[at - 1], tokens[at - 2], locale) : undefined;
  const far = factor === undefined ? null : readCurrencyAt(tokens, at - 2, true);
  return far?.next === at - 1 ? { code: far.code, first: at - 2, factor } : null;
}

const isSign = inLists('multiplier-signs');

/** The multiplier typed by a currency's sign: "M" is a million here in either language; "mila" takes a number before it. */
function unitFactor(
  unit: MoneyToken | undefined,
  sign: MoneyToken | undefined,
  locale: Language,
): number | undefined {
  if (unit === undefined || sign === undefined || !isSign(unit.text)) return undefined;
  const isGlued = unit.to === sign.from || sign.to === unit.from;
  if (unit.text.length === 1 && !isGlued) return undefined;
  return unit.text === 'm' ? 1e6 : multiplierOf(unit, isGlued, locale)?.at(-1);
}

const multiply = (quantity: Quantity, factors: readonly number[], next: number): Quantity => ({
  ...quantity,
  values: product(quantity.values, factors),
  hasMultiplier: true,
  next,
});

const isBareThousand = inLists('bare-thousand');

/** "125 USD milioni", "1,2 € mln", "80 €k", "2€M": the multiplier behind the currency. "80 euro, mille grazie" has none. */
function withMultiplierAfter(tokens: readonly MoneyToken[], amount: Amount, locale: Language): Amount {
  const [sign, unit] = [tokens[amount.next - 1], tokens[amount.next]];
  if (amount.currency === null || amount.hasMultiplier || unit === undefined || isBareThousand(unit.text))
    return amount;
  const glued = unit.text.length === 1 ? unitFactor(unit, sign, locale) : undefined;
  const factors = glued === undefined ? multiplierOf(unit, false, locale) : [glued];
  if (factors === null || sign?.kind === 'digits') return amount;
  return {
    ...amount,
    values: product(amount.values, factors.slice(-1)),
    hasMultiplier: true,
    next: amount.next + 1,
  };
}

function isGluedToCurrency(tokens: readonly MoneyToken[], quantity: Quantity): boolean {
  return readCurrencyAt(tokens, quantity.next, true) !== null;
}

function withCurrency(
  tokens: readonly MoneyToken[],
  quantity: Quantity,
  before: string | null,
  first: number,
): Amount {
  const { gluedCurrency, next: end, ...shape } = quantity;
  const after = gluedCurrency === null ? currencyAfter(tokens, end) : null;
  const glued = gluedCurrency === null ? null : currencyOfWord(gluedCurrency, true);
  const isSame = before === null || before === after?.code || before === 'USD';
  const currency = isSame ? (glued ?? after?.code ?? before) : before;
  return {
    ...shape,
    currency,
    isNegative: isNegativeAt(tokens, first),
    first,
    next: isSame ? (after?.next ?? end) : end,
  };
}

const isMinus = inLists('minus');
const isNoMinus = inLists('before-minus');

/** "-5", "- 5" at the start, "meno 5"; but not "50-60", "co-sell", "più o meno 80k". */
function isNegativeAt(tokens: readonly MoneyToken[], first: number): boolean {
  const [sign, before] = [tokens[first - 1], tokens[first - 2]];
  if (isMinus(sign?.text ?? '')) return !isNoMinus(before?.text ?? '');
  if (sign?.text !== '-') return false;
  const isGlued = sign.to === tokens[first]?.from;
  return before === undefined || (isGlued && before.to < sign.from);
}

/** Every number of the text with its currency, in order; what is bare is told by its flags. */
export function findAmounts(tokens: readonly MoneyToken[], locale: Language): Amount[] {
  const found: Amount[] = [];
  let floor = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const amount = readAmount(tokens, at, floor, locale);
    if (amount === null) continue;
    found.push(amount);
    floor = amount.next;
    at = amount.next - 1;
  }
  return shareInRanges(found, tokens);
}
