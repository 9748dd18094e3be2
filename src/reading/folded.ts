import { flatten } from '../language/flat.ts';
import { FUNCTION_WORDS } from '../language/function-words.ts';

/** Words that hold a sentence together, of either language. */
export const FUNCTION: ReadonlySet<string> = new Set([...FUNCTION_WORDS.it, ...FUNCTION_WORDS.en]);

/** The words of a text without accents, capitals and signs: "L'ultimo, perché?" is `l`, `ultimo`, `perche`. */
export function foldedWords(text: string): string[] {
  return flatten(text)
    .text.split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
