import { patternOf } from '../said.ts';
import { readNumeral } from './numerals.ts';
import { valueOfNumberWord } from './number-words.ts';
import { spanOf } from '../flat.ts';
import type { Flat } from '../flat.ts';
import type { Language } from '../locale.ts';
import type { NumeralReading } from './numerals.ts';

/** A piece of an answer to "how much". */
export interface MoneyToken {
  readonly kind: 'digits' | 'word' | 'mark';
  /** Folded. */
  readonly text: string;
  /** As typed. */
  readonly raw: string;
  /** Place in the flat text. */
  readonly from: number;
  readonly to: number;
  /** The number in digits or in words; null for anything else. */
  readonly number: NumeralReading | null;
}

/** What holds digits and is never an amount; it is blotted out so that places stay the same. */
const NOT_MONEY: readonly (() => RegExp)[] = [
  () => /(?<!\S)\S+@\S+/g, // e-mail
  () => /(?:https?:\/\/|www\.)\S+/g,
  () => /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g,
  () => /\+\d[\d ()./-]{6,}\d/g, // phone with country code
  () => /\b[a-z]+-\d[\w-]*/g, // SOL-70218-QRT
  () => /\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b(?![.,]?\d)/g, // 31.12.2026
  () => /\b\d{1,2}[:.]\d{2}\s*(?:am|pm)\b|\b\d{1,2}:\d{2}\b/g,
  patternOf('g')`\b\d+(?:[.,]\d+)?\s*(?:%|${'percent'})`,
];
const TOKEN = /\d+(?:[.,']\d+|[ ]\d{3}(?![\d.,'-]*\d))*|(?:us|au?|ca?|nz|hk)\$|\p{L}+|[^\s\p{L}\d]/gu;

function blot(text: string): string {
  let blotted = text;
  for (const pattern of NOT_MONEY) {
    blotted = blotted.replace(pattern(), (found) =>
      isGroupedNumber(found) ? found : '_'.repeat(found.length),
    );
  }
  return blotted;
}

/** "1.200.000" looks like a date of the year 0 to a simple pattern. */
function isGroupedNumber(found: string): boolean {
  return /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/.test(found);
}

/** Cuts a flat text into digits, words and marks; dates, ids, phones, e-mails and percentages are left out. */
export function tokenizeMoney(flat: Flat, locale: Language): MoneyToken[] {
  const text = blot(flat.text);
  return [...text.matchAll(TOKEN)].map((found) => {
    const from = found.index;
    const to = from + found[0].length;
    const kind = /^\d/.test(found[0]) ? 'digits' : /^\p{L}/u.test(found[0]) ? 'word' : 'mark';
    return {
      kind,
      text: found[0],
      raw: spanOf(flat, from, to).text,
      from,
      to,
      number: numberOf(found[0], kind, locale),
    };
  });
}

function numberOf(text: string, kind: MoneyToken['kind'], locale: Language): NumeralReading | null {
  if (kind === 'digits') return readNumeral(text, locale);
  const value = kind === 'word' ? valueOfNumberWord(text) : null;
  return value === null ? null : { values: [value], isGrouped: false, hasCents: false };
}
