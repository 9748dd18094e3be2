import { flatten, MAX_READ_LENGTH, spanOf } from './flat.ts';
import { anyOf, holdsPhrase, made, phraseOf } from './said.ts';

/** Words with which people take back what they said before, and words that only stand around them. */
const lead = made(
  () =>
    new RegExp(
      // "Si può" opens with no yes, whose accent few type.
      `^\\s*(?:(?!${phraseOf('impersonal-verbs')})${anyOf('taking-back', 'beside-taking-back')}(?:[\\s,.;:!…-]+|$))+`,
    ),
);

/** What follows "no aspetta", "anzi", "in realtà", "ok ma", as typed; the whole text where it opens with none. */
export function withoutSecondThought(text: string): string {
  const flat = flatten(text);
  const found = lead().exec(flat.text);
  return found === null ? text : spanOf(flat, found[0].length, flat.text.length).text;
}

/** Where the words begin that a text puts in the place of others: behind "no, anzi", "no aspetta"; 0 where it opens with none. */
export function correctedFrom(text: string): number {
  const end = text.length - withoutSecondThought(text).length;
  return `${text.slice(0, end)} `.search(correction()) >= 0 ? end : 0;
}

const correction = made(() => new RegExp(`(?:^|[\\s,.;(])${anyOf('correcting')}(?=[\\s,.:;])`, 'gi'));

/** What follows the last "anzi", "I mean": the corrected answer. Null when nothing was corrected. */
export function lastCorrection(text: string): string | null {
  const last = [...text.slice(0, MAX_READ_LENGTH).matchAll(correction())].at(-1);
  return last === undefined ? null : text.slice(last.index + last[0].length);
}

const holdsLater = holdsPhrase('finish-later', 'keep-for-later');

/** Whether words that put off are about all that is open, and not about its question alone: "lo finisco dopo", "tienilo da parte". */
export const finishesLater = (text: string): boolean => holdsLater(flatten(text).text);
