import { confirmingAt } from '../language/confirming.ts';
import type { Match } from '../matching/match.ts';
import { asks, does, doesOnly, tells } from '../reading/contents.ts';
import { goesOn, namesThing, otherOf, pointsAtIt } from '../reading/focus.ts';
import type { Act } from '../reading/reading.ts';
import { JUST_NOW } from './deal-meant.ts';
import type { RouteInput } from './decision.ts';

/**
 * "Come mai hanno accettato Fabrikam?", "entro quando deve rispondere Microsoft per Fabrikam?": what holds for any deal is
 * asked of one that is named, and its card says how that one stands. "Se Fabrikam scade, che succede?" asks in general,
 * unless it only wants to hear that it is so.
 */
export function asksOfNamed({ outcome, id }: Match, { reading, offeredBy }: RouteInput): boolean {
  const isOfDeals = outcome === 'answer' && offeredBy?.(id ?? '') === 'check-acceptance';
  if (!isOfDeals || !asks(reading) || !tells(reading, 'known-name')) return false;
  const isPast = reading.clauses.some((clause) => clause.isPast === true);
  return isPast || !does(reading, 'what-if') || confirmingAt(reading.text) !== null;
}

/**
 * "When do they have to answer by?" right after a deal's card: what the engine is torn about, and the first of which is
 * asked of deals, is asked of that one. So is what surely is, where it asks of what was done: "has Microsoft answered yet?".
 * Null where it isn't.
 */
export function asksOfShown({ outcome, candidates }: Match, input: RouteInput): string | null {
  const { reading, focus = null, offeredBy } = input;
  const isOfPast = outcome === 'answer' && reading.clauses.some(({ isPast }) => isPast === true);
  const isOfDeals =
    (outcome === 'clarify' || isOfPast) && offeredBy?.(candidates[0]?.id ?? '') === 'check-acceptance';
  if (!isOfDeals || focus === null || focus.age > JUST_NOW || isOfThing(input)) return null;
  return asks(reading) && !does(reading, 'what-if', 'order') ? pointsAtIt(reading, focus) : null;
}

/** "E adesso come si rimedia?" right behind a deal's card, where the engine is torn: it goes on from there. */
export const isTornBehind = ({ outcome }: Match, { reading, words, focus = null }: RouteInput): boolean =>
  outcome === 'clarify' &&
  words !== undefined &&
  focus !== null &&
  focus.age <= JUST_NOW &&
  !does(reading, 'what-if') &&
  goesOn(reading, words);

/** "No, io intendevo la farmaceutica" right after a card that named one other deal: not this one, in words that say no more. */
export function otherMeant({ reading, focus = null }: RouteInput): string | null {
  const isTurned = does(reading, 'refusal', 'correction') && doesOnly(reading, TURNING);
  const isNamed = reading.facts.length > 0 || reading.text.split(/\s+/u).length > MOST_TURNING;
  if (!isTurned || isNamed || reading.unclaimed.length === 0 || focus === null) return null;
  return focus.age > JUST_NOW || focus.current === null || focus.deals.length !== 2 ? null : otherOf(focus);
}

const TURNING: readonly Act[] = ['refusal', 'correction', 'statement', 'filler', 'courtesy'];
const MOST_TURNING = 6;

export const isOfThing = ({ reading, words }: RouteInput): boolean =>
  words !== undefined && namesThing(reading, words);
