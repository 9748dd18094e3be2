import { bareTitle, isTitleWord } from '../../language/people.ts';
import type { Word } from './typed.ts';

/** Whether a word is a title: "Dott.ssa", "l'ingegner". */
export const isTitle = (word: Word | undefined): boolean =>
  word !== undefined && isTitleWord(bareTitle(word.text));
