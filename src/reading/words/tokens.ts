import { withoutMarks } from '../../language/flat.ts';

/** A word, sign or emoji of a message, with its place (UTF-16 units, `end` excluded). */
export interface WordToken {
  /** Folded; Italian "è" stays apart from "e". A sign is itself, a line break is `\n`. */
  readonly word: string;
  readonly kind: 'word' | 'sign';
  readonly start: number;
  readonly end: number;
  /** Whether it begins with a capital letter. */
  readonly isCapital: boolean;
  /** In small letters as typed, with accents: "chiuderò" is no "numero". */
  readonly typed: string;
  /** Whether it ends with an apostrophe: "l'", "don'". */
  readonly hasApostrophe: boolean;
}

/** Words, runs of the same sign, line breaks and pictures. What is none of them is passed over. */
const TOKEN =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’‘´`](?=[\p{L}\s]|$))?|\r?\n|[?!.…]+|\p{Extended_Pictographic}\p{Emoji_Modifier}?|[^\s\p{C}\p{M}]/gu;
const APOSTROPHE = /['’‘´`]$/;
const PICTURE = /^\p{Extended_Pictographic}/u;
/** Most words need no folding but of capitals. */
const IS_PLAIN = /^[A-Za-z\d]+$/;
/** An accent tells these from "e" (and) and "si" (oneself, if); Spanish writes the same yes with the other accent. */
const YES = /^s[ìí]$/;
const IS = /^(?:è|é|e['’‘´`])$/i;

/** Cuts a text into words and signs. "l'abbiamo" is two words; "è" is not "e". */
export function cutTokens(text: string): WordToken[] {
  const tokens: WordToken[] = [];
  for (const found of text.matchAll(TOKEN)) {
    const typed = found[0];
    const place = { start: found.index, end: found.index + typed.length };
    if (IS_PLAIN.test(typed)) {
      const word = typed.toLowerCase();
      const isCapital = /^[A-Z]/.test(typed);
      tokens.push({ word, kind: 'word', ...place, isCapital, typed: word, hasApostrophe: false });
      continue;
    }
    const isWord = /^[\p{L}\p{N}]/u.test(typed);
    const isPicture = PICTURE.test(typed);
    tokens.push({
      word: isWord ? foldWord(typed) : isPicture ? pictureOf(typed) : /^\r?\n$/.test(typed) ? '\n' : typed,
      kind: isWord || isPicture ? 'word' : 'sign',
      ...place,
      isCapital: /^\p{Lu}/u.test(typed),
      typed: typed.toLowerCase().replace(APOSTROPHE, '\u0300').normalize('NFC'),
      hasApostrophe: APOSTROPHE.test(typed),
    });
  }
  return tokens;
}

/** A picture without its colour. */
const pictureOf = (typed: string): string => String.fromCodePoint(typed.codePointAt(0) ?? 0);

/** The word in small letters without accents and apostrophe; "è", also typed as "e'", is "è". */
export function foldWord(typed: string): string {
  const lower = typed.toLowerCase();
  if (IS.test(lower)) return 'è';
  if (YES.test(lower)) return 'sì';
  const bare = lower.replace(APOSTROPHE, '');
  return /^[a-z\d]*$/.test(bare) ? bare : withoutMarks(bare);
}
