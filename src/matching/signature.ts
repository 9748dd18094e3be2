import { isGivenName } from '../language/name-like.ts';
import { inLists } from '../language/said.ts';
import type { Token } from '../language/tokens.ts';

/** What is known of words where a message is read. */
export interface KnownWords {
  /** Names a customer, so that "Thanks, Contoso" keeps what may be the point of it. */
  readonly isCustomer: (token: Token) => boolean;
  /** A word of the knowledge; false while the knowledge itself is read. */
  readonly isKnown: (word: string) => boolean;
}

/** A signature has no more words than this: "Maria Grazia De Luca". */
export const LONGEST_NAME = 4;

/** A name that isn't a common first name signs a sentence after a dash, not a word or two. */
const FEWEST_BEFORE_DASH = 2;
/** Without anything between, a name signs only what is long enough to be a request by itself. */
const FEWEST_BEFORE_SPACE = 3;

/** After one of these a name is spoken of: "con Luca", "di Sara", "mi chiamo Anna", "cliente Marco Polo". */
const namesSomebody = inLists('names-somebody');

const DASH = /\s[-–—]{1,2}\s*$/;
/** What parts a signature from a sentence: a dash, a comma, a bracket, the end of the sentence. */
const PARTING = '-–—,;(.!?…';

/**
 * The message without who signs it at its end: a name on a line of its own, after a dash, or a common first name
 * with what follows. The names of customers and whatever the knowledge speaks of stay.
 */
export function dropSignature(tokens: readonly Token[], text: string, known: KnownWords): readonly Token[] {
  for (let at = Math.max(1, tokens.length - LONGEST_NAME); at < tokens.length; at++) {
    const [before, ...name] = tokens.slice(at - 1);
    const first = name[0];
    if (before === undefined || first === undefined || name.some(known.isCustomer)) continue;
    const between = text.slice(before.end, first.start);
    const isSigned = name.every(isCapitalised)
      ? isLastLine(between, text.slice(first.start)) || isDashed(between, before, at, known)
      : false;
    if (isSigned || signsByName(name, between, before, at, known)) return tokens.slice(0, at);
  }
  return tokens;
}

/** Is a word written with a capital? */
export function isCapitalised(token: Token): boolean {
  return /^\p{Lu}/u.test(token.raw);
}

function isLastLine(between: string, rest: string): boolean {
  return between.includes('\n') && !rest.trim().includes('\n');
}

/** "Contoso - Fabrikam" is two names, and neither signs the other; "… Microsoft - Luca" is signed. */
function isDashed(between: string, before: Token, at: number, { isKnown }: KnownWords): boolean {
  return DASH.test(between) && at >= FEWEST_BEFORE_DASH && (!isCapitalised(before) || isKnown(before.text));
}

function isParted(between: string): boolean {
  const marks = between.trimEnd();
  return PARTING.includes(marks.at(-1) ?? ' ') || between.slice(marks.length).includes('\n');
}

/** A common first name, and after it family names or initials that the knowledge doesn't know. */
function signsByName(
  [first, ...others]: readonly Token[],
  between: string,
  before: Token,
  at: number,
  { isCustomer, isKnown }: KnownWords,
): boolean {
  // Examples speak of people too ("can I pass my deals to Luca?"): a first name stays one.
  if (first === undefined || !isGivenName(first.text)) return false;
  if (!others.every((name) => isCapitalised(name) || (!isKnown(name.text) && !isCapitalised(first))))
    return false;
  if (isParted(between)) return true;
  // Where nothing parts it, it may also be somebody that is spoken of.
  const isSpokenOf = namesSomebody(before.text) || (isCapitalised(before) && !isCustomer(before));
  return isCapitalised(first) && !isSpokenOf && at >= FEWEST_BEFORE_SPACE;
}
