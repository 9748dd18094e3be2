import type { Vocabulary } from '../knowledge/knowledge.ts';
import { listOf, madeBy } from '../language/said.ts';
import type { ByLanguage, Language } from '../language/locale.ts';
import { stem } from '../language/stems.ts';
import { fold, type Token, tokenize } from '../language/tokens.ts';

/** Synonyms and chat spellings, ready to be looked up. */
export class Lexicon {
  private readonly spellings: ByLanguage<Map<string, string[]>>;
  private readonly concepts: ByLanguage<Map<string, string>>;
  /** By first part: the other parts of words written with a hyphen. */
  private readonly hyphenated: ReadonlyMap<string, readonly (readonly string[])[]>;
  private readonly hasVocabulary: boolean;
  /** Every single word of the vocabulary, folded: spelling may mend to these, too. */
  readonly words: readonly string[];

  constructor(vocabulary: ByLanguage<Vocabulary>) {
    const own = Object.entries(vocabulary);
    this.spellings = Object.fromEntries(own.map(([locale, each]) => [locale, readSpellings(each)]));
    this.concepts = Object.fromEntries(own.map(([locale, each]) => [locale, readConcepts(each, locale)]));
    const all = Object.values(vocabulary);
    this.hyphenated = readHyphenated(all);
    this.hasVocabulary = Object.values(this.concepts).some((each) => each.size > 0);
    this.words = all.flatMap(singleWords);
  }

  /** The tokens with "co-sell" and "co sell" as the one word "cosell", where the vocabulary has it with a hyphen. */
  join(tokens: readonly Token[]): readonly Token[] {
    if (this.hyphenated.size === 0) return tokens;
    const joined: Token[] = [];
    for (let at = 0; at < tokens.length;) {
      const token = tokens[at];
      if (token === undefined) break;
      const rest = this.hyphenated
        .get(token.text)
        ?.find((parts) => parts.every((part, k) => tokens[at + 1 + k]?.text === part));
      joined.push(
        rest === undefined
          ? token
          : { ...token, text: token.text + rest.join(''), end: tokens[at + rest.length]?.end ?? token.end },
      );
      at += 1 + (rest?.length ?? 0);
    }
    return joined;
  }

  /** The words a chat spelling stands for, or null. */
  writeOut(word: string, locale: Language): readonly string[] | null {
    return this.spellings[locale]?.get(word) ?? null;
  }

  /**
   * What a stem is another name of, or null: by the vocabulary of its language, else of another, since
   * people mix them, else by what everybody says.
   */
  conceptOf(root: string, locale: Language): string | null {
    const others = Object.values(this.concepts).find((each) => each.has(root));
    return (
      this.concepts[locale]?.get(root) ?? others?.get(root) ?? everydayConcepts(locale).get(root) ?? null
    );
  }

  /**
   * What kinds of thing a stem names, as everybody knows; none beside a vocabulary, which says itself what words mean for
   * its subject: there the kinds cost a held-out question in a hundred.
   */
  kindsOf(root: string, locale: Language): readonly string[] {
    return this.hasVocabulary ? [] : (everydayKinds(locale).get(root) ?? []);
  }
}

function readSpellings(vocabulary: Vocabulary): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [short, full] of Object.entries(vocabulary.chatSpellings)) {
    found.set(
      fold(short),
      tokenize(full).map((token) => token.text),
    );
  }
  return found;
}

function readConcepts(vocabulary: Vocabulary, locale: Language): Map<string, string> {
  const found = new Map<string, string>();
  for (const group of vocabulary.synonyms) {
    const concept = `=${fold(group[0] ?? '')}`;
    for (const word of group) if (isSingle(word)) found.set(stem(plain(word), locale), concept);
  }
  return found;
}

/** The everyday groups by stem; a word in two groups belongs to the first. */
const everydayConcepts = madeBy((locale: Language): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const line of listOf('synonyms', [locale])) {
    const words = line.split(' ');
    for (const word of words) {
      const root = stem(word, locale);
      if (!found.has(root)) found.set(root, `~${words[0] ?? ''}`);
    }
  }
  return found;
});

/** The everyday kinds by stem, marked so that none is taken for a word; their names are the same in all languages. */
const everydayKinds = madeBy((locale: Language): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const line of listOf('kinds', [locale])) {
    const [kind = '', ...words] = line.split(' ');
    for (const root of new Set(words.map((word) => stem(word, locale))))
      found.set(root, [...(found.get(root) ?? []), `#${kind}`]);
  }
  return found;
});

function singleWords(vocabulary: Vocabulary): string[] {
  const full = Object.values(vocabulary.chatSpellings).flatMap((text) =>
    tokenize(text).map((token) => token.text),
  );
  return [...vocabulary.synonyms.flat().filter(isSingle).map(plain), ...full];
}

/** One word, perhaps with hyphens. */
function isSingle(word: string): boolean {
  return /^[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*$/u.test(word);
}

/** As the tokens have it: folded, its parts joined. */
function plain(word: string): string {
  return fold(word).replaceAll('-', '');
}

function readHyphenated(vocabularies: readonly Vocabulary[]): Map<string, string[][]> {
  const found = new Map<string, string[][]>();
  for (const word of vocabularies.flatMap((one) => one.synonyms.flat())) {
    const [first, ...rest] = fold(word).split('-');
    if (!isSingle(word) || first === undefined || rest.length === 0) continue;
    found.set(first, [...(found.get(first) ?? []), rest]);
  }
  return found;
}
