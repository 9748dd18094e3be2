import { flatten } from '../language/flat.ts';

/** The words of a text without accents, capitals and signs: "L'ultimo, perché?" is `l`, `ultimo`, `perche`. */
export function foldedWords(text: string): string[] {
  return flatten(text)
    .text.split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
