import { formatMoney } from '../../src/language/format.ts';
import { readCurrency, readMoney } from '../../src/language/money/money.ts';
import { findTerm } from '../../src/reading/facts/rates.ts';
import { toPlain } from '../../src/reading/facts/typed.ts';
import type { Fact } from '../../src/reading/reading.ts';
import type { Money } from '../../src/referrals/referral.ts';
import { withoutFacts } from '../engine/answer.ts';
import type { Choice, Parsed, Said, Slot, SlotContext, Taken } from '../engine/slot.ts';
import { kindTexts } from './texts.ts';
import { fromRow, type Row } from './row.ts';

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
  readonly fee: Omit<Fee, 'times' | 'currency'> & { readonly currency: string };
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
    parse: (said, context) =>
      take(said, context) ?? termOf(said, context) ?? readAnswer(withoutFacts(said.reading), context),
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

  function take(said: Said, context: Context): Taken<V[K]> | null {
    const texts = kindTexts[context.locale].money;
    const sums = said.facts.filter((fact): fact is Sum => fact.kind === 'money' || fact.kind === 'recurring');
    const own = sums.filter(({ role }) => role === 'value' || role === null);
    const named = own.filter(({ role }) => role === 'value');
    const replaced = replacing(own, said);
    const meant = named.length > 0 && replaced === null ? named : own;
    const [first] = meant;
    if (first === undefined) return null;
    const fee = meant.find((each) => each.kind === 'recurring');
    if (fee !== undefined) return { ...totalOf(fee, context), facts: meant };
    const differing =
      replaced === null ? [...new Map(meant.map((each) => [each.amount, each])).values()] : [replaced];
    const common = meant.find(({ currency }) => currency !== null)?.currency ?? null;
    const inCurrency = ({ amount, currency }: Loose): Money => ({
      amount,
      currency: currency ?? common ?? usualOf(context),
    });
    if (differing.length > 1) return ask(texts.which, differing.map(inCurrency), context, meant);
    const [only = first] = differing;
    if (only.isSure) return valueOf(only.amount, only.currency ?? common, context, meant);
    const quoted = said.text.slice(only.start, only.end);
    const reading = readMoney(quoted, context.locale);
    return reading.kind === 'ambiguous'
      ? ask(texts.whichOfTwo, reading.options.map(inCurrency), context, meant)
      : ask(texts.isThat(quoted), [inCurrency(only)], context, meant);
  }

  function valueOf(
    amount: number,
    currency: string | null,
    context: Context,
    facts: readonly Fact[] = [],
  ): Taken<V[K]> {
    const texts = kindTexts[context.locale].money;
    const said = currency ?? row.usualCurrency(context);
    if (said === null) {
      const choices = CURRENCIES.map((each) => ({ id: idOf(amount, each), label: each, words: [] }));
      return { kind: 'choose', text: texts.whichCurrency, choices, kept: { amount }, facts };
    }
    const sum = { amount, currency: said };
    const shown = formatMoney(amount, said, context.locale);
    if (amount > PLAUSIBLE_UP_TO) return ask(texts.isThatMuch(shown), [sum], context, facts);
    const value = sum as V[K];
    if (currency !== null) return { kind: 'value', value, facts };
    const note = `${row.words[context.locale][0] ?? ''} ${texts.assumed(shown, said)}`;
    return { kind: 'value', value, facts, note };
  }

  function totalOf({ amount: once, currency: said, per, times }: Fee, context: Context): Taken<V[K]> {
    const texts = kindTexts[context.locale].money;
    const currency = said ?? usualOf(context);
    const each = formatMoney(once, currency, context.locale);
    if (times === null) {
      const fee: Kept['fee'] = { amount: once, currency, per };
      return { kind: 'partial', kept: { fee }, text: texts.feeWithoutTerm(each, per) };
    }
    const amount = once * times;
    const sum = `${each} × ${String(times)} = ${formatMoney(amount, currency, context.locale)}`;
    return ask(texts.isTotal(sum), [{ amount, currency }], context);
  }

  /** "Per tre anni", where that was asked of a fee. */
  function termOf({ text }: Said, context: Context): Taken<V[K]> | null {
    const fee = feeOf(context.partial);
    const term = fee === null ? null : findTerm(toPlain(text), 0, 0, fee.per);
    return fee === null || term === null ? null : totalOf({ ...fee, times: term.times }, context);
  }

  function ask(
    text: string,
    sums: readonly Money[],
    { locale }: Context,
    facts: readonly Fact[] = [],
  ): Taken<V[K]> {
    const words = sums.length === 1 ? kindTexts[locale].yesWords : [];
    const choices = sums.map(({ amount, currency }): Choice => {
      return { id: idOf(amount, currency), label: formatMoney(amount, currency, locale), words };
    });
    return { kind: 'choose', text, choices, kept: null, facts };
  }

  /** An answer that holds no sum of its own: a bare number, or a currency for the amount at hand. */
  function readAnswer(text: string, context: Context): Parsed<V[K]> {
    const texts = kindTexts[context.locale].money;
    const reading = readMoney(text, context.locale);
    const inCurrency = ({ amount, currency }: Loose): Money => ({
      amount,
      currency: currency ?? usualOf(context),
    });
    switch (reading.kind) {
      case 'money':
        return valueOf(reading.amount, reading.currency, context);
      case 'ambiguous':
        return ask(texts.whichOfTwo, reading.options.map(inCurrency), context);
      case 'several':
        return ask(texts.which, reading.found.map(inCurrency), context);
      case 'negative':
        return { kind: 'invalid', text: texts.negative };
      case 'none': {
        const kept = Object(context.partial) as { amount?: unknown };
        const amount = typeof kept.amount === 'number' ? kept.amount : context.values[row.name]?.amount;
        const currency = amount === undefined ? null : readCurrency(text, context.locale);
        return amount === undefined || currency === null
          ? { kind: 'invalid', text: texts.none(text.trim().slice(0, 60)) }
          : { kind: 'value', value: { amount, currency } as V[K] };
      }
    }
  }
}

const idOf = (amount: number, currency: string): string => `${String(amount)}|${currency}`;

/** The last sum of the last correction: "valore 80 mila, anzi 90 mila". */
function replacing(sums: readonly Sum[], { reading }: Said): Sum | null {
  const correction = reading.clauses.findLast(({ act }) => act === 'correction');
  if (correction === undefined) return null;
  return sums.findLast(({ start, end }) => start >= correction.start && end <= correction.end) ?? null;
}
