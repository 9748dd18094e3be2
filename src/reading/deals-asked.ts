import { isFunctionWord } from '../language/function-words.ts';
import { inLists, made, phraseOf } from '../language/said.ts';
import { RANKING, type Trait } from '../language/traits.ts';
import { type DealLimits, limitsIn } from './deals-limits.ts';
import { traitsNamed, withoutTraits } from './described.ts';
import { foldedWords } from './folded.ts';
import { asks } from './contents.ts';
import type { Reading } from './reading.ts';

/** Which of the person's deals are to be listed, counted or summed. */
export interface DealsAsked extends DealLimits {
  /** How they stand; empty where that doesn't matter. */
  readonly traits: readonly Trait[];
  /** What is sold in them, as typed: "i deal con analytics"; null where none is said. */
  readonly sold: string | null;
  /** Whether only what is not closed counts: "in pipeline". */
  readonly isOpen: boolean;
  /** Whether the smallest, or the first in time, is to come first. */
  readonly isRising: boolean;
  /** Whether it speaks of deals by itself, and not of those on the screen alone ("quanto valgono in tutto?"). */
  readonly isWhole: boolean;
}

const MOST_WORDS = 14;

const patterns = made(() => ({
  total: new RegExp(phraseOf('total-asked'), 'g'),
  pipeline: new RegExp(phraseOf('in-pipeline'), 'g'),
  lists: new RegExp(phraseOf('list-verbs'), 'g'),
}));

const isCount = inLists('count-many');
const isThose = inLists('those', 'which-many');
const isQuestionWord = inLists('question-words');
const isWhich = inLists('which');
const areMany = inLists('deals-nouns');
const isDeal = inLists('deal-nouns', 'deals-nouns');
const isBeside = inLists(
  'deal-nouns',
  'deals-nouns',
  'those',
  'which-many',
  'which',
  'own-deals',
  'beside-traits',
  'count-many',
  'all-of-them',
  'only-them',
);
const isOwner = inLists('own-deals');
const isHaving = inLists('having-ended');
const isArticle = inLists('the');
const isJoin = inLists('joining');
const isSoldBy = inLists('sold-by');
const isAnyOne = inLists('any-one');
const RANKS: ReadonlySet<Trait> = new Set(RANKING);
const RISING: ReadonlySet<Trait> = new Set<Trait>(['smallest', 'oldest', 'closes-first', 'expires-first']);

/**
 * Reads a wish for several of the person's deals: "quali deal sono stati rifiutati?", "quanti ne ho in attesa?", "e quelli
 * vinti?", "quanti soldi ho in pipeline", "i miei deal sopra i 50k". Null where any word is left over that says something
 * else.
 */
export function dealsAsked(reading: Reading): DealsAsked | null {
  const { text, clauses } = reading;
  const said = foldedWords(text);
  if (said.length > MOST_WORDS) return null;
  if (clauses.some(({ act }) => act === 'what-if' || act === 'negation' || act === 'plan')) return null;
  const limited = limitsIn(reading);
  if (limited === null) return null;
  const { limits } = limited;
  const told = traitsNamed(limited.rest);
  const traits = told.filter((trait) => !RANKS.has(trait));
  let rest = foldedWords(limited.rest).join(' ');
  const take = (pattern: RegExp): boolean => {
    const before = rest;
    rest = rest.replace(pattern, ' ');
    return rest !== before;
  };
  const isOpen = take(patterns().pipeline);
  const isTotal = take(patterns().total);
  const isList = take(patterns().lists);
  const isCounted = said.some((word) => isCount(word));
  // English has one word for "quale" and "quali".
  const areThose =
    said.some((word) => isThose(word)) ||
    (said.some((word) => isWhich(word)) && said.some((word) => areMany(word)));
  const areDeals = said.some((word, at) => isDeal(word) && !isAnyOne(said[at - 1] ?? ''));
  const isOfDays = limits.period !== null && isQuestionWord(said[0] ?? '');
  const isLimited = limits.amount !== null || limits.period !== null || limits.but.length > 0;
  const left = withoutTraits(foldedWords(rest)).filter((word) => !isBeside(word));
  const words = left.filter((word) => !isFunctionWord(word));
  const [only, ...more] = words;
  const sold =
    only !== undefined && more.length === 0 && isSoldBy(left[left.indexOf(only) - 1] ?? '') ? only : null;
  if (words.length > (sold === null ? 0 : 1)) return null;
  const isOurs = said.some((word) => isOwner(word));
  // "I deal sotto i 25k sono rifiutati?" asks of deals in general.
  const isBare =
    areDeals &&
    isLimited &&
    (limits.period !== null || isOurs || isNoun(said)) &&
    !(asks(reading) && traits.length > 0);
  const isAsked =
    isTotal ||
    isCounted ||
    isOpen ||
    isOfDays ||
    limits.order !== null ||
    (areThose && (traits.length > 0 || areDeals || isLimited)) ||
    (isList && areDeals) ||
    isBare;
  const isTold =
    traits.length > 0 || sold !== null || isTotal || isOpen || isLimited || (isCounted && areDeals);
  // "Quali deal ho?", "what deals have I got?"
  const isOfDeals = isQuestionWord(said[0] ?? '') && isDeal(said[1] ?? '');
  const isOwned = isOfDeals && said.some((word) => isOwner(word) || isHaving(word));
  if (!isOwned && !(isAsked && (isTold || limits.order !== null)) && !goesOn(said, traits, words))
    return null;
  const isRising = told.some((trait) => RISING.has(trait));
  const isWhole =
    isOwned ||
    (isAsked && (areDeals || isOpen || traits.length > 0 || limits.order !== null || limits.period !== null));
  return { ...limits, traits, sold, isOpen, isRising, isWhole };
}

/** "I deal sopra i 50k" names them; "deal sotto i 25k" may be a topic. */
const isNoun = (said: readonly string[]): boolean =>
  said.some((word, at) => isDeal(word) && isArticle(said[at - 1] ?? ''));

/** "E i privati?" after a list. */
function goesOn(
  [first = '', second = '']: readonly string[],
  traits: readonly Trait[],
  left: readonly string[],
): boolean {
  return isJoin(first) && isArticle(second) && traits.length > 0 && left.length === 0;
}
