import type { Knowledge } from '../knowledge/knowledge.ts';

type Content = Pick<Knowledge, 'answers' | 'vocabulary' | 'sources'>;

type Known = WeakMap<Knowledge['answers'], ReadonlySet<string>>;
const trade: Known = new WeakMap();
const common: Known = new WeakMap();

/**
 * Whether a word, in small letters, is one of the trade: what answers say, documents are called by, and the vocabulary
 * lists. Examples don't count, since people's phrasings have names in them.
 */
export function knowsWord(knowledge: Content): (word: string) => boolean {
  return knownBy(trade, knowledge, () => textsOf(knowledge));
}

/** Whether a word, in small letters, is one of the trade, one that we listen for, or one that an example begins with. */
export function isCommonWord(
  knowledge: Content & Pick<Knowledge, 'words' | 'intents'>,
): (word: string) => boolean {
  return knownBy(common, knowledge, () => [
    ...textsOf(knowledge),
    ...Object.values(knowledge.words ?? {}).flatMap(({ lists, phrases }) => [
      ...Object.entries(lists).flatMap(([name, words]) => (name === 'given-names' ? [] : words)),
      ...Object.values(phrases).flat(),
    ]),
    ...openingsOf(knowledge),
  ]);
}

function openingsOf({ answers, intents }: Pick<Knowledge, 'answers' | 'intents'>): string[] {
  const ofAnswers = [...answers.values()].flatMap(({ texts }) => Object.values(texts));
  const examples = [
    ...ofAnswers.flatMap((text) => text.examples),
    ...[...intents.values()].flatMap((intent) => Object.values(intent.examples).flat()),
  ];
  return examples.map((example) => example.split(/\s/u, 1)[0] ?? '');
}

function knownBy(kept: Known, { answers }: Content, texts: () => string[]): (word: string) => boolean {
  let words = kept.get(answers);
  if (words === undefined) {
    words = new Set(texts().flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
    kept.set(answers, words);
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
