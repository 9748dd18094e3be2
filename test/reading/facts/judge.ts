import type { Fact } from '../../../src/reading/reading.ts';

/** A fact as a row of a table names it: a kind, and the fields that matter. */
export interface Label {
  readonly kind: string;
  readonly value?: string;
  readonly options?: readonly string[];
  readonly amount?: number;
  readonly currency?: string;
  readonly per?: string;
  readonly times?: number | null;
  readonly city?: string;
  readonly postcode?: string | null;
  readonly country?: string | null;
  readonly what?: string;
}

/** A message with the facts in it. */
export interface Row {
  readonly text: string;
  readonly asked?: string;
  readonly facts: readonly Label[];
  /** May be found and need not be. */
  readonly maybe?: readonly Label[];
  /** Must not be found. */
  readonly not?: readonly Label[];
}

const FORMS = / (?:spa|srls?|snc|sas|ltd|inc|llc|llp|plc|gmbh)$/;
const nameOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim()
    .replace(FORMS, '');

type Fits = (label: Label, fact: Fact) => boolean;
const isSameName: Fits = (label, fact) =>
  nameOf(label.value ?? '') === nameOf('value' in fact ? fact.value : '');
const daysOf = (of: { readonly value?: string; readonly options?: readonly string[] }): readonly string[] =>
  of.options !== undefined && of.options.length > 0 ? of.options : [of.value ?? ''];

/** By kind, whether a found fact is the one of the table. */
const FITS: Readonly<Record<string, Fits>> = {
  money: (label, fact) =>
    fact.kind === 'money' &&
    Math.abs(fact.amount - (label.amount ?? 0)) < 0.005 &&
    isSameCurrency(label, fact.currency),
  recurring: (label, fact) =>
    fact.kind === 'recurring' &&
    fact.amount === label.amount &&
    fact.per === label.per &&
    fact.times === (label.times ?? null) &&
    isSameCurrency(label, fact.currency),
  day: (label, fact) => fact.kind === 'day' && daysOf(fact).every((day) => daysOf(label).includes(day)),
  address: (label, fact) =>
    fact.kind === 'address' &&
    fact.city === label.city &&
    (label.postcode ?? fact.postcode) === fact.postcode &&
    (label.country ?? fact.country) === fact.country,
  'number-id': (label, fact) =>
    fact.kind === 'number-id' && fact.value === label.value && fact.what === label.what,
  organisation: isSameName,
  person: isSameName,
};

const isSameCurrency = (label: Label, currency: string | null): boolean =>
  label.currency === undefined || label.currency === currency;

/** Whether a found fact is the one of a label; a label of a kind alone stands for any of it. */
export function isIt(label: Label, fact: Fact): boolean {
  if (label.kind !== fact.kind) return false;
  if (Object.keys(label).length === 1) return true;
  return FITS[label.kind]?.(label, fact) ?? ('value' in fact && fact.value === label.value);
}

/** What of a row was found, what not, what was found beside it, and what must not have been. */
export function judge(
  row: Row,
  facts: readonly Fact[],
): {
  readonly missed: readonly Label[];
  readonly extra: readonly Fact[];
  readonly forbidden: readonly Fact[];
} {
  const open = [...row.facts];
  const extra = facts.filter((fact) => {
    const at = open.findIndex((label) => isIt(label, fact));
    if (at >= 0) open.splice(at, 1);
    return at < 0 && !(row.maybe ?? []).some((label) => isIt(label, fact));
  });
  const forbidden = facts.filter((fact) => (row.not ?? []).some((label) => isIt(label, fact)));
  return { missed: open, extra, forbidden };
}
