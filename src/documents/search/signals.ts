import type { SectionIndex } from './index.ts';
import { nearPairs } from './pairs.ts';
import type { ReadQuestion } from './question.ts';
import { nearness, placeQuestion } from './topics.ts';
import { translationScorer } from './translation-score.ts';
import { scoreFields, type WeightedTerm } from './weighted-fields.ts';

/** What speaks for a section, each signal a number; those that grow with the question are divided by its weight. */
export const SIGNALS = ['words', 'beginnings', 'translation', 'pairs', 'topics', 'page', 'parent', 'intro', 'cover', 'ptopic', 'level', 'head'] as const;

export type Signal = (typeof SIGNALS)[number];
export type Signals = Readonly<Record<Signal, number>>;

/** How many sections are looked at closely, the best by their words. */
const CANDIDATES = 100;

/** A section that may answer, and what speaks for it. */
export interface SignalledSection {
  readonly section: number;
  readonly signals: Signals;
}

/** The sections with most of a question's words, each with all its signals. */
export function listSignals(question: ReadQuestion, index: SectionIndex): SignalledSection[] {
  const { sections: words, pages: pageWords } = scoreFields(index.stems, question.groups, index.pages);
  const { sections: beginnings } = scoreFields(index.prefixes, toPrefixes(question.groups, index.prefixOf), index.pages);
  const best = bestOf(words, CANDIDATES);
  const widened = strongest(question.groups);
  const place = placeQuestion(
    index.topics,
    widened.map(({ term, weight }) => ({ term, weight: weight * (index.stems.idf[term] ?? 0) })),
  );
  const translate = translationScorer(process.env['TW'] ? widened : question.said, index, best);
  const pages = bestOfPages(words, index.pages);
  const scale = 1 / (question.weight || 1);
  return best.map((section, at) => ({
    section,
    signals: {
      words: (words[section] ?? 0) * scale,
      beginnings: (beginnings[section] ?? 0) * scale,
      translation: (translate[at] ?? 0) * scale,
      pairs: nearPairs(widened, index, section) * scale,
      topics: place === null ? 0 : nearness(index.topics, place, section),
      page: (pages[index.pages[section] ?? 0] ?? 0) * scale,
      parent: (words[index.parents[section] ?? -1] ?? 0) * scale,
      intro: index.isIntro[section] ?? 0,
      cover: (pageWords[index.pages[section] ?? 0] ?? 0) * scale,
      ptopic: place === null ? 0 : pageTopic(index, place, section),
      level: 0,
      head: 0,
    },
  }));
}

function toPrefixes(
  groups: readonly (readonly WeightedTerm[])[],
  prefixOf: Int32Array,
): readonly (readonly WeightedTerm[])[] {
  return groups.map((group) =>
    strongest([group.map(({ term, weight }) => ({ term: prefixOf[term] ?? 0, weight }))]),
  );
}

/** Each term once, as surely as it is meant anywhere. */
function strongest(groups: readonly (readonly WeightedTerm[])[]): WeightedTerm[] {
  const all = new Map<number, number>();
  for (const { term, weight } of groups.flat()) all.set(term, Math.max(all.get(term) ?? 0, weight));
  return [...all].map(([term, weight]) => ({ term, weight }));
}

/** The places of the highest numbers above zero, highest first. */
function bestOf(scores: Float32Array, most: number): number[] {
  const found: number[] = [];
  scores.forEach((score, at) => {
    if (score > 0) found.push(at);
  });
  return found.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b).slice(0, most);
}

function bestOfPages(scores: Float32Array, pages: Int32Array): Float32Array {
  const best = new Float32Array(pages.length);
  scores.forEach((score, section) => {
    const page = pages[section] ?? 0;
    if (score > (best[page] ?? 0)) best[page] = score;
  });
  return best;
}

function pageTopic(index: SectionIndex, place: Float32Array, section: number): number {
  let sum = 0, n = 0;
  const page = index.pages[section];
  for (let at = section; at >= 0 && index.pages[at] === page; at--) { sum += nearness(index.topics, place, at); n++; }
  for (let at = section + 1; at < index.pages.length && index.pages[at] === page; at++) { sum += nearness(index.topics, place, at); n++; }
  return sum / n;
}
