import { deniedIn, withoutDenied } from '../../src/language/denied.ts';
import { formatMoney } from '../../src/language/format.ts';
import { toPhrase } from '../../src/language/flat.ts';
import { readCurrency } from '../../src/language/money/money.ts';
import { holdsPhrase, patternOf } from '../../src/language/said.ts';
import { asks, does, tells } from '../../src/reading/contents.ts';
import { toPlain } from '../../src/reading/facts/typed.ts';
import type { Fact } from '../../src/reading/reading.ts';
import type { Money } from '../../src/referrals/referral.ts';
import type { Said, Taken } from '../engine/slot.ts';
import { type SumsAsked, type SumContext, askOfTwo, askReckoned } from './money-asked.ts';
import { factorIn, signOf } from './relative.ts';

/** "Aggiungi 10k", "5k in meno": what comes to the value at hand, or is taken off it, is shown with its arithmetic. */
export function addedTo(
  known: Money,
  sum: Extract<Fact, { kind: 'money' }>,
  { text }: Said,
  asking: SumContext,
): SumsAsked | null {
  const sign = signOf(text, sum);
  if (sign === null || (sum.currency ?? known.currency) !== known.currency) return null;
  const amount = known.amount + sign * sum.amount;
  const said = formatMoney(sum.amount, known.currency, asking.locale);
  return amount <= 0 ? null : reckoned(known, `${sign > 0 ? '+' : '−'} ${said}`, amount, asking);
}

/**
 * What words without a sum make of the value at hand; null where they are about something else.
 *
 * @param names the words by which the value is called
 */
export function changedFrom(
  known: Money,
  said: Said,
  names: readonly string[],
  asking: SumContext,
): Taken<Money> | null {
  const put = putNumber(known, said, asking);
  if (said.facts.length > 0) return put;
  const multiplied = multipliedBy(known, said, asking) ?? put;
  return multiplied ?? newCurrency(known, said, names, asking) ?? newNumber(known, said, names, asking);
}

/** "Il doppio", "10% in meno". */
function multipliedBy(known: Money, { text, reading }: Said, asking: SumContext): SumsAsked | null {
  // "A metà febbraio" halves nothing.
  if (tells(reading, 'day')) return null;
  const factor = factorIn(text);
  if (factor === null || factor <= 0) return null;
  const amount = Math.round(known.amount * factor * 100) / 100;
  return reckoned(known, `× ${factor.toLocaleString(asking.locale)}`, amount, asking);
}

/** "Metti 42": a number that is put in its place. */
export function putNumber(known: Money, { text, reading }: Said, asking: SumContext): SumsAsked | null {
  const put = Number(numberPut().exec(toPlain(text))?.groups?.['number'] ?? 0);
  return put > 0 && !asks(reading) ? askOfBare(put, known, asking) : null;
}

/** "Aspetta, euro non dollari", "guarda che il prezzo è in dollari". */
function newCurrency(
  known: Money,
  { text, reading }: Said,
  names: readonly string[],
  { turn }: SumContext,
): Taken<Money> | null {
  const meant = withoutDenied(text);
  const isShort = !/\d/.test(text) && meant.trim().split(/\s+/).length <= SHORT;
  const currency = isShort ? readCurrency(meant, turn.language) : null;
  if (currency === null || currency === known.currency || asks(reading)) return null;
  const isMeant =
    does(reading, 'correction', 'refusal', 'not-now') ||
    meant !== text ||
    text.split(' ').length <= 4 ||
    isAbout(text, names) ||
    saysPrice(toPlain(text));
  return isMeant ? { kind: 'value', value: { ...known, currency } } : null;
}
const saysPrice = holdsPhrase('price-cues', 'value-cues');

/** "No aspetta, 40 era l'offerta vecchia, adesso sono 48", "non è 40 è 48": a bare number in a correction, beside that of the value at hand. */
function newNumber(
  known: Money,
  { text, reading }: Said,
  names: readonly string[],
  asking: SumContext,
): SumsAsked | null {
  const { only, more, numbers, isDenied } = bareNumbers(text, known);
  if (only === undefined || more.length > 0 || !(does(reading, 'correction') || isDenied)) return null;
  return numbers.length > 1 || isAbout(text, names) ? askOfBare(only, known, asking) : null;
}

interface BareNumbers {
  readonly numbers: readonly number[];
  /** Those that are not the value at hand, of which one stands alone. */
  readonly only: number | undefined;
  readonly more: readonly number[];
  /** Whether the value at hand is denied. */
  readonly isDenied: boolean;
}

function bareNumbers(text: string, known: Money): BareNumbers {
  const isKnown = (number: number): boolean => number === known.amount || number * 1000 === known.amount;
  const numbers = Array.from(text.matchAll(BARE_NUMBER), ([number]) => Number(number));
  const [only, ...more] = numbers.filter((number) => !isKnown(number));
  const isDenied = deniedIn(text).some(({ what }) => isKnown(Number(what.match(BARE_NUMBER)?.[0])));
  return { numbers, only, more, isDenied };
}

/** "95 non 90", "il valore è 28 non 18" at thousands: counted as the one that it takes the place of. Null of other words. */
export function insteadOfKnown(known: Money, { text, reading }: Said): Taken<Money> | null {
  const { only, more, numbers, isDenied } = bareNumbers(text, known);
  const isInThousands = numbers.some((number) => number * 1000 === known.amount);
  if (only === undefined || more.length > 0 || only >= 1000 || !isInThousands || !isDenied) return null;
  const facts = reading.facts.filter(({ kind }) => kind === 'money');
  return asks(reading) ? null : { kind: 'value', value: { ...known, amount: only * 1000 }, facts };
}

/** "40": forty, or forty thousand. */
function askOfBare(number: number, { currency }: Money, asking: SumContext): SumsAsked {
  const sums = [number * 1000, number].map((amount) => ({ amount, currency }));
  return askOfTwo(number < 1000 ? sums : sums.slice(1), asking);
}

function reckoned(known: Money, by: string, amount: number, asking: SumContext): SumsAsked {
  const { currency } = known;
  const before = formatMoney(known.amount, currency, asking.locale);
  return askReckoned(`${before} ${by}`, { amount, currency }, asking);
}

/** In words: "guarda che il prezzo è in dollari" has no more, and no figure. */
const SHORT = 7;

/** "Metti 42 e fine aprile", "make it 45": a number that is put in, and nothing behind it that it counts. */
const numberPut = patternOf()`(?<![a-z])${'puts-number'} (?<number>\d{1,7})(?=\s*(?:$|[,;.!\n])| ${'joining'} )`;
const BARE_NUMBER = /(?<![\p{L}\d.,/-])\d{1,7}(?![\p{L}\d/-]|[.,]\d)/gu;

const isAbout = (text: string, words: readonly string[]): boolean =>
  words.some((word) => ` ${toPhrase(text)} `.includes(` ${toPhrase(word)} `));
