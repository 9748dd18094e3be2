import type { Knowledge } from '../knowledge/knowledge.ts';

type Content = Pick<Knowledge, 'answers' | 'vocabulary' | 'sources'>;

const known = new WeakMap<Knowledge['answers'], ReadonlySet<string>>();

/**
 * Whether a word, in small letters, is one of the trade: what answers say, documents are called by, and the vocabulary
 * lists. Examples don't count, since people's phrasings have names in them.
 */
export function knowsWord(knowledge: Content): (word: string) => boolean {
  let words = known.get(knowledge.answers);
  if (words === undefined) {
    words = new Set(textsOf(knowledge).flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
    known.set(knowledge.answers, words);
  }
  const found = words;
  // "Co-sell" is known where both of its parts are.
  return (word) => word.split(/[^\p{L}\p{N}]+/u).every((part) => part === '' || found.has(part));
}

function textsOf({ answers, vocabulary, sources }: Content): string[] {
  return [
    ...[...answers.values()]
      .flatMap(({ texts }) => Object.values(texts))
      .flatMap(({ question, label = '', lead, body }) => [question, label, lead, body]),
    ...[...sources.values()].flatMap(({ titles }) => Object.values(titles)),
    ...Object.values(vocabulary).flatMap(({ synonyms, chatSpellings }) => [
      ...synonyms.flat(),
      ...Object.values(chatSpellings),
    ]),
  ];
}
