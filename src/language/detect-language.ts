import type { Language } from './locale.ts';
import { functionWords } from './function-words.ts';
import { languages, listOf, madeBy, oneOf, typedListOf } from './said.ts';
import { tokenize } from './tokens.ts';

/** What the words of an utterance say about its language. */
export interface LanguageEvidence {
  readonly locale: Language;
  /** True where the words leave no reasonable doubt: enough to change the language of a conversation. */
  readonly isClear: boolean;
  /** True where at least one whole word is of that language alone: enough to read these words by. */
  readonly hasWord: boolean;
}

interface Signs {
  readonly words: ReadonlySet<string>;
  /** Letters that the other languages lack, as they are typed. */
  readonly letters: RegExp;
  readonly endings: RegExp;
  readonly lastLetters: RegExp;
}

const signsOf = madeBy((locale: Language): Signs => ({
  words: new Set([...functionWords(locale), ...listOf('frequent', [locale])]),
  letters: new RegExp(`[${typedListOf('telling-letters', locale).join('')}]`, 'i'),
  endings: new RegExp(`${oneOf(listOf('telling-endings', [locale]))}$`),
  lastLetters: new RegExp(`${oneOf(listOf('last-letters', [locale]))}$`),
}));

/** Endings tell something in words of so many letters or more. */
const LONG_WORD = 5;

/** What tells a word's language, the surest first: lists are sure, endings have exceptions. */
const TELLING: readonly {
  readonly weight: number;
  readonly tells: (signs: Signs, word: string) => boolean;
}[] = [
  { weight: 20, tells: ({ words }, word) => words.has(word) },
  { weight: 10, tells: ({ endings }, word) => word.length >= LONG_WORD && endings.test(word) },
  { weight: 3, tells: ({ lastLetters }, word) => word.length >= LONG_WORD && lastLetters.test(word) },
];
const LETTER_WEIGHS = 20;
/** Two listed words, or one and some endings, are clear. */
const CLEAR = 30;
const A_WORD = 20;
const NO_EVIDENCE = 5;
/** Reading more of a long text changes nothing. */
const READ = 1000;

/**
 * The language of one utterance by its words, or null where they say nothing ("ok", "Contoso"): then the
 * conversation's language holds.
 */
export function detectLanguage(utterance: string): LanguageEvidence | null {
  const text = utterance.slice(0, READ).normalize('NFC');
  const signs = languages().map(signsOf);
  const weights = signs.map(({ letters }) => (letters.test(text) ? LETTER_WEIGHS : 0));
  for (const { text: word } of tokenize(withoutAddresses(text))) weigh(word, signs, weights);
  const [best, next] = [...weights].sort((one, other) => other - one);
  const weight = (best ?? 0) - (next ?? 0);
  const locale = languages()[weights.indexOf(best ?? 0)];
  if (locale === undefined || weight < NO_EVIDENCE) return null;
  return { locale, isClear: weight >= CLEAR, hasWord: weight >= A_WORD };
}

/** "Ivo@zeta.it", "zeta.it/wms" are nobody's language, though "it" is a word of one. */
const withoutAddresses = (text: string): string =>
  /[@/.]/.test(text)
    ? text
        .split(/\s+/u)
        .filter((word) => !word.includes('@') && !word.includes('://'))
        .join(' ')
        .replace(/\.[a-z]{2,3}(?![\p{L}\p{N}])/giu, ' ')
    : text;

/** Adds a word to the languages that it tells, each by the surest of its signs that any language has. */
function weigh(word: string, signs: readonly Signs[], weights: number[]): void {
  for (const { weight, tells } of TELLING) {
    let isTold = false;
    for (const [at, each] of signs.entries()) {
      if (!tells(each, word)) continue;
      weights[at] = (weights[at] ?? 0) + weight;
      isTold = true;
    }
    if (isTold) return;
  }
}
