import { hashApart, hashCharacters, hashNeighbours, hashWord, LONGEST, SHORTEST } from './features.ts';
import { meaningOf, type UtteranceWord } from './utterance-words.ts';

/**
 * The features of an utterance by hash, as an editor can read them: `accett` is a stem, `=deal` a concept,
 * `#day` a kind, `deal+accett` neighbours, `deal…microsoft` words apart, `"acc"` letters. The index itself keeps no names.
 */
export function nameFeatures(words: readonly UtteranceWord[]): Map<number, string> {
  const names = new Map<number, string>();
  for (const word of words) {
    names.set(hashWord(word.stem), word.stem);
    if (word.concept !== null) names.set(hashWord(word.concept), word.concept);
    for (const kind of word.kinds ?? []) names.set(hashWord(kind), kind);
    if (!word.isPlaceholder) nameCharacters(word.text, names);
  }
  const meanings = words.map(meaningOf);
  meanings.forEach((meaning, at) => {
    const before = meanings[at - 1] ?? null;
    names.set(hashNeighbours(before, meaning), `${before ?? '^'}+${meaning}`);
    for (const other of meanings.slice(at + 2, at + 4))
      names.set(hashApart(meaning, other), `${meaning}…${other}`);
  });
  const last = meanings.at(-1);
  if (last !== undefined) names.set(hashNeighbours(last, null), `${last}+$`);
  return names;
}

function nameCharacters(word: string, names: Map<number, string>): void {
  const padded = ` ${word} `;
  for (let from = 0; from < padded.length; from++) {
    for (let length = SHORTEST; length <= LONGEST && from + length <= padded.length; length++) {
      const ngram = padded.slice(from, from + length);
      names.set(hashCharacters(ngram), `"${ngram}"`);
    }
  }
}
