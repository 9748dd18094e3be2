import type { Meaning, VerbForm, VerbKind } from '../../knowledge/words.ts';
import type { Fact, FactKind } from '../reading.ts';
import type { WordMeanings } from './lexicon.ts';
import { cutTokens, type WordToken } from './tokens.ts';

/** A word, a phrase with a meaning, a fact or a sign: what acts are read from. */
export interface Item {
  readonly kind: 'word' | 'fact' | 'sign';
  /** The first word, folded and mended; a sign is itself. */
  readonly word: string;
  readonly meaning: Meaning | null;
  /** Whether it only holds a sentence together: an article, a pronoun, a preposition. */
  readonly isLight: boolean;
  /** Number of words. */
  readonly size: number;
  readonly verb: VerbKind | null;
  readonly forms: ReadonlySet<VerbForm>;
  /** Whether a pronoun has grown to the verb: "chiudilo". */
  readonly hasClitic: boolean;
  readonly fact: Fact | null;
  readonly start: number;
  readonly end: number;
}

interface Heard {
  readonly word: string;
  readonly token: WordToken;
  readonly fact: Fact | null;
  readonly isMasked: boolean;
}

/** Facts whose words say nothing beside the value: a name is no verb. "Vinto", "domani" speak on. */
const MASKED: ReadonlySet<FactKind> = new Set<FactKind>([
  'money',
  'recurring',
  'phone',
  'email',
  'link',
  'known-name',
  'organisation',
  'person',
  'address',
  'number-id',
]);
const NO_FORMS: ReadonlySet<VerbForm> = new Set();

/** "Non voglio che Microsoft lo veda" as a whole is a private deal, and denies nothing; its name alone is one word. */
const isToldByDenial = ({ kind, start, end }: Fact): boolean =>
  kind === 'deal-kind' && end - start > LONGEST_KIND;
/** Letters: "partner-led". */
const LONGEST_KIND = 14;

/** Reads the words and signs of a text as items, facts in the order of the text. */
export function listItems(text: string, facts: readonly Fact[], lexicon: WordMeanings): Item[] {
  const heard = hear(text, facts, lexicon);
  const words = heard.map(({ word, isMasked, token }) => (isMasked || token.kind === 'sign' ? '\0' : word));
  const items: Item[] = [];
  for (let at = 0; at < heard.length;) {
    const one = heard[at];
    if (one === undefined) break;
    if (one.isMasked) {
      let next = at + 1;
      while (heard[next]?.fact === one.fact) next += 1;
      items.push(itemOf(one, heard[next - 1] ?? one, 'fact', null, lexicon));
      at = next;
      continue;
    }
    const phrase = one.token.kind === 'sign' ? null : lexicon.phraseAt(words, at);
    const length = phrase?.length ?? 1;
    items.push(
      itemOf(
        one,
        heard[at + length - 1] ?? one,
        kindOf(one, phrase !== null),
        phrase?.meaning ?? null,
        lexicon,
        length,
      ),
    );
    at += length;
  }
  return items.map((item, at) =>
    governs(item, items[at + 1]) ? { ...item, verb: null, forms: NO_FORMS } : item,
  );
}

/** "Prima di chiudere", "da chiudere": a preposition is no verb, though it looks like "di'" and "da'". */
function governs({ isLight, verb }: Item, next: Item | undefined): boolean {
  return isLight && verb !== null && next?.forms.has('infinitive') === true && !next.forms.has('imperative');
}

function itemOf(
  first: Heard,
  last: Heard,
  kind: Item['kind'],
  meaning: Meaning | null,
  lexicon: WordMeanings,
  length = 1,
): Item {
  // "crea pure" is a yes by itself, and an order where more follows.
  const isAlone = kind === 'word' && (length === 1 || meaning === 'agree-alone') && meaning !== 'field';
  // "Aprile" of a day opens nothing.
  const isVerb = isAlone && first.fact?.kind !== 'day';
  // A name may end like a verb ("Litware"), and so may a word with another meaning ("adesso").
  const mayBe = meaning === null && !first.token.isCapital;
  const verb =
    isVerb && (mayBe || lexicon.isListedVerb(first.word)) ? lexicon.verbOf(first.word, typedOf(first)) : null;
  const isOrder = meaning === 'order';
  return {
    kind,
    word: first.word,
    meaning,
    isLight: lexicon.isLight(first.word),
    size: length,
    verb: isOrder ? 'do' : (verb?.kind ?? null),
    forms: isOrder ? AS_ORDER : (verb?.forms ?? NO_FORMS),
    hasClitic: !isOrder && verb?.hasClitic === true,
    fact: first.fact,
    start: first.token.start,
    end: last.token.end,
  };
}

const AS_ORDER: ReadonlySet<VerbForm> = new Set(['imperative', 'infinitive']);
/** A mended word has no typed form. */
const typedOf = ({ word, token }: Heard): string => (token.word === word ? token.typed : word);

const PICTURE = /^\p{Extended_Pictographic}/u;

/** A picture that means nothing to us is a sign. */
const kindOf = ({ token }: Heard, isPhrase: boolean): Item['kind'] =>
  !isPhrase && PICTURE.test(token.word) ? 'sign' : token.kind;

/** The words as they are meant: spelled out, with slips mended, each with the fact it belongs to. */
function hear(text: string, facts: readonly Fact[], lexicon: WordMeanings): Heard[] {
  const tokens = cutTokens(text);
  const isShouted = text === text.toUpperCase();
  const heard: Heard[] = [];
  let next = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    while ((facts[next]?.end ?? Infinity) <= token.start) next += 1;
    const fact = (facts[next]?.start ?? Infinity) < token.end ? (facts[next] ?? null) : null;
    const isMasked = fact !== null && (MASKED.has(fact.kind) || isToldByDenial(fact));
    if (isMasked || token.kind === 'sign') {
      heard.push({ word: token.word, token, fact, isMasked });
      continue;
    }
    const pair = spelledPair(token, tokens[at + 1], lexicon);
    const words = pair ?? meantBy(token, at === 0 || isShouted, text, lexicon, fact?.kind === 'outcome');
    heard.push(...words.map((word) => ({ word, token, fact, isMasked })));
    if (pair !== null) at += 1;
  }
  return heard;
}

/** "anno detto" is "hanno detto"; what an apostrophe parts is also looked up as one: "don't" is "dont". */
function spelledPair(
  token: WordToken,
  next: WordToken | undefined,
  lexicon: WordMeanings,
): readonly string[] | null {
  if (next?.kind !== 'word') return null;
  const isJoined = next.start === token.end && token.hasApostrophe;
  const joined = isJoined ? lexicon.spelled(token.word + next.word) : null;
  return joined ?? lexicon.spelled(`${token.word} ${next.word}`);
}

/** What a fact was read from is no slip: "losing" is no "closing". "nn" is "non", "dont" is "do not", "siii" is "si", "sisi" is "si", "trona" is "torna". */
function meantBy(
  token: WordToken,
  mayBeWord: boolean,
  text: string,
  lexicon: WordMeanings,
  isRead: boolean,
): readonly string[] {
  const { word } = token;
  const spelled = lexicon.spelled(word);
  if (spelled !== null) return spelled;
  const contracted = /['’‘´`]/.test(text.charAt(token.start - 1)) ? lexicon.contraction(word) : null;
  if (contracted !== null) return [contracted];
  if (lexicon.isKnown(word) || /\d/.test(word) || lexicon.isListedVerb(word)) return [word];
  const short = shortened(word, lexicon);
  if (short !== null) return [short];
  const isName = (token.isCapital && !mayBeWord) || isRead;
  return [(isName ? null : lexicon.mend(word)) ?? word];
}

/** A word of drawn-out letters or said twice, as one that is known. */
function shortened(word: string, lexicon: WordMeanings): string | null {
  const drawn = word.replace(/(\p{L})\1{1,}/gu, '$1');
  const half = word.slice(0, word.length / 2);
  const isTwice = word.length % 2 === 0 && word === half + half;
  if (isTwice && lexicon.isKnown(half)) return half;
  return /(\p{L})\1\1/u.test(word) && lexicon.isKnown(drawn) ? drawn : null;
}
