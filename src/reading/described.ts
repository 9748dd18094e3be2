import { isFunctionWord } from '../language/function-words.ts';
import { valueOfNumberWord } from '../language/money/number-words.ts';
import { inLists, listOf, made } from '../language/said.ts';
import { RANKING, type Trait, TRAITS } from '../language/traits.ts';
import { type ClosingTold, closingIn } from './closing-told.ts';
import { foldedWords } from './folded.ts';
import type { Reading } from './reading.ts';

/** A deal told by what it is: "quello in attesa", "the oldest one", "quale scade prima?". */
export interface Described {
  readonly traits: readonly Trait[];
  /** Whole days that Microsoft still has: "quello a cui mancano nove giorni"; null where none are said. */
  readonly daysLeft: number | null;
  /** When it closes: "quello che chiude il 7 giugno", "the one closing in March"; null where that isn't said. */
  readonly closing: ClosingTold | null;
  /** The words that tell it, to be quoted. */
  readonly text: string;
  /** All that fit are meant: "quali sono in attesa?". */
  readonly areMany: boolean;
  /** Whether it speaks of the person's deals by itself ("il mio deal più grosso"), and of nothing that has to be on the screen. */
  readonly isWhole: boolean;
}

/** A longer message says more than which deal is meant. */
const MOST_WORDS = 9;

/** What sets one deal above the others; the rest are states, which many may have. */
const RANKS: ReadonlySet<Trait> = new Set(RANKING);

const isOne = inLists('that-one', 'those');
const isMany = inLists('those', 'which-many');
const isWhich = inLists('which', 'which-many');
const isOwn = inLists('own-deals');
const isDeal = inLists('deal-nouns', 'deals-nouns');
const isDays = inLists('days');
const isArticle = inLists('the');
const isDeals = inLists('deals-nouns');
const isDenial = inLists('negation');
const isNamed = (kind: string): boolean =>
  kind === 'known-name' || kind === 'organisation' || kind === 'person';

/** Phrases by what they tell, each as its words; the longer first, so that "meno recente" is no "recente". */
const phrases = made(() =>
  TRAITS.flatMap((trait) => listOf(trait).map((phrase) => ({ trait, words: foldedWords(phrase) }))).sort(
    (a, b) => b.words.length - a.words.length,
  ),
);

/**
 * Reads which deal is meant where no name says it. Null where nothing is told of it, where it is denied, and where what
 * is told belongs to another thing: "il valore più alto" is no deal.
 */
export function describedIn(reading: Reading): Described | null {
  const { text, facts, clauses } = reading;
  const said = foldedWords(text);
  // "Which deals close in March?" asks for all that do.
  const closes = said.some((word) => isMany(word) || isDeals(word)) ? null : closingIn(reading, said);
  const length = said.length - (closes?.places.length ?? 0);
  if (length > MOST_WORDS || facts.some(({ kind }) => isNamed(kind))) return null;
  const found = traitsIn(said);
  const days = daysIn(said);
  const told = new Set([
    ...found.flatMap(({ places }) => places),
    ...(days?.places ?? []),
    ...(closes?.places ?? []),
  ]);
  if (told.size === 0 || said.some((word, at) => isDenial(word) && !told.has(at))) return null;
  // "Segna quello privato come vinto": the end that it is to have tells nothing of it.
  const isOrder = clauses.some(({ act }) => act === 'order');
  const traits = found.map(({ trait }) => trait).filter((trait) => !(isOrder && ENDS.has(trait)));
  const head = headOf(said, told, traits);
  if (head === null || saysMore(said, told, closes === null ? Number(head.isPointed || isOrder) : BESIDE_DAY))
    return null;
  const places = [...told].sort((a, b) => a - b);
  const quoted = said.slice(places[0], (places.at(-1) ?? 0) + 1).join(' ');
  const { areMany } = head;
  const closing = closes?.closing ?? null;
  const isWhole = head.isWhole || closing !== null;
  return { traits, daysLeft: days?.count ?? null, closing, text: quoted, areMany, isWhole };
}

/** Words beside a day, which tells a deal by itself: "com'è messo quello che chiude il 7 giugno?" */
const BESIDE_DAY = 3;

/**
 * Whether one is told by a word or two that nothing explains, behind what joins them: "quello di Verona", "the one in
 * Genoa".
 */
export function isToldByName({ text }: Reading): boolean {
  const said = foldedWords(text);
  const names = said.flatMap((word, at) => (isOfDescription(word) ? [] : [at]));
  const [first = 0] = names;
  const joins = said[first - 1] ?? '';
  const isLast = names.length <= 2 && names.length === said.length - first;
  return isLast && said.slice(0, 2).some((word) => isOne(word)) && !isOne(joins) && !isArticle(joins);
}

/** What words tell of deals, wherever they stand: for a field that asks for nothing else ("in attesa"). */
export function traitsNamed(text: string): readonly Trait[] {
  return traitsIn(foldedWords(text)).map(({ trait }) => trait);
}

/** The words of a message that tell nothing of which deals are meant. */
export function withoutTraits(said: readonly string[]): readonly string[] {
  const told = new Set(traitsIn(said).flatMap(({ places }) => places));
  return said.filter((_, at) => !told.has(at));
}

const ENDS: ReadonlySet<Trait> = new Set<Trait>(['won', 'lost']);

interface FoundTrait {
  readonly trait: Trait;
  /** Indexes of its words. */
  readonly places: readonly number[];
}

/** No word tells two things. */
function traitsIn(said: readonly string[]): readonly FoundTrait[] {
  const taken = new Set<number>();
  const isSaid = new Set(said);
  return phrases().flatMap(({ trait, words }) => {
    if (!isSaid.has(words[0] ?? '')) return [];
    const at = said.findIndex((_, from) =>
      words.every((word, index) => said[from + index] === word && !taken.has(from + index)),
    );
    if (at < 0) return [];
    const places = words.map((_, index) => at + index);
    for (const place of places) taken.add(place);
    return [{ trait, places }];
  });
}

/** "Nove giorni", "9 days". */
function daysIn(
  said: readonly string[],
): { readonly count: number; readonly places: readonly number[] } | null {
  const at = said.findIndex((word, index) => isDays(word) && numberOf(said[index - 1] ?? '') !== null);
  const count = numberOf(said[at - 1] ?? '');
  return at < 0 || count === null ? null : { count, places: [at - 1, at] };
}

const numberOf = (word: string): number | null =>
  /^\d{1,3}$/.test(word) ? Number(word) : valueOfNumberWord(word);

/** What the traits are told of; null where it is no deal, or deals in general ("un deal privato", "il deal privato"). */
function headOf(
  said: readonly string[],
  told: ReadonlySet<number>,
  traits: readonly Trait[],
): (Pick<Described, 'areMany' | 'isWhole'> & { readonly isPointed: boolean }) | null {
  const places = [...told];
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const isSaid = (is: (word: string) => boolean): boolean => said.some((word) => is(word));
  // "Hanno accettato quello?" asks whether, and doesn't tell which: what is told of a noun follows it or stands beside it.
  const follows = (is: (word: string) => boolean): boolean =>
    said.slice(0, first).some((word) => is(word)) ||
    (isArticle(said[first - 1] ?? '') && is(said[last + 1] ?? ''));
  const isBesideDeal = [said[first - 1], said[last + 1]].some((word = '') => isDeal(word));
  const isRanked = traits.some((trait) => RANKS.has(trait));
  const isOurs = isSaid(isOwn) && isSaid(isDeal) && (isRanked || isBesideDeal);
  const asksWhich = follows(isWhich);
  // "Il più grosso", "the oldest": an article before what is told.
  const stands = isRanked && said.some((word, at) => isArticle(word) && told.has(at + 1));
  const isPointed = follows(isOne) || (isOurs && isRanked);
  if (!isPointed && !isOurs && !asksWhich && !stands && !(isRanked && isSaid(isDeal))) return null;
  const isOfOurs = isOurs || (asksWhich && isSaid(isDeal) && (isRanked || traits.includes('waiting')));
  const isWhole = isOfOurs && !said.slice(0, 2).some((word) => asksElse(word));
  return { areMany: isSaid(isMany), isWhole, isPointed };
}

const isQuestionWord = inLists('question-words');
/** "Perché il mio deal è rifiutato?" wants to know something else than which. */
const asksElse = (word: string): boolean => isQuestionWord(word) && !isWhich(word);

/**
 * Whether more is said than which deal it is: "il valore più alto che posso mettere". Beside "quello" or an order one
 * word may be ("apri quello in attesa"), but for another thing's name ("quello del ruolo più alto").
 */
function saysMore(said: readonly string[], told: ReadonlySet<number>, most: number): boolean {
  const more = said.flatMap((word, at) => (told.has(at) || isOfDescription(word) ? [] : [at]));
  const isThing = more.some((at) => isArticle(said[at - 1] ?? '') || isWhich(said[at - 1] ?? ''));
  return isThing || more.length > most;
}

const isBeside = inLists('beside-traits');
const isOfDescription = (word: string): boolean =>
  [isFunctionWord, isDeal, isOne, isWhich, isOwn, isDays, isBeside].some((is) => is(word));
