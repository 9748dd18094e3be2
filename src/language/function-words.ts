import type { Language } from './locale.ts';
import { inLists, listOf, madeBy } from './said.ts';

/**
 * Words that hold a sentence together and name nothing: articles, pronouns, prepositions, auxiliaries,
 * question words. Folded. A language is told by them, and what is left are the content words.
 */
export const functionWords = madeBy(
  (locale: Language): ReadonlySet<string> => new Set(listOf('function', [locale])),
);

/** Whether a folded word only holds a sentence together, in any language. */
export const isFunctionWord = inLists('function');

const isDoing = inLists('doing');

/** Whether folded words name nothing; "didn't" may be two of them. */
export function nameNothing(words: readonly string[]): boolean {
  return words.every(
    (word, at) =>
      isFunctionWord(word) ||
      isDoing(word) ||
      word === 't' ||
      (words[at + 1] === 't' && isFunctionWord(`${word}t`)),
  );
}

/** The words of a list of folded words that name something. */
export function contentWords(words: readonly string[], locale: Language): string[] {
  return words.filter((word) => !functionWords(locale).has(word));
}
