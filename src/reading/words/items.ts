import type { Meaning, VerbForm, VerbKind } from '../../knowledge/words.ts';
import { inLists } from '../../language/said.ts';
import type { Fact } from '../reading.ts';
import { hear, type HeardWord } from './heard-words.ts';
import { ANSWERS, type WordMeanings } from './lexicon.ts';

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

/** Of what is no verb. */
export const NO_FORMS: ReadonlySet<VerbForm> = new Set();

/** Reads the words and signs of a text as items, facts in the order of the text. */
export function listItems(text: string, facts: readonly Fact[], lexicon: WordMeanings): Item[] {
  const heard = hear(text, facts, lexicon);
  const words = heard.map(({ word, isMasked, token }) => (isMasked || token.kind === 'sign' ? '\0' : word));
  const items: Item[] = [];
  for (let at = 0; at < heard.length;) {
    const one = heard[at];
    if (one === undefined) break;
    if (isCompound(heard, at)) {
      const last = heard[at + 2] ?? one;
      items.push({ ...itemOf(one, last, 'word', null, lexicon, 2), verb: null, forms: NO_FORMS });
      at += 3;
      continue;
    }
    if (one.isMasked) {
      let next = at + 1;
      while (heard[next]?.fact === one.fact) next += 1;
      items.push(itemOf(one, heard[next - 1] ?? one, 'fact', null, lexicon));
      at = next;
      continue;
    }
    const found = one.token.kind === 'sign' ? null : lexicon.phraseAt(words, at);
    const phrase = found?.meaning === 'complain' && isLabel(heard, at) ? null : found;
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
  return items.map((item, at) => {
    if (governs(item, items[at + 1])) return { ...item, verb: null, forms: NO_FORMS };
    return isWhole(item) && isAuxiliary(items[at - 1]) && pastOf(item, lexicon) ? asPast(item) : item;
  });
}

const isShortened = inLists('shortened');

/** "Uff. 0445/380200": a shortened word before a value says what it is, and complains of nothing. */
function isLabel(heard: readonly HeardWord[], at: number): boolean {
  const [word, stop, value] = heard.slice(at, at + 3);
  const isShort = word !== undefined && stop?.token.word === '.' && stop.token.start === word.token.end;
  return isShort && value?.isMasked === true && isShortened(word.word);
}

/** "Go-live", "check-in": a hyphen makes one noun of two words that no phrase holds. */
function isCompound(heard: readonly HeardWord[], at: number): boolean {
  const [first, sign, second] = heard.slice(at, at + 3);
  if (first === undefined || second === undefined || sign?.token.word !== '-') return false;
  const isJoined = first.token.end === sign.token.start && sign.token.end === second.token.start;
  const areWords = [first, second].every(({ token, fact }) => token.kind === 'word' && fact === null);
  return isJoined && areWords && /^\p{L}/u.test(first.word) && /^\p{L}/u.test(second.word);
}

/** "Approvato" is a yes by itself; "il capo ha approvato" tells. */
const isWhole = ({ meaning, size }: Item): boolean => size === 1 && meaning !== null && ANSWERS.has(meaning);
/** "Ho", "hanno", "has been". */
export const isAuxiliary = (item: Item | undefined): boolean =>
  item?.meaning === 'have-own' || item?.meaning === 'have-others';
const pastOf = ({ word }: Item, lexicon: WordMeanings): boolean =>
  lexicon.verbOf(word)?.forms.has('past') === true;
const asPast = (item: Item): Item => ({ ...item, meaning: null, forms: new Set<VerbForm>(['past']) });

/** "Prima di chiudere", "da chiudere", "dai 20 ai 25mila": a preposition is no verb, though it looks like "di'" and "da'". */
function governs({ isLight, verb }: Item, next: Item | undefined): boolean {
  if (!isLight || verb === null || next === undefined) return false;
  return /^\d/.test(next.word) || (next.forms.has('infinitive') && !next.forms.has('imperative'));
}

function itemOf(
  first: HeardWord,
  last: HeardWord,
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
  const read =
    isVerb && (mayBe || lexicon.isListedVerb(first.word)) ? lexicon.verbOf(first.word, typedOf(first)) : null;
  // "Dalla" only looks like "dà" with a pronoun, and "vale" and "fa 12k" tell what something is.
  const isOther = meaning === 'be' || (read?.hasClitic === true && lexicon.isLight(first.word));
  const verb = isOther ? null : read;
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
const typedOf = ({ word, token }: HeardWord): string => (token.word === word ? token.typed : word);

const PICTURE = /^\p{Extended_Pictographic}/u;

/** A picture that means nothing to us is a sign. */
const kindOf = ({ token }: HeardWord, isPhrase: boolean): Item['kind'] =>
  !isPhrase && PICTURE.test(token.word) ? 'sign' : token.kind;
