import { areFarApart, editDistance, lettersOf } from '../language/edit-distance.ts';
import { isEverydayWord } from './everyday-words.ts';

/** A word of a sentence, with its place in the flat text. */
export interface TypedWord {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** In a longer word no slip is looked for: no name has one. */
const LONGEST_MISTYPED = 40;
const SHORTEST_MISTYPED = 4;
const SHORTEST_MEANT = 5;

/** A word that may be mistyped, and its letters (`lettersOf`). */
interface Mistypable {
  readonly text: string;
  readonly letters: number;
}

/** The words of a sentence, to be found by a name's word with one slip or none. */
export class TypedWords {
  readonly #places = new Map<string, number[]>();
  readonly #mistypable: Mistypable[] = [];

  constructor(words: readonly TypedWord[]) {
    words.forEach(({ text }, place) => {
      const known = this.#places.get(text);
      if (known === undefined) this.#add(text, place);
      else known.push(place);
    });
  }

  /** Where words stand that are this one, or one slip away; in the order of the sentence. */
  placesOf(word: string): readonly number[] {
    const exact = this.#places.get(word) ?? [];
    const mistyped = this.#mistyped(word).flatMap(({ text }) => this.#places.get(text) ?? []);
    return mistyped.length === 0 ? exact : [...exact, ...mistyped].sort((a, b) => a - b);
  }

  #add(text: string, place: number): void {
    this.#places.set(text, [place]);
    const canBeMistyped =
      text.length >= SHORTEST_MISTYPED && text.length <= LONGEST_MISTYPED && !isEverydayWord(text);
    if (canBeMistyped) this.#mistypable.push({ text, letters: lettersOf(text) });
  }

  #mistyped(word: string): readonly Mistypable[] {
    if (word.length > LONGEST_MISTYPED || word.length < SHORTEST_MEANT) return [];
    const own = lettersOf(word);
    return this.#mistypable.filter(
      ({ text, letters }) => !areFarApart(own, letters, 1) && isSlip(word, text),
    );
  }
}

/** Whether the typed text is the word with one slip; everyday words are never slips. */
export function isSlip(word: string, text: string): boolean {
  return (
    word.length >= SHORTEST_MEANT &&
    text.length >= SHORTEST_MISTYPED &&
    !isEverydayWord(text) &&
    editDistance(word, text, 1) === 1
  );
}
