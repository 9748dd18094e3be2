import type { Token } from '../language/tokens.ts';
import { fold, tokenize } from '../language/tokens.ts';

/**
 * Words that stand for a kind of thing. Which customer, amount or date it is says nothing about what is
 * asked; that there is one says much: a deal "with somebody" is an action, a deal in general a procedure.
 */
export const CUSTOMER = '{customer}';
const AMOUNT = '{amount}';
const DATE = '{date}';
const ID = '{id}';

const MONTHS =
  'gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|' +
  'january|february|march|april|may|june|july|august|september|october|november|december';
const MONEY = '€|\\$|£|euro?s?|usd|dollar[io]?s?';
const MANY = 'k|m|mila|mln|milion[ei]|million';

/** Each kind with how it is written; the first that fits wins. A bare number is none: it may be anything. */
const WRITTEN: readonly (readonly [kind: string, pattern: RegExp])[] = [
  [ID, /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi],
  [DATE, new RegExp(`\\b\\d{1,2}[/-]\\d{1,2}(?:[/-]\\d{2,4})?\\b|\\b\\d{1,2}°? (?:${MONTHS})\\b`, 'gi')],
  [AMOUNT, new RegExp(`(?:€|\\$|£) ?\\d[\\d.,]*(?: ?(?:${MANY})\\b)?`, 'gi')],
  [
    AMOUNT,
    new RegExp(`\\b\\d[\\d.,]* ?(?:(?:${MANY}) ?)?(?:(?:${MONEY})(?!\\p{L})|\\b(?:${MANY})\\b)`, 'giu'),
  ],
  [AMOUNT, new RegExp(`\\b\\d[\\d.,]*(?:${MANY})\\b`, 'gi')],
];

/** The text with amounts, dates and ids replaced by what they are. */
export function replaceFigures(text: string): string {
  if (!/\d/.test(text)) return text;
  return WRITTEN.reduce((written, [kind, pattern]) => written.replace(pattern, ` ${kind} `), text);
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

/** How many words a name that begins here has; 0 where none does. */
export function nameAt(tokens: readonly Token[], at: number, names: Names): number {
  const first = tokens[at]?.text;
  const candidates = first === undefined ? undefined : names.get(first);
  const whole = candidates?.find((words) => words.every((word, k) => tokens[at + k]?.text === word));
  return whole?.length ?? 0;
}

/** Words that a customer's name follows. */
const BEFORE_A_NAME = new Set([
  'con',
  'cn',
  'per',
  'x',
  'di',
  'da',
  'cliente',
  'with',
  'for',
  'from',
  'of',
  'customer',
  'to',
]);

/** True where an unknown word written with a capital follows "con", "with" and the like: somebody's name. */
export function looksLikeName(
  tokens: readonly Token[],
  at: number,
  isKnown: (word: string) => boolean,
): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (before === undefined || token === undefined || !/^\p{Lu}/u.test(token.raw)) return false;
  return (BEFORE_A_NAME.has(before.text) || before.text === CUSTOMER) && !isKnown(token.text);
}
