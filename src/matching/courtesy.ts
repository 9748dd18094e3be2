import { FUNCTION_WORDS } from '../language/function-words.ts';
import type { Token } from '../language/tokens.ts';
import { fold, tokenize } from '../language/tokens.ts';
import { ANYWHERE, AT_THE_EDGES, CLOSINGS, FILLERS } from './courtesy-words.ts';

const LONGEST_NAME = 4;
/** Courtesy at the end is not looked for further from it than this many words. */
const LONGEST_ENDING = 12;

/** A name after a dash signs a sentence, not a word or two. */
const FEWEST_BEFORE_DASH = 2;

type IsCustomer = (token: Token) => boolean;
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
   * The words that are left; all of them where too few content words would be.
   *
   * @param isCustomer names a customer, so that "Thanks, Contoso" keeps what may be the point of it.
   */
  strip(tokens: readonly Token[], text: string, isCustomer: IsCustomer = () => false): readonly Token[] {
    const plain = this.dropAnywhere(dropSignedName(tokens, text, isCustomer));
    const from = this.endOfFront(plain, text);
    const left = plain.slice(from, this.startOfBack(plain, from, isCustomer));
    if (left.length === tokens.length) return tokens;
    return left.filter(namesSomething).length >= this.fewestLeft ? left : tokens;
  }

  /** True for a text that is courtesy and nothing else. */
  isAll(text: string): boolean {
    const tokens = this.dropAnywhere(tokenize(text));
    const from = this.endOfFront(tokens, text);
    return this.startOfBack(tokens, from, () => false) <= from;
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

  private endOfFront(tokens: readonly Token[], text: string): number {
    let at = 0;
    for (;;) {
      const end = this.endOfRun(tokens, at);
      if (end === at) return at;
      const name = tokens[end];
      // "Ciao Marco, …": a name that the greeting is for.
      const isFor = name !== undefined && isCapitalised(name) && /^[,!.:\n]/.test(text.slice(name.end));
      at = isFor ? end + 1 : end;
    }
  }

  /** The first word from which on there is only courtesy, or a closing and a name. */
  private startOfBack(tokens: readonly Token[], from: number, isCustomer: IsCustomer): number {
    for (let at = Math.max(from, tokens.length - LONGEST_ENDING); at < tokens.length; at++) {
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

/** Without a name on a line of its own at the end, or after a dash; a customer's name is none to drop. */
function dropSignedName(tokens: readonly Token[], text: string, isCustomer: IsCustomer): readonly Token[] {
  for (let at = Math.max(1, tokens.length - LONGEST_NAME); at < tokens.length; at++) {
    const [before, token] = [tokens[at - 1], tokens[at]];
    if (before === undefined || token === undefined) continue;
    const between = text.slice(before.end, token.start);
    const isLine = between.includes('\n') && !text.slice(token.start).trim().includes('\n');
    const isDashed = /\s[-–—]{1,2}\s*$/.test(between) && at >= FEWEST_BEFORE_DASH && !isCapitalised(before);
    if ((isLine || isDashed) && tokens.slice(at).every((name) => isCapitalised(name) && !isCustomer(name))) {
      return tokens.slice(0, at);
    }
  }
  return tokens;
}

function namesSomething(token: Token): boolean {
  return !FUNCTION_WORDS.it.has(token.text) && !FUNCTION_WORDS.en.has(token.text);
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
