import { fold } from '../../language/tokens.ts';
import { withoutEnd } from '../../language/ends.ts';
import { MAX_READ_LENGTH } from '../../language/flat.ts';
import { isLegalForm } from '../../lookup/name-key.ts';
import { isTitleWord } from '../../language/people.ts';
import { patternOf } from '../../language/said.ts';
import { findParts } from './parts.ts';
import type { RolePart } from './parts.ts';
import type { Place, ReadingContext } from '../reading.ts';

/** A word, a number, a mark or a line end, where it stands. */
export interface Word extends Place {
  /** As typed. */
  readonly raw: string;
  /** Folded, with plain apostrophes. */
  readonly text: string;
  /** Begins with a capital letter. */
  readonly isCapital: boolean;
  /** Has a letter or a digit. */
  readonly isWord: boolean;
}

/** A message as the finders look at it. */
export interface Typed {
  readonly text: string;
  /** Lower case without accents; each place is the one of `text`. */
  readonly plain: string;
  readonly words: readonly Word[];
  /** Labelled values, and the whole message where something was asked. */
  readonly parts: readonly RolePart[];
  readonly context: ReadingContext;
}

const WORD = /[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}'’.@&+_/-]*|[&+]|\n|[^\s\p{L}\p{N}\p{M}]/gu;
const ONLY_ASCII = /^[\0-\x7f]*$/;

/** Makes a message easy to look at; only its first {@link MAX_READ_LENGTH} characters are read. */
export function lookAt(message: string, context: ReadingContext): Typed {
  const text = message.slice(0, MAX_READ_LENGTH);
  const plain = toPlain(text);
  return { text, plain, words: toWords(text), parts: findParts(plain, context.asked), context };
}

/** A text in small letters without accents, each where it was. */
export function toPlain(text: string): string {
  if (ONLY_ASCII.test(text)) return text.toLowerCase();
  return Array.from(text, plainOf).join('');
}

function plainOf(character: string): string {
  if (character === '’' || character === '‘') return "'";
  const folded = fold(character);
  return folded.length === character.length ? folded : character;
}

/** "l'Hotel", "dell'Orso": the small article before a name is a word of its own; "L'Orto" is the name's. */
const article = patternOf('u')`^${'elided'}['’](?=\p{L})`;

function toWords(text: string): Word[] {
  return [...text.matchAll(WORD)].flatMap((found) => {
    // A full stop ends a sentence unless it belongs to an abbreviation ("S.p.A.", "F.lli", "Ing.").
    const isAbbreviation = /\.[^.]+\.$|^\p{Lu}\.$/u.test(found[0]);
    const cut = isAbbreviation ? found[0] : withoutEnd(found[0], "./-'’");
    const raw = cut === '' ? found[0] : cut;
    const cutAt = article().exec(raw)?.[0].length ?? 0;
    const word = toWord(raw.slice(cutAt), found.index + cutAt);
    const before = cutAt === 0 ? [] : [toWord(raw.slice(0, cutAt), found.index)];
    const isStop = found[0].charAt(raw.length) === '.' && !isTitleWord(word.text) && !isLegalForm(raw);
    return isStop ? [...before, word, toWord('.', word.end)] : [...before, word];
  });
}

const toWord = (raw: string, start: number): Word => ({
  raw,
  text: fold(raw).replace(/’/g, "'"),
  start,
  end: start + raw.length,
  isCapital: /^\p{Lu}/u.test(raw),
  isWord: /[\p{L}\p{N}]/u.test(raw),
});
