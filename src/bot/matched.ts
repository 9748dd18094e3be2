import type { BeginRequest } from '../../dialogs/turn.ts';
import { isDialogName } from '../cards/dialog-name.ts';
import { type Candidate, isUnanswered, type Match } from '../matching/match.ts';
import { pointsAtIt } from '../reading/focus.ts';
import { asks, does, tells } from '../reading/contents.ts';
import { asksOfNamed, asksOfShown, isOfThing, isTornBehind, otherMeant } from './asked-of-deal.ts';
import { closing, closingOf } from './closing-meant.ts';
import { checkOf } from './deal-meant.ts';
import { spokenOf, type Spoken } from './deal-spoken-of.ts';
import type { Decision, RouteInput } from './decision.ts';
import {
  beginsWithDeal,
  isLookAtDeal,
  isRecord,
  looksAtDeal,
  namesDeal,
  ordersToClose,
  saysLittleMore,
  tellsOfNewDeal,
} from './deal-told.ts';
import {
  heldBack,
  isForLater,
  reportsEnd,
  tellsBareEnd,
  tellsClosed,
  tellsEnd,
  tellsNews,
  wishesEnd,
} from './holding.ts';
import { isEndOrdered, ofTheTwo } from './order-or-question.ts';
import { peopleAsked } from './people-asked.ts';

/** What becomes of a message that only the matching engine tells: what it orders or says of a deal goes first. */
export function routeMatch(match: Match, input: RouteInput): Decision {
  const decision = matched(match, input);
  const isLook = decision.kind === 'begin' && decision.dialog === 'check-acceptance';
  // What is told of a deal is heard, and met by how it stands: "Fabrikam ci ha mandato l'ordine".
  if (!isLook || !tellsNews(input.reading)) return decision;
  return { kind: 'held', why: 'report', dialog: 'close-deal', request: decision.request, match };
}

function matched(match: Match, input: RouteInput): Decision {
  const { utterance, peopleDialog, reading } = input;
  // What is said in so many words needs no engine: "mostrami Fabrikam", "Wingtip perso".
  const isPlain = tells(reading, 'known-name') && saysLittleMore(reading);
  if (isPlain && isLookAtDeal(reading)) return checkOf({ utterance });
  if (saysLittleMore(reading) && tellsEnd(reading)) return closingOf(utterance);
  if (peopleAsked(match, peopleDialog) !== null) return follow(match, input);
  if (wishesEnd(input.reading))
    return { kind: 'held', why: 'negation', dialog: 'close-deal', request: { utterance }, match };
  if (tellsClosed(reading)) return closingOf(utterance);
  if (reportsEnd(reading)) return reported(match, input);
  const isUnsure = match.outcome === 'clarify' || isUnanswered(match);
  if (tellsOfNewDeal(input.reading, match)) return createOf(match, input);
  if (isUnsure && namesDeal(input.reading)) return checkOf({ utterance });
  // "Can you tell me if Marco has closed Litware?" asks of what was done, and not how.
  const isOfPast = input.reading.clauses.some(({ isPast }) => isPast === true);
  const isTorn =
    match.outcome === 'clarify' &&
    match.candidates.slice(0, isOfPast ? 3 : 2).some(({ id }) => id === 'check-acceptance');
  if (asksOfNamed(match, input)) return checkOf({ utterance });
  const shownDeal = asksOfShown(match, input);
  if (shownDeal !== null) return checkOf({ referralId: shownDeal });
  if ((isTorn || (isUnsure && isPlain)) && asks(reading) && tells(reading, 'known-name'))
    return checkOf({ utterance });
  if (isEndOrdered(match, input.reading)) return closingOf(utterance);
  if (isUnsure && looksAtDeal(input.reading))
    return ordersToClose(input.reading) ? closingOf(utterance) : checkOf({ utterance });
  if (tellsBareEnd(reading)) {
    const shown = pointsAtIt(reading, input.focus ?? null);
    const request = shown === null ? { utterance } : { referralId: shown, utterance };
    return { kind: 'held', why: 'report', dialog: 'close-deal', request, match };
  }
  if (isForLater(input.reading))
    return { kind: 'held', why: 'plan', dialog: 'close-deal', request: { utterance }, match };
  const spoken = spokenOf(input.reading, match);
  if (spoken !== null) return followSpoken(spoken, match, input);
  // "E se la perdo?" below a deal's card.
  const supposed =
    isUnanswered(match) && does(reading, 'what-if') && tells(reading, 'outcome')
      ? pointsAtIt(reading, input.focus ?? null)
      : null;
  if (supposed !== null)
    return {
      kind: 'held',
      why: 'question',
      dialog: 'close-deal',
      request: { referralId: supposed, utterance },
      match: { ...match, candidates: [] },
    };
  const isOfIt = (isUnanswered(match) || isTornBehind(match, input)) && asks(reading) && !isOfThing(input);
  const it = isOfIt ? pointsAtIt(input.reading, input.focus ?? null) : null;
  if (it !== null) return checkOf({ referralId: it, with: { about: 'unclear' } });
  const meant = ofTheTwo(match, input.reading, input.offeredBy);
  if (meant !== null) return follow({ ...match, id: meant.id, outcome: meant.kind }, input);
  if (match.outcome === 'clarify') return clarify(match);
  const other = isUnanswered(match) ? otherMeant(input) : null;
  if (other !== null) return checkOf({ referralId: other });
  if (isUnanswered(match)) return unanswered(match);
  return follow(match, input);
}

/** The end of a deal is the person's own to close up to its summary, or somebody else's news, which offers that. */
function reported(match: Match, { reading, utterance }: RouteInput): Decision {
  const why = heldBack(reading, 'close-deal');
  return why === null
    ? closingOf(utterance)
    : { kind: 'held', why: 'report', dialog: 'close-deal', request: { utterance }, match };
}

/** A deal that is described and ordered is begun; a mail that orders nothing is offered one, filled in from it. */
function createOf(match: Match, { reading, utterance }: RouteInput): Decision {
  const request = { utterance };
  const isOrdered =
    tells(reading, 'deal-kind') || does(reading, 'order') || isRecord(reading) || beginsWithDeal(reading);
  const why = isOrdered ? heldBack(reading, 'create-deal') : 'statement';
  return why === null
    ? { kind: 'begin', dialog: 'create-deal', request, match: null }
    : { kind: 'held', why, dialog: 'create-deal', request, match: { ...match, candidates: [] } };
}

/** Does with the deal that a message speaks of what its acts allow. */
function followSpoken(spoken: Spoken, match: Match, { utterance }: RouteInput): Decision {
  const request = { utterance };
  switch (spoken.kind) {
    case 'check':
      return checkOf(request);
    case 'list':
      return checkOf({ with: { view: 'all' } });
    case 'begin':
      return { kind: 'begin', dialog: spoken.dialog, request, match: null };
    case 'held':
      return { ...spoken, request, match };
  }
}

/** What documents say where no answer is known; else that it isn't known. */
export function unanswered(match: Match): Decision {
  return match.outcome === 'passages'
    ? { kind: 'passages', passages: match.passages }
    : { kind: 'none', candidates: match.candidates };
}

/** Asks which of the candidates is meant. */
export function clarify(match: Match): Decision {
  return { kind: 'clarify', candidates: match.candidates };
}

/** Follows a sure match; the utterance goes along, so that a dialog takes from it what it says. */
export function follow(match: Match, { utterance, peopleDialog, reading, focus }: RouteInput): Decision {
  const people = peopleAsked(match, peopleDialog);
  if (people !== null) return followId(people, 'dialog', { utterance }, match);
  const dialog = match.outcome === 'dialog' && isDialogName(match.id) ? match.id : null;
  const why = dialog === null ? null : heldBack(reading, dialog);
  const it = dialog === 'close-deal' && why === null ? pointsAtIt(reading, focus ?? null) : null;
  if (it !== null) return closing(it, utterance);
  if (dialog !== null && why !== null) return { kind: 'held', why, dialog, request: { utterance }, match };
  const kind = match.outcome === 'dialog' ? 'dialog' : 'answer';
  return followId(match.id ?? '', kind, { utterance }, match);
}

/** Shows an answer or begins a dialog by its id. */
export function followId(
  id: string,
  kind: Candidate['kind'],
  request: BeginRequest,
  match: Match | null,
): Decision {
  if (kind === 'answer') return { kind: 'answer', id, match };
  return isDialogName(id) ? { kind: 'begin', dialog: id, request, match } : { kind: 'none', candidates: [] };
}
