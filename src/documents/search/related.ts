import type { Language } from '../../language/locale.ts';
import { termOf, type Terms, wordsOf } from './terms.ts';
import type { WeightedTerm } from './weighted-fields.ts';

/** How much a word counts that means nearly what was said; less the more of them there are. */
const RELATED = 0.75;
/** The same where no section has the word itself. */
const INSTEAD = 1.3;
/** Names of more words ("partita iva", "ragione sociale") have three at most. */
const LONGEST_NAME = 3;

/** Groups of words that people and documents use for about the same thing. */
export type RelatedWords = readonly (readonly string[])[];

/** Says which terms of the sections may be meant by the words of a question. */
export class Related {
  private readonly byName = new Map<string, Set<number>>();
  private readonly locale: Language;

  constructor(groups: RelatedWords, locale: Language, terms: Terms) {
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

  /**
   * What may be meant by these words, which stand in this order in a question: for each name that begins there.
   *
   * @param isKnown whether sections have a term.
   */
  meantBy(words: readonly string[], isKnown: (term: string) => boolean): RelatedTerms[] {
    const terms = words.map((word) => termOf(word, this.locale));
    return terms.flatMap((_, at) =>
      Array.from({ length: Math.min(LONGEST_NAME, terms.length - at) }, (_, more) => {
        const name = terms.slice(at, at + more + 1);
        const meant = [...(this.byName.get(name.join(' ')) ?? [])];
        const weight = (name.every(isKnown) ? RELATED : INSTEAD) / Math.sqrt(meant.length || 1);
        return { at, length: name.length, terms: meant.map((term) => ({ term, weight })) };
      }).filter((each) => each.terms.length > 0),
    );
  }
}

/** What a name of one or more words of a question may mean. */
export interface RelatedTerms {
  /** The place of its first word. */
  readonly at: number;
  readonly length: number;
  readonly terms: readonly WeightedTerm[];
}
