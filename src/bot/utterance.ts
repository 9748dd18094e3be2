import { MAX_READ_LENGTH } from '../language/flat.ts';
import type { Match } from '../matching/match.ts';
import { readYesNo } from '../language/yes-no.ts';
import { agreesAlone } from '../reading/agreement.ts';
import { readNoticeWish } from '../reading/notices/read-wish.ts';
import { asks, does, doesOnly } from '../reading/contents.ts';
import type { Act } from '../reading/reading.ts';
import { repeatForm } from './begin.ts';
import { isAboutFile } from './beside-file.ts';
import { takeExpertsHere } from './experts/acting.ts';
import { takeExpertText } from './experts/asking.ts';
import { followLanguage, followLanguageInForm } from './follow-language.ts';
import { cutRequest, type Parts, withoutOpening } from './requests.ts';
import type { Incoming } from './incoming.ts';
import { sayFileUnread } from './notices.ts';
import { forgetQuestions, noteShown } from './open-questions.ts';
import { perform } from './perform.ts';
import { decide } from './decide.ts';
import { matchOf, requestOf } from './match-of.ts';
import { agreedBy } from './offered.ts';
import { endAndAnother, twoEnds } from '../reading/two-ends.ts';
import {
  answerRest,
  areNamed,
  areTwo,
  begunAfterLeaving,
  isRestBeyond,
  offerLater,
  requestAfterEnd,
  restOf,
} from './second-request.ts';
import { forEverybody, sayWith } from '../cards/reply-data.ts';
import { botTexts } from './texts.ts';
import type { GoOn } from './sign-in/perform.ts';
import type { BotServices, Turn } from './turn.ts';
import { handleUnreadable } from './unreadable.ts';

type Utterance = Extract<Incoming, { kind: 'utterance' }>;

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
  const { session } = turn;
  const said = { ...incoming, text: withMail(incoming, turn, open?.asked ?? null) };
  const reading = turn.read(said.text, open?.asked ?? null);
  const match = matchOnce(turn, services);
  const ends = open === null ? (twoEnds(reading) ?? endAndAnother(reading)) : null;
  if (ends !== null) {
    const done = await handleOne({ ...said, text: ends.first }, turn, services, handle);
    offerLater(ends.rest, requestAfterEnd(ends.rest, turn, match), turn);
    return done;
  }
  const parts = cutRequest(reading, open !== null);
  if (parts === null) return handleOne(said, turn, services, handle);
  const isUnsureYes = parts.isYes && !parts.isNext;
  if (isUnsureYes && open === null && session.offer !== null && agreedBy(session.offer) !== null)
    return handleOne(said, turn, services, handle);
  // "Ok, dove eravamo?" goes on with something else; only a plain yes is for what was offered.
  const isPlain = reading.clauses.some((clause) => clause.isPlain === true);
  if (isUnsureYes && !isPlain && open === null && session.offer !== null)
    return handleOne({ ...said, text: withoutOpening(parts.rest) }, turn, services, handle);
  if (isUnsureYes && open?.asked === 'review') return handleHeldBack(said, parts, turn, services, handle);
  const areParted = (): boolean => areTwo(parts, match, turn, services);
  if ((await isRestBeyond(parts, match, turn, services)) && !areParted()) {
    const done = await handleOne({ ...said, text: parts.first }, turn, services, handle);
    // Before a form's question, which stays the last word.
    turn.replies.unshift(forEverybody(sayWith(botTexts[turn.locale].secondNotDone(parts.rest))));
    return done;
  }
  if (open !== null && (await isForForm(parts.rest, turn, services)))
    return handleOne(said, turn, services, handle);
  const isAlone = open === null && session.offer === null;
  if ((isAlone || parts.areOrders) && !areParted()) return handleOne(said, turn, services, handle);
  const outcome = await handleOne({ ...said, text: parts.first }, turn, services, handle);
  // What does something is offered, and not begun over what the first has just opened or said.
  const isNotice = services.watch !== undefined && readNoticeWish(turn.read(parts.rest, null)) !== null;
  const begun = open === null ? null : begunAfterLeaving(parts.first, parts.rest, match);
  if (begun !== null) offerLater(parts.rest, begun, turn);
  else if (parts.areOrders && open === null && !isNotice) await answerRest(parts.rest, turn, match, services);
  else await handleRest(parts.rest, turn, services, handle);
  return outcome;
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
 * "Crea un deal da questa mail" with the mail below: what is ordered, or asked by a form, is told there. Words that
 * say it themselves, and questions, stand alone.
 */
function withMail({ text, mail }: Utterance, turn: Turn, asked: string | null): string {
  if (mail === undefined) return text;
  const reading = turn.read(text, asked);
  const points = does(reading, 'order') || (asked !== null && does(reading, 'statement'));
  const isToldHere = reading.facts.some(({ kind }) => kind !== 'deal-kind');
  if (!points || isToldHere || !doesOnly(reading, POINTING)) return text;
  return `${text.replace(/[\s?.!,:;]+$/u, '')}:\n${mail}`.slice(0, MAX_READ_LENGTH);
}

const POINTING: readonly Act[] = ['order', 'statement', 'courtesy', 'assent'];

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
  if (asks(reading) || areNamed(reading)) return false;
  return (await decide(rest, turn, services)).decision.kind === 'continue-form';
}

/** What comes after an answer is said before the form's next question, which it leaves open. */
async function handleRest(rest: string, turn: Turn, services: BotServices, handle: GoOn): Promise<void> {
  const draftId = services.dialogs.active(turn.host)?.draftId ?? null;
  const first = turn.replies.splice(0, Infinity);
  turn.isFormQuiet = draftId !== null;
  await handleOne({ kind: 'utterance', text: rest }, turn, services, handle);
  turn.isFormQuiet = false;
  const isSameForm = draftId !== null && services.dialogs.active(turn.host)?.draftId === draftId;
  if (isSameForm) turn.replies.push(...first);
  else turn.replies.unshift(...first);
}

/** "… and marketplace yes" ends what is told of a deal, and asks for nothing. */
const isValueSaid = (text: string): boolean =>
  !text.trimEnd().endsWith('?') && readYesNo(text.trim().split(/\s+/).at(-1) ?? '') !== null;

async function handleOne(said: Utterance, turn: Turn, services: BotServices, handle: GoOn): Promise<string> {
  const { session } = turn;
  const { text, hasFiles } = said;
  const { decision, forForm, take } = await decide(text, turn, services);
  const { clarifyUtterance } = session;
  const asked = services.dialogs.active(turn.host)?.asked ?? null;
  forgetQuestions(turn);
  if (hasFiles && isAboutFile(decision, take, text, turn.read(text, asked)))
    return handleUnreadable({ what: 'file' }, turn, services);
  if (hasFiles) sayFileUnread(turn);
  await perform(decision, { utterance: text, clarifyUtterance, forForm, handle }, turn, services);
  session.wasUnknown = decision.kind === 'none';
  noteShown(turn, services);
  const second = restOf(decision);
  if (second !== null && !isValueSaid(second))
    await answerRest(second, turn, (words) => matchOf(words, turn, services), services);
  return decision.kind === 'begin' ? `begin-${decision.dialog}` : decision.kind;
}
