import { areNearKeys } from '../../language/keyboard.ts';
import type { ByLanguage, Language } from '../../language/locale.ts';
import { madeBy } from '../../language/said.ts';
import type { MendedWord } from '../../matching/match.ts';
import { Speller } from '../../matching/spelling.ts';
import type { Section } from '../section.ts';
import { CALLED_SO, sectionConfidence, strengthOf } from './confidence.ts';
import { buildSectionIndex, type SectionIndex } from './index.ts';
import { mix } from './mix.ts';
import { type QuestionReader, type ReadQuestion, readQuestion } from './question.ts';
import { Related, type RelatedWords } from './related.ts';
import { listSignals, type SignalledSection } from './signals.ts';
import { Terms, termsOf } from './terms.ts';
import { withoutRepeats } from './repeats.ts';

/** A section that may answer a question. */
export interface FoundSection {
  readonly section: Section;
  /** The probability in [0,1] that it answers. */
  readonly confidence: number;
  /** True where it is called just what was asked: no answer that is merely like the question knows better. */
  readonly isCalledSo: boolean;
}

/** What was found for a question, best first. */
export interface FoundSections {
  readonly sections: readonly FoundSection[];
  readonly mended: readonly MendedWord[];
}

/**
 * A letter far from the one that was meant is no slip of the finger: "mando" is not "mondo". Documents have so many words
 * that most real ones that they lack lie one letter from one that they have.
 */
const replacing = (typed: string, meant: string): number => (areNearKeys(typed, meant) ? 1 : 2);

/** A question is judged by so much of it, as the answers are. */
const LONGEST_QUESTION = 2000;

/** Finds sections of documents by what people ask. Pure: the same question finds the same. */
export class SectionSearch {
  private readonly sections: readonly Section[];
  private readonly index: SectionIndex;
  private readonly readerOf: (locale: Language) => QuestionReader;

  /** @param index what `buildSectionIndex` made of the same sections; made now where it isn't given. */
  constructor(
    sections: readonly Section[],
    related: ByLanguage<RelatedWords> = {},
    index: SectionIndex = buildSectionIndex(sections),
  ) {
    const terms = new Terms(index.terms);
    const speller = new Speller(index.frequencies, replacing);
    this.sections = sections;
    this.index = index;
    this.readerOf = madeBy((locale: Language) => ({
      index,
      terms,
      speller,
      related: new Related(related[locale] ?? [], locale, terms),
    }));
  }

  /** The sections that most likely answer, near-duplicates apart, at most `most` of them. */
  find(question: string, locale: Language, most: number): FoundSections {
    const { read, candidates } = this.look(question, locale);
    const ranked = candidates
      .map(({ section, signals }) => ({ section, score: mix(signals), words: signals.words }))
      .sort((a, b) => b.score - a.score || a.section - b.section);
    const shown = withoutRepeats(ranked, this.index, most);
    const best = sectionConfidence(strengthOf(shown), read);
    const first = shown[0]?.score ?? 0;
    const sections = shown.flatMap(({ section, score }) => {
      const found = this.sections[section];
      // What is less fitting than the first is as much less sure.
      const share = first > 0 ? Math.min(1, Math.max(0, score / first)) : 1;
      return found === undefined ? [] : [{ section: found, confidence: best * share, isCalledSo: false }];
    });
    return { sections: calledSoFirst(sections, question, locale), mended: read.mended };
  }

  /** The question as it was read, and all candidates with what speaks for them; for measuring and explaining. */
  look(
    question: string,
    locale: Language,
  ): { readonly read: ReadQuestion; readonly candidates: readonly SignalledSection[] } {
    const read = readQuestion(question.slice(0, LONGEST_QUESTION), locale, this.readerOf(locale));
    return { read, candidates: listSignals(read, this.index) };
  }
}

/** The fewest words that a name of a section must have: what only says "Prezzi" may be called so for anything. */
const NAMES = 2;

/** The sections that are called just what was asked before the others, and sure: an imported FAQ is asked in its own words. */
function calledSoFirst(
  sections: readonly FoundSection[],
  question: string,
  locale: Language,
): readonly FoundSection[] {
  const asked = termsOf(question, locale);
  if (asked.size < NAMES) return sections;
  const isAsked = (name: string): boolean => {
    const named = termsOf(name, locale);
    return named.size === asked.size && [...named].every((term) => asked.has(term));
  };
  const marked = sections.map((found) => {
    const { heading, examples, asked: inside } = found.section;
    const isCalledSo = [heading, ...examples, ...inside.map((each) => each.question)].some(isAsked);
    return isCalledSo ? { ...found, isCalledSo, confidence: Math.max(CALLED_SO, found.confidence) } : found;
  });
  return [...marked.filter((each) => each.isCalledSo), ...marked.filter((each) => !each.isCalledSo)];
}
