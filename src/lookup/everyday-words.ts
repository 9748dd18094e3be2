import { inLists } from '../language/said.ts';

/**
 * Whether a folded word is too common to stand for a name by itself, or to be a mistyped one: "nuova" is no part of
 * "Nuova Edilizia", and "works" no part of "Adventure Works". Endings that tell parts of one brand apart ("edge",
 * "pharma") are none of them: they count where the brand is shared.
 */
export const isEverydayWord = inLists('everyday');
