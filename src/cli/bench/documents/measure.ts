import type { SectionIndex } from '../../../documents/search/index.ts';
import type { ReadQuestion } from '../../../documents/search/question.ts';
import { withoutRepeats } from '../../../documents/search/repeats.ts';
import type { SignalledSection, Signals } from '../../../documents/search/signals.ts';
import type { SectionSearch } from '../../../documents/search/search.ts';
import type { Section } from '../../../documents/section.ts';
import type { Locale } from '../../../language/locale.ts';
import type { FitCandidate } from './fit.ts';
import type { DocumentQuestion } from './questions.ts';

/** A question with all its candidates, which of them are right, and which lie on a right page. */
export interface AskedQuestion {
  readonly file: string;
  readonly read: ReadQuestion;
  readonly hasAnswer: boolean;
  readonly candidates: readonly (SignalledSection & FitCandidate & { readonly isOnPage: boolean })[];
}

/** Asks each question once. */
export function askAll(
  file: string,
  questions: readonly DocumentQuestion[],
  search: SectionSearch,
  sections: readonly Section[],
  locale: Locale,
): AskedQuestion[] {
  return questions.map(({ q, gold }) => {
    const { read, candidates } = search.look(q, locale);
    const isOnPage = ({ section }: SignalledSection): boolean =>
      gold.some(({ path }) => path === sections[section]?.document.path);
    const isGold = ({ section }: SignalledSection): boolean => {
      const found = sections[section];
      return gold.some(({ path, heading }) => path === found?.document.path && heading === found.heading);
    };
    return {
      file,
      read,
      hasAnswer: gold.length > 0,
      candidates: candidates.map((each) => ({ ...each, isGold: isGold(each), isOnPage: isOnPage(each) })),
    };
  });
}

/** How often what was asked for was found; shares of the questions that have an answer. */
export interface FoundShares {
  readonly first: number;
  readonly three: number;
  readonly five: number;
  readonly page: number;
  /** The chance that a question with an answer has a higher confidence than one without. */
  readonly auc: number;
  readonly questions: number;
}

/** Ranks every question's candidates and counts. */
export function measure(
  asked: readonly AskedQuestion[],
  index: SectionIndex,
  score: (signals: Signals, question: AskedQuestion) => number,
  confidence: (best: number, question: AskedQuestion) => number,
): FoundShares {
  const answered = asked.filter(({ hasAnswer }) => hasAnswer);
  const shown = new Map(asked.map((question) => [question, rankOf(question, index, score)]));
  const share = (isFound: (list: ReturnType<typeof rankOf>) => boolean): number =>
    answered.filter((question) => isFound(shown.get(question) ?? [])).length / answered.length;
  const sureness = (question: AskedQuestion): number =>
    confidence(shown.get(question)?.[0]?.score ?? 0, question);
  const others = asked.filter(({ hasAnswer }) => !hasAnswer).map(sureness);
  const isAmong = (many: number) => (list: ReturnType<typeof rankOf>) =>
    list.slice(0, many).some(({ isGold }) => isGold);
  return {
    first: share(isAmong(1)),
    three: share(isAmong(3)),
    five: share(isAmong(5)),
    page: share((list) => list.slice(0, 3).some(({ isOnPage }) => isOnPage)),
    auc: areaBetween(answered.map(sureness), others),
    questions: answered.length,
  };
}

/** The first five as they would be shown. */
export function rankOf(
  question: AskedQuestion,
  index: SectionIndex,
  score: (signals: Signals, question: AskedQuestion) => number,
) {
  const ranked = question.candidates.map((each) => ({ ...each, score: score(each.signals, question) }));
  ranked.sort((a, b) => b.score - a.score || a.section - b.section);
  return withoutRepeats(ranked, index, 5);
}

function areaBetween(higher: readonly number[], lower: readonly number[]): number {
  let won = 0;
  for (const one of higher) for (const other of lower) won += one > other ? 1 : one === other ? 0.5 : 0;
  return won / (higher.length * lower.length);
}
