import type { Field } from '../../src/cards/box.ts';
import { formatMoney } from '../../src/language/format.ts';
import { readCurrency, readMoney } from '../../src/language/money/money.ts';
import type { Fact } from '../../src/reading/reading.ts';
import type { Money } from '../../src/referrals/referral.ts';
import { withoutFacts } from '../engine/answer.ts';
import type { Parsed, Said, Slot, SlotContext, Taken, Inputs } from '../engine/slot.ts';
import { answered, choiceField } from './input.ts';
import { askOfTwo, askWhich, idOf } from './money-asked.ts';
import { feeOf, totalOf, withTerm } from './money-fee.ts';
import { addedTo, changedFrom, insteadOfKnown, putNumber } from './money-at-hand.ts';
import { areParts, askWhichOf, rangeIn } from './money-parts.ts';
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

/** A sum whose currency may not be said. */
type Loose = Pick<Sum, 'amount' | 'currency'>;

/** An amount of money: one sum, or the total of a fee, shown with its arithmetic and asked. */
export function money<V extends { readonly [N in K]: Money }, F, K extends keyof V & string>(
  row: MoneyRow<V, F, K>,
): Slot<V, F, K> {
  type Context = SlotContext<V, F>;
  const usualOf = (context: Context): string => row.usualCurrency(context) ?? 'EUR';
  const inUsual = (sums: readonly Loose[], context: Context): readonly Money[] =>
    sums.map(({ amount, currency }) => ({ amount, currency: currency ?? usualOf(context) }));
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
      withTerm(context.partial, said, context) ??
      multiplied(said, context) ??
      // "Facciamo 25": twenty-five, or twenty-five thousand.
      putNumber({ amount: 0, currency: usualOf(context) }, said, context) ??
      readAnswer(withoutFacts(said.reading), said.text, context)
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
    const known = context.values[row.name];
    const instead = known === undefined ? null : insteadOfKnown(known, said);
    if (instead !== null) return instead as Taken<V[K]>;
    const sums = said.facts.filter((fact): fact is Sum => fact.kind === 'money' || fact.kind === 'recurring');
    const own = sums.filter(({ role }) => role === 'value' || role === null);
    const named = own.filter(({ role }) => role === 'value');
    const isListed = areParts(own, said.text);
    const replaced = isListed ? null : lastCorrected(own, said);
    const meant = named.length > 0 && replaced === null ? named : own;
    const common = meant.find(({ currency }) => currency !== null)?.currency ?? null;
    const once = isListed ? meant : [...new Map(meant.map((each) => [each.amount, each])).values()];
    const differing = replaced === null ? once : [replaced];
    const [only, ...more] = differing.map((each) => ({ ...each, currency: each.currency ?? common }));
    const range = only === undefined ? rangeIn(said, context) : null;
    if (range !== null) return ask(kindTexts[context.locale].money.which(range.typed), range.sums, context);
    if (only === undefined)
      return (
        (isShort(said) ? withTerm(context.partial, said, context) : null) ??
        (known === undefined
          ? null
          : (changedFrom(known, said, row.words[context.locale], context) as Taken<V[K]> | null))
      );
    const isChange = known !== undefined && more.length === 0 && only.kind === 'money';
    const added = isChange ? addedTo(known, only, said, context) : null;
    if (added !== null) return { ...added, facts: meant };
    const fee = meant.find((each) => each.kind === 'recurring');
    if (fee === undefined) return { ...oneOf(only, more, said, context), facts: meant };
    const paidOnce = meant.filter((each) => each.kind === 'money');
    const beside = paidOnce.reduce((sum, { amount }) => sum + amount, 0);
    const inCurrency = { ...fee, currency: fee.currency ?? usualOf(context) };
    return { ...totalOf(inCurrency, context, beside), facts: meant };
  }

  function oneOf(only: Sum, more: readonly Sum[], said: Said, context: Context): Taken<V[K]> {
    const texts = kindTexts[context.locale].money;
    if (more.length > 0) {
      const sums = [only, ...more].map((sum) => ({ ...sum, currency: sum.currency ?? usualOf(context) }));
      return askWhichOf(sums, said.text, context);
    }
    if (only.isSure) return valueOf(only, context);
    const quoted = said.text.slice(only.start, only.end);
    const reading = readMoney(quoted, context.turn.language);
    return reading.kind === 'ambiguous'
      ? askOfTwo(inUsual(reading.options, context), context)
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

  function ask(text: string, sums: readonly Loose[], context: Context): Taken<V[K]> {
    return askWhich(text, inUsual(sums, context), context);
  }

  /** An answer that holds no sum of its own: a range, nothing, or a currency for the amount at hand; `typed` is the whole of it. */
  function readAnswer(text: string, typed: string, context: Context): Parsed<V[K]> {
    const texts = kindTexts[context.locale].money;
    const reading = readMoney(text, context.turn.language);
    switch (reading.kind) {
      case 'money':
        return valueOf(reading, context);
      case 'ambiguous':
        return askOfTwo(inUsual(reading.options, context), context);
      case 'several':
        return ask(texts.which(text.trim().slice(0, MOST_QUOTED)), reading.found, context);
      case 'negative':
        return { kind: 'invalid', text: texts.negative };
      case 'none': {
        const { amount = context.values[row.name]?.amount } = Object(context.partial) as { amount?: number };
        const currency = amount === undefined ? null : readCurrency(text, context.turn.language);
        return amount === undefined || currency === null
          ? { kind: 'invalid', text: texts.none(typed.trim().slice(0, MOST_QUOTED)) }
          : { kind: 'value', value: { amount, currency } as V[K] };
      }
    }
  }
}

const MOST_QUOTED = 60;

/** "Per 2 anni", and no sentence that has years in it. */
const isShort = ({ text }: Said): boolean => text.trim().split(/\s+/).length <= 4;
