import { does, tells } from '../reading/contents.ts';
import { pointsAtIt, saysPlace } from '../reading/focus.ts';
import type { Reading } from '../reading/reading.ts';
import { toldEnds } from '../reading/told-ends.ts';
import type { Decision, RouteInput } from './decision.ts';
import { tellsBareEnd } from './holding.ts';

/** "Chiudi il primo": an order that the matching engine takes for a closing, if for anything. */
export function closes({ reading, match }: RouteInput): boolean {
  const isLook = reading.clauses.some((clause) => clause.isLook === true);
  return !isLook && match().candidates[0]?.id === 'close-deal';
}

/** "Questo ormai è andato, chiudilo": so many words beside the order say nothing else. */
const MOST_LEFT = 2;

/** "Segnalo come perso", "close it" after a deal was shown. */
export function closesIt(input: RouteInput): Decision | null {
  const { reading, focus = null, utterance, words } = input;
  if (words !== undefined && does(reading, 'order') && saysPlace(reading, words)) return closesOne(input);
  const deal = pointsAtIt(reading, focus);
  if (deal === null) return input.take === null && tellsOwnEnd(reading) ? closesOne(input) : null;
  if (!ordersOrTells(reading)) return null;
  const isPlainOrder =
    reading.unclaimed.length <= MOST_LEFT &&
    reading.facts.length === 0 &&
    reading.clauses.every(({ act }) => act !== 'question' && act !== 'what-if' && act !== 'negation');
  const isEndMeant = tells(reading, 'outcome') && (does(reading, 'order') || toldEnds(reading).length > 0);
  return isEndMeant || (isPlainOrder && closes(input)) ? closing(deal, utterance) : null;
}

/** "L'abbiamo perso", and not a word of what: which deal it is is asked. */
const tellsOwnEnd = (reading: Reading): boolean =>
  tellsBareEnd(reading) && reading.clauses.some(({ isOwn }) => isOwn === true);

/** "Chiudi il primo" where no list is shown: which one is asked, with the end that was said. */
function closesOne(input: RouteInput): Decision | null {
  const ends = toldEnds(input.reading).map(({ value }) => value);
  const [end, ...more] = ends;
  if (end === undefined && !closes(input)) return null;
  const request = end === undefined || more.length > 0 ? {} : { with: { outcome: end } };
  return { kind: 'begin', dialog: 'close-deal', request, match: null };
}

/** An order, or the person's own report. */
export const ordersOrTells = ({ clauses }: Reading): boolean =>
  clauses.some(({ act, isOwn }) => act === 'order' || (act === 'report' && isOwn === true));

/** The closing of the deal that the words name. */
export function closingOf(utterance: string): Decision {
  return { kind: 'begin', dialog: 'close-deal', request: { utterance }, match: null };
}

/** The closing of a deal at hand. */
export function closing(referralId: string, utterance: string): Decision {
  return { kind: 'begin', dialog: 'close-deal', request: { referralId, utterance }, match: null };
}
