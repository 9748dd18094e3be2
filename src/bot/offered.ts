import type { Action } from '../cards/action.ts';
import { readCommand } from '../language/commands.ts';
import { stripCourtesy } from '../language/courtesy.ts';
import { toPhrase } from '../language/flat.ts';
import { inLists } from '../language/said.ts';
import { type Agreed, agreesAlone, agreesPlainly } from '../reading/agreement.ts';
import { asks, does, doesOnly, tells } from '../reading/contents.ts';
import type { Act } from '../reading/reading.ts';
import type { Decision, RouteInput } from './decision.ts';

const isSend = inLists('send-verbs', 'yes', 'courtesy', 'beside-yes-no');
const isSendVerb = inLists('send-verbs');
const isChangeVerb = inLists('change-verbs', 'set-verbs', 'add-verbs', 'remove-verbs');

const NOT_IT: readonly Act[] = ['refusal', 'negation', 'not-now'];

/** A short message of nothing but a verb of sending. */
function isSending(utterance: string): boolean {
  const words = toPhrase(stripCourtesy(utterance)).split(' ');
  return words.some((word) => isSendVerb(word)) && words.every((word) => isSend(word));
}

/** What a yes to an offer does that can't be undone; null where it does nothing of the kind. */
export function agreedBy(offer: Action): Agreed | null {
  if (offer.action === 'forget-me') return 'erase';
  return offer.action === 'ask-expert' && offer.do === 'send' ? 'send' : null;
}

/** The same offer, shown once more. */
function askedAgain(offer: Action): Action {
  if (offer.action === 'forget-me') return { ...offer, isConfirmed: false };
  return offer.action === 'ask-expert' ? { ...offer, do: 'show' } : offer;
}

/**
 * What is said of the question to the experts that is shown: "aggiungi che è urgente" rewrites it, and "mandala domani",
 * "manda anche a Marco" are no yes to it.
 */
function ofDraft(offer: Action, { reading, utterance }: RouteInput): Decision | null {
  if (offer.action !== 'ask-expert' || offer.do !== 'send' || asks(reading)) return null;
  const [first = ''] = toPhrase(stripCourtesy(utterance)).split(' ');
  if (isSendVerb(first)) return { kind: 'act', action: askedAgain(offer) };
  const isOther = reading.facts.length > 0 || !does(reading, 'order');
  return isChangeVerb(first) && !isOther ? { kind: 'act', action: { ...offer, do: 'change' } } : null;
}

/** What can't be undone is begun by a plain yes alone: "ok, grazie" after an answer is no wish to close a deal. */
export function routeOffer(input: RouteInput): Decision | null {
  const { offer, reading, utterance } = input;
  if (offer === null) return null;
  // "Invia" below "lo mando?" says what the button says, in another word.
  const isSent = offer.action === 'ask-expert' && offer.do === 'send' && isSending(utterance);
  if (isSent) return { kind: 'act', action: offer };
  // "Crea" below the offer of a deal says what the button says.
  if (offer.action === 'begin' && readCommand(utterance)?.kind === 'confirm')
    return { kind: 'act', action: offer };
  const agreed = agreedBy(offer);
  const isPlain = agreesPlainly(reading, agreed);
  const isAlone = agreed !== null && agreesAlone(reading, agreed, () => false);
  if (isAlone && isPlain) return { kind: 'act', action: offer };
  if (agreed !== null && does(reading, 'assent') && !isAlone)
    return { kind: 'act', action: askedAgain(offer) };
  // "Non mandarla", "dopo": a word that isn't for it now gives up what can't be undone.
  const isNamed = tells(reading, 'organisation', 'known-name') || reading.unclaimed.length > 0;
  const isGivenUp =
    !isNamed && doesOnly(reading, [...NOT_IT, 'courtesy', 'filler']) && does(reading, ...NOT_IT);
  if (agreed !== null && isGivenUp) return { kind: 'offer-declined' };
  const ofIt = ofDraft(offer, input);
  if (ofIt !== null) return ofIt;
  const isOnly = doesOnly(reading, ['assent', 'refusal', 'courtesy']);
  if (!isOnly || does(reading, 'assent') === does(reading, 'refusal')) return null;
  if (does(reading, 'refusal')) return { kind: 'offer-declined' };
  if (isPlain) return { kind: 'act', action: offer };
  // "Ok" may be to anything: what deletes for good is asked once more.
  if (offer.action === 'forget-me') return { kind: 'act', action: askedAgain(offer) };
  const isFinal = offer.action === 'begin' && offer.dialog === 'close-deal';
  return isFinal ? null : { kind: 'act', action: offer };
}
