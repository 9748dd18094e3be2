import { isFunctionWord } from '../language/function-words.ts';
import { inLists, made, phraseOf } from '../language/said.ts';
import { RANKING, type Trait } from '../language/traits.ts';
import { traitsNamed, withoutTraits } from './described.ts';
import { foldedWords } from './folded.ts';
import type { Reading } from './reading.ts';

/** Which of the person's deals are to be listed, counted or summed. */
export interface DealsAsked {
  /** How they stand; empty where that doesn't matter. */
  readonly traits: readonly Trait[];
  /** What is sold in them, as typed: "i deal con analytics"; null where none is said. */
  readonly sold: string | null;
  /** Whether only what is not closed counts: "in pipeline". */
  readonly isOpen: boolean;
  /** Whether it speaks of deals by itself, and not of those on the screen alone ("quanto valgono in tutto?"). */
  readonly isWhole: boolean;
}

const MOST_WORDS = 9;

const patterns = made(() => ({
  total: new RegExp(phraseOf('total-asked'), 'g'),
  pipeline: new RegExp(phraseOf('in-pipeline'), 'g'),
  lists: new RegExp(phraseOf('list-verbs'), 'g'),
}));

const isCount = inLists('count-many');
const isThose = inLists('those', 'which-many');
const isDeal = inLists('deal-nouns', 'deals-nouns');
const isBeside = inLists(
  'deal-nouns',
  'deals-nouns',
  'those',
  'which-many',
  'own-deals',
  'beside-traits',
  'count-many',
  'all-of-them',
);
const isSoldBy = inLists('sold-by');
const isAnyOne = inLists('any-one');
const RANKS: ReadonlySet<Trait> = new Set(RANKING);

/**
 * Reads a wish for several of the person's deals: "quali deal sono stati rifiutati?", "quanti ne ho in attesa?", "e quelli
 * vinti?", "quanti soldi ho in pipeline". Null where any word is left over that says something else.
 */
export function dealsAsked({ text, facts, clauses }: Reading): DealsAsked | null {
  const said = foldedWords(text);
  if (said.length > MOST_WORDS || facts.some(({ kind }) => kind === 'known-name')) return null;
  if (clauses.some(({ act }) => act === 'what-if' || act === 'negation' || act === 'plan')) return null;
  const traits = traitsNamed(text).filter((trait) => !RANKS.has(trait));
  let rest = said.join(' ');
  const take = (pattern: RegExp): boolean => {
    const before = rest;
    rest = rest.replace(pattern, ' ');
    return rest !== before;
  };
  const isTotal = take(patterns().total);
  const isOpen = take(patterns().pipeline);
  const isList = take(patterns().lists);
  const isCounted = said.some((word) => isCount(word));
  const areThose = said.some((word) => isThose(word));
  const areDeals = said.some((word, at) => isDeal(word) && !isAnyOne(said[at - 1] ?? ''));
  const left = withoutTraits(foldedWords(rest)).filter((word) => !isBeside(word));
  const words = left.filter((word) => !isFunctionWord(word));
  const [only, ...more] = words;
  const sold =
    only !== undefined && more.length === 0 && isSoldBy(left[left.indexOf(only) - 1] ?? '') ? only : null;
  if (words.length > (sold === null ? 0 : 1)) return null;
  const isAsked =
    isTotal || isCounted || isOpen || (areThose && (traits.length > 0 || areDeals)) || (isList && areDeals);
  const isTold = traits.length > 0 || sold !== null || isTotal || isOpen || (isCounted && areDeals);
  if (!isAsked || !isTold) return null;
  return { traits, sold, isOpen, isWhole: areDeals || isOpen || traits.length > 0 };
}
