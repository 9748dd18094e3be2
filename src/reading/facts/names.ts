import { isFunctionWord } from '../../language/function-words.ts';
import { inLists, listOf, made, patternOf } from '../../language/said.ts';
import { isEverydayWord } from '../../lookup/everyday-words.ts';
import { isLegalForm } from '../../lookup/name-key.ts';
import { isKin, isParticle, strengthOfOpener } from '../../lookup/name-stops.ts';
import type { ProposedFact } from './candidate.ts';
import type { Place } from '../reading.ts';
import type { Typed, Word } from './typed.ts';

const ordinary = made((): ReadonlySet<string> => {
  const synonyms = listOf('synonyms').flatMap((group) => group.split(' '));
  return new Set([...listOf('no-first-names'), ...listOf('ends-names'), ...synonyms]);
});

const joined = patternOf()`'${'contracted'}$|^${'elided'}'`;

/** Whether a folded word is one of everyday speech, so that it names nobody unless it is written as a name. */
export function isOrdinary(word: string): boolean {
  const bare = word.replace(joined(), '');
  return isFunctionWord(bare) || ordinary().has(bare) || isEverydayWord(bare) || strengthOfOpener(bare) > 0;
}

/**
 * Microsoft, what it makes and what the trade writes short: on the other side of every deal, and never a customer. They
 * are the same in all languages; words of the trade are each language's own.
 */
const OURS = new Set(
  (
    'ms azure teams copilot office m365 o365 dynamics d365 windows excel outlook word sharepoint onedrive fabric ' +
    'entra intune defender sentinel power bi appsource csp isv mpn mcpp ip crm erp gdpr faq pdf url id mqs sql ai poc ' +
    'nda eur usd gbp chf'
  ).split(' '),
);
const isTrade = inLists('trade-words');

/** Whether a folded word is Microsoft's or the trade's, not a company's. */
export const isOurs = (word: string): boolean =>
  OURS.has(word) || isTrade(word) || word.startsWith('microsoft');

/** Words of a name join over these only between two capitals: "Idee per il Futuro", "ACME - Divisione Nord". */
const isInside = inLists('inside-names');
const SIGN = /^[&+–()-]$/;

/** Whether a word may stand inside a name though it is written small. */
export const isInner = (word: Word): boolean =>
  isInside(word.text) || SIGN.test(word.text) || isParticle(word.text) || isKin(word.text);

/** A capital, or a digit within a name ("Gruppo 2000", "3 Punti", "6B"). */
export const isNamePiece = (word: Word): boolean => word.isWord && (word.isCapital || /^\d/.test(word.raw));

export const isForm = (word: Word | undefined): boolean => word !== undefined && isLegalForm(word.raw);

/** Whether the word begins a sentence or a line: its capital says nothing there. */
export function beginsSentence({ words }: Typed, at: number): boolean {
  const before = words[at - 1];
  return before === undefined || /^[\n.:!?;•"«“>-]$/.test(before.text);
}

/** Places that are surely something else, so that a name ends where one begins. */
export class Stops {
  readonly #isTaken: Uint8Array;
  /** Whether there is an amount or a kind of deal, so that names beside it are likely a deal's. */
  readonly areOfDeal: boolean;

  constructor(length: number, candidates: readonly ProposedFact[]) {
    this.areOfDeal = candidates.some(({ guess: { kind } }) => /^(?:money|recurring|deal-kind)$/.test(kind));
    this.#isTaken = new Uint8Array(length);
    for (const { guess } of candidates) this.#isTaken.fill(1, guess.start, guess.end);
  }

  has(place: Place): boolean {
    return this.#isTaken[place.start] === 1 || this.#isTaken[place.end - 1] === 1;
  }
}

/** The text from one word to another. */
export function spanOfWords(
  { text, words }: Typed,
  from: number,
  to: number,
): Place & { readonly value: string } {
  const start = words[from]?.start ?? 0;
  const end = words[to - 1]?.end ?? start;
  return { value: text.slice(start, end).replace(/\s+/g, ' '), start, end };
}
