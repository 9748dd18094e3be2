import type { Locale } from '../../src/language/locale.ts';
import type { Words } from '../../src/knowledge/words.ts';
import { createReader, type Reader } from '../../src/reading/reader.ts';
import type { Reading } from '../../src/reading/reading.ts';
import { learnOnce } from '../learned.ts';

const {
  knowledge: { words },
  acts,
} = await learnOnce();

/** The words that ship, by language. */
export const WORDS: Readonly<Partial<Record<Locale, Words>>> = words ?? {};

/** One reader over the words that ship: making one takes longer than reading a thousand messages. */
export const reader: Reader = createReader(WORDS, acts);

/** Reads a message of this day, as the bot does before a form or anything else sees it. */
export function readAs(
  text: string,
  {
    locale = 'it',
    today = '2026-11-24',
    asked = null,
    known = [],
  }: { locale?: Locale; today?: string; asked?: string | null; known?: readonly string[] } = {},
): Reading {
  return reader.read(text, { locale, today, asked, known });
}
