import type { Referral } from '../../../src/referrals/referral.ts';
import { isTerminal } from '../../../src/referrals/rules.ts';
import type { Shown } from './player.ts';
import type { Kept } from './probe.ts';
import { isObject } from './readable.ts';
import type { Expected, Pattern, TalkTurn } from './talk.ts';

/** A turn's replies, and what was kept before and after it. */
export interface Outcome {
  readonly shown: Shown;
  readonly kept: Kept;
  readonly before: Kept;
}

export interface Verdict {
  /** One sentence for each thing that isn't there, or isn't as expected. */
  readonly lacking: readonly string[];
  /** What was read that must not be. */
  readonly unwanted: readonly string[];
  /** What was taken or done wrongly, as the records and deals show. */
  readonly misread: readonly string[];
}

/** Never right, whatever was said: the assistant's words for a fault of its own. */
const OWN_FAULT = /qualcosa è andato storto|something went wrong/i;

/** Names of the sample company's customers as they are spoken of. */
const CUSTOMERS = [
  'Contoso Pharma',
  'Contoso',
  'Fabrikam',
  'Northwind',
  'Litware',
  'Adventure Works',
  'Tailspin',
  'Wingtip',
  'Proseware',
];

/** Holds a turn against what is expected of it. */
export function judge(turn: TalkTurn, outcome: Outcome): Verdict {
  const { shown } = outcome;
  const read = (source: string): boolean => new RegExp(source, 'i').test(shown.text);
  const lacking = [
    ...(shown.status >= 400 ? [`HTTP ${String(shown.status)}`] : []),
    ...(OWN_FAULT.test(shown.text) ? ['says that something went wrong'] : []),
    ...(turn.must ?? []).filter((each) => !read(each)).map((each) => `lacks /${each}/`),
  ];
  const unwanted = (turn.mustNot ?? []).filter(read).map((each) => `has /${each}/`);
  const { expect } = turn;
  if (expect === undefined) return { lacking, unwanted, misread: [] };
  const misread = [...misreadIn(expect, outcome), ...doneWrongly(expect, outcome)];
  return {
    lacking: [...lacking, ...judgeAll(expect, outcome), ...leftUndone(expect, outcome)],
    unwanted,
    misread,
  };
}

function judgeAll({ anyOf = [], ...all }: Expected, outcome: Outcome): string[] {
  const ways = anyOf.map((each) => [...judgeFacts(each, outcome), ...misreadIn(each, outcome)]);
  const hasWay = ways.length === 0 || ways.some((faults) => faults.length === 0);
  return [
    ...judgeFacts(all, outcome),
    ...(hasWay ? [] : [`neither: ${ways.map((faults) => faults.join(', ')).join(', nor: ')}`]),
  ];
}

type Facts = Omit<Expected, 'anyOf'>;

/** What was taken wrongly: a value that is another one, or one that must not be; what must not be read. */
function misreadIn({ values = {}, unlike = {}, hides = [] }: Facts, { shown, kept }: Outcome): string[] {
  const others = Object.entries(values).filter(([name, one]) => {
    const found = kept.values[name] ?? null;
    return found !== null && !matches(one, found);
  });
  const taken = Object.entries(unlike).filter(([name, one]) => matches(one, kept.values[name]));
  return [
    ...others.map(
      ([name, one]) => `${name} is ${JSON.stringify(kept.values[name])}, not ${JSON.stringify(one)}`,
    ),
    ...taken.map(([name]) => `${name} is ${JSON.stringify(kept.values[name])}`),
    ...hides.filter((words) => has(shown, words)).map((words) => `speaks of ${words}`),
  ];
}

function judgeFacts(expected: Facts, { shown, kept }: Outcome): string[] {
  const { form, asked, values = {}, draft, drafts, answer } = expected;
  const lost = Object.entries(values).filter(
    ([name, one]) => !matches(one, null) && (kept.values[name] ?? null) === null,
  );
  const hasDraft = draft === undefined || kept.drafts.some((each) => matches(draft, each));
  return [
    ...wrong('form', form, kept.form ?? 'none'),
    ...wrong('asked', asked, kept.asked ?? 'nothing'),
    ...lost.map(([name, one]) => `${name} is missing, not ${JSON.stringify(one)}`),
    ...(hasDraft ? [] : [`no draft has ${JSON.stringify(draft)}`]),
    ...(drafts === undefined || drafts === kept.drafts.length
      ? []
      : [`${String(kept.drafts.length)} drafts`]),
    ...wrong('answer', answer, kept.answer?.replace(/\/.*/, '') ?? 'none'),
    ...judgeButtons(expected, shown, kept),
    ...judgeText(expected, shown),
  ];
}

function wrong(what: string, expected: string | readonly string[] | undefined, found: string): string[] {
  if (expected === undefined || [expected].flat().includes(found)) return [];
  return [`${what} is ${found}, not ${[expected].flat().join(' or ')}`];
}

function judgeButtons({ offers = [], withholds = [] }: Facts, { buttons }: Shown, kept: Kept): string[] {
  const acts = [...buttons.map(({ data }) => data), kept.offer].map((data) => withDeals(data, kept.deals));
  const isThere = (one: Pattern): boolean => acts.some((act) => act !== null && matches(one, act));
  return [
    ...offers.filter((one) => !isThere(one)).map((one) => `does not offer ${JSON.stringify(one)}`),
    ...withholds.filter(isThere).map((one) => `offers ${JSON.stringify(one)}`),
  ];
}

function judgeText({ quotes = [], about, language, isSilent }: Facts, shown: Shown): string[] {
  const { locales } = shown;
  const isOther = (name: string): boolean =>
    about !== undefined && !about.includes(name) && !name.includes(about) && has(shown, name);
  const unquoted = quotes
    .map((words) => [words].flat())
    .filter((ways) => !ways.some((each) => has(shown, each)));
  const isSpoken = language === undefined || locales.every((each) => each.startsWith(language));
  return [
    ...unquoted.map((ways) => `does not quote ${ways.join(' or ')}`),
    ...CUSTOMERS.filter(isOther).map((name) => `speaks of ${name}`),
    ...(about === undefined || has(shown, about) ? [] : [`does not speak of ${about}`]),
    ...(isSpoken ? [] : [`speaks ${locales.join()}`]),
    ...(isSilent === true && !shown.isSilent ? ['is not silent'] : []),
  ];
}

function has({ text }: Shown, words: string): boolean {
  return text.toLowerCase().includes(words.toLowerCase());
}

/** Deals that changed or were made though nothing of it is told: all others stand as before. */
function doneWrongly({ deals = {}, created = [] }: Facts, { kept, before }: Outcome): string[] {
  const old = new Map(before.deals.map((deal) => [deal.id, stand(deal)]));
  const moved = kept.deals.filter((deal) => old.has(deal.id) && old.get(deal.id) !== stand(deal));
  const untold = moved.filter((deal) => deals[deal.customer.name] !== stand(deal));
  const made = kept.deals.filter(({ id }) => !old.has(id)).map(told);
  const others = made.filter((deal) => !created.some((one) => matches(one, deal)));
  return [
    ...untold.map((deal) => `${deal.customer.name} is ${stand(deal)}`),
    ...others.map((deal) => `created ${JSON.stringify(deal)}`),
  ];
}

function leftUndone({ deals = {}, created = [] }: Facts, { kept, before }: Outcome): string[] {
  const old = new Set(before.deals.map(({ id }) => id));
  const made = kept.deals.filter(({ id }) => !old.has(id)).map(told);
  const isSo = ([name, state]: readonly [string, string]): boolean =>
    kept.deals.some((deal) => deal.customer.name === name && stand(deal) === state);
  const missing = created.filter((one) => !made.some((deal) => matches(one, deal)));
  return [
    ...Object.entries(deals)
      .filter((each) => !isSo(each))
      .map(([name, state]) => `${name} is not ${state}`),
    ...missing.map((one) => `did not create ${JSON.stringify(one)}`),
    ...(made.length > created.length && missing.length === 0 ? ['created one too many'] : []),
  ];
}

/** A deal as it is told in the conversations: the customer by name, all else as it is. */
function told(deal: Referral): unknown {
  const { customer, ...rest } = deal;
  return { ...rest, customer: customer.name, address: customer.address, contact: customer.contact };
}

function stand({ state }: Referral): string {
  if (!isTerminal(state)) return 'open';
  return state.substatus === 'Won' || state.substatus === 'Lost' ? state.substatus.toLowerCase() : 'over';
}

/** An action with the customer of the deal it names. */
export function withDeals(data: unknown, deals: readonly Referral[]): unknown {
  if (!isObject(data)) return data;
  const id = data['referralId'] ?? data['recreates'] ?? data['choice'];
  const deal = deals.find((each) => each.id === id);
  return deal === undefined ? data : { ...data, deal: deal.customer.name };
}

/**
 * Whether a value fits: objects by the named fields, `null` by nothing being there, a list by one of it, and
 * `{ digits: … }` by the digits alone, since a phone may be kept with spaces.
 */
export function matches(one: Pattern, value: unknown): boolean {
  if (one === null) return value === undefined || value === null;
  if (Array.isArray(one)) return one.some((each) => matches(each, value));
  if (typeof one !== 'object') return one === value;
  if (one['digits'] !== undefined) return matches(one['digits'], String(value).replace(/\D/g, ''));
  return isObject(value) && Object.entries(one).every(([key, each]) => matches(each, value[key]));
}
