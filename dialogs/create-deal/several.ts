import { flatten, spanOf } from '../../src/language/flat.ts';
import { readAddress } from '../../src/language/places.ts';
import { inLists, made, phraseOf } from '../../src/language/said.ts';
import { isLegalForm } from '../../src/lookup/name-key.ts';
import type { Fact, Reading } from '../../src/reading/reading.ts';

/** One of several deals that a message asks for. */
export interface DealSaid {
  readonly customer: string;
  /** What the message says of it, behind the request that is the same for all of them. */
  readonly text: string;
}

type Company = Extract<Fact, { kind: 'organisation' | 'known-name' }>;

/** What may stand between the companies of a list: "Acme, Beta e Gamma". */
const joining = made(() => new RegExp(`^[\\s,;]*(?:${phraseOf('deal-links')}[\\s,;]+)*$`));
/** What begins the next deal where its customer comes later: "… e uno da 26k con Beta", "and another worth …". */
const next = made(
  () => new RegExp(`[\\s,;]+(?:${phraseOf('deal-links')})?[\\s,;]*${phraseOf('next-deal')}(?=\\s)`),
);

/**
 * The deals that a message asks for, in its order; empty where it is one. Several companies are several deals where each
 * brings its own sum, or where they stand in a list: "Acme per conto di Beta" is one deal.
 *
 * @param isSold whether a name is one of what we sell: "a co-sell for Acme with Analytics" is one deal
 */
export function dealsIn(
  { text, facts }: Reading,
  isSold: (name: string) => boolean = () => false,
): readonly DealSaid[] {
  const companies = facts
    .filter((fact): fact is Company => fact.kind === 'organisation' || fact.kind === 'known-name')
    .filter(({ value }) => !isSold(value))
    .filter((each, at, all) => all.findIndex(({ value }) => value === each.value) === at);
  if (companies.length < 2) return [];
  const begins = companies.map(({ start }, at) => beginOf(text, companies[at - 1]?.end ?? null, start));
  const own = begins.map((from, at) =>
    facts.filter(({ start }) => start >= from && start < (begins[at + 1] ?? Infinity)),
  );
  const haveSums = own.every((part) => part.some(({ kind }) => kind === 'money' || kind === 'recurring'));
  const isList = companies.every(
    ({ start }, at) => at === 0 || joining().test(flatten(text.slice(companies[at - 1]?.end, start)).text),
  );
  if (!haveSums && (!isList || isTownBehind(companies, facts, text))) return [];
  const shared = sharedFrom(text, companies.at(-1)?.end ?? text.length);
  const lead = text.slice(0, own[0]?.find(({ kind }) => kind !== 'deal-kind')?.start ?? 0);
  return companies.map(({ value }, at) => {
    const part = own[at] ?? [];
    const from = part.find(({ kind }) => kind !== 'deal-kind')?.start ?? 0;
    const end = at === companies.length - 1 ? shared.start : (part.at(-1)?.end ?? from);
    return { customer: value, text: `${lead}${text.slice(from, end)}${shared.words}`.trim() };
  });
}

/** "Beta Srl", "Beta e Gamma". */
const isNoTown = (word: string): boolean => isLegalForm(word) || isLink(word);
const isLink = inLists('deal-links');

/** "Acme GmbH, Berlin, 40k": of two that no word joins, with the deal's facts behind them, the second is a place. */
function isTownBehind(
  [first, second, ...more]: readonly Company[],
  facts: readonly Fact[],
  text: string,
): boolean {
  if (first === undefined || second?.kind !== 'organisation' || more.length > 0) return false;
  const isJoined = /\p{L}/u.test(text.slice(first.end, second.start));
  const isTown = readAddress(second.value).city !== undefined && !second.value.split(' ').some(isNoTown);
  return isTown && !isJoined && facts.some(({ start }) => start >= second.end);
}

/** What is said of all the deals behind the last of them: "…, entrambi wms", "tutti e due per fine marzo". */
function sharedFrom(text: string, from: number): { readonly start: number; readonly words: string } {
  const behind = flatten(text.slice(from));
  const found = ofAll().exec(behind.text);
  if (found === null) return { start: text.length, words: '' };
  const { start, end } = spanOf(behind, found.index, found.index + found[0].length);
  return { start: from + start, words: `, ${text.slice(from + end)}` };
}

const ofAll = made(
  () => new RegExp(`[\\s,;]+(?:${phraseOf('deal-links')}[\\s,]+)?${phraseOf('all-of-them')}[\\s,:]+`),
);

/** Where the part of a company begins: with itself, or with the words that open another deal before it. */
function beginOf(text: string, after: number | null, start: number): number {
  if (after === null) return 0;
  const between = flatten(text.slice(after, start));
  const found = next().exec(between.text);
  return found === null ? start : after + spanOf(between, found.index, found.index + found[0].length).end;
}
