import { addDays, dayIn } from '../../src/language/format.ts';
import { findDealIds } from '../../src/language/ids.ts';
import type { Locale } from '../../src/language/locale.ts';
import { findMoney } from '../../src/language/money/money.ts';
import { isEverydayWord } from '../../src/lookup/everyday-words.ts';
import { findNames, lookUp, nameAfterPreposition, sameNamed } from '../../src/lookup/names.ts';
import { holdsPhrase, inLists } from '../../src/language/said.ts';
import { foldedWords } from '../../src/reading/folded.ts';
import { type Described, describedIn, withoutTraits } from '../../src/reading/described.ts';
import type { Reading } from '../../src/reading/reading.ts';
import type { Referral } from '../../src/referrals/referral.ts';
import { dealsDescribed, dealsInTown } from './described.ts';
import type { Viewer } from '../turn.ts';
import { asksForAll, asksForLatest, daysAgoSaid, onlyName, withoutRequestWords } from './words.ts';

/** What a sentence says about which deal is meant. Only deals that the person may see are ever looked at. */
export type DealSearch =
  | { readonly kind: 'one'; readonly deal: Referral }
  /**
   * More than one fits: `typed` is the name they share, null where it wasn't a name. `areAllNamed` where each is called
   * by a name of its own ("Contoso and Litware").
   */
  | {
      readonly kind: 'several';
      readonly deals: readonly Referral[];
      readonly typed: string | null;
      readonly areAllNamed?: true;
    }
  /** All deals are asked for. */
  | { readonly kind: 'all' }
  /** A name (or, with null, an id) that no visible deal has. */
  | {
      readonly kind: 'not-found';
      readonly typed: string | null;
      /** Those that may have been meant all the same. */
      readonly near?: readonly Referral[];
    }
  /** The sentence names no deal. */
  | { readonly kind: 'unsaid' };

/**
 * Finds the deal a sentence speaks of: by id, customer or deal name (a typo is forgiven, an exact name wins
 * over a longer one that begins with it), "my last deal", "yesterday's", or value.
 *
 * @param deals what the person may see, newest first
 * @param reading of the sentence: a company or a sum in it that fits no deal is then quoted back, not passed over
 */
export function searchDeals(
  sentence: string,
  deals: readonly Referral[],
  scope: Viewer,
  reading: Reading | null = null,
): DealSearch {
  const identified = byId(sentence, deals);
  if (identified !== null) return identified;
  const other = reading === null ? null : otherCompany(reading, deals);
  if (other !== null) return { kind: 'not-found', typed: other };
  const named = byName(sentence, deals, scope.locale, reading);
  if (named !== null) return named;
  const inTown = dealsInTown(sentence, deals);
  if (inTown.length > 0) return fromCandidates(inTown, null);
  const told = reading === null ? null : describedIn(reading);
  const sum = reading?.facts.find(({ kind }) => kind === 'money');
  // "Quello da 77mila l'hanno accettato?": its sum tells which, and the rest asks about it.
  if (told !== null && sum !== undefined && /\d/.test(sentence.slice(sum.start, sum.end)))
    return fromCandidates(byValue(sentence, deals, scope.locale), sentence.slice(sum.start, sum.end));
  if (told !== null) return fromDescribed(told, dealsDescribed(told, deals, scope.now));
  const unknown = reading === null ? null : nameWritten(reading);
  if (unknown !== null) return nearestDeals(unknown, deals);
  if (asksForLatest(sentence)) return fromCandidates(deals.slice(0, 1), null);
  const described = [byValue(sentence, deals, scope.locale), byDay(sentence, deals, scope)];
  const fitting = described.find((found) => found.length > 0);
  if (fitting !== undefined) return fromCandidates(fitting, null);
  if (sum !== undefined) return { kind: 'not-found', typed: sentence.slice(sum.start, sum.end) };
  if (asksForAll(sentence)) return { kind: 'all' };
  const typed = nameAfterPreposition(sentence, scope.locale) ?? onlyName(sentence);
  if (typed !== null && !typed.includes(' ') && (isThing(typed, sentence) || isExplained(typed, reading)))
    return { kind: 'unsaid' };
  return typed === null ? byLeftover(sentence, deals) : nearestDeals(typed, deals);
}

/** "Tailspin Trains" shares a word with Tailspin Toys and is another company: never shown in its place. */
function otherCompany({ facts }: Reading, deals: readonly Referral[]): string | null {
  const named = facts.filter(({ kind }) => kind === 'organisation' || kind === 'known-name');
  const [company, ...more] = named;
  if (company?.kind !== 'organisation' || more.length > 0) return null;
  const exact = sameNamed(company.value, namesOf(deals), (name) => name);
  return exact.length > 0 ? null : company.value;
}

const isBeforeThing = inLists(
  'the',
  'any-one',
  'which',
  'which-many',
  'count-many',
  'question-words',
  'own-deals',
);

/** A small word behind an article or "which" is a thing, and one that tells how deals stand is no name: "i motivi", "in attesa". */
function isThing(word: string, sentence: string): boolean {
  if (/\p{Lu}/u.test(word)) return false;
  const said = foldedWords(sentence);
  const at = said.indexOf(foldedWords(word)[0] ?? '');
  return isBeforeThing(said[at - 1] ?? '') || !withoutTraits(said).includes(said[at] ?? '');
}

/** Whether the reading knows a small word for something else than a name: "chiudili". */
function isExplained(word: string, reading: Reading | null): boolean {
  if (reading === null || /\p{Lu}/u.test(word)) return false;
  return !reading.unclaimed.some((run) => run.split(/\s+/u).includes(word));
}

const WRITTEN_AS_NAME = /\p{Lu}[\p{L}\p{N}]{2,}(?:\s+(?:&\s+)?\p{Lu}[\p{L}\p{N}]+){0,4}/gu;

/** The company or other name that a sentence speaks of: one that is known or has a company's form, else words written as one. */
export function nameWritten({ facts, unclaimed, text }: Reading): string | null {
  const company = facts.find((fact) => fact.kind === 'organisation' || fact.kind === 'known-name');
  if (company?.kind === 'organisation' || company?.kind === 'known-name') return company.value;
  const names = unclaimed.flatMap((run) => run.match(WRITTEN_AS_NAME) ?? []);
  // Any sentence begins with a capital.
  const isName = (name: string): boolean =>
    !/^microsoft$/iu.test(name) && (name.includes(' ') || !text.trimStart().startsWith(name));
  const [only, ...more] = unclaimed;
  // "hanno accettato contoso?": the one word that nothing explains, where it is none of everyday speech.
  const isLone =
    only !== undefined &&
    more.length === 0 &&
    !facts.some(({ kind }) => kind === 'money') &&
    /^\p{L}{4,}$/u.test(only) &&
    !isEverydayWord(only.toLowerCase()) &&
    !tellsAnswer(only.toLowerCase()) &&
    !isThing(only, text);
  return names.find(isName) ?? (isLone ? only : null);
}

/** "Hanno risposto?" names nobody. */
const tellsAnswer = holdsPhrase('notice-answered', 'notice-accepted', 'notice-declined');

/** Reads an answer to "which deal?": what isn't anything else is taken for a name. */
export function readDeal(
  text: string,
  deals: readonly Referral[],
  scope: Viewer,
  reading: Reading | null = null,
): DealSearch {
  const search = searchDeals(text, deals, scope, reading);
  const isSaid = search.kind !== 'unsaid' || withoutRequestWords(text) === '';
  return isSaid ? search : nearestDeals(text.trim(), deals);
}

/** Whether the whole text is the name of a deal or its customer. */
export function isDealName(text: string, deals: readonly Referral[]): boolean {
  return sameNamed(text.trim(), namesOf(deals), (name) => name).length > 0;
}

/** "controlla contos": the one word that isn't of the request, where a deal is near it or it is written as a name. */
function byLeftover(sentence: string, deals: readonly Referral[]): DealSearch {
  const leftover = withoutRequestWords(sentence);
  if (!/^\p{L}{4,}$/u.test(leftover)) return { kind: 'unsaid' };
  // "Stato wing": the beginning of a name.
  const begun = dealsNamed(namesBegunBy(leftover, deals), deals);
  const found = begun.length > 0 ? fromCandidates(begun, leftover) : nearestDeals(leftover, deals);
  const isName = /^\p{Lu}/u.test(leftover) && !sentence.trim().startsWith(leftover);
  return found.kind === 'not-found' && !isName ? { kind: 'unsaid' } : found;
}

/** Those of the same customer, or of one whose name goes on after this deal's customer's name. */
export function alikeDeals(deal: Referral, deals: readonly Referral[]): Referral[] {
  const name = deal.customer.name.toLowerCase();
  return deals.filter((other) => {
    const otherName = other.customer.name.toLowerCase();
    return other.id !== deal.id && (otherName === name || otherName.startsWith(`${name} `));
  });
}

/** By the ids in a sentence, or the addresses of deals' pages; null where it holds none. */
function byId(sentence: string, deals: readonly Referral[]): DealSearch | null {
  const ids = findDealIds(sentence).map(({ id }) => id);
  if (ids.length === 0) return null;
  return fromCandidates(
    deals.filter(({ id }) => ids.includes(id.toLowerCase())),
    null,
  );
}

function byName(
  sentence: string,
  deals: readonly Referral[],
  locale: Locale,
  reading: Reading | null = null,
): DealSearch | null {
  const all = findNames(sentence, namesOf(deals), (name) => name);
  // "Non Litware, Northwind": what is denied is no fact.
  const said = reading?.facts.filter(({ kind }) => kind === 'known-name') ?? [];
  const meant = all.filter(({ start, end }) => said.some((fact) => fact.start < end && start < fact.end));
  const found = meant.length > 0 ? meant : all;
  const [first] = found;
  if (first === undefined) return null;
  // Of one name typed the exact ones win; two names typed are two.
  const isSure = ({ text }: { readonly text: string }): boolean =>
    found.some((each) => each.isExact && each.text === text);
  const names = found.filter((each) => each.isExact || !isSure(each)).map(({ item }) => item);
  const begun = found.some(isSure) ? [] : namesBegunBy(first.text, deals);
  const areTwo = found.some(({ text }) => text !== first.text);
  const fitting = narrowByValue(sentence, dealsNamed([...names, ...begun], deals), locale);
  const search = fromCandidates(fitting, areTwo ? null : first.text);
  return areTwo && search.kind === 'several' ? { ...search, areAllNamed: true } : search;
}

/** "contos" is the beginning of two names, although it is nearer to one. */
function namesBegunBy(typed: string, deals: readonly Referral[]): string[] {
  const beginning = typed.toLowerCase();
  return namesOf(deals).filter((name) => name.toLowerCase().startsWith(beginning));
}

function dealsNamed(names: readonly string[], deals: readonly Referral[]): Referral[] {
  return deals.filter((deal) => names.includes(deal.customer.name) || names.includes(deal.name));
}

/** Every name a deal is known by, once. */
function namesOf(deals: readonly Referral[]): string[] {
  return [...new Set(deals.flatMap((deal) => [deal.customer.name, deal.name]))];
}

/** "Contoso for 120k": the value decides between deals of one name, where it can. */
function narrowByValue(sentence: string, deals: readonly Referral[], locale: Locale): readonly Referral[] {
  const narrowed = deals.length < 2 ? [] : byValue(sentence, deals, locale);
  return narrowed.length === 0 ? deals : narrowed;
}

function byValue(sentence: string, deals: readonly Referral[], locale: Locale): Referral[] {
  const [money] = findMoney(sentence, locale);
  if (money === undefined) return [];
  const { amount, currency } = money;
  return deals.filter(
    ({ value }) => value.amount === amount && (currency === null || currency === value.currency),
  );
}

function byDay(sentence: string, deals: readonly Referral[], { now, timeZone }: Viewer): Referral[] {
  const daysAgo = daysAgoSaid(sentence);
  if (daysAgo === null) return [];
  const day = addDays(dayIn(timeZone, now), -daysAgo);
  return deals.filter(({ createdAt }) => dayIn(timeZone, new Date(createdAt)) === day);
}

/** "Quali sono in attesa?" means all that fit, "quello in attesa" one. */
function fromDescribed({ text, areMany }: Described, deals: readonly Referral[]): DealSearch {
  const search = fromCandidates(deals, deals.length === 0 ? text : null);
  return search.kind === 'several' && areMany ? { ...search, areAllNamed: true } : search;
}

function fromCandidates(deals: readonly Referral[], typed: string | null): DealSearch {
  const [deal, second] = deals;
  if (deal === undefined) return { kind: 'not-found', typed };
  return second === undefined ? { kind: 'one', deal } : { kind: 'several', deals, typed };
}

/** A name that no deal has as it stands: the nearest ones, if any is near. */
export function nearestDeals(typed: string, deals: readonly Referral[]): DealSearch {
  const { exact, close } = lookUp(typed, namesOf(deals), (name) => name);
  return fromCandidates(dealsNamed(exact.length > 0 ? exact : close, deals), typed);
}
