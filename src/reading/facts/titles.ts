import type { Word } from './typed.ts';

/** Titles before a person's name, without their dots. */
export const TITLE =
  /^(?:sig|sigra|sigr|signor|signora|dott|dottssa|dr|drssa|dottor|dottore|dottoressa|ing|ingegner|ingegnere|avv|avvocato|rag|ragioniere|geom|geometra|arch|prof|profssa|professor|mr|mrs|ms|miss|mx|sir)$/;

/** Whether a word is a title: "Dott.ssa" is "dottssa". */
export const isTitle = (word: Word | undefined): boolean =>
  word !== undefined && TITLE.test(word.text.replace(/\./g, ''));
