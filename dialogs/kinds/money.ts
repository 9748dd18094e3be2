import { asks, does } from '../../src/reading/contents.ts';
import type { Field } from '../../src/cards/box.ts';
import { formatMoney } from '../../src/language/format.ts';
import { readCurrency, readMoney } from '../../src/language/money/money.ts';
import { patternOf } from '../../src/language/said.ts';
import { findTerm } from '../../src/reading/facts/rates.ts';
import { toPlain } from '../../src/reading/facts/typed.ts';
import type { Fact } from '../../src/reading/reading.ts';
import type { Money } from '../../src/referrals/referral.ts';
import { toPhrase } from '../../src/language/flat.ts';
import { withoutFacts } from '../engine/answer.ts';
import type { Choice, Parsed, Said, Slot, SlotContext, Taken, Inputs } from '../engine/slot.ts';
import { answered, choiceField } from './input.ts';
import { factorIn, signOf } from './relative.ts';
import { kindTexts } from './texts.ts';
import { fromRow, lastCorrected, type Row } from './row.ts';

/** Offered where nothing says which currency is usual. */
const CURRENCIES = ['EUR', 'USD', 'GBP'];
/** Above this an amount is rather a slip: "3B" of a street number, ten digits of an order. */
const PLAUSIBLE_UP_TO = 100_000_000;

interface MoneyRow<V, F, K extends keyof V & string> extends Row<V, F, K> {
  /** The currency where none is said; null where it must be asked. */
  readonly usualCurrency: (context: SlotContext<V, F>) => string | null;
}

type Sum = Extract<Fact, { kind: 'money' | 'recurring' }>;

/** A payment that comes again. */
type Fee = Pick<Extract<Sum, { kind: 'recurring' }>, 'amount' | 'currency' | 'per' | 'times'>;

/** What is kept of a fee until its term is known. */
interface Kept {
  readonly fee: Omit<Fee, 'times' | 'currency'> & { readonly currency: string; readonly once?: number };
}

const feeOf = (kept: unknown): Kept['fee'] | null => (Object(kept) as Partial<Kept>).fee ?? null;

/** A sum whose currency may not be said. */
type Loose = Pick<Sum, 'amount' | 'currency'>;

/** An amount of money: one sum, or the total of a fee, shown with its arithmetic and asked. */
export function money<V extends { readonly [N in K]: Money }, F, K extends keyof V & string>(
  row: MoneyRow<V, F, K>,
): Slot<V, F, K> {
  type Context = SlotContext<V, F>;
  const usualOf = (context: Context): string => row.usualCurrency(context) ?? 'EUR';
  return {
    ...fromRow(row),
    take,
    parse,
    asInput,
    fromInput,
    choose: (id) => {
      const [amount = '', currency = ''] = id.split('|');
      return row.schema.safeParse({ amount: Number(amount), currency }).data;
    },
    show: ({ amount, currency }, { locale }) => formatMoney(amount, currency, locale),
    showPartial: (kept, { locale }) => {
      const fee = feeOf(kept);
      if (fee === null) return null;
      return kindTexts[locale].money.fee(formatMoney(fee.amount, fee.currency, locale), fee.per);
    },
  };

  function parse(said: Said, context: Context): Parsed<V[K]> {
    return (
      take(said, context) ??
      termOf(said, context) ??
      multiplied(said, context) ??
      readAnswer(withoutFacts(said.reading), context)
    );
  }

  /** "Migliaia", where a number was said that has two usual readings. */
  function multiplied({ text }: Said, context: Context): Taken<V[K]> | null {
    const { bare } = Object(context.partial) as { bare?: Loose };
    if (bare === undefined || /\d/.test(text)) return null;
    const { amount: number, currency } = bare;
    const reading = readMoney(`${String(number)} ${text}`, context.turn.language);
    if (reading.kind !== 'money' || reading.amount < number * 1000) return null;
    return valueOf({ amount: reading.amount, currency: reading.currency ?? currency }, context);
  }

  function asInput(context: Context): readonly Field[] {
    const { locale, values } = context;
    const value = values[row.name];
    const { amount, currency } = kindTexts[locale].money.labels;
    const usual = value?.currency ?? row.usualCurrency(context);
    const codes = [...new Set([...(usual === null ? [] : [usual]), ...CURRENCIES])];
    const currencies = codes.map((code) => ({ id: code, label: code }));
    const typed = value === undefined ? '' : formatMoney(value.amount, null, locale);
    return [
      { part: '', kind: 'line', label: amount, value: typed },
      choiceField(currencies, usual ?? '', { part: 'currency', label: currency, look: 'list' }),
    ];
  }

  /** "80k" with the currency beside it, unless the amount says its own. */
  function fromInput({ '': amount = '', currency = '' }: Inputs, context: Context): Parsed<V[K]> | null {
    const alone = answered(amount, row.name, parse, context);
    // What is no amount is quoted as it was put in.
    if (alone === null || alone.kind === 'invalid' || readCurrency(amount, context.turn.language) !== null)
      return alone;
    return answered(`${currency} ${amount}`, row.name, parse, context);
  }

  function take(said: Said, context: Context): Taken<V[K]> | null {
    const sums = said.facts.filter((fact): fact is Sum => fact.kind === 'money' || fact.kind === 'recurring');
    const own = sums.filter(({ role }) => role === 'value' || role === null);
    const named = own.filter(({ role }) => role === 'value');
    const replaced = lastCorrected(own, said);
    const meant = named.length > 0 && replaced === null ? named : own;
    const common = meant.find(({ currency }) => currency !== null)?.currency ?? null;
    const differing =
      replaced === null ? [...new Map(meant.map((each) => [each.amount, each])).values()] : [replaced];
    const [only, ...more] = differing.map((each) => ({ ...each, currency: each.currency ?? common }));
    if (only === undefined)
      return (
        (isShort(said) ? termOf(said, context) : null) ??
        multipliedBy(said, context) ??
        newNumber(said, context)
      );
    const added = more.length === 0 ? addedTo(only, said, context) : null;
    if (added !== null) return { ...added, facts: meant };
    const fee = meant.find((each) => each.kind === 'recurring');
    const once = meant.filter((each) => each.kind === 'money').reduce((sum, { amount }) => sum + amount, 0);
    const read = fee === undefined ? oneOf(only, more, said, context) : totalOf(fee, context, once);
    return { ...read, facts: meant };
  }

  /** "Aggiungi 10k", "5k in meno": what comes to the value at hand, or is taken off it, is shown with its arithmetic. */
  function addedTo(sum: Sum, { text }: Said, context: Context): Taken<V[K]> | null {
    const known = context.values[row.name];
    const sign = known === undefined || sum.kind !== 'money' ? null : signOf(text, sum);
    if (known === undefined || sign === null || (sum.currency ?? known.currency) !== known.currency)
      return null;
    const amount = known.amount + sign * sum.amount;
    const said = formatMoney(sum.amount, known.currency, context.locale);
    return amount <= 0 ? null : asReckoned(known, `${sign > 0 ? '+' : '−'} ${said}`, amount, context);
  }

  /** "Il doppio", "10% in meno". */
  function multipliedBy({ text, facts }: Said, context: Context): Taken<V[K]> | null {
    const known = context.values[row.name];
    const factor = known === undefined || facts.length > 0 ? null : factorIn(text);
    if (known === undefined || factor === null || factor <= 0) return null;
    const amount = Math.round(known.amount * factor * 100) / 100;
    return asReckoned(known, `× ${factor.toLocaleString(context.locale)}`, amount, context);
  }

  function asReckoned(
    { amount: before, currency }: Money,
    by: string,
    amount: number,
    context: Context,
  ): Taken<V[K]> {
    const [from, to] = [before, amount].map((each) => formatMoney(each, currency, context.locale));
    const text = kindTexts[context.locale].money.isTotal(`${from ?? ''} ${by} = ${to ?? ''}`);
    return ask(text, [{ amount, currency }], context);
  }

  /** "No aspetta, 40 era l'offerta vecchia, adesso sono 48": a bare number in a correction, beside that of the value at hand. */
  function newNumber({ text, facts, reading }: Said, context: Context): Taken<V[K]> | null {
    const known = context.values[row.name];
    if (known === undefined) return null;
    const put = Number(putNumber().exec(toPlain(text))?.groups?.['number'] ?? 0);
    if (put > 0 && !asks(reading)) return askOfBare(put, known.currency, context);
    if (facts.length > 0) return null;
    const named = isShortWord(text) ? readCurrency(text.replace(denied(), ' '), context.turn.language) : null;
    const isMeant =
      does(reading, 'correction', 'refusal', 'not-now') || (text.split(' ').length <= 4 && !asks(reading));
    if (isMeant && named !== null && named !== known.currency)
      return { kind: 'value', value: { ...known, currency: named } as V[K] };
    if (!does(reading, 'correction')) return null;
    const isKnown = (number: number): boolean => number === known.amount || number * 1000 === known.amount;
    const numbers = Array.from(text.matchAll(BARE_NUMBER), ([number]) => Number(number));
    const [only, ...more] = numbers.filter((number) => !isKnown(number));
    if (
      only === undefined ||
      more.length > 0 ||
      !(numbers.length > 1 || isAbout(text, row.words[context.locale]))
    )
      return null;
    return askOfBare(only, known.currency, context);
  }

  /** "40": forty, or forty thousand. */
  function askOfBare(number: number, currency: string, context: Context): Taken<V[K]> {
    const sums = [number * 1000, number].map((amount) => ({ amount, currency }));
    return askOfTwo(number < 1000 ? sums : sums.slice(1), context);
  }

  function oneOf(only: Sum, more: readonly Sum[], said: Said, context: Context): Taken<V[K]> {
    const texts = kindTexts[context.locale].money;
    if (more.length > 0) return ask(texts.which, [only, ...more], context);
    if (only.isSure) return valueOf(only, context);
    const quoted = said.text.slice(only.start, only.end);
    const reading = readMoney(quoted, context.turn.language);
    return reading.kind === 'ambiguous'
      ? askOfTwo(reading.options, context)
      : ask(texts.isThat(quoted), [only], context);
  }

  function valueOf({ amount, currency }: Loose, context: Context): Taken<V[K]> {
    const texts = kindTexts[context.locale].money;
    const said = currency ?? row.usualCurrency(context);
    if (said === null) {
      const choices = CURRENCIES.map((each) => ({ id: idOf(amount, each), label: each, words: [] }));
      return { kind: 'choose', text: texts.whichCurrency, choices, kept: { amount } };
    }
    const shown = formatMoney(amount, said, context.locale);
    if (amount > PLAUSIBLE_UP_TO) return ask(texts.isThatMuch(shown), [{ amount, currency: said }], context);
    const value = { amount, currency: said } as V[K];
    if (currency !== null) return { kind: 'value', value };
    return {
      kind: 'value',
      value,
      note: `${row.words[context.locale][0] ?? ''} ${texts.assumed(shown, said)}`,
    };
  }

  /** @param once what is paid one time beside the fee: "10k una tantum più 500 al mese per 12 mesi" */
  function totalOf(
    { amount: fee, currency: said, per, times }: Fee,
    context: Context,
    once = 0,
  ): Taken<V[K]> {
    const texts = kindTexts[context.locale].money;
    const currency = said ?? usualOf(context);
    const shown = (amount: number): string => formatMoney(amount, currency, context.locale);
    if (times === null) {
      const kept: Kept = { fee: { amount: fee, currency, per, ...(once === 0 ? {} : { once }) } };
      return { kind: 'partial', kept, text: texts.feeWithoutTerm(shown(fee), per) };
    }
    const amount = once + fee * times;
    const beside = once === 0 ? '' : `${shown(once)} + `;
    const sum = `${beside}${shown(fee)} × ${String(times)} = ${shown(amount)}`;
    return ask(texts.isTotal(sum), [{ amount, currency }], context);
  }

  /** "Per tre anni", where that was asked of a fee. */
  function termOf({ text }: Said, context: Context): Taken<V[K]> | null {
    const fee = feeOf(context.partial);
    const term = fee === null ? null : findTerm(toPlain(text), 0, 0, fee.per);
    return fee === null || term === null ? null : totalOf({ ...fee, times: term.times }, context, fee.once);
  }

  /** "80 € or 80.000 €?"; the number as it was typed is kept for "thousands". */
  function askOfTwo(options: readonly Loose[], context: Context): Taken<V[K]> {
    const [bare] = options;
    return ask(kindTexts[context.locale].money.whichOfTwo, options, context, { bare });
  }

  function ask(text: string, sums: readonly Loose[], context: Context, kept: unknown = null): Taken<V[K]> {
    const words = sums.length === 1 ? kindTexts[context.locale].yesWords : [];
    const choices = sums.map(({ amount, currency: said }): Choice => {
      const currency = said ?? usualOf(context);
      return { id: idOf(amount, currency), label: formatMoney(amount, currency, context.locale), words };
    });
    return { kind: 'choose', text, choices, kept };
  }

  /** An answer that holds no sum of its own: a range, nothing, or a currency for the amount at hand. */
  function readAnswer(text: string, context: Context): Parsed<V[K]> {
    const texts = kindTexts[context.locale].money;
    const reading = readMoney(text, context.turn.language);
    switch (reading.kind) {
      case 'money':
        return valueOf(reading, context);
      case 'ambiguous':
        return askOfTwo(reading.options, context);
      case 'several':
        return ask(texts.which, reading.found, context);
      case 'negative':
        return { kind: 'invalid', text: texts.negative };
      case 'none': {
        const { amount = context.values[row.name]?.amount } = Object(context.partial) as { amount?: number };
        const currency = amount === undefined ? null : readCurrency(text, context.turn.language);
        return amount === undefined || currency === null
          ? { kind: 'invalid', text: texts.none(text.trim().slice(0, 60)) }
          : { kind: 'value', value: { amount, currency } as V[K] };
      }
    }
  }
}

/** "Per 2 anni", and no sentence that has years in it. */
const isShort = ({ text }: Said): boolean => text.trim().split(/\s+/).length <= 4;

/** "Aspetta, euro non dollari": no more words than these, and no figure. */
const isShortWord = (text: string): boolean => !/\d/.test(text) && text.trim().split(/\s+/).length <= 6;
const denied = patternOf('giu')`(?<!\p{L})${'before-denied'} \p{L}+`;

/** "Metti 42 e fine aprile", "make it 45": a number that is put in, and nothing behind it that it counts. */
const putNumber = patternOf()`(?<![a-z])${'puts-number'} (?<number>\d{1,7})(?=\s*(?:$|[,;.!\n])| ${'joining'} )`;
const BARE_NUMBER = /(?<![\p{L}\d.,/-])\d{1,7}(?![\p{L}\d/-]|[.,]\d)/gu;

const isAbout = (text: string, words: readonly string[]): boolean =>
  words.some((word) => ` ${toPhrase(text)} `.includes(` ${toPhrase(word)} `));

const idOf = (amount: number, currency: string): string => `${String(amount)}|${currency}`;
