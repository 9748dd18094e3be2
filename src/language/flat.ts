import { remembered } from './remembered.ts';

/**
 * A text made easy to search: lower case, no accents, plain apostrophes, dashes and spaces. It remembers
 * where every character came from, so that what is found can be quoted as it was typed.
 */
export interface Flat {
  readonly text: string;
  /** The typed text that positions refer to. */
  readonly source: string;
  /** For each character of `text`, where its original begins and ends in `source` (UTF-16 units). */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Part of the typed text. */
export interface Span {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The longest message that is read, in UTF-16 units: two full pages, more than an e-mail that somebody pastes. A
 * longer one is answered with a sentence that says so, and none of it is read.
 */
export const MAX_READ_LENGTH = 4000;

const PLAIN: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u02bc': "'",
  '\u00b4': "'",
  '`': "'",
  '\u2032': "'",
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
  '\u2044': '/',
  '\u2026': '...',
};
/** Marks on a letter, and what nobody sees: names are found by what is seen of them. */
const UNSEEN = /^[\p{M}\p{Default_Ignorable_Code_Point}]+$/u;
const SPACE = /^\s$/u;

/** What characters outside ASCII are made of takes a hundred times longer to find than to look up. */
const plainCharacters = new Map<string, string>();
const MOST_CHARACTERS = 5000;

function plainOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code > 0x20 && code < 0x7f && code !== 0x60)
    return code < 0x41 || code > 0x5a ? character : character.toLowerCase();
  const known = plainCharacters.get(character);
  if (known !== undefined) return known;
  const plain = flattenOne(character);
  if (plainCharacters.size >= MOST_CHARACTERS) plainCharacters.clear();
  plainCharacters.set(character, plain);
  return plain;
}

function flattenOne(character: string): string {
  const plain = PLAIN[character];
  if (plain !== undefined) return plain;
  if (SPACE.test(character)) return character === '\n' || character === '\r' ? '\n' : ' ';
  if (UNSEEN.test(character)) return '';
  const lower = character.toLowerCase();
  return lower < '\u0080' ? lower : withoutMarks(lower);
}

/** "ﬃ" is read as three letters; a character that stands for whole words (U+FDFA is eighteen letters) stays one. */
const MOST_LETTERS = 4;
const MARKS = /\p{M}+/gu;

/** A text in lower case without accents, letters of other widths and shapes as plain ones: "è" is "e", "ﬁ" is "fi". */
export function withoutMarks(lower: string): string {
  const plain = lower.normalize('NFKD').replace(MARKS, '');
  return plain.length <= lower.length * MOST_LETTERS ? plain : lower;
}

/** A shorter text is flattened sooner than it is looked up. */
const WORTH_REMEMBERING = 100;

/** Flattens a text (its first {@link MAX_READ_LENGTH} characters), keeping the way back. */
export function flatten(source: string): Flat {
  return source.length < WORTH_REMEMBERING ? flattenNow(source) : flattenOnce(source);
}

const flattenOnce = remembered(flattenNow);

/** Each of these characters is one of the flat text, at most in lower case. */
const IS_PLAIN = /^[ !-_a-~\n]*$/;
/** 0, 1, 2 …: where each character of a plain text begins. */
const PLACES = Array.from({ length: MAX_READ_LENGTH + 1 }, (_, at) => at);

function flattenNow(source: string): Flat {
  const read = source.slice(0, MAX_READ_LENGTH);
  if (!IS_PLAIN.test(read)) return flattenEach(read, source);
  const { length } = read;
  return {
    text: read.toLowerCase(),
    source,
    starts: PLACES.slice(0, length),
    ends: PLACES.slice(1, length + 1),
  };
}

function flattenEach(read: string, source: string): Flat {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let at = 0;
  for (const character of read) {
    const plain = plainOf(character);
    text += plain;
    for (let unit = 0; unit < plain.length; unit += 1) {
      starts.push(at);
      ends.push(at + character.length);
    }
    at += character.length;
  }
  return { text, source, starts, ends };
}

/** The typed text behind `[from, to)` of the flat one. */
export function spanOf(flat: Flat, from: number, to: number): Span {
  const start = flat.starts[from] ?? flat.source.length;
  const end = to > from ? (flat.ends[to - 1] ?? flat.source.length) : start;
  return { text: flat.source.slice(start, end), start, end };
}

/**
 * Replaces words of a flat text (a typo by the word that was meant), keeping the way back. `mend` sees the
 * word, the word as typed and the few letters before it.
 */
export function mendWords(
  flat: Flat,
  mend: (word: string, raw: string, before: string) => string | null,
): Flat {
  const made: { text: string; starts: number[]; ends: number[] } = { text: '', starts: [], ends: [] };
  let copied = 0;
  const copyTo = (end: number): void => {
    made.text += flat.text.slice(copied, end);
    made.starts.push(...flat.starts.slice(copied, end));
    made.ends.push(...flat.ends.slice(copied, end));
    copied = end;
  };
  for (const found of flat.text.matchAll(/[a-z]+/g)) {
    const end = found.index + found[0].length;
    const typed = spanOf(flat, found.index, end);
    const better = mend(found[0], typed.text, flat.text.slice(Math.max(0, found.index - 6), found.index));
    if (better === null) continue;
    copyTo(found.index);
    made.text += better;
    made.starts.push(...Array.from(better, () => typed.start));
    made.ends.push(...Array.from(better, () => typed.end));
    copied = end;
  }
  if (copied === 0) return flat;
  copyTo(flat.text.length);
  return { ...made, source: flat.source };
}

/** Only words and single spaces: for comparing whole utterances with phrases. "Va bene!!" is "va bene". */
export function toPhrase(text: string): string {
  return text.length < WORTH_REMEMBERING ? phraseOf(text) : phraseOnce(text);
}

const phraseOnce = remembered(phraseOf);

function phraseOf(text: string): string {
  return flatten(text)
    .text.replace(/[^\p{L}\p{N}']+/gu, ' ')
    .replace(/(^|\s)'+|(?<!')'+(?=\s|$)/g, '$1')
    .trim();
}
