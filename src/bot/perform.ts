import { isDialogName } from '../../dialogs/dialog-name.ts';
import type { BeginRequest, Take } from '../../dialogs/dialog-turn.ts';
import { recreation } from '../../dialogs/index.ts';
import type { Action } from '../cards/action.ts';
import { type Button, forEverybody, sayWith } from '../cards/reply-data.ts';
import { AppError } from '../errors.ts';
import { detectLanguage } from '../language/detect-language.ts';
import { findGuid } from '../language/ids.ts';
import { readSmallTalk } from '../language/small-talk.ts';
import type { Match } from '../matching/match.ts';
import { performAction } from './act.ts';
import { asAction, begin, repeatForm } from './begin.ts';
import { personReply } from '../cards/none-card.ts';
import { isOpenAct } from './gate.ts';
import { clarifyOptions, showAnswer, showClarification, showNone } from './answering.ts';
import { performSmallTalk, welcome } from './small-talk-replies.ts';
import type { Incoming } from './incoming.ts';
import { type Decision, route, type RouteInput } from './router.ts';
import { isWaiting } from './sign-in-done.ts';
import { performSignInEvent, performSignInWords } from './sign-in-perform.ts';
import { botTexts } from './texts.ts';
import type { BotServices, Turn } from './turn.ts';

/**
 * Does what the incoming thing asks for, adding replies to the turn. Returns the outcome's name, for
 * logs and metrics.
 */
export async function handleIncoming(incoming: Incoming, turn: Turn, services: BotServices): Promise<string> {
  sayIfStartedOver(turn);
  sayWhatIsUnread(turn);
  switch (incoming.kind) {
    case 'joined':
      welcome(turn);
      return 'welcome';
    case 'unreadable':
      sayUnreadable(incoming.what, turn);
      return incoming.what;
    case 'submit':
      forgetQuestions(turn);
      await performAction(incoming.action, turn, services);
      noteShown(turn, services);
      return `submit-${incoming.action.action}`;
    case 'utterance':
      return handleUtterance(incoming.text, turn, services);
    case 'sign-in':
      return performSignInEvent(incoming.event, turn, services, handleIncoming);
    case 'silence':
      return 'silence';
  }
}

/** What the open form makes of the words; where it can't say before a sign-in, others are asked first. */
async function askForm(utterance: string, turn: Turn, { dialogs }: BotServices): Promise<Take> {
  try {
    return await dialogs.canTake(utterance, turn, turn.host);
  } catch (error) {
    if (error instanceof AppError && error.code === 'unauthorized') return 'maybe';
    throw error;
  }
}

async function handleUtterance(utterance: string, turn: Turn, services: BotServices): Promise<string> {
  const isInForm = services.dialogs.active(turn.host) !== null;
  if (!isInForm) followLanguage(utterance, turn);
  const howSure = await askForm(utterance, turn, services);
  // A form that is done takes a second "sì" for its confirmation, unless something else was asked since.
  const isForForm = isInForm || (howSure === 'surely' && turn.session.offer === null);
  const take = isForForm ? howSure : null;
  const knownNames = await services.knownNames(turn.actor);
  const match = (text: string): Match =>
    services.answerer.match(text, {
      locale: turn.locale,
      knownNames,
      lastAnswerId: turn.session.lastAnswerId,
    });
  const decision = route({
    utterance,
    locale: turn.locale,
    take,
    offer: turn.session.offer,
    clarify: clarifyChoices(turn, services),
    list: turn.session.list,
    knownNames,
    isAfterCheck: turn.session.lastDialog === 'check-acceptance',
    retry: turn.session.retry,
    ...(services.signIn === null ? {} : { signIn: isWaiting(turn) ? 'waiting' : 'on' }),
    canWatch: services.watch !== undefined,
    match: () => match(utterance),
  });
  const clarifyUtterance = turn.session.clarifyUtterance;
  forgetQuestions(turn);
  await perform(decision, utterance, clarifyUtterance, turn, services);
  noteShown(turn, services);
  offerRest(decision, turn, match, services);
  return decision.kind === 'begin' ? `begin-${decision.dialog}` : decision.kind;
}

export async function perform(
  decision: Decision,
  utterance: string,
  clarifyUtterance: string | null,
  turn: Turn,
  services: BotServices,
): Promise<void> {
  const { dialogs } = services;
  switch (decision.kind) {
    case 'sign-in':
    case 'sign-out':
    case 'sign-in-cancelled':
    case 'sign-in-code':
      return performSignInWords(decision, turn, services, handleIncoming);
    case 'continue-form':
      return dialogs.continue({ kind: 'utterance', text: utterance }, turn, turn.host);
    case 'answer':
      showAnswer(decision.id, decision.match?.mended ?? [], turn, services);
      return repeatForm(turn, services);
    case 'begin':
      return begin(decision.dialog, withWords(decision.request, clarifyUtterance), turn, services);
    case 'recreate': {
      const { dialog, request } = await recreation(decision.named, turn.session.shownDeal, turn, services);
      return begin(dialog, request, turn, services);
    }
    case 'clarify':
      showClarification(decision.candidates, utterance, turn, services);
      return repeatForm(turn, services);
    case 'none':
      showNone(decision.candidates, turn, services);
      return repeatForm(turn, services);
    case 'act':
      return performAction(decision.action, turn, services);
    case 'small-talk':
      await performSmallTalk(decision.what, turn, services);
      // A "sì" must not fall between two questions: the form waits until this one is answered.
      return turn.session.offer === null ? repeatForm(turn, services) : undefined;
    case 'person':
      turn.say(personReply(services.support, turn.locale));
      return repeatForm(turn, services);
    case 'nothing-open':
      return turn.say(forEverybody(sayWith(botTexts[turn.locale].nothingOpen)));
    case 'acknowledged':
      return turn.say(forEverybody(sayWith(botTexts[turn.locale].acknowledged)));
    case 'list-ended':
      return turn.say(sayWith(botTexts[turn.locale].listEnded));
    case 'nothing-to-cancel':
      return turn.say(forEverybody(sayWith(botTexts[turn.locale].nothingToCancel)));
    case 'offer-declined':
      turn.say(forEverybody(sayWith(botTexts[turn.locale].offerDeclined)));
      return repeatForm(turn, services);
  }
}

/** A dialog picked from a clarification still takes what the first words said. */
function withWords(request: BeginRequest, clarifyUtterance: string | null): BeginRequest {
  if (request.utterance !== undefined || clarifyUtterance === null) return request;
  return { ...request, utterance: clarifyUtterance };
}

/** The language of clear words is followed and remembered, unless the person chose one. */
export function followLanguage(utterance: string, turn: Turn): void {
  if (turn.record.isLanguageChosen || isOfNoLanguage(utterance)) return;
  const evidence = detectLanguage(utterance);
  if (evidence === null) return;
  // "grazie" alone is little evidence of a language, but it is a whole sentence of one.
  const isWhole = readSmallTalk(utterance, evidence.locale) !== null;
  if (evidence.isClear || isWhole || turn.record.language === null) {
    turn.locale = evidence.locale;
    turn.record.language = evidence.locale;
  }
}

/** The deal that a button makes anew, null for any other button. */
function recreatedBy(button: Button): string | null {
  const action = 'action' in button ? button.action : null;
  return action?.action === 'begin' ? (action.recreates ?? null) : null;
}

/** "No" is both languages' word, and an id is nobody's. */
function isOfNoLanguage(utterance: string): boolean {
  return /^\W*no\W*$/i.test(utterance) || findGuid(utterance) !== null;
}

/** What the replies themselves offer holds for the next message: a "sì" to their question, the rest of a list. */
function noteShown({ replies, session, host }: Turn, { dialogs }: BotServices): void {
  const shown = replies.flatMap(({ buttons = [] }) => buttons).map(recreatedBy);
  session.shownDeal = shown.find((id) => id !== null) ?? session.shownDeal;
  session.list = replies.findLast(({ list }) => list !== undefined)?.list ?? null;
  if (dialogs.active(host) === null) session.offer ??= replies.at(-1)?.offer ?? null;
}

/** A clarification, an offer and a list hold for the next message only. */
export function forgetQuestions(turn: Turn): void {
  turn.session.list = null;
  turn.session.lastDialog = null;
  turn.session.offer = null;
  turn.session.clarify = null;
  turn.session.clarifyUtterance = null;
}

export function clarifyChoices(turn: Turn, services: BotServices): RouteInput['clarify'] {
  const { clarify } = turn.session;
  if (clarify === null) return null;
  return clarifyOptions(clarify, turn, services).map(({ id, kind, title }) => ({ id, kind, label: title }));
}

/** Two requests in one message: the first was done, the second is offered, nothing is lost silently. */
export function offerRest(
  decision: Decision,
  turn: Turn,
  match: (text: string) => Match,
  { dialogs }: BotServices,
): void {
  const rest = 'match' in decision ? (decision.match?.rest ?? null) : null;
  if (rest === null) return;
  const action = actionFor(match(rest), rest);
  if (action === null) return;
  const texts = botTexts[turn.locale];
  // A form that is open has asked something of its own: then "sì" is for the form, and the rest a tap away.
  const isInForm = dialogs.active(turn.host) !== null;
  // Where others read, what is a person's own can only be begun in their own chat.
  const canOffer = !isInForm && (turn.readership === 'personal' || isOpenAct(action));
  turn.session.offer = canOffer ? action : null;
  const text = isInForm ? texts.secondRequestLater : texts.secondRequest;
  turn.say(forEverybody(sayWith(text, { title: texts.beginSecond, action })));
}

function actionFor(match: Match, utterance: string): Action | null {
  if (match.id === null) return null;
  if (match.outcome === 'answer') return { action: 'answer', id: match.id };
  return isDialogName(match.id) ? asAction(match.id, { utterance }) : null;
}

export function sayUnreadable(what: Extract<Incoming, { kind: 'unreadable' }>['what'], turn: Turn): void {
  const { tooLong, noText, oldButton } = botTexts[turn.locale];
  turn.say(
    forEverybody(sayWith({ 'too-long': tooLong, 'no-text': noText, 'unknown-button': oldButton }[what])),
  );
}

function sayIfStartedOver(turn: Turn): void {
  if (!turn.session.hasStartedOver) return;
  const { startedOver, startedOverWithDrafts } = botTexts[turn.locale];
  turn.say(sayWith(turn.record.drafts.length > 0 ? startedOverWithDrafts : startedOver));
  turn.session.hasStartedOver = false;
}

/** A record that can't be read, or only in part, is said to be so once. */
function sayWhatIsUnread(turn: Turn): void {
  const { session, record, heldBack, locale } = turn;
  const texts = botTexts[locale];
  if (heldBack !== null && !session.isNewerTold) turn.say(sayWith(texts.recordIsNewer));
  session.isNewerTold = heldBack !== null;
  if (record.isInPart !== true) return;
  turn.say(sayWith(texts.recordInPart));
  record.isInPart = false;
}
