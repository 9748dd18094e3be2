import { editDistance } from '../../language/edit-distance.ts';
import { areNearKeys } from '../../language/keyboard.ts';
import { isGivenName } from '../../language/name-like.ts';
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

  /** The known word one slip away, swapped letters first; null where there is none, or the word is common by itself. */
  mend(word: string): string | null {
    if (word.length < SHORTEST - 1 || word.length > LONGEST) return null;
    // "Elena" is no slip of "elenca".
    if (isEverydayWord(word) || isGivenName(word)) return null;
    // So short a word may only lack a letter: "nuvo".
    if (word.length < SHORTEST) return this.#lacking(word);
    const alike = restsOf(word).flatMap((rest) => this.#byRest.get(rest) ?? []);
    const near = [...new Set(alike)].filter(
      (each) => editDistance(word, each, 1) === 1 && !isEnding(word, each) && isNearKey(word, each),
    );
    const isSwapped = (each: string): boolean => each.length === word.length && sorted(each) === sorted(word);
    const begins = (each: string): boolean => each.startsWith(word.charAt(0));
    return near.find(isSwapped) ?? near.find(begins) ?? near[0] ?? null;
  }

  #lacking(word: string): string | null {
    const [near, ...more] = (this.#byRest.get(word) ?? []).filter(
      (each) => each.startsWith(word.charAt(0)) && !isEnding(word, each),
    );
    return near !== undefined && more.length === 0 ? near : null;
  }
}

const VOWEL_END = /[aeiou]$/;

/** Words that differ in a last vowel, or by a last s or d, are two forms of one: "sbaglio", "sbagli"; "postponed". */
const isEnding = (one: string, other: string): boolean => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (long.startsWith(short) && /[ds]$/.test(long)) return true;
  const length = Math.max(one.length, other.length) - 1;
  return VOWEL_END.test(one) && VOWEL_END.test(other) && one.slice(0, length) === other.slice(0, length);
};

/** Whether letters that were taken for each other lie side by side on a keyboard: "chose" is no slip of "close". */
function isNearKey(one: string, other: string): boolean {
  if (one.length !== other.length || sorted(one) === sorted(other)) return true;
  const at = [...one].findIndex((letter, index) => letter !== other.charAt(index));
  return areNearKeys(one.charAt(at), other.charAt(at));
}

const sorted = (word: string): string => [...word].sort().join('');

function restsOf(word: string): string[] {
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))];
}
