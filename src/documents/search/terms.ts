import { isFunctionWord } from '../../language/function-words.ts';
import type { Language } from '../../language/locale.ts';
import { stem } from '../../language/stems.ts';
import { tokenize } from '../../language/tokens.ts';

/** "clients" and "client", "FAQs" and "FAQ" are one; Italian words don't end so. */
const ENGLISH_PLURAL = /^(\p{L}{3,}[^s])s$/u;

/** The words of a text that name something, folded, in their order. */
export function wordsOf(text: string): string[] {
  return tokenize(text)
    .map((token) => token.text)
    .filter((word) => word.length > 1 && !isFunctionWord(word));
}

/** What words of one meaning have in common, as far as their endings tell: their stem. */
export function termOf(word: string, locale: Language): string {
  return stem(word.replace(ENGLISH_PLURAL, '$1'), locale);
}

/** What a text's words mean, each once. */
export function termsOf(text: string, locale: Language): ReadonlySet<string> {
  return new Set(wordsOf(text).map((word) => termOf(word, locale)));
}

/** Terms by number, in the order of their first sight. */
export class Terms {
  private readonly numbers: Map<string, number>;

  constructor(terms: readonly string[] = []) {
    this.numbers = new Map(terms.map((term, at) => [term, at]));
  }

  get size(): number {
    return this.numbers.size;
  }

  /** All of them, each at its number. */
  get list(): string[] {
    return [...this.numbers.keys()];
  }

  /** The number of a term, given now where it had none. */
  add(term: string): number {
    const known = this.numbers.get(term);
    if (known !== undefined) return known;
    this.numbers.set(term, this.numbers.size);
    return this.numbers.size - 1;
  }

  /** The number of a term, or -1 where no section has it. */
  find(term: string): number {
    return this.numbers.get(term) ?? -1;
  }
}
