import { isTitleWord } from '../../language/people.ts';
import type { Word } from './typed.ts';

/** Whether a word is a title: "Dott.ssa" is "dottssa". */
export const isTitle = (word: Word | undefined): boolean =>
  word !== undefined && isTitleWord(word.text.replace(/\./g, ''));
