import { inLists } from '../../language/said.ts';
import type { Trait } from '../../language/traits.ts';
import type { DealLimits } from './limits.ts';
import { ORDER_OF, RISING, SIZES } from './ranks.ts';
import { type AboutDeals, type DealsTold, toldOf } from './told.ts';
import type { Reading } from '../reading.ts';

/** Which of the person's deals are to be listed, counted or summed. */
export interface DealsAsked extends DealLimits {
  /** How they stand; empty where that doesn't matter. */
  readonly traits: readonly Trait[];
  /** Whether one of them is enough: "rifiutati o scaduti". */
  readonly isEither: boolean;
  /** What is sold in them, in folded words: "i deal con analytics"; null where none is said. */
  readonly sold: string | null;
  /** So many at most, the first in their order: "i 3 più grossi"; null where all are meant. */
  readonly most: number | null;
  /** Whether only what is not closed counts ("in pipeline"), or only what is ("quali ho chiuso?"). */
  readonly isOpen: boolean;
  readonly isEnded: boolean;
  /** Whether the smallest, or the first in time, is to come first; null where nothing says so. */
  readonly isRising: boolean | null;
  /** Whether it leaves out some of what is on the screen: "solo gli aperti". */
  readonly isRefined: boolean;
  /** Whether it means something only behind a list: "e i privati?" */
  readonly isFragment: boolean;
  /** Whether it speaks of deals by itself, and not of those on the screen alone ("quanto valgono in tutto?"). */
  readonly isWhole: boolean;
}

const isThose = inLists('those', 'which-many');
const isQuestionWord = inLists('question-words');
const isWhich = inLists('which');
const areMany = inLists('deals-nouns');
const isDeal = inLists('deal-nouns', 'deals-nouns');
const isOwner = inLists('own-deals');
const isHaving = inLists('having-ended');
const isArticle = inLists('the');
const isJoin = inLists('joining');
const isOr = inLists('or-words');
const isAll = inLists('all-of-them');
const isBeing = inLists('is-somebody');

const NOTHING_KNOWN: AboutDeals = { solutions: [], ruled: 0 };

/**
 * Reads a wish for several of the person's deals: "quali deal sono stati rifiutati?", "quanti ne ho in attesa?", "e quelli
 * vinti?", "quanti soldi ho in pipeline", "deal wms oltre 50k", "solo gli accettati". Null where any word is left over that
 * says something else.
 */
export function dealsAsked(reading: Reading, about: AboutDeals = NOTHING_KNOWN): DealsAsked | null {
  const told = toldOf(reading, about);
  if (told === null) return null;
  const { said, limits, traits, ranked, counted, isRefined } = told;
  const isAsked = asksFor(told, about);
  const isSaid =
    told.isSuch || told.sold !== null || told.isTotal || counted !== undefined || ranked !== null;
  const isTold = isSaid || (told.isCounted && told.areDeals) || limits.order !== null;
  // "Quali deal ho?", "what deals have I got?"
  const isOfDeals = isQuestionWord(said[0] ?? '') && isDeal(said[1] ?? '');
  const isOwned = isOfDeals && said.some((word) => isOwner(word) || isHaving(word));
  if (!isOwned && !(isAsked && isTold) && !goesOnWith(told)) return null;
  const isOfAll =
    told.areDeals ||
    told.isOpen ||
    told.isList ||
    traits.length > 0 ||
    limits.period !== null ||
    ranked !== null;
  return {
    ...limits,
    order: limits.order ?? (ranked === null ? null : (ORDER_OF[ranked] ?? null)),
    traits,
    isEither: said.some((word) => isOr(word)),
    sold: told.sold,
    most: counted !== undefined ? Number(counted) : ranked !== null && !areManyRanked(told) ? 1 : null,
    isOpen: told.isOpen,
    isEnded: told.isEnded,
    isRising: ranked === null ? null : RISING.has(ranked),
    isRefined,
    isFragment: !isOwned && !isAsked && !isRefined,
    isWhole: isOwned || (isAsked && !isRefined && isOfAll),
  };
}

/** Whether words that tell of deals want them shown, by themselves. */
function asksFor(told: DealsTold, { ruled }: AboutDeals): boolean {
  const { said, limits, traits, ranked, areDeals, isList, isSuch, isAsking } = told;
  const isOfTopic = said.some((word) => isSingular(word)) && !said.some((word) => areMany(word));
  const isOfRule = limits.amount !== null && Object.values(limits.amount).includes(ruled);
  const isOurs = said.some((word) => isOwner(word));
  // "I deal sotto i 25k sono rifiutati?" asks of deals in general, and so may "deal privato".
  const isBare = areDeals && isSuch && !isAsking && (isList || !isOfTopic) && (isList || isOurs || !isOfRule);
  // "Il deal più piccolo", "il più grosso che ho", "quale scade prima?"
  const isOfRank = (word: string): boolean =>
    isHaving(word) || (isWhich(word) && ranked !== null && !SIZES.has(ranked));
  // "Quanti soldi dà Microsoft per i co-sell?"
  const isOfKind = !areDeals && traits.length === 1 && traits[0] === 'with-microsoft';
  return (
    ((told.isTotal || told.isCounted) && !isOfKind) ||
    told.isOpen ||
    told.isFromFirst ||
    limits.order !== null ||
    told.counted !== undefined ||
    (limits.period !== null && isQuestionWord(said[0] ?? '')) ||
    (limits.period !== null && areDeals && !(isAsking && traits.length > 0)) ||
    (ranked !== null && (areDeals || said.some(isOfRank))) ||
    // "Tutti tranne i vinti"
    (isSuch && said.some((word) => isAll(word))) ||
    (told.areThose && (traits.length > 0 || areDeals || told.isLimited || told.isEnded)) ||
    (isList && (areDeals || isSuch)) ||
    isBare
  );
}

/** "Solo i wms", "tra 40 e 70k", "e i privati?" behind a list. */
function goesOnWith({
  said,
  limits,
  traits,
  isRefined,
  isSuch,
  areDeals,
  isAsking,
  sold,
}: DealsTold): boolean {
  const isSum = limits.amount !== null && traits.length === 0 && !areDeals && !isAsking;
  const [first = '', second = ''] = said;
  const isMore = isJoin(first) && isArticle(second) && traits.length > 0 && sold === null;
  return (isRefined && isSuch && !isAsking) || isSum || isMore;
}

/** "Ordina dal più grande", "i più grossi"; "which of my deals is the oldest?" asks for one. */
const areManyRanked = ({ said, limits, isFromFirst: isSorted }: DealsTold): boolean =>
  limits.isSorted ||
  isSorted ||
  said.some((word) => isPluralRank(word)) ||
  (said.some((word) => areMany(word) || isThose(word)) && !said.some((word) => isBeing(word)));

/** "I più grossi": Italian tells by its ending, English by its noun. */
const isPluralRank = inLists('plural-ranks');
/** "Privato": of one, or of deals in general. */
const isSingular = inLists('singular-traits');
