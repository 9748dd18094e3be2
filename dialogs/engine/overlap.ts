import { toPhrase } from '../../src/language/flat.ts';

const wordsOf = (text: string): readonly string[] =>
  toPhrase(text)
    .split(' ')
    .filter((word) => word !== '');

/**
 * Whether all that a text gives of a value ("Aurelia Edge" in "Edge Logistics") stands in what another value was
 * made of already. A word that was typed twice may serve both.
 */
export function isClaimed(shown: string, claimed: string, text: string): boolean {
  const said = wordsOf(text);
  const claimedWords = new Set(wordsOf(claimed));
  const support = wordsOf(shown).filter((word) => said.includes(word));
  const isOnce = (word: string): boolean => said.filter((each) => each === word).length < 2;
  return support.length > 0 && support.every((word) => claimedWords.has(word) && isOnce(word));
}

/** Whether a text holds nothing beside what a value is shown as: "edge" is all of Aurelia Edge's own. */
export function isAllOf(text: string, shown: string): boolean {
  const words = new Set(wordsOf(shown));
  const said = wordsOf(text);
  return said.length > 0 && said.every((word) => words.has(word));
}
