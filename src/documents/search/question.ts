import type { Locale } from '../../language/locale.ts';
import type { MendedWord } from '../../matching/match.ts';
import type { Speller } from '../../matching/spelling.ts';
import type { SectionIndex } from './index.ts';
import { termOf, type Terms, wordsOf } from './terms.ts';
import type { WeightedTerm } from './weighted-fields.ts';

/** A mended word may have been meant otherwise. */
const MENDED = 0.8;
/** What a word may also stand for counts less the more it may stand for. */
const ACRONYM = 0.4;

/** A question as terms of the sections. */
export interface ReadQuestion {
  /** What was said, in the order of its words, each once. */
  readonly said: readonly WeightedTerm[];
  /** What was said and what may be meant by it. */
  readonly widened: readonly WeightedTerm[];
  /** The sum of how much the known words tell. */
  readonly weight: number;
  /** The share of it that words have which no section has, mended or not. */
  readonly unknown: number;
  readonly mended: readonly MendedWord[];
}

/** Reads a question: its words, slips mended, abbreviations written out. */
export function readQuestion(
  question: string,
  locale: Locale,
  index: SectionIndex,
  terms: Terms,
  speller: Speller,
): ReadQuestion {
  const said = new Map<number, number>();
  const mended: MendedWord[] = [];
  const most = Math.log(1 + 2 * index.pages.length);
  let unknown = 0;
  let weight = 0;
  for (const word of new Set(wordsOf(question))) {
    const known = terms.find(termOf(word, locale));
    const meant = known >= 0 ? null : speller.mend(word);
    const term = meant === null ? known : terms.find(termOf(meant, locale));
    if (meant !== null && term >= 0) mended.push({ from: word, to: meant });
    if (term < 0) {
      if (!/\d/.test(word)) unknown += most;
      continue;
    }
    weight += index.stems.idf[term] ?? 0;
    said.set(term, Math.max(said.get(term) ?? 0, meant === null ? 1 : MENDED));
  }
  const exact = [...said].map(([term, weight]) => ({ term, weight }));
  return {
    said: exact,
    widened: widen(exact, index),
    weight,
    unknown: weight === 0 ? 1 : unknown / (unknown + weight),
    mended,
  };
}

function widen(said: readonly WeightedTerm[], { acronyms }: SectionIndex): WeightedTerm[] {
  const all = new Map(said.map(({ term, weight }) => [term, weight]));
  for (const { term, weight } of said) {
    const words = acronyms.get(term) ?? [];
    for (const word of words) {
      const worth = (weight * ACRONYM) / Math.sqrt(words.length);
      if (!all.has(word)) all.set(word, worth);
    }
  }
  return [...all].map(([term, weight]) => ({ term, weight }));
}
