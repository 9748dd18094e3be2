import { anyOf, made } from '../../language/said.ts';
import { isInner, isOrdinary, isOurs } from './names.ts';
import type { Word } from './typed.ts';

/** Words that answer nothing: "boh", "ciao", "un att". */
const shrugs = made(() => new RegExp(`^${anyOf('shrugs')}$`));
export const isShrug = (word: Word): boolean => shrugs().test(word.text);

/** Whether words say nothing that a name could be made of. */
export function isEveryday(piece: readonly Word[]): boolean {
  const said = piece.filter((word) => word.isWord && !isInner(word));
  return said.every((word) => isOrdinary(word.text) || isShrug(word) || isOurs(word.text));
}
