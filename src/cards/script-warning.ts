import type { Locale } from '../language/locale.ts';
import { joinList } from '../language/format.ts';
import { mixedWords } from '../language/scripts.ts';
import { cardTexts } from './texts.ts';

/**
 * Points out words that mix scripts, as a name does that was made to look like another's; null where there are none.
 *
 * @param shown what the reply says; the assistant's own words never mix scripts
 */
export function scriptWarning(shown: string, locale: Locale): string | null {
  const words = mixedWords(shown);
  return words.length === 0
    ? null
    : cardTexts[locale].mixedScripts(joinList(words, locale, 'and'), words.length);
}

/** The words of a card: of its runs of text and its headings, which alone can be of others' making, and of our own. */
export function wordsIn(element: unknown): string {
  if (Array.isArray(element)) return element.map(wordsIn).join(' ');
  if (typeof element !== 'object' || element === null) return '';
  if ('type' in element && TEXTS.has(element.type) && 'text' in element) return String(element.text);
  return Object.values(element).map(wordsIn).join(' ');
}

const TEXTS: ReadonlySet<unknown> = new Set(['TextRun', 'TextBlock']);
