import { JUDGED, type Label } from './labelled.ts';

/** A fact as a reader gives it. */
export interface FoundFact {
  readonly kind: string;
  readonly [field: string]: unknown;
}

/** Whether a fact is of a kind that is judged. Microsoft is everybody's partner and nobody's customer. */
export function isJudged({ kind, value }: FoundFact): boolean {
  const isMicrosoft = kind === 'organisation' && nameOf(value) === 'microsoft';
  return (JUDGED as readonly string[]).includes(kind) && !isMicrosoft;
}

/** Whether a fact found is the one labelled; a label of a kind alone fits every fact of that kind. */
export function fits(label: Label, found: FoundFact): boolean {
  return label.kind === found.kind && (Object.keys(label).length === 1 || RULES[label.kind](label, found));
}

type Rule = (label: Label, found: FoundFact) => boolean;

/** By the same measure, where the label names the field at all. */
const same =
  (name: string, measure: (value: unknown) => unknown): Rule =>
  (label, found) =>
    isAbsent(label[name]) || measure(label[name]) === measure(found[name]);

const all =
  (...rules: readonly Rule[]): Rule =>
  (label, found) =>
    rules.every((rule) => rule(label, found));

const amount = all(same('amount', cents), same('currency', plain));

const RULES: Readonly<Record<Label['kind'], Rule>> = {
  money: amount,
  recurring: all(amount, same('per', plain), (label, found) =>
    isAbsent(label['times']) ? isAbsent(found['times']) : label['times'] === found['times'],
  ),
  day: fitsDay,
  phone: same('value', digits),
  email: same('value', plain),
  'known-name': same('value', nameOf),
  organisation: same('value', nameOf),
  person: same('value', personOf),
  address: all(same('city', plain), same('postcode', compact), same('country', plain)),
  'number-id': fitsId,
  outcome: same('value', plain),
  'deal-kind': same('value', plain),
};

/** The labelled day, or days offered that are all among the labelled ones. */
function fitsDay(label: Label, found: FoundFact): boolean {
  const wanted = daysOf(label);
  const offered = daysOf(found);
  return offered.length > 0 && offered.every((day) => wanted.includes(day));
}

function daysOf({ value, options }: Readonly<Record<string, unknown>>): unknown[] {
  if (Array.isArray(options) && options.length > 0) return options;
  return isAbsent(value) ? [] : [value];
}

/** A VAT number is the same with and without its country; one labelled `other` may be of any kind. */
function fitsId(label: Label, found: FoundFact): boolean {
  const bare = (value: unknown): string =>
    compact(value).replace(label['what'] === 'vat' ? /^[a-z]{2}(?=\d)/ : /^$/, '');
  const isKind = label['what'] === 'other' || isAbsent(label['what']) || label['what'] === found['what'];
  return isKind && bare(label['value']) === bare(found['value']);
}

function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function cents(value: unknown): number | null {
  return typeof value === 'number' ? Math.round(value * 100) : null;
}

function plain(value: unknown): string {
  const text = typeof value === 'string' ? value : '';
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

function compact(value: unknown): string {
  return plain(value).replace(/[^a-z0-9]/g, '');
}

function digits(value: unknown): string {
  return plain(value).replace(/\D/g, '').replace(/^00/, '');
}

const LEGAL_FORMS = /^(spa|srl|srls|snc|sas|sapa|scarl|ltd|limited|inc|llc|plc|corp|gmbh|ag|sa|bv|ab|oy)$/;
const ARTICLES = /^(il|lo|la|i|gli|le|l|the|ditta|azienda|societa)$/;
const TITLES = /^(dott|dottssa|ing|sig|sigra|avv|geom|rag|mr|mrs|ms|miss|dr|drssa|prof)$/;

function wordsOf(value: unknown): string[] {
  return plain(value)
    .replace(/\./g, '')
    .split(/[^\p{L}\p{N}&]+/u)
    .filter((word) => word !== '');
}

/** A company's name without the article before it and the legal form behind. */
function nameOf(value: unknown): string {
  const words = wordsOf(value);
  const first = words.findIndex((word, at) => !ARTICLES.test(word) || at === words.length - 1);
  const last = words.findLastIndex((word, at) => !LEGAL_FORMS.test(word) || at === first);
  return words.slice(first, last + 1).join(' ');
}

/** A person's name without titles, and without the article before it. */
function personOf(value: unknown): string {
  const [first = '', ...rest] = wordsOf(value);
  const words = ARTICLES.test(first) && rest.length > 0 ? rest : [first, ...rest];
  return words.filter((word) => !TITLES.test(word)).join(' ');
}
