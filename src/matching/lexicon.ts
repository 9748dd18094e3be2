import type { Vocabulary } from '../knowledge/knowledge.ts';
import type { Locale } from '../language/locale.ts';
import { stem } from '../language/stems.ts';
import { fold, tokenize } from '../language/tokens.ts';

/** Synonyms and chat spellings, ready to be looked up. */
export class Lexicon {
  private readonly spellings: Readonly<Record<Locale, Map<string, string[]>>>;
  private readonly concepts: Readonly<Record<Locale, Map<string, string>>>;
  /** Every single word of the vocabulary, folded: spelling may mend to these, too. */
  readonly words: readonly string[];

  constructor(vocabulary: Readonly<Partial<Record<Locale, Vocabulary>>>) {
    this.spellings = { it: readSpellings(vocabulary.it), en: readSpellings(vocabulary.en) };
    this.concepts = { it: readConcepts(vocabulary.it, 'it'), en: readConcepts(vocabulary.en, 'en') };
    this.words = [vocabulary.it, vocabulary.en].flatMap((one) => (one === undefined ? [] : singleWords(one)));
  }

  /** The words a chat spelling stands for, or null. */
  writeOut(word: string, locale: Locale): readonly string[] | null {
    return this.spellings[locale].get(word) ?? null;
  }

  /** What a stem is another name of, or null; the other language's synonyms count where the own has none. */
  conceptOf(root: string, locale: Locale): string | null {
    const other: Locale = locale === 'it' ? 'en' : 'it';
    return this.concepts[locale].get(root) ?? this.concepts[other].get(root) ?? null;
  }
}

function readSpellings(vocabulary: Vocabulary | undefined): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [short, full] of Object.entries(vocabulary?.chatSpellings ?? {})) {
    found.set(
      fold(short),
      tokenize(full).map((token) => token.text),
    );
  }
  return found;
}

function readConcepts(vocabulary: Vocabulary | undefined, locale: Locale): Map<string, string> {
  const found = new Map<string, string>();
  for (const group of vocabulary?.synonyms ?? []) {
    const concept = `=${fold(group[0] ?? '')}`;
    for (const word of group) if (isSingle(word)) found.set(stem(fold(word), locale), concept);
  }
  return found;
}

function singleWords(vocabulary: Vocabulary): string[] {
  const full = Object.values(vocabulary.chatSpellings).flatMap((text) =>
    tokenize(text).map((token) => token.text),
  );
  return [...vocabulary.synonyms.flat().filter(isSingle).map(fold), ...full];
}

function isSingle(word: string): boolean {
  return /^[\p{L}\p{N}\p{M}]+$/u.test(word);
}
