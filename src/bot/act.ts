import { overviewPage } from '../../dialogs/index.ts';
import type { Action } from '../cards/action.ts';
import { helpReply } from '../cards/help-card.ts';
import { forEverybody, refusing, sayWith } from '../cards/reply-data.ts';
import { showAnswer, showNone } from './answering.ts';
import { begin, repeatForm } from './begin.ts';
import { requestOf } from './carried.ts';
import { performExpert } from './experts/acting.ts';
import { performAskExpert } from './experts/asking.ts';
import { rateByButton } from './rating.ts';
import { forget } from './forgetting.ts';
import { listDrafts, setLanguage } from './small-talk-replies.ts';
import { signInNow } from './sign-in/done.ts';
import { botTexts } from './texts.ts';
import type { BotServices, Turn } from './turn.ts';
import { performWatch } from './watch/perform.ts';

/** Does what a button says, or an offer that was accepted in words. */
export async function performAction(action: Action, turn: Turn, services: BotServices): Promise<void> {
  switch (action.action) {
    case 'form':
      return services.dialogs.act(action, turn, turn.host);
    case 'begin':
      return beginFrom(action, turn, services);
    case 'retry':
      return retry(turn, services);
    case 'sign-in':
      return beginSignIn(turn, services);
    // A client that knows no boxes: the question is answered in the chat.
    case 'open-box':
    case 'fill-box':
      return repeatForm(turn, services);
    case 'page':
      return turn.say(await overviewPage(turn, services, action.page));
    default:
      await performInBetween(action, turn, services);
      return turn.session.offer === null ? repeatForm(turn, services) : undefined;
  }
}

type InBetween = Exclude<
  Action,
  { action: 'form' | 'begin' | 'retry' | 'page' | 'sign-in' | 'open-box' | 'fill-box' }
>;

/** What leaves an open form as it is. */
async function performInBetween(action: InBetween, turn: Turn, services: BotServices): Promise<void> {
  switch (action.action) {
    case 'answer':
      return showAnswer(action.id, { utterance: null, mended: [] }, turn, services);
    case 'none-of-these':
      return showNone([], null, turn, services);
    case 'help':
      return turn.say(helpReply(turn.locale, turn.person?.isSample ?? false));
    case 'language':
      return setLanguage(action.locale, turn);
    case 'forget-me':
      return forget(action.isConfirmed, turn, services);
    case 'ask-expert':
      return performAskExpert(action, turn, services);
    case 'expert':
      return performExpert(action, turn, services);
    case 'rate':
      return rateByButton(action, turn, services);
    case 'watch':
      return performWatch(action.do, turn, services);
    case 'dismiss':
      return turn.say(forEverybody(sayWith(botTexts[turn.locale].offerDeclined)));
    case 'drafts':
      return listDrafts(turn, services);
    case 'delete-draft':
      return services.dialogs.deleteDraft(action.draftId, turn, turn.host);
  }
}

/** Begins with the words that the button carries; one whose words are gone says so, and begins without them. */
async function beginFrom(
  action: Extract<Action, { action: 'begin' }>,
  turn: Turn,
  services: BotServices,
): Promise<void> {
  const request = requestOf(action, turn);
  if (request === null) turn.say(sayWith(botTexts[turn.locale].messageGone));
  return begin(action.dialog, request ?? {}, turn, services);
}

/** The button stays in the chat after the company has gone back to sample data: then there is nothing to do. */
async function beginSignIn(turn: Turn, { signIn, dialogs }: BotServices): Promise<void> {
  if (signIn === null) return turn.say(refusing(sayWith(botTexts[turn.locale].oldButton)));
  await signInNow(dialogs.active(turn.host) !== null, turn, signIn);
}

/** Does the act again that failed because something was not reached. */
async function retry(turn: Turn, services: BotServices): Promise<void> {
  const failed = turn.session.retry;
  if (failed !== null && failed.action !== 'retry') return performAction(failed, turn, services);
  turn.say(refusing(sayWith(botTexts[turn.locale].nothingToRetry)));
}
