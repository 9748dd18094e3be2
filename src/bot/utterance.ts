import type { Match } from '../matching/match.ts';
import { agreesAlone } from '../reading/agreement.ts';
import { putsAside } from '../reading/put-aside.ts';
import { readNoticeWish } from '../reading/notices/read-wish.ts';
import { asks } from '../reading/contents.ts';
import { repeatForm } from './begin.ts';
import { takeExpertsHere } from './experts/acting.ts';
import { takeExpertText } from './experts/asking.ts';
import { followLanguage, followLanguageInForm } from './follow-language.ts';
import { cutRequest, type Parts, withoutOpening } from './requests.ts';
import { handleOne, type Utterance } from './one-request.ts';
import { forgetQuestions } from './open-questions.ts';
import { isRestBeyond, notDone, unknownBehind } from './beyond.ts';
import { isLookAtDeal } from './deal-told.ts';
import { decide } from './decide.ts';
import { requestOf } from './match-of.ts';
import { agreedBy } from './offered.ts';
import { withMail } from './pointed-mail.ts';
import { type FirstBeyond, firstBeyond } from './first-beyond.ts';
import { endAndAnother, oneEndOfTwo, twoEnds } from '../reading/two-ends.ts';
import {
  answerOrders,
  areNamed,
  areTwo,
  begunAfterLeaving,
  offerLater,
  requestAfterEnd,
} from './second-request.ts';
import type { GoOn } from './sign-in/perform.ts';
import type { BotServices, Turn } from './turn.ts';

/** Handles a person's own words, which may be an answer and a request after it. Returns the outcome's name. */
export async function handleUtterance(
  incoming: Utterance,
  turn: Turn,
  services: BotServices,
  handle: GoOn,
): Promise<string> {
  const open = services.dialogs.active(turn.host);
  const follow = open === null ? followLanguage : followLanguageInForm;
  follow(incoming.text, turn);
  if (await takeExpertsHere(incoming.text, turn, services)) return 'experts-here';
  if (turn.session.expert?.isWriting === true) {
    forgetQuestions(turn);
    if (await takeExpertText(incoming.text, turn, services)) {
      if (turn.session.offer === null) await repeatForm(turn, services);
      return 'expert-text';
    }
  }
  return handleSaid(
    { ...incoming, text: withMail(incoming, turn, open?.asked ?? null) },
    turn,
    services,
    handle,
  );
}

/** Handles words: an answer, a request, or several of them one after the other. */
async function handleSaid(said: Utterance, turn: Turn, services: BotServices, handle: GoOn): Promise<string> {
  const { session } = turn;
  const open = services.dialogs.active(turn.host);
  const reading = turn.read(said.text, open?.asked ?? null);
  const match = matchOnce(turn, services);
  const ends = open === null ? (twoEnds(reading) ?? oneEndOfTwo(reading) ?? endAndAnother(reading)) : null;
  if (ends !== null) {
    const done = await handleOne({ ...said, text: ends.first }, turn, services, handle);
    offerLater(ends.rest, requestAfterEnd(ends.rest, turn, match), turn);
    return done;
  }
  // A question to the experts that is shown is sent or changed by such words.
  const isShown = session.offer !== null && agreedBy(session.offer) === 'send';
  const beyond = open === null && !isShown ? firstBeyond(reading) : null;
  if (beyond !== null) return handleBeyond(said, beyond, turn, services, handle);
  const parts = cutRequest(reading, open !== null);
  if (parts === null) {
    const unknown = unknownBehind(reading, (words) => turn.read(words, null));
    return unknown === null
      ? handleOne(said, turn, services, handle)
      : handleFirst(said, unknown, turn, services, handle);
  }
  const isUnsureYes = parts.isYes && !parts.isNext;
  if (isUnsureYes && open === null && session.offer !== null && agreedBy(session.offer) !== null)
    return handleOne(said, turn, services, handle);
  // "Ok, dove eravamo?" goes on with something else; only a plain yes is for what was offered.
  const isPlain = reading.clauses.some((clause) => clause.isPlain === true);
  if (isUnsureYes && !isPlain && open === null && session.offer !== null)
    return handleOne({ ...said, text: withoutOpening(parts.rest) }, turn, services, handle);
  if (isUnsureYes && open?.asked === 'review') return handleHeldBack(said, parts, turn, services, handle);
  const areParted = (): boolean => areTwo(parts, match, turn, services);
  if ((await isRestBeyond(parts, match, turn, services)) && !areParted())
    return handleFirst(said, parts, turn, services, handle);
  // A question beside the form is answered before the rest, and the form asks again but once.
  const first = turn.read(parts.first, null);
  const isAside = open !== null && (isLookAtDeal(first) || (asks(first) && match(parts.first).id !== null));
  if (open !== null && !isAside && (await isForForm(parts.rest, turn, services)))
    return handleOne(said, turn, services, handle);
  const isAlone = open === null && session.offer === null;
  if ((isAlone || parts.areOrders || parts.areQuestions) && !areParted())
    return handleOne(said, turn, services, handle);
  const { isFormQuiet } = turn;
  turn.isFormQuiet = isAside || isFormQuiet;
  const outcome = await handleOne({ ...said, text: parts.first }, turn, services, handle);
  turn.isFormQuiet = isFormQuiet;
  if (isAside) {
    await handleSaid({ kind: 'utterance', text: parts.rest }, turn, services, handle);
    return outcome;
  }
  // What does something is offered, and not begun over what the first has just opened or said.
  const isNotice = services.watch !== undefined && readNoticeWish(turn.read(parts.rest, null)) !== null;
  const begun = open === null ? null : begunAfterLeaving(parts.first, parts.rest, match);
  if (begun !== null) offerLater(parts.rest, begun, turn);
  else if (parts.areOrders && open === null && !isNotice)
    await answerOrders(parts.rest, turn, match, services);
  else await handleRest(parts.rest, turn, services, handle);
  return outcome;
}

/** Says no to what a message begins with, and then does the rest of it. */
async function handleBeyond(
  said: Utterance,
  { first, rest, isKnown }: FirstBeyond,
  turn: Turn,
  services: BotServices,
  handle: GoOn,
): Promise<string> {
  if (isKnown) await handleOne({ ...said, text: first }, turn, services, handle);
  else turn.say(notDone(first, turn));
  return rest === '' ? 'none' : handleSaid({ kind: 'utterance', text: rest }, turn, services, handle);
}

/** Handles what stands before something that isn't done here, and says so of that. */
async function handleFirst(
  said: Utterance,
  { first, rest }: Pick<Parts, 'first' | 'rest'>,
  turn: Turn,
  services: BotServices,
  handle: GoOn,
): Promise<string> {
  const at = turn.replies.length;
  const done = await handleOne({ ...said, text: first }, turn, services, handle);
  // Before a form's question, which stays the last word.
  turn.replies.splice(at, 0, notDone(rest, turn));
  return done;
}

/** What each part of a message asks for, looked up once, whoever wants to know. */
function matchOnce(turn: Turn, services: BotServices): (part: string) => Match {
  const found = new Map<string, Match>();
  return (part) => {
    const match = found.get(part) ?? requestOf(part, turn, services);
    found.set(part, match);
    return match;
  };
}

/**
 * "Sì, ma prima fammi vedere il deal", "yes, but is it final?": a yes to a summary with something beside it is none yet.
 * What stands beside it is done or answered, and the summary asks again; what asks for nothing else, and what says the
 * same once more ("sì, crea il deal"), is left to the form with the yes.
 */
async function handleHeldBack(
  said: Utterance,
  { rest }: Parts,
  turn: Turn,
  services: BotServices,
  handle: GoOn,
): Promise<string> {
  const { outcome, id } = requestOf(rest, turn, services);
  const reading = turn.read(rest, null);
  const open = services.dialogs.active(turn.host);
  const isOther = outcome === 'answer' || (outcome === 'dialog' && id !== open?.name);
  const agreed = open === null ? null : services.dialogs.agreedBy(open.name);
  const isAgain = agreed !== null && agreesAlone(turn.read(said.text, 'review'), agreed, () => true);
  const text = (isOther || asks(reading)) && !isAgain ? withoutOpening(rest) : said.text;
  return handleOne({ ...said, text }, turn, services, handle);
}

/** "Sì, ma metti 60k" is for the form with all of its words; a question after an answer is asked by itself. */
async function isForForm(rest: string, turn: Turn, services: BotServices): Promise<boolean> {
  const reading = turn.read(rest, null);
  // "Stato wingtip e salva la bozza": the form is left once the rest is answered.
  if (asks(reading) || areNamed(reading) || putsAside(reading)) return false;
  return (await decide(rest, turn, services)).decision.kind === 'continue-form';
}

/** What comes after an answer is said before the form's next question, which it leaves open. */
async function handleRest(rest: string, turn: Turn, services: BotServices, handle: GoOn): Promise<void> {
  const draftId = services.dialogs.active(turn.host)?.draftId ?? null;
  const first = turn.replies.splice(0, Infinity);
  const { isFormQuiet } = turn;
  turn.isFormQuiet = isFormQuiet || draftId !== null;
  await handleSaid({ kind: 'utterance', text: rest }, turn, services, handle);
  turn.isFormQuiet = isFormQuiet;
  const isSameForm = draftId !== null && services.dialogs.active(turn.host)?.draftId === draftId;
  if (isSameForm) turn.replies.push(...first);
  else turn.replies.unshift(...first);
}
