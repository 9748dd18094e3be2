import type { SectionIndex } from './index.ts';
import type { Rows } from './postings.ts';
import type { ReadQuestion } from './question.ts';
import { nearness, placeQuestion } from './topics.ts';
import { scoreFields, type WeightedTerm } from './weighted-fields.ts';

/**
 * What speaks for a section: its words, how they begin, how much of its heading was asked for, what it and its page are
 * about; and that it only introduces its page.
 */
export const SIGNALS = ['words', 'beginnings', 'heading', 'topics', 'pageTopics', 'intro'] as const;

export type Signal = (typeof SIGNALS)[number];
/** By signal; those that grow with the question are divided by its weight. */
export type Signals = Readonly<Record<Signal, number>>;

/** How many sections are looked at closely, the best by their words. */
const CANDIDATES = 100;
/** A question without a word of theirs is given as many all the same, at no confidence. */
const FEWEST = 10;

/** A section that may answer, and what speaks for it. */
export interface SignalledSection {
  /** Its number. */
  readonly section: number;
  readonly signals: Signals;
}

/** The sections with most of a question's words, each with all its signals. */
export function listSignals(question: ReadQuestion, index: SectionIndex): SignalledSection[] {
  const count = index.pages.length;
  const words = scoreFields(index.stems, question.groups, count);
  const beginnings = scoreFields(index.prefixes, toPrefixes(question.groups, index.prefixOf), count);
  const sections = bestOf(words, CANDIDATES);
  const widened = strongest(question.groups.flat());
  const place = placeQuestion(
    index.topics,
    widened.map(({ term, weight }) => ({ term, weight: weight * (index.stems.idf[term] ?? 0) })),
  );
  const asked = new Set(widened.map(({ term }) => term));
  const { topics } = index;
  const scale = 1 / (question.weight || 1);
  return sections.map((section) => ({
    section,
    signals: {
      words: (words[section] ?? 0) * scale,
      beginnings: (beginnings[section] ?? 0) * scale,
      heading: shareAsked(index.headings, section, asked),
      topics: nearness(place, topics.sections, section),
      pageTopics: nearness(place, topics.pages, index.pages[section] ?? 0),
      intro: index.isIntro[section] ?? 0,
    },
  }));
}

/** How much of what a row's terms tell is asked for: of two sections that speak of a thing, the one that is called so. */
function shareAsked({ starts, items, values }: Rows, row: number, asked: ReadonlySet<number>): number {
  let share = 0;
  for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++)
    if (asked.has(items[at] ?? 0)) share += values[at] ?? 0;
  return share;
}

function toPrefixes(
  groups: readonly (readonly WeightedTerm[])[],
  prefixOf: Int32Array,
): readonly (readonly WeightedTerm[])[] {
  return groups.map((group) =>
    strongest(group.map(({ term, weight }) => ({ term: prefixOf[term] ?? 0, weight }))),
  );
}

/** Each term once, as surely as it is meant anywhere. */
function strongest(terms: readonly WeightedTerm[]): WeightedTerm[] {
  const all = new Map<number, number>();
  for (const { term, weight } of terms) all.set(term, Math.max(all.get(term) ?? 0, weight));
  return [...all].map(([term, weight]) => ({ term, weight }));
}

/** The places of the highest numbers, highest first; those above zero where there are enough of them to show. */
function bestOf(scores: Float32Array, most: number): number[] {
  const sorted = scores.slice().sort();
  const few = sorted[Math.max(0, sorted.length - FEWEST)] ?? 0;
  const least = Math.min(few, Math.max(sorted[Math.max(0, sorted.length - most)] ?? 0, Number.MIN_VALUE));
  const found: number[] = [];
  scores.forEach((score, at) => {
    if (score >= least) found.push(at);
  });
  return found.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b).slice(0, most);
}
