import { AppError } from '../errors.ts';
import {
  TABLES,
  type ListName,
  type PhraseName,
  type Sayings,
  type TableName,
} from '../knowledge/sayings.ts';
import { flatten } from './flat.ts';
import { hearAgain, hearingOf } from './hearing.ts';
import type { Language } from './locale.ts';

let given: Readonly<Record<string, Sayings>> | null = null;

/**
 * Gives the readers of language what people say, by language. Every program does it once, as it starts; the first
 * words given hold for all of it until others are given on purpose ({@link hearOtherWords}).
 *
 * @throws AppError `invalid-input` where there is no language
 */
export function hearWords(words: Readonly<Record<string, Sayings>>): void {
  if (Object.keys(words).length === 0)
    throw new AppError('invalid-input', 'language: no words; add words/it.yaml to the knowledge folder');
  given ??= words;
}

/**
 * Gives them other words, while nobody reads: those of a knowledge folder that was edited. What was made of the words
 * before is made again when it is next asked for.
 */
export function hearOtherWords(words: Readonly<Record<string, Sayings>>): void {
  given = null;
  hearWords(words);
  hearAgain();
}

function heard(): Readonly<Record<string, Sayings>> {
  if (given === null)
    throw new AppError('invalid-input', 'language: no words yet; call hearWords before anything is read');
  return given;
}

/** The languages that have words. */
export const languages = (): readonly Language[] => Object.keys(heard());

/** What is made of the words: once, when it is first asked for. */
export function made<T>(make: () => T): () => T {
  let kept: { readonly value: T; readonly of: number } | null = null;
  return () => {
    if (kept?.of !== hearingOf()) kept = { value: make(), of: hearingOf() };
    return kept.value;
  };
}

/** The same for each key: a language, a name. */
export function madeBy<Key, T>(make: (key: Key) => T): (key: Key) => T {
  const kept = new Map<Key, T>();
  let of = hearingOf();
  return (key) => {
    if (of !== hearingOf()) kept.clear();
    of = hearingOf();
    const known = kept.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    kept.set(key, value);
    return value;
  };
}

const saidIn = (locales: readonly string[]): readonly Sayings[] =>
  locales.flatMap((each) => heard()[each] ?? []);

/** A list of one language as it is written. */
export const typedListOf = (name: ListName, locale: Language): readonly string[] =>
  saidIn([locale]).flatMap(({ lists }) => lists[name]);

/** The words and phrases of a list, folded: of one language, or of all together, since people mix them. */
export const listOf = (name: ListName, locales: readonly Language[] = languages()): readonly string[] =>
  locales.flatMap((locale) => typedListOf(name, locale).map((phrase) => flatten(phrase).text));

/** Whether a folded word is in one of these lists, in any language. */
export function inLists(...names: readonly ListName[]): (word: string) => boolean {
  const words = made(() => new Set(names.flatMap((name) => listOf(name))));
  return (word) => words().has(word);
}

/** Values by folded word, of one language or of all together; the first language that has a word keeps it. */
export function tableOf<T extends string | number>(
  name: TableName,
  locales: readonly Language[] = languages(),
): ReadonlyMap<string, T> {
  const pairs = saidIn(locales).flatMap(({ tables }) => Object.entries(tables[name]));
  return new Map(pairs.reverse().map(([word, value]) => [flatten(word).text, value as T] as const));
}

/** The phrases of a name in all languages, folded and with a blank for an apostrophe, since both are typed. */
export const phrasesOf = (name: PhraseName): readonly string[] =>
  saidIn(languages()).flatMap(({ phrases }) => phrases[name].map((phrase) => spaced(flatten(phrase).text)));

/** A folded text with a blank for each apostrophe. */
export const spaced = (text: string): string =>
  (/'| {2}/.test(text) ? text.replaceAll("'", ' ').replace(/ +/g, ' ') : text).trim();

/** Source of a pattern for one of the words of these lists, the longest first; "canad*" is any word that begins so. */
export const anyOf = (...names: readonly ListName[]): string => oneOf(names.flatMap((name) => listOf(name)));

/**
 * A pattern with the words of lists and tables in it, made once for the words that are heard:
 * ``patternOf('g')`(?<![a-z])${'minus'} \d` `` finds each "meno 5" and "minus 5". What stands around says where the words
 * may stand; a phrase may be a pattern itself ("[the] next month"), and another pattern is put in as it is. With the
 * flag `i` it is for a text as it was typed: then the words are, too, as they are written.
 */
export const patternOf =
  (flags = '') =>
  (
    { raw }: TemplateStringsArray,
    ...holes: readonly (ListName | TableName | RegExp | (() => RegExp))[]
  ): (() => RegExp) =>
    made(() => {
      const filled = holes.map((hole) => {
        const pattern = typeof hole === 'function' ? hole() : hole;
        return pattern instanceof RegExp ? pattern.source : sourceFor(pattern, flags);
      });
      return new RegExp(String.raw({ raw }, ...filled), flags);
    });

function sourceFor(name: ListName | TableName, flags: string): string {
  const words = isTable(name)
    ? [...tableOf(name).keys()]
    : languages().flatMap((locale) =>
        flags.includes('i') ? typedListOf(name, locale) : listOf(name, [locale]),
      );
  return words.length === 0 ? NOTHING : `(?:${inOrder(words).map(spelling).join('|')})`;
}

const isTable = (name: ListName | TableName): name is TableName => TABLES.some((table) => table === name);

/** A phrase in a pattern: words as they are, and "(a|b) [c]" in all its forms. */
const spelling = (phrase: string): string =>
  isPattern(phrase) ? spelledOut(phrase).map(wordsSource).join('|') : begun(phrase);

/** Source of a pattern for one of these words, the longest first. */
export function oneOf(words: Iterable<string>): string {
  const listed = inOrder(words);
  // Where there is no word, nothing is one.
  return listed.length === 0 ? NOTHING : `(?:${listed.map(begun).join('|')})`;
}

const NOTHING = '(?!)';

/** Each once, the longest first. */
const inOrder = (phrases: Iterable<string>): readonly string[] =>
  [...new Set(phrases)].sort((a, b) => b.length - a.length);

/**
 * Source of a pattern for one of the phrases of these lists, the longest first, as whole words; a phrase may be a
 * pattern ("[the] next month"), and a star stands for the rest of a word.
 */
export const phraseOf = (...names: readonly ListName[]): string =>
  wordsOf(names.flatMap((name) => listOf(name)));

/** The same for phrases that are given. Words may be joined by a blank or a hyphen, or stand behind an apostrophe. */
export const wordsOf = (phrases: Iterable<string>): string =>
  `(?:(?![ -])(?<![a-z\\d])(?:${inOrder([...phrases].flatMap(spelledOut))
    .map(wordsSource)
    .join('|')})(?:(?<=['.])|(?![a-z\\d])))`;

const wordsSource = (phrase: string): string =>
  withoutStart(sourceOf(phrase, '', WORD_START)).replaceAll('\\S', '[a-z\\d]');

const WORD_START = '[ -]?(?<![a-z\\d])';

/** "[the] next month" as the two phrases that it stands for. */
function spelledOut(phrase: string): readonly string[] {
  const [, first, rest] = /^\[([^[\]|]+)\] (.+)$/.exec(phrase) ?? [];
  return first === undefined || rest === undefined ? [phrase] : [`${first} ${rest}`, ...spelledOut(rest)];
}

/** The first word begins where the phrase does: with letters in front, an engine sees at once where none can begin. */
const withoutStart = (source: string): string =>
  source.startsWith(WORD_START) ? source.slice(WORD_START.length) : source;

/** Whether a folded text holds a phrase of these lists. */
export function holdsPhrase(...names: readonly ListName[]): (folded: string) => boolean {
  const pattern = made(() => new RegExp(phraseOf(...names)));
  return (folded) => pattern().test(folded);
}

/** Whether a folded text is a phrase of these lists and nothing else. */
export function isPhrase(...names: readonly ListName[]): (folded: string) => boolean {
  const pattern = made(() => new RegExp(`^${phraseOf(...names)}$`));
  return (folded) => pattern().test(folded);
}

/** Whether a phrase is a pattern: "[the] (next|other) page", "# more". */
export const isPattern = (phrase: string): boolean => /[([#_]/.test(phrase);

/**
 * Source of a pattern for a phrase, each word of it after `start` and followed by `end`: `(a|b)` is one of them, `[a]`
 * may be missing, `[a]*` may come again, `#` is a number, `_` is any word.
 */
export function sourceOf(phrase: string, end: string, start = ''): string {
  const parts = phrase.match(/\]\*|[()[\]|]|[^\s()[\]|]+/g) ?? [];
  return parts.map((part) => SIGNS[part] ?? start + (WILD[part] ?? begun(part)) + end).join('');
}

const SIGNS: Readonly<Record<string, string>> = {
  '(': '(?:',
  ')': ')',
  '[': '(?:',
  ']': ')?',
  ']*': ')*',
  '|': '|',
};
const WILD: Readonly<Record<string, string>> = { '#': '\\d+', _: '\\S+' };

/** A word, or what words begin with: "accett*". */
const begun = (word: string): string => escaped(word).replace('\\*', '[a-z]*');

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
