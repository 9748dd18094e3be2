import { withoutMarks } from './flat.ts';

/** One word as it was typed, and as it is compared. */
export interface Token {
  /** As typed; its capitals tell names and codes from words. */
  readonly raw: string;
  /** Lower case, without accents. */
  readonly text: string;
  /** Where it begins and ends in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** A placeholder such as `{customer}`, or a run of letters and digits: "l'accesso" is two words. */
const WORD = /\{[a-z]+\}|[\p{L}\p{N}\p{M}]+/gu;
const ONLY_ASCII = /^[ -~\s]*$/;

/**
 * Lower case and without accents, so that "perche", "perché" and "PERCHÉ" are one word. Accents are
 * dropped before stemming: whoever types on a phone leaves them out, and both must read the same.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return ONLY_ASCII.test(lower) ? lower : withoutMarks(lower);
}

/** Cuts a text into words; punctuation and symbols only separate. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const found of text.matchAll(WORD)) {
    const raw = found[0];
    tokens.push({ raw, text: fold(raw), start: found.index, end: found.index + raw.length });
  }
  return tokens;
}
