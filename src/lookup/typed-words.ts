import { editDistance } from '../language/edit-distance.ts';
import { isEverydayWord } from './everyday-words.ts';

/** A word of a sentence, with its place in the flat text. */
export interface TypedWord {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** In a longer word no slip is looked for: no name has one, and what is looked up grows with its square. */
const LONGEST_MISTYPED = 40;
const SHORTEST_MISTYPED = 4;
const SHORTEST_MEANT = 5;

/**
 * The words of a sentence, to be found by a name's word with one slip or none. Two words lie one slip apart only if
 * they are alike with one letter or none left out of each ("contoso" and "contosso" without an s; "cnotoso" and
 * "contoso" without the n), so a word is looked up by those and not compared with all others.
 */
export class TypedWords {
  readonly #places = new Map<string, number[]>();
  readonly #byRest = new Map<string, Set<string>>();
  readonly #lengths = new Set<number>();

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
    const mistyped = this.#mistyped(word).flatMap((text) => this.#places.get(text) ?? []);
    return mistyped.length === 0 ? exact : [...exact, ...mistyped].sort((a, b) => a - b);
  }

  #add(text: string, place: number): void {
    this.#places.set(text, [place]);
    const canBeMistyped =
      text.length >= SHORTEST_MISTYPED && text.length <= LONGEST_MISTYPED && !isEverydayWord(text);
    if (!canBeMistyped) return;
    this.#lengths.add(text.length);
    for (const rest of restsOf(text)) {
      const words = this.#byRest.get(rest) ?? new Set();
      this.#byRest.set(rest, words.add(text));
    }
  }

  #mistyped(word: string): string[] {
    if (word.length > LONGEST_MISTYPED || word.length < SHORTEST_MEANT) return [];
    if (![-1, 0, 1].some((more) => this.#lengths.has(word.length + more))) return [];
    const alike = new Set(restsOf(word).flatMap((rest) => [...(this.#byRest.get(rest) ?? [])]));
    return [...alike].filter((text) => isSlip(word, text));
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

/** The word itself, and with each of its letters left out. */
function restsOf(word: string): string[] {
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))];
}
