import { toKnowledge } from '../../knowledge/import-csv.ts';
import type { LabelledLine } from '../../knowledge/import-csv.ts';
import type { Locale } from '../../language/locale.ts';
import { stem } from '../../language/stems.ts';
import { tokenize } from '../../language/tokens.ts';
import { createAnswerer } from '../../matching/answerer.ts';
import type { Answerer } from '../../matching/match.ts';

/** What an engine makes of an utterance: the best labels, best first, and a score of the first. */
export interface Ranking {
  readonly ids: readonly string[];
  readonly score: number;
}

/** An engine that learned a set. */
export type Ask = (utterance: string) => Ranking;

/** An engine to compare: learns the lines, then answers. */
export interface Engine {
  readonly name: string;
  /** True where its score is a probability that the first is right. */
  readonly hasConfidence: boolean;
  /** More examples than this take it minutes for nothing new. */
  readonly mostExamples: number;
  learn(lines: readonly LabelledLine[], locale: Locale): Promise<Ask>;
}

const SHOWN = 3;

/** The label of each document once, in the order of the hits; the search engines know documents, not classes. */
function rankHits(hits: readonly { readonly label: string; readonly score: number }[]): Ranking {
  const ids = [...new Set(hits.map((hit) => hit.label))].slice(0, SHOWN);
  return { ids, score: hits[0]?.score ?? 0 };
}

/** Our engine's ranking of an answerer's candidates. */
export function askOf(answerer: Answerer, locale: Locale): Ask {
  return (utterance) => {
    const { candidates, confidence } = answerer.match(utterance, { locale });
    return { ids: candidates.map((candidate) => candidate.id), score: confidence };
  };
}

/** Our own. */
export const OURS: Engine = {
  name: 'this engine',
  hasConfidence: true,
  mostExamples: Infinity,
  learn: (lines, locale) => {
    return Promise.resolve(askOf(createAnswerer(toKnowledge(lines, locale)), locale));
  },
};

const FUSE: Engine = {
  name: 'fuse.js, token search',
  hasConfidence: false,
  mostExamples: 1_000,
  learn: async (lines) => {
    const { default: Fuse } = await import('fuse.js');
    const options = {
      keys: ['text'],
      includeScore: true,
      ignoreDiacritics: true,
      ignoreLocation: true,
      useTokenSearch: true,
    };
    const fuse = new Fuse([...lines], options);
    return (utterance) =>
      rankHits(
        fuse
          .search(utterance, { limit: 20 })
          .map(({ item, score }) => ({ label: item.label, score: 1 - (score ?? 1) })),
      );
  },
};

const MINISEARCH: Engine = {
  name: 'MiniSearch, fuzzy and prefix',
  hasConfidence: false,
  mostExamples: 1_000,
  learn: async (lines) => {
    const { default: MiniSearch } = await import('minisearch');
    const search = new MiniSearch<LabelledLine & { readonly id: number }>({
      fields: ['text'],
      storeFields: ['label'],
      searchOptions: { fuzzy: 0.2, prefix: true },
    });
    search.addAll(lines.map((line, id) => ({ ...line, id })));
    return (utterance) =>
      rankHits(search.search(utterance).map((hit) => ({ label: String(hit['label']), score: hit.score })));
  },
};

const BM25: Engine = {
  name: 'BM25 on stems',
  hasConfidence: false,
  mostExamples: Infinity,
  learn: (lines, locale) => Promise.resolve(learnBm25(lines, locale)),
};

/** The engines the table compares ours with. */
export const OTHERS: readonly Engine[] = [FUSE, MINISEARCH, BM25];

/** Okapi BM25 with the usual k1 = 1.2 and b = 0.75, one document an example. */
function learnBm25(lines: readonly LabelledLine[], locale: Locale): Ask {
  const stems = (text: string): string[] => tokenize(text).map((token) => stem(token.text, locale));
  const documents = lines.map((line) => stems(line.text));
  const meanLength = documents.reduce((sum, words) => sum + words.length, 0) / Math.max(1, documents.length);
  const postings = new Map<string, Map<number, number>>();
  documents.forEach((words, at) => {
    for (const word of words) {
      const counts = postings.get(word) ?? new Map<number, number>();
      counts.set(at, (counts.get(at) ?? 0) + 1);
      postings.set(word, counts);
    }
  });
  return (utterance) => {
    const scores = new Map<number, number>();
    for (const word of new Set(stems(utterance))) {
      const counts = postings.get(word);
      if (counts === undefined) continue;
      const idf = Math.log(1 + (documents.length - counts.size + 0.5) / (counts.size + 0.5));
      for (const [at, count] of counts) {
        const length = 0.25 + 0.75 * ((documents[at]?.length ?? 0) / meanLength);
        scores.set(at, (scores.get(at) ?? 0) + (idf * count * 2.2) / (count + 1.2 * length));
      }
    }
    const hits = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 50);
    return rankHits(hits.map(([at, score]) => ({ label: lines[at]?.label ?? '', score })));
  };
}
