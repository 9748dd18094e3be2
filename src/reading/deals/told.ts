import { isFunctionWord } from '../../language/function-words.ts';
import { inLists, made, phraseOf } from '../../language/said.ts';
import type { Trait } from '../../language/traits.ts';
import { type DealLimits, limitsIn } from './limits.ts';
import { traitsNamed, withoutTraits } from '../described.ts';
import { RANKS } from './ranks.ts';
import { soldIn } from './sold.ts';
import { foldedWords } from '../folded.ts';
import { asks } from '../contents.ts';
import type { Reading } from '../reading.ts';

const MOST_WORDS = 14;

const patterns = made(() => ({
  total: new RegExp(phraseOf('total-asked'), 'g'),
  pipeline: new RegExp(phraseOf('in-pipeline'), 'g'),
  ended: new RegExp(phraseOf('ended-verbs'), 'g'),
  lists: new RegExp(phraseOf('list-verbs'), 'g'),
  only: new RegExp(`^(?:${phraseOf('joining')} )?${phraseOf('filter-verbs', 'only-them')}(?= |$)`),
}));

const isCount = inLists('count-many');
const isThose = inLists('those', 'which-many');
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
const isAnyOne = inLists('any-one');
const isDenial = inLists('negation');
const isFromFirst = inLists('from-the-first');

/** "Top 3", "i 3 più grossi". */
const COUNT = /^[1-9]\d?$/;

/** What is known of the deals that the person may see, and of the rules for them. */
export interface AboutDeals {
  /** What is sold in them: a word of it tells those by itself. */
  readonly solutions: readonly string[];
  /** A value for which a rule holds, so that "deal sotto i 25k" may ask for the rule. */
  readonly ruled: number;
}

/** What the words of a message tell of deals, each word by one reader. */
export interface DealsTold {
  readonly said: readonly string[];
  readonly limits: DealLimits;
  readonly traits: readonly Trait[];
  /** What sets one above the others. */
  readonly ranked: Trait | null;
  /** How many are wanted: the "3" of "top 3". */
  readonly counted: string | undefined;
  readonly sold: string | null;
  readonly isRefined: boolean;
  readonly isOpen: boolean;
  readonly isTotal: boolean;
  readonly isList: boolean;
  readonly isEnded: boolean;
  readonly isCounted: boolean;
  readonly areThose: boolean;
  readonly areDeals: boolean;
  readonly isLimited: boolean;
  /** Whether they are told from others, by whatever of it. */
  readonly isSuch: boolean;
  /** "Dal più grande". */
  readonly isFromFirst: boolean;
  readonly isAsking: boolean;
}

/** Null where a word says something else than which deals. */
export function toldOf(reading: Reading, { solutions }: AboutDeals): DealsTold | null {
  const { text, clauses } = reading;
  const said = foldedWords(text);
  const isElse = clauses.some(({ act, isOwn }) => (act === 'plan' && isOwn === true) || act === 'what-if');
  // "Quanti soldi dà Microsoft per un deal co-sell?" asks of deals in general.
  const isGeneral = said.some((word, at) => isDeal(word) && isAnyOne(said[at - 1] ?? ''));
  const limited = isElse || isGeneral || said.length > MOST_WORDS ? null : limitsIn(reading);
  if (limited === null) return null;
  const { limits } = limited;
  const named = traitsNamed(limited.rest);
  const traits = named.filter((trait) => !RANKS.has(trait));
  const ranked = named.find((trait) => RANKS.has(trait)) ?? null;
  let rest = foldedWords(limited.rest).join(' ');
  const take = (pattern: RegExp): boolean => {
    const before = rest;
    rest = rest.replace(pattern, ' ');
    return rest !== before;
  };
  const { pipeline, total, ended, lists, only } = patterns();
  const isRefined = take(only);
  const isOpen = take(pipeline);
  const isTotal = take(total);
  const isList = take(lists);
  const isEnded = take(ended) || limits.period?.of === 'ended';
  const left = withoutTraits(foldedWords(rest)).filter((word) => !isBeside(word));
  const counted = ranked === null && !limits.isSorted ? undefined : left.find((word) => COUNT.test(word));
  const words = left.filter((word) => !isFunctionWord(word) && word !== counted);
  const { name: sold, isKnown } = soldIn(solutions, words, left);
  if (left.some((word) => isDenial(word)) || (words.length > 0 && sold === null)) return null;
  const isLimited =
    limits.amount !== null || limits.period !== null || limits.but.length + limits.notSuch.length > 0;
  return {
    said,
    limits,
    traits,
    ranked,
    counted,
    sold,
    isRefined,
    isOpen,
    isTotal,
    isList,
    isEnded,
    isCounted: said.some((word) => isCount(word)),
    // English has one word for "quale" and "quali".
    areThose:
      said.some((word) => isThose(word)) ||
      (said.some((word) => isWhich(word)) && said.some((word) => areMany(word))),
    areDeals: said.some((word) => isDeal(word)),
    isLimited,
    isSuch: isLimited || isKnown || isOpen || isEnded || traits.length > 0,
    isFromFirst: ranked !== null && said.some((word, at) => isFromFirst(word) && at > 0),
    isAsking: asks(reading),
  };
}
