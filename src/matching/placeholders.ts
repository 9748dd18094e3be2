import { inLists } from '../language/said.ts';
import { findDealIds } from '../language/ids.ts';
import type { Token } from '../language/tokens.ts';
import { fold, tokenize } from '../language/tokens.ts';

/**
 * Words that stand for a kind of thing. Which customer, amount or date it is says nothing about what is
 * asked; that there is one says much: a deal "with somebody" is an action, a deal in general a procedure.
 */
export const CUSTOMER = '{customer}';
const AMOUNT = '{amount}';
const DATE = '{date}';

const MONTHS =
  'gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|' +
  'january|february|march|april|may|june|july|august|september|october|november|december';
const MONEY = '€|\\$|£|euro?s?|usd|dollar[io]?s?';
const MANY = 'k|m|mila|mln|milion[ei]|million';

/** Each kind with how it is written, in no more digits and marks than a number has; the first that fits wins. A bare number is none: it may be anything. */
const WRITTEN: readonly (readonly [kind: string, pattern: RegExp])[] = [
  [DATE, new RegExp(`\\b\\d{1,2}[/-]\\d{1,2}(?:[/-]\\d{2,4})?\\b|\\b\\d{1,2}°? (?:${MONTHS})\\b`, 'gi')],
  [AMOUNT, new RegExp(`(?:€|\\$|£) ?\\d[\\d.,]{0,30}(?: ?(?:${MANY})\\b)?`, 'gi')],
  [
    AMOUNT,
    new RegExp(`\\b\\d[\\d.,]{0,30} ?(?:(?:${MANY}) ?)?(?:(?:${MONEY})(?!\\p{L})|\\b(?:${MANY})\\b)`, 'giu'),
  ],
  [AMOUNT, new RegExp(`\\b\\d[\\d.,]{0,30}(?:${MANY})\\b`, 'gi')],
];

/** The text with amounts and dates replaced by what they are; a deal's id, or its page, names it as its customer does. */
export function replaceFigures(text: string): string {
  if (!/\d/.test(text)) return text;
  const named = findDealIds(text).reduceRight(
    (before, { start, end }) => `${before.slice(0, start)} ${CUSTOMER} ${before.slice(end)}`,
    text,
  );
  return WRITTEN.reduce((written, [kind, pattern]) => written.replace(pattern, ` ${kind} `), named);
}

/** The words a name is made of; a legal form at its end is often left out. */
export function nameWords(name: string): string[] {
  return tokenize(fold(name)).map((token) => token.text);
}

/** Names by their first word, longest first. */
export type Names = ReadonlyMap<string, readonly (readonly string[])[]>;

export function listNames(names: readonly string[]): Names {
  const found = new Map<string, string[][]>();
  for (const name of names) {
    const words = nameWords(name);
    const first = words[0];
    if (first !== undefined) found.set(first, [...(found.get(first) ?? []), words]);
  }
  for (const list of found.values()) list.sort((a, b) => b.length - a.length);
  return found;
}

/**
 * How many words of a name begin here; 0 where none do. The first word alone is often all that is said
 * ("Northwind" of Northwind Traders), but where it is a word of the examples it is taken for the name only when it
 * is written as one.
 */
export function nameAt(
  tokens: readonly Token[],
  at: number,
  names: Names,
  isKnown: ((word: string) => boolean) | null,
): number {
  const token = tokens[at];
  const candidates = token === undefined ? undefined : names.get(token.text);
  if (token === undefined || candidates === undefined) return 0;
  let longest = 0;
  for (const words of candidates) {
    let length = 1;
    while (length < words.length && tokens[at + length]?.text === words[length]) length++;
    longest = Math.max(longest, length);
  }
  const isWord = longest === 1 && isKnown !== null && isKnown(token.text);
  return isWord && (at === 0 || !/^\p{Lu}/u.test(token.raw)) ? 0 : longest;
}

/** Words that stand right before or after customers' names where the knowledge names some. */
export interface BesideNames {
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
}

/** Words that a customer's name follows; "di" and "of" come before products as often ("un team di Teams"). */
const opensName = inLists('before-customer-names');
const isIs = inLists('is-words');

/** By token, how many unknown words written with a capital follow each other from there; 0 where none begins. */
export function countUnknown(tokens: readonly Token[], isKnown: (word: string) => boolean): number[] {
  const counts = tokens.map((token): number => (isUnknownName(token, isKnown) ? 1 : 0));
  for (let at = counts.length - 2; at >= 0; at--)
    if (counts[at] === 1) counts[at] = 1 + (counts[at + 1] ?? 0);
  return counts;
}

/**
 * How many of the `length` unknown words that begin here are somebody's name, as what stands beside them says: "con",
 * "the … deal", "mark … as won", "the customer is …". All or none.
 */
export function guessedName(
  tokens: readonly Token[],
  at: number,
  length: number,
  beside: BesideNames,
): number {
  if (length === 0) return 0;
  const [before, after] = [tokens[at - 1]?.text ?? '', tokens[at + length]?.text ?? ''];
  const isNamed = opensName(before) || before === CUSTOMER || beside.before.has(before);
  const isNamedHere = isIs(before) && opensName(tokens[at - 2]?.text ?? '');
  return isNamed || isNamedHere || (at > 0 && beside.after.has(after)) ? length : 0;
}

function isUnknownName(token: Token, isKnown: (word: string) => boolean): boolean {
  return /^\p{Lu}/u.test(token.raw) && !isKnown(token.text);
}
