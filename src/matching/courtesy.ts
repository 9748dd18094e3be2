import type { Token } from '../language/tokens.ts';
import { fold, tokenize } from '../language/tokens.ts';
import { ANYWHERE, AT_THE_EDGES, CLOSINGS } from './courtesy-words.ts';

const LONGEST_NAME = 4;

type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

/**
 * Drops words of courtesy, greetings with a name and signatures from a message. They carry nothing, and as unknown
 * features they would weigh on the confidence: "good morning, excuse me" in front of a question moved it by
 * more than .05 on four lines of five.
 */
export class Courtesy {
  private readonly edges: Phrases;
  private readonly anywhere: Phrases;
  private readonly closings: Phrases;

  /** `more` are phrases of the knowledge's own; `kept` are texts that an entry is about, so they do carry something. */
  constructor(more: readonly string[] = [], kept: ReadonlySet<string> = new Set()) {
    const carriesNothing = (phrase: string): boolean => !kept.has(phrase);
    this.edges = byFirstWord([...AT_THE_EDGES, ...more].filter(carriesNothing));
    this.anywhere = byFirstWord(ANYWHERE.filter(carriesNothing));
    this.closings = byFirstWord(CLOSINGS.filter(carriesNothing));
  }

  /** The words that are left; all of them where nothing else would be. */
  strip(tokens: readonly Token[], text: string): readonly Token[] {
    const plain = this.dropAnywhere(this.dropSignature(tokens, text));
    const [from, dropped] = this.dropFront(plain, text);
    const to = this.dropBack(plain, from);
    const left = dropped || to < plain.length ? plain.slice(from, to) : plain;
    return left.length > 0 ? left : tokens;
  }

  private dropSignature(tokens: readonly Token[], text: string): readonly Token[] {
    for (let at = Math.max(1, tokens.length - LONGEST_NAME - 2); at < tokens.length; at++) {
      const length = phraseAt(tokens, at, this.closings);
      const name =
        length > 0 ? tokens.slice(at + length) : endsLine(tokens, at, text) ? tokens.slice(at) : [];
      if (name.length > 0 && name.length <= LONGEST_NAME && name.every(isCapitalised))
        return tokens.slice(0, at);
    }
    return tokens;
  }

  private dropAnywhere(tokens: readonly Token[]): readonly Token[] {
    const left: Token[] = [];
    for (let at = 0; at < tokens.length;) {
      const length = phraseAt(tokens, at, this.anywhere);
      const token = tokens[at];
      if (length === 0 && token !== undefined) left.push(token);
      at += Math.max(1, length);
    }
    return left.length === tokens.length ? tokens : left;
  }

  private dropFront(tokens: readonly Token[], text: string): [from: number, dropped: boolean] {
    let from = 0;
    for (;;) {
      const length = phraseAt(tokens, from, this.edges);
      if (length === 0) return [from, from > 0];
      from += length;
      const name = tokens[from];
      // "Ciao Marco, …": a name that the greeting is for.
      if (name !== undefined && isCapitalised(name) && /^[,!.:\n]/.test(text.slice(name.end, name.end + 1)))
        from++;
    }
  }

  private dropBack(tokens: readonly Token[], from: number): number {
    let to = tokens.length;
    for (;;) {
      const length = phraseBefore(tokens, from, to, this.edges);
      if (length === 0) return to;
      to -= length;
    }
  }
}

/** The text of an example as `kept` wants it. */
export function courtesyKey(text: string): string {
  return tokenize(text)
    .map((token) => token.text)
    .join(' ');
}

/** True where a word begins the last line of a message of several lines. */
function endsLine(tokens: readonly Token[], at: number, text: string): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (before === undefined || token === undefined) return false;
  return text.slice(before.end, token.start).includes('\n') && !text.slice(token.start).includes('\n');
}

function isCapitalised(token: Token): boolean {
  return /^\p{Lu}/u.test(token.raw);
}

function byFirstWord(phrases: readonly string[]): Phrases {
  const found = new Map<string, string[][]>();
  for (const phrase of phrases) {
    const words = tokenize(fold(phrase)).map((token) => token.text);
    const first = words[0];
    if (first !== undefined) found.set(first, [...(found.get(first) ?? []), words]);
  }
  for (const list of found.values()) list.sort((a, b) => b.length - a.length);
  return found;
}

/** How many words the longest phrase that begins here has, 0 where none does. */
function phraseAt(tokens: readonly Token[], at: number, phrases: Phrases): number {
  const first = tokens[at]?.text;
  const candidates = first === undefined ? undefined : phrases.get(first);
  const found = candidates?.find((words) => words.every((word, k) => tokens[at + k]?.text === word));
  return found?.length ?? 0;
}

function phraseBefore(tokens: readonly Token[], from: number, to: number, phrases: Phrases): number {
  for (let at = Math.max(from, to - 5); at < to; at++) {
    if (at + phraseAt(tokens, at, phrases) === to) return to - at;
  }
  return 0;
}
