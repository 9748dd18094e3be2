import type { Locale } from '../../language/locale.ts';
import { termOf, type Terms, wordsOf } from './terms.ts';
import type { WeightedTerm } from './weighted-fields.ts';

/** How much a word counts that means nearly what was said; less the more of them there are. */
const RELATED = 0.3;
/** The same where no section has the word itself. */
const INSTEAD = 0.6;
/** Names of more words ("partita iva", "ragione sociale") have three at most. */
const LONGEST_NAME = 3;

/** Groups of words that people and documents use for about the same thing. */
export type RelatedWords = readonly (readonly string[])[];

/** Says which terms of the sections may be meant by the words of a question. */
export class Related {
  private readonly byName = new Map<string, Set<number>>();
  private readonly locale: Locale;

  constructor(groups: RelatedWords, locale: Locale, terms: Terms) {
    this.locale = locale;
    for (const group of groups) {
      const names = group.map((name) => wordsOf(name).map((word) => termOf(word, locale)));
      const numbers = names.flat().map((term) => terms.find(term));
      for (const name of names) {
        const key = name.join(' ');
        const meant = this.byName.get(key) ?? new Set();
        for (const number of numbers) if (number >= 0) meant.add(number);
        this.byName.set(key, meant);
      }
    }
  }

  /** True for a word that stands in a group, which is therefore no slip of another. */
  knows(word: string): boolean {
    return this.byName.has(termOf(word, this.locale));
  }

  /** What may be meant by these words, which stand in this order in a question. @param isKnown whether sections have them. */
  meantBy(words: readonly string[], isKnown: (term: string) => boolean): WeightedTerm[] {
    const found = new Map<number, number>();
    const terms = words.map((word) => termOf(word, this.locale));
    for (let from = 0; from < terms.length; from++) {
      for (let length = 1; length <= LONGEST_NAME && from + length <= terms.length; length++) {
        const name = terms.slice(from, from + length);
        const meant = this.byName.get(name.join(' '));
        if (meant === undefined) continue;
        const worth = (name.every(isKnown) ? RELATED : INSTEAD) / Math.sqrt(meant.size || 1);
        for (const term of meant) found.set(term, Math.max(found.get(term) ?? 0, worth));
      }
    }
    return [...found].map(([term, weight]) => ({ term, weight }));
  }
}
