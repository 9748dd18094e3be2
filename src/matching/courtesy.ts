import { isFunctionWord } from '../language/function-words.ts';
import { isGivenName } from '../language/name-like.ts';
import type { Token } from '../language/tokens.ts';
import { fold, tokenize } from '../language/tokens.ts';
import { ANYWHERE, AT_THE_EDGES, CLOSINGS, FILLERS } from './courtesy-words.ts';
import { dropSignature, isCapitalised, type KnownWords, LONGEST_NAME } from './signature.ts';

/** Courtesy at the end is not looked for further from it than this many words. */
const LONGEST_ENDING = 12;

const NOTHING_KNOWN: KnownWords = { isCustomer: () => false, isKnown: () => false };

type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

/**
 * Drops words of courtesy, greetings with a name and signatures from a message. They carry nothing, and as unknown
 * features they would weigh on the confidence: "good morning, excuse me" in front of a question moved it by
 * more than .05 on four lines of five. Where nothing that names something is left they are what is meant.
 */
export class Courtesy {
  private readonly fewestLeft: number;
  private readonly edges: Phrases;
  private readonly anywhere: Phrases;
  private readonly closings: Phrases;
  private readonly fillers: Phrases;

  /**
   * @param more phrases of the knowledge's own.
   * @param fewestLeft how many content words must be left: more than one where some entry is about courtesy itself,
   *   so that "thank you, sir" stays what it is.
   */
  constructor(more: readonly string[] = [], fewestLeft = 1) {
    this.fewestLeft = fewestLeft;
    this.edges = byFirstWord([...AT_THE_EDGES, ...more]);
    this.anywhere = byFirstWord(ANYWHERE);
    this.closings = byFirstWord(CLOSINGS);
    this.fillers = byFirstWord(FILLERS);
  }

  /**
   * The words that are left. Where too few content words would be, only a greeting before a word of the knowledge is
   * dropped ("hey diamonds"), else nothing.
   */
  strip(tokens: readonly Token[], text: string, known: KnownWords = NOTHING_KNOWN): readonly Token[] {
    const plain = this.dropAnywhere(tokens);
    const left = this.dropEnd(plain.slice(this.endOfFront(plain, text, known)), text, known);
    if (left.length === tokens.length) return tokens;
    if (left.filter(namesSomething).length >= this.fewestLeft) return left;
    const greeted = tokens.slice(this.endOfFront(tokens, text, known));
    return greeted.some((token) => namesSomething(token) && known.isKnown(token.text)) ? greeted : tokens;
  }

  /** True for a text that is courtesy and nothing else. */
  isAll(text: string): boolean {
    const tokens = this.dropAnywhere(tokenize(text));
    const from = this.endOfFront(tokens, text, NOTHING_KNOWN);
    return this.startOfBack(tokens.slice(from), NOTHING_KNOWN) === 0;
  }

  /** Without signatures and courtesy at the end, in whatever order they come: "… thx! - Luca". */
  private dropEnd(tokens: readonly Token[], text: string, known: KnownWords): readonly Token[] {
    for (let left = tokens; ;) {
      const signed = dropSignature(left, text, known);
      const shorter = signed.slice(0, this.startOfBack(signed, known));
      if (shorter.length === left.length) return left;
      left = shorter;
    }
  }

  private dropAnywhere(tokens: readonly Token[]): readonly Token[] {
    const left: Token[] = [];
    for (let at = 0; at < tokens.length;) {
      const length = phraseAt(tokens, at, this.anywhere);
      const token = tokens[at];
      if (length === 0 && token !== undefined) left.push(token);
      at += Math.max(1, length);
    }
    return left;
  }

  /** Where a run of phrases and what goes with them ends; the same place where none begins here. */
  private endOfRun(tokens: readonly Token[], from: number): number {
    let at = from + phraseAt(tokens, from, this.edges);
    if (at === from) return from;
    for (;;) {
      const length = phraseAt(tokens, at, this.edges) || phraseAt(tokens, at, this.fillers);
      if (length === 0) return at;
      at += length;
    }
  }

  private endOfFront(tokens: readonly Token[], text: string, { isCustomer }: KnownWords): number {
    let at = 0;
    for (;;) {
      const end = this.endOfRun(tokens, at);
      if (end === at) return at;
      const name = tokens[end];
      // "Ciao Marco, …": a name that the greeting is for.
      const isFor =
        name !== undefined &&
        isCapitalised(name) &&
        !isCustomer(name) &&
        (isGivenName(name.text) ? /^[,!.:\n]/ : /^[,:\n]/).test(text.slice(name.end));
      at = isFor ? end + 1 : end;
    }
  }

  /** The first word from which on there is only courtesy, or a closing and a name. */
  private startOfBack(tokens: readonly Token[], { isCustomer }: KnownWords): number {
    for (let at = Math.max(0, tokens.length - LONGEST_ENDING); at < tokens.length; at++) {
      const end = this.endOfRun(tokens, at);
      if (end === at) continue;
      const rest = tokens.slice(end);
      const isSigned = phraseAt(tokens, at, this.closings) > 0 && rest.length <= LONGEST_NAME;
      if (rest.length === 0 || (isSigned && rest.every((name) => isCapitalised(name) && !isCustomer(name))))
        return at;
    }
    return tokens.length;
  }
}

function namesSomething(token: Token): boolean {
  return !isFunctionWord(token.text);
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

/** "ciaooo" is "ciao". */
function withoutDrawnOut(word: string): string {
  const last = word.at(-1) ?? '';
  let end = word.length;
  while (end > 1 && word[end - 2] === last) end -= 1;
  return /\p{L}/u.test(last) ? word.slice(0, end) : word;
}

/** How many words the longest phrase that begins here has, 0 where none does; its first word may be drawn out ("ciaooo"). */
function phraseAt(tokens: readonly Token[], at: number, phrases: Phrases): number {
  const first = tokens[at]?.text;
  if (first === undefined) return 0;
  const candidates = phrases.get(first) ?? phrases.get(withoutDrawnOut(first));
  const found = candidates?.find((words) =>
    words.every((word, k) => k === 0 || tokens[at + k]?.text === word),
  );
  return found?.length ?? 0;
}
