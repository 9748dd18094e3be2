import type { Section } from '../section.ts';
import { termOf, type Terms, wordsOf } from './terms.ts';

/** "Microsoft Partner Agreement (MPA)". */
const IN_BRACKETS = /\(([A-Z]{2,6})\)/g;
/** What stands so far before the brackets may be what they shorten. */
const BEFORE = 100;

/**
 * What abbreviations stand for, where a text says so itself: the words before the brackets that begin with its letters.
 * By the abbreviation's term the terms of the words.
 */
export function findAcronyms(sections: readonly Section[], terms: Terms): Map<number, readonly number[]> {
  const found = new Map<number, readonly number[]>();
  for (const { prose, heading, document } of sections) {
    const text = `${heading}\n${prose}`;
    for (const { 1: letters = '', index } of text.matchAll(IN_BRACKETS)) {
      const before = text.slice(Math.max(0, index - BEFORE), index);
      const acronym = terms.find(termOf(letters.toLowerCase(), document.locale));
      const words = wordsOf(before).slice(-letters.length);
      if (acronym < 0 || found.has(acronym) || !isInitials(words, letters.toLowerCase())) continue;
      const numbers = words.map((word) => terms.find(termOf(word, document.locale)));
      found.set(
        acronym,
        numbers.filter((term) => term >= 0),
      );
    }
  }
  return found;
}

/** Whether each word begins with one of the letters; translated names have them in another order. */
function isInitials(words: readonly string[], letters: string): boolean {
  return words.length >= 2 && words.every((word) => letters.includes(word[0] ?? ' '));
}
