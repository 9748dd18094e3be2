import type { BeginRequest, Take } from '../../dialogs/turn.ts';
import { type DialogName, isDialogName } from '../../dialogs/dialog-name.ts';
import { recreation } from '../../dialogs/index.ts';
import { forEverybody, sayWith } from '../cards/reply-data.ts';
import { AppError } from '../errors.ts';
import type { Match } from '../matching/match.ts';
import { performAction } from './act.ts';
import { begin, repeatForm } from './begin.ts';
import { complaintReply, personReply } from '../cards/none-card.ts';
import { showAnswer, showClarification, showNone } from './answering.ts';
import { performSmallTalk, welcome } from './small-talk-replies.ts';
import { followLanguage, followLanguageInForm } from './follow-language.ts';
import type { Incoming } from './incoming.ts';
import { sayIfStartedOver, sayUnreadable, sayWhatIsUnread } from './notices.ts';
import { clarifyChoices, forgetQuestions, noteShown } from './open-questions.ts';
import { offerRest } from './second-request.ts';
import { type Decision, route } from './router.ts';
import { isWaiting } from './sign-in/done.ts';
import { performSignInEvent, performSignInWords } from './sign-in/perform.ts';
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
  const follow = isInForm ? followLanguageInForm : followLanguage;
  follow(utterance, turn);
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
    peopleDialog: (id) => peopleDialog(id, services),
    match: () => match(utterance),
  });
  const clarifyUtterance = turn.session.clarifyUtterance;
  forgetQuestions(turn);
  await perform(decision, utterance, clarifyUtterance, turn, services);
  turn.session.wasUnknown = decision.kind === 'none';
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
      await showAnswer(decision.id, { utterance, mended: decision.match?.mended ?? [] }, turn, services);
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
      await performSmallTalk(decision.what, utterance, turn, services);
      // A "sì" must not fall between two questions: the form waits until this one is answered.
      return turn.session.offer === null ? repeatForm(turn, services) : undefined;
    case 'person':
      turn.say(personReply(services.support, turn.locale));
      return repeatForm(turn, services);
    case 'complaint':
      turn.say(complaintReply(services.support, turn.locale));
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

/** The dialog that names the people whom an answer speaks of, where it has one. */
function peopleDialog(id: string, { knowledge }: BotServices): DialogName | null {
  const who = knowledge.answers.get(id)?.who;
  return who !== undefined && isDialogName(who) ? who : null;
}

/** A dialog picked from a clarification still takes what the first words said. */
function withWords(request: BeginRequest, clarifyUtterance: string | null): BeginRequest {
  if (request.utterance !== undefined || clarifyUtterance === null) return request;
  return { ...request, utterance: clarifyUtterance };
}
