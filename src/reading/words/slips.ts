import { editDistance } from '../../language/edit-distance.ts';
import { isEverydayWord } from '../../lookup/everyday-words.ts';

/** Shorter words are too near to each other: "dove", "dopo". */
const SHORTEST = 5;
const LONGEST = 20;

/**
 * Finds the known word that a typed one is a slip of. Two words lie one slip apart only if they are alike with one
 * letter or none left out of each, so a word is looked up by those and never compared with all others.
 */
export class SlipIndex {
  readonly #byRest = new Map<string, string[]>();

  constructor(known: ReadonlySet<string>) {
    for (const word of known) {
      if (word.length < SHORTEST || word.length > LONGEST) continue;
      for (const rest of restsOf(word)) {
        const words = this.#byRest.get(rest);
        if (words === undefined) this.#byRest.set(rest, [word]);
        else words.push(word);
      }
    }
  }

  /** The known word one slip away, swapped letters first; null where there is none, or the word is an everyday one. */
  mend(word: string): string | null {
    if (word.length < SHORTEST || word.length > LONGEST || isEverydayWord(word)) return null;
    const alike = restsOf(word).flatMap((rest) => this.#byRest.get(rest) ?? []);
    const near = [...new Set(alike)].filter((each) => editDistance(word, each, 1) === 1);
    return (
      near.find((each) => each.length === word.length && sorted(each) === sorted(word)) ?? near[0] ?? null
    );
  }
}

const sorted = (word: string): string => [...word].sort().join('');

function restsOf(word: string): string[] {
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))];
}
