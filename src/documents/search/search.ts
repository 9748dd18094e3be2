import { areNearKeys } from '../../language/keyboard.ts';
import type { ByLanguage, Language } from '../../language/locale.ts';
import { madeBy } from '../../language/said.ts';
import type { MendedWord } from '../../matching/match.ts';
import { Speller } from '../../matching/spelling.ts';
import type { Section } from '../section.ts';
import { sectionConfidence, strengthOf } from './confidence.ts';
import { buildSectionIndex, type SectionIndex } from './index.ts';
import { mix } from './mix.ts';
import { type QuestionReader, type ReadQuestion, readQuestion } from './question.ts';
import { Related, type RelatedWords } from './related.ts';
import { listSignals, type SignalledSection } from './signals.ts';
import { Terms } from './terms.ts';
import { withoutRepeats } from './repeats.ts';

/** A section that may answer a question. */
export interface FoundSection {
  readonly section: Section;
  /** The probability in [0,1] that it answers. */
  readonly confidence: number;
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
      return found === undefined ? [] : [{ section: found, confidence: best * share }];
    });
    return { sections, mended: read.mended };
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
