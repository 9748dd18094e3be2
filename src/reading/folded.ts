import { flatten } from '../language/flat.ts';
import { remembered } from '../language/remembered.ts';

/** The words of a text without accents, capitals and signs: "L'ultimo, perché?" is `l`, `ultimo`, `perche`. */
export const foldedWords = remembered((text: string): readonly string[] =>
  flatten(text)
    .text.split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== ''),
);
