import { sayWith } from '../../src/cards/reply-data.ts';
import { readYesNo } from '../../src/language/yes-no.ts';
import { isDealName, searchDeals, searchNamed } from '../deals/search.ts';
import type { DealSearch } from '../deals/search.ts';
import type { Elsewhere, Standing } from '../engine/definition.ts';
import type { SlotContext } from '../engine/slot.ts';
import { asksToCheck, asksToClose, nameToClose, pointsAtDeal } from './closing-words.ts';
import { findOutcome } from './outcome.ts';
import type { CloseFacts, CloseValues } from './slots.ts';
import { closeTexts } from './texts.ts';

type Context = SlotContext<CloseValues, CloseFacts>;

/**
 * Words about another deal than the one at hand begin anew with that one, so that what they say of it never
 * closes this one; a wish to look at a deal is carried out, and the question asked again. A name inside a
 * reason ("hanno scelto Fabrikam") is part of the reason.
 */
export function elsewhere(text: string, { asked, pending }: Standing, context: Context): Elsewhere | null {
  const refusal = refused(text, { asked, pending }, context);
  if (refusal !== null) return refusal;
  const isWish = asksToClose(text) || (asked !== 'reason' && pointsAtDeal(text));
  if (asksToCheck(text)) return lookFirst(text, context);
  if (asked === 'reason' && !isWish && !isDealName(text, context.facts.deals)) return null;
  const search = searchHere(text, isWish, context);
  if (search.kind === 'unsaid' || search.kind === 'all') return null;
  return isAboutAnother(search, text, context) ? anew(text, context) : null;
}

/** "No" closes nothing, and neither does the beginning of a name that is as short. */
function refused(text: string, { asked, pending }: Standing, { locale, facts }: Context): Elsewhere | null {
  const texts = closeTexts[locale];
  const isNo = readYesNo(text, locale) === 'no';
  if (asked === null) return isNo && pending === null ? { kind: 'change', text: texts.declined } : null;
  if (asked !== 'deal') return null;
  if (isNo) return { kind: 'stay', text: texts.noneClosed };
  const isTooShort = /^\p{L}{1,2}$/u.test(text.trim()) && !isDealName(text, facts.deals);
  return isTooShort && readYesNo(text, locale) === null
    ? { kind: 'stay', text: texts.whichIs(text.trim()) }
    : null;
}

function lookFirst(text: string, { facts, turn }: Context): Elsewhere | null {
  const search = searchDeals(text, facts.deals, turn);
  const isSaid = search.kind === 'one' || search.kind === 'several' || search.kind === 'all';
  return isSaid ? { kind: 'handover', dialog: 'check-acceptance', request: { utterance: text } } : null;
}

/** A value, a day or a name that nobody has counts only in a whole request; a known name always does. */
function searchHere(text: string, isWish: boolean, { facts, turn }: Context): DealSearch {
  const named = searchNamed(text, facts.deals, turn);
  if (named !== null || !isWish) return named ?? { kind: 'unsaid' };
  const search = searchDeals(text, facts.deals, turn);
  const typed = nameToClose(text);
  return search.kind === 'unsaid' && typed !== null ? { kind: 'not-found', typed } : search;
}

function isAboutAnother(search: DealSearch, text: string, { values }: Context): boolean {
  const { deal, outcome } = values;
  // While a deal is asked for, a name is the answer, but for one that brings an outcome of its own.
  if (deal === undefined) {
    const said = findOutcome(text);
    return said !== undefined && outcome !== undefined && said !== outcome;
  }
  if (search.kind === 'one') return search.deal.id !== deal.id;
  return search.kind !== 'several' || asksToClose(text) || !search.deals.some(({ id }) => id === deal.id);
}

/** A correction of the deal alone keeps what was said of the end; a new end takes its place. */
function anew(text: string, { values, locale }: Context): Elsewhere {
  const { deal, outcome, reason } = values;
  const isNewEnd = outcome === undefined || findOutcome(text) !== undefined;
  const kept = isNewEnd ? {} : { outcome, ...(reason === undefined ? {} : { reason }) };
  return {
    kind: 'instead',
    dialog: 'close-deal',
    request: { utterance: text, with: kept },
    replies: deal === undefined ? [] : [sayWith(closeTexts[locale].leaves(deal.customer))],
  };
}
