import { functionWords } from '../language/function-words.ts';
import type { Language } from '../language/locale.ts';
import { stem } from '../language/stems.ts';
import { type Token, tokenize } from '../language/tokens.ts';
import type { Courtesy } from './courtesy.ts';
import type { Lexicon } from './lexicon.ts';
import type { MendedWord } from './match.ts';
import {
  type BesideNames,
  CUSTOMER,
  countUnknown,
  guessedName,
  nameAt,
  type Names,
  replaceFigures,
} from './placeholders.ts';
import type { Speller } from './spelling.ts';

/** One word of an utterance as the scores see it. */
export interface UtteranceWord {
  /** Folded; what spelling and character n-grams see. */
  readonly text: string;
  readonly stem: string;
  /** What the word is another name of, where the vocabulary says so. */
  readonly concept: string | null;
  /** What kinds of thing it names ("tuesday": a day of the week), where it names any, else absent. */
  readonly kinds?: readonly string[];
  readonly isPlaceholder: boolean;
  /** True where it is typed in capitals among words that aren't ("MACC"), else absent. */
  readonly isCode?: boolean;
  /** False for codes, words with a capital inside and names. */
  readonly canBeMended: boolean;
}

/** What is asked for is judged by so much of a message; the values in it are read from all of it. */
const LONGEST_UTTERANCE = 2000;
/** More unknown words than this are another language or noise, and mending them would only cost time. */
const MOST_MENDED = 12;
const CODE = /^\p{Lu}[\p{Lu}\d]{2,}$/u;
/** Of spaces in a row one is read; ends of lines stay, since a signature stands on its own. */
const MANY_SPACES = /[^\S\n]+/g;

/** What a reader knows of words. */
export interface WordKnowledge {
  readonly courtesy: Courtesy;
  readonly lexicon: Lexicon;
  /** Names that the knowledge itself uses in its examples. */
  readonly names: Names;
  readonly besideNames: BesideNames;
  /** True for a word of the examples; null while the examples themselves are read. */
  readonly isKnown: ((word: string) => boolean) | null;
  /** True for a word that spelling would mend to one of the examples. */
  readonly isNearlyKnown: (word: string) => boolean;
}

/** Cuts an utterance into words: without courtesy, with placeholders, chat spellings written out. */
export function readUtterance(
  utterance: string,
  locale: Language,
  reader: WordKnowledge,
  known: Names,
): UtteranceWord[] {
  const isCustomer = (token: Token): boolean => known.has(token.text) || reader.names.has(token.text);
  const isKnown = (word: string): boolean => reader.isKnown?.(word) ?? false;
  const text = replaceFigures(utterance.slice(0, LONGEST_UTTERANCE).replace(MANY_SPACES, ' '));
  const tokens = reader.lexicon.join(reader.courtesy.strip(tokenize(text), text, { isCustomer, isKnown }));
  const words: UtteranceWord[] = [];
  const isShouted = tokens.every(({ raw }) => !/\p{Ll}/u.test(raw));
  for (const token of hideNames(tokens, reader, known)) {
    const isCode = !isShouted && CODE.test(token.raw);
    words.push(
      ...toWords(token, locale, reader.lexicon).map((word) => (isCode ? { ...word, isCode } : word)),
    );
  }
  return words;
}

/** Puts one placeholder where a name is, however many words it has. */
function hideNames(tokens: readonly Token[], reader: WordKnowledge, known: Names): readonly Token[] {
  if (reader.names.size === 0 && known.size === 0) return tokens;
  const { isKnown } = reader;
  // Where no example names a customer, no name is looked for.
  const canGuess = isKnown !== null && reader.names.size > 0;
  // Where every word has a capital a mistyped one looks like a name, too.
  const isShouted = tokens.every(({ raw, text }) => !/^\p{Ll}/u.test(raw) || functionWords('en').has(text));
  const isWord = (word: string): boolean =>
    (isKnown?.(word) ?? false) || (isShouted && reader.isNearlyKnown(word));
  const unknown = canGuess ? countUnknown(tokens, isWord) : [];
  const shown: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    if (token === undefined) break;
    const named = nameAt(tokens, at, known, isKnown) || nameAt(tokens, at, reader.names, null);
    const length = named === 0 ? guessedName(tokens, at, unknown[at] ?? 0, reader.besideNames) : named;
    if (length === 0) shown.push(token);
    else if (shown.at(-1)?.text !== CUSTOMER) shown.push({ ...token, raw: CUSTOMER, text: CUSTOMER });
    at += Math.max(1, length);
  }
  return shown;
}

function toWords(token: Token, locale: Language, lexicon: Lexicon): UtteranceWord[] {
  if (token.text.startsWith('{')) {
    const { text } = token;
    return [{ text, stem: text, concept: null, isPlaceholder: true, canBeMended: false }];
  }
  const canBeMended = !/\d/.test(token.raw) && !/\p{Ll}\p{Lu}/u.test(token.raw);
  const full = lexicon.writeOut(token.text, locale);
  if (full === null) return [makeWord(token.text, locale, lexicon, canBeMended)];
  return full.map((word) => makeWord(word, locale, lexicon, false));
}

function makeWord(text: string, locale: Language, lexicon: Lexicon, canBeMended: boolean): UtteranceWord {
  const root = stem(text, locale);
  const concept = lexicon.conceptOf(root, locale);
  const kinds = lexicon.kindsOf(root, locale);
  const word = { text, stem: root, concept, isPlaceholder: false, canBeMended };
  return kinds.length === 0 ? word : { ...word, kinds };
}

/** What stands for a word beside others: its kind before its concept, and that before its stem. */
export function meaningOf({ stem: root, concept, kinds }: UtteranceWord): string {
  return kinds?.[0] ?? concept ?? root;
}

/**
 * The words with unknown ones read as what was probably meant; null where nothing was mended.
 *
 * @param isWord whether it is right as it is, though no example has it: "were" is no slip of "where", but may stand for
 *   another form of itself
 */
export function mendWords(
  words: readonly UtteranceWord[],
  locale: Language,
  lexicon: Lexicon,
  speller: Speller,
  isWord: (word: string) => boolean,
): { readonly words: UtteranceWord[]; readonly mended: MendedWord[] } | null {
  const mended: MendedWord[] = [];
  let tried = 0;
  const result = words.flatMap((word) => {
    if (!word.canBeMended || speller.knows(word.text) || tried >= MOST_MENDED) return [word];
    tried++;
    const meant = speller.mend(word.text);
    if (meant === null || (isWord(word.text) && stem(meant, locale) !== word.stem)) return [word];
    mended.push({ from: word.text, to: meant });
    const full = lexicon.writeOut(meant, locale) ?? [meant];
    return full.map((text) => makeWord(text, locale, lexicon, false));
  });
  return mended.length === 0 ? null : { words: result, mended };
}
