import { lastCorrection } from '../../src/language/corrections.ts';
import { formatMoney } from '../../src/language/format.ts';
import { findMoney, readCurrency, readMoney } from '../../src/language/money/money.ts';
import { isUnderThreshold } from '../../src/referrals/rules.ts';
import { USD_THRESHOLD } from '../../src/referrals/referral.ts';
import type { Money } from '../../src/referrals/referral.ts';
import type { Choice, Parsed, Slot } from '../engine/slot.ts';
import { earlierDeal } from './earlier-deals.ts';
import { dealTexts, wordsOf } from './texts.ts';
import { validBy } from './values.ts';
import type { DealContext, DealFacts, DealValues } from './values.ts';

/** Offered where nothing says which currency is usual. */
const CURRENCIES = ['EUR', 'USD', 'GBP'] as const;

/** Opens a sentence that says what the deal is worth, at any question. */
const STATED =
  /^(?:(?:il deal|la trattativa|it|it's|the deal|is|deal) )*(?:vale|varra|varrebbe|costa|sono|saranno|sarebbero|facciamo|diciamo|worth|make (?:it|that)|let's say|say)\b/;

interface Amount {
  readonly amount: number;
  readonly currency: string | null;
}

/** Amount and currency in one answer; the currency is the company's where none is said. */
export const valueSlot: Slot<DealValues, DealFacts, 'value'> = {
  name: 'value',
  words: wordsOf('value'),
  ask(context) {
    const texts = dealTexts(context.locale);
    const currency = usualCurrency(context);
    return currency === null ? texts.value : texts.valueWithCurrency(currency);
  },
  parse: parseValue,
  choose: (id) => {
    const [amount = '', currency = ''] = id.split('|');
    const value = { amount: Number(amount), currency };
    return valueSlot.isValid(value) ? value : undefined;
  },
  take(sentence, context) {
    const found = findMoney(sentence, context.locale);
    // "80 mila €, anzi 90 mila": the last word counts.
    const corrected = found.length > 1 ? lastCorrection(sentence) : null;
    const [only, ...more] = corrected === null ? found : findMoney(corrected, context.locale);
    if (only === undefined || more.length > 0) return undefined;
    const currency = only.currency ?? found[0]?.currency ?? usualCurrency(context);
    return currency === null ? undefined : { amount: only.amount, currency };
  },
  statedBy: STATED,
  show: ({ amount, currency }, { locale }) => formatMoney(amount, currency, locale),
  effects: () => ({ smallValue: null }),
  isValid: validBy('value'),
};

/** A value at which Microsoft's rules change: go on, change it, or keep the deal private. */
export const smallValueSlot: Slot<DealValues, DealFacts, 'smallValue'> = {
  name: 'smallValue',
  isDecision: true,
  words: wordsOf('smallValue'),
  isAskedWhen: ({ values }) =>
    values.kind === 'co-sell' && values.value !== undefined && isSmall(values.value),
  ask(context) {
    const texts = dealTexts(context.locale);
    const { value } = context.values;
    const isUsd = value?.currency === 'USD';
    const asking =
      isUsd || value === undefined
        ? texts.smallInUsd
        : texts.smallInOther(formatMoney(value.amount, value.currency, context.locale));
    const choices: readonly Choice[] = [
      { id: 'go-on', ...texts.smallGoOn },
      { id: 'change', ...texts.smallChange },
      { id: 'private', ...texts.smallPrivate },
    ];
    return { ...asking, choices, isClosed: true };
  },
  parse(text, context) {
    const [only, ...more] = findMoney(text, context.locale);
    const currency = only?.currency ?? context.values.value?.currency;
    if (only !== undefined && more.length === 0 && currency !== undefined) {
      const shown = formatMoney(only.amount, currency, context.locale);
      const note = `${wordsOf('value')[context.locale][0] ?? ''} ${shown}`;
      return { kind: 'value', value: { amount: only.amount, currency }, note };
    }
    return { kind: 'invalid', text: dealTexts(context.locale).smallInvalid };
  },
  choose: (id) => (id === 'go-on' || id === 'change' || id === 'private' ? id : undefined),
  show: () => null,
  effects: (decision) => {
    if (typeof decision === 'object') return { value: decision, smallValue: null };
    if (decision === 'change') return { value: null, smallValue: null };
    return decision === 'private' ? { kind: 'private', smallValue: null } : {};
  },
  isValid: validBy('smallValue'),
};

/** The currency chosen for this deal, else of the earlier one with this customer, else the company's; null where none is known. */
export function usualCurrency(context: DealContext): string | null {
  const { values, facts } = context;
  const chosen = values.value?.currency ?? earlierDeal(context)?.value.currency;
  return chosen ?? facts.person?.company.currency ?? null;
}

function parseValue(text: string, context: DealContext): Parsed<Money> {
  const { locale, partial } = context;
  const texts = dealTexts(locale);
  const reading = readMoney(text, locale);
  switch (reading.kind) {
    case 'money':
      return inCurrency(reading, context);
    case 'ambiguous':
      return choose(texts.valueAmbiguous, reading.options, context);
    case 'several':
      return choose(texts.valueWhich, reading.found, context);
    case 'negative':
      return { kind: 'invalid', text: texts.valueNegative };
    case 'none': {
      const amount = typeof partial === 'number' ? partial : context.values.value?.amount;
      const currency = amount === undefined ? null : readCurrency(text, locale);
      if (amount !== undefined && currency !== null) return { kind: 'value', value: { amount, currency } };
      return { kind: 'invalid', text: texts.valueNone(text.trim().slice(0, 60)) };
    }
  }
}

function inCurrency({ amount, currency }: Amount, context: DealContext): Parsed<Money> {
  const known = currency ?? usualCurrency(context);
  if (known !== null) return { kind: 'value', value: { amount, currency: known } };
  const texts = dealTexts(context.locale);
  const choices = CURRENCIES.map((code) => choiceOf({ amount, currency: code }, context));
  return { kind: 'choose', text: texts.currencyWhich, choices };
}

function choose(text: string, found: readonly Amount[], context: DealContext): Parsed<Money> {
  const usual = usualCurrency(context) ?? 'EUR';
  const choices = found
    .slice(0, 5)
    .map(({ amount, currency }) => choiceOf({ amount, currency: currency ?? usual }, context));
  return { kind: 'choose', text, choices };
}

function choiceOf({ amount, currency }: Money, { locale }: DealContext): Choice {
  return { id: `${amount}|${currency}`, label: formatMoney(amount, currency, locale), words: [currency] };
}

/** Under the threshold in USD; in another currency under its bare number, since no rate is known here. */
function isSmall(value: Money): boolean {
  const isUnder = isUnderThreshold(value);
  return isUnder === 'yes' || (isUnder === 'not-usd' && value.amount < USD_THRESHOLD);
}
