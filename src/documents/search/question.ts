import type { Language } from '../../language/locale.ts';
import type { MendedWord } from '../../matching/match.ts';
import type { Speller } from '../../matching/spelling.ts';
import type { SectionIndex } from './index.ts';
import type { Related } from './related.ts';
import { termOf, type Terms, wordsOf } from './terms.ts';
import type { WeightedTerm } from './weighted-fields.ts';

/** A mended word may have been meant otherwise. */
const MENDED = 0.8;
/** What an abbreviation stands for counts less the more words it has. */
const ACRONYM = 0.4;

/** A question as terms of the sections. */
export interface ReadQuestion {
  /** What was said, each once. */
  readonly said: readonly WeightedTerm[];
  /** For each word or name: itself, and what else may be meant by it. */
  readonly groups: readonly (readonly WeightedTerm[])[];
  /** The sum of how much the known words tell. */
  readonly weight: number;
  /** By how much more they would tell in a folder of some 3,900 sections: 1 in such a one, 5 in one of five. */
  readonly scale: number;
  /** The share of what all words would tell that those would which no section has, mended or not. */
  readonly unknown: number;
  readonly mended: readonly MendedWord[];
}

/**
 * What a word tells that stands in one of some 3,900 sections, on which the confidence was fitted. In a small folder a word
 * tells less (in one of five sections 1.5), and the same question must not be worth less for it.
 */
const TELLS_MOST = 7.87;

/** What a question is read with. */
export interface QuestionReader {
  readonly index: SectionIndex;
  readonly terms: Terms;
  readonly speller: Speller;
  readonly related: Related;
}

/** Reads a question: its words, slips mended, abbreviations written out, and what else may be meant. */
export function readQuestion(question: string, locale: Language, reader: QuestionReader): ReadQuestion {
  const { index, terms, speller, related } = reader;
  const mended: MendedWord[] = [];
  // What a word tells that stands in one section.
  const most = Math.log(1 + index.pages.length / 1.5);
  let unknown = 0;
  const groups: WeightedTerm[][] = [];
  const words = [...new Set(wordsOf(question))].map((word) => {
    const known = terms.find(termOf(word, locale));
    const isStrange = known < 0 && !related.knows(word);
    const meant = isStrange ? speller.mend(word) : null;
    const term = meant === null ? known : terms.find(termOf(meant, locale));
    if (meant !== null) mended.push({ from: word, to: meant });
    if (term < 0 && isStrange && !/\d/.test(word) && word.length > 2) unknown += most;
    groups.push(term < 0 ? [] : [{ term, weight: meant === null ? 1 : MENDED }]);
    return meant ?? word;
  });
  const said = groups.flat();
  const weight = said.reduce((sum, { term }) => sum + (index.stems.idf[term] ?? 0), 0);
  groups.forEach((group) => group.push(...group.flatMap((each) => writeOut(each, index))));
  for (const { at, length, terms: meant } of related.meantBy(words, (term) => terms.find(term) >= 0)) {
    if (length === 1) groups[at]?.push(...meant);
    else groups.push([...meant]);
  }
  const isTold = weight > 0;
  return {
    said,
    groups,
    weight,
    scale: TELLS_MOST / most,
    unknown: isTold ? unknown / (unknown + weight) : 1,
    mended,
  };
}

function writeOut({ term, weight }: WeightedTerm, { acronyms }: SectionIndex): WeightedTerm[] {
  const words = acronyms.get(term) ?? [];
  return words.map((word) => ({ term: word, weight: (weight * ACRONYM) / Math.sqrt(words.length) }));
}
