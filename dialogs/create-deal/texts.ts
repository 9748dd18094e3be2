import type { Locale } from '../../src/language/locale.ts';
import type { DealTexts, SlotWord } from './text-types.ts';
import { en } from './texts-en.ts';
import { it } from './texts-it.ts';

const texts: Readonly<Record<Locale, DealTexts>> = { it, en };

/** The sentences in one language. */
export function dealTexts(locale: Locale): DealTexts {
  return texts[locale];
}

/** The words by which a slot is named, in both languages. */
export function wordsOf(slot: SlotWord): Readonly<Record<Locale, readonly string[]>> {
  return { it: it.slotWords[slot], en: en.slotWords[slot] };
}
