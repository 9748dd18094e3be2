import { formatMoney } from '../../src/language/format.ts';
import { readCurrency, readMoney } from '../../src/language/money/money.ts';
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

/** An amount of money: one sum, or the total of a fee, shown with its arithmetic and asked. */
export function money<V extends { readonly [N in K]: Money }, F, K extends keyof V & string>(
  row: MoneyRow<V, F, K>,
): Slot<V, F, K> {
  type Context = SlotContext<V, F>;
  const asValue = (value: Money): V[K] => value as V[K];
  const valueOf = (
    amount: number,
    currency: string | null,
    facts: readonly Fact[],
    context: Context,
  ): Taken<V[K]> => {
    const texts = kindTexts[context.locale].money;
    const said = currency ?? row.usualCurrency(context);
    if (said === null) {
      const choices = CURRENCIES.map((each) => ({ id: idOf(amount, each), label: each, words: [] }));
      return { kind: 'choose', text: texts.whichCurrency, choices, kept: { amount }, facts };
    }
    const shown = formatMoney(amount, said, context.locale);
    if (amount > PLAUSIBLE_UP_TO)
      return ask(texts.isThatMuch(shown), [{ amount, currency: said }], facts, context);
    const note =
      currency === null
        ? { note: `${row.words[context.locale][0] ?? ''} ${texts.assumed(shown, said)}` }
        : {};
    return { kind: 'value', value: asValue({ amount, currency: said }), facts, ...note };
  };
  const totalOf = (fee: Extract<Sum, { kind: 'recurring' }>, context: Context): Taken<V[K]> => {
    const texts = kindTexts[context.locale].money;
    const currency = fee.currency ?? row.usualCurrency(context) ?? 'EUR';
    const each = formatMoney(fee.amount, currency, context.locale);
    if (fee.times === null) {
      return { kind: 'partial', kept: null, text: texts.feeWithoutTerm(each, fee.per), facts: [fee] };
    }
    const amount = fee.amount * fee.times;
    const sum = `${each} × ${String(fee.times)} = ${formatMoney(amount, currency, context.locale)}`;
    return ask(texts.isTotal(sum), [{ amount, currency }], [fee], context);
  };
  const ask = (
    text: string,
    sums: readonly Money[],
    facts: readonly Fact[],
    { locale }: Context,
  ): Taken<V[K]> => {
    const words = sums.length === 1 ? kindTexts[locale].yesWords : [];
    const choices = sums.map(({ amount, currency }): Choice => {
      return { id: idOf(amount, currency), label: formatMoney(amount, currency, locale), words };
    });
    return { kind: 'choose', text, choices, kept: null, facts };
  };
  const take = (said: Said, context: Context): Taken<V[K]> | null => {
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
    const texts = kindTexts[context.locale].money;
    const inCurrency = ({ amount, currency }: Sum): Money => ({
      amount,
      currency:
        currency ??
        meant.find((each) => each.currency !== null)?.currency ??
        row.usualCurrency(context) ??
        'EUR',
    });
    if (differing.length > 1) return ask(texts.which, differing.map(inCurrency), meant, context);
    const [only = first] = differing;
    if (!only.isSure) {
      const quoted = said.text.slice(only.start, only.end);
      const reading = readMoney(quoted, context.locale);
      const isOfTwo = reading.kind === 'ambiguous';
      const sums = isOfTwo
        ? reading.options.map((each) => inCurrency({ ...only, ...each }))
        : [inCurrency(only)];
      return ask(isOfTwo ? texts.whichOfTwo : texts.isThat(quoted), sums, meant, context);
    }
    const currency = only.currency ?? meant.find((each) => each.currency !== null)?.currency ?? null;
    return valueOf(only.amount, currency, meant, context);
  };
  return {
    ...fromRow(row),
    take,
    parse: (said, context) => take(said, context) ?? readAnswer(withoutFacts(said.reading), context),
    choose: (id) => {
      const [amount = '', currency = ''] = id.split('|');
      const parsed = row.schema.safeParse({ amount: Number(amount), currency });
      return parsed.success ? parsed.data : undefined;
    },
    show: ({ amount, currency }, { locale }) => formatMoney(amount, currency, locale),
  };

  /** An answer that holds no sum of its own: a bare number, or a currency for the amount at hand. */
  function readAnswer(text: string, context: Context): Parsed<V[K]> {
    const texts = kindTexts[context.locale].money;
    const reading = readMoney(text, context.locale);
    switch (reading.kind) {
      case 'money':
        return valueOf(reading.amount, reading.currency, [], context);
      case 'ambiguous':
        return choose(texts.whichOfTwo, reading.options, context);
      case 'several':
        return choose(texts.which, reading.found, context);
      case 'negative':
        return { kind: 'invalid', text: texts.negative };
      case 'none': {
        const kept = Object(context.partial) as { amount?: unknown };
        const amount = typeof kept.amount === 'number' ? kept.amount : context.values[row.name]?.amount;
        const currency = amount === undefined ? null : readCurrency(text, context.locale);
        if (amount !== undefined && currency !== null)
          return { kind: 'value', value: asValue({ amount, currency }) };
        return { kind: 'invalid', text: texts.none(text.trim().slice(0, 60)) };
      }
    }
  }

  function choose(
    text: string,
    sums: readonly { readonly amount: number; readonly currency: string | null }[],
    context: Context,
  ): Parsed<V[K]> {
    const currency = row.usualCurrency(context) ?? 'EUR';
    return ask(
      text,
      sums.map((each) => ({ amount: each.amount, currency: each.currency ?? currency })),
      [],
      context,
    );
  }
}

const idOf = (amount: number, currency: string): string => `${String(amount)}|${currency}`;

/** The last sum of the last correction: "valore 80 mila, anzi 90 mila". */
function replacing(sums: readonly Sum[], { reading }: Said): Sum | null {
  const correction = reading.clauses.findLast(({ act }) => act === 'correction');
  if (correction === undefined) return null;
  return sums.findLast(({ start, end }) => start >= correction.start && end <= correction.end) ?? null;
}
