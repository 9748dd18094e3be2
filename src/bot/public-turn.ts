import { LOCALES } from '../language/locale.ts';
import { welcomeReply } from '../cards/welcome-card.ts';
import type { Match } from '../matching/match.ts';
import { performAction } from './act.ts';
import { isAboutFile } from './beside-file.ts';
import { exitOf } from './exit.ts';
import { takeExpertsHere, takeThreadReply } from './experts/acting.ts';
import { intoPrivate, isOpenAct } from './gate.ts';
import type { InConversation } from './incoming.ts';
import { followLanguage } from './follow-language.ts';
import { sayFileUnread, sayUnreadable } from './notices.ts';
import { clarifyChoices, forgetQuestions } from './open-questions.ts';
import { perform } from './perform.ts';
import { performSmallTalk } from './small-talk-replies.ts';
import { answerRest, restOf } from './second-request.ts';
import type { Decision, SmallTalk } from './decision.ts';
import { route } from './router.ts';
import type { BotServices, Turn } from './turn.ts';

/** Small talk that shows nothing of the person. */
const OPEN_TALK: readonly SmallTalk[] = [
  'greeting',
  'thanks',
  'goodbye',
  'help',
  'nature',
  'languages',
  ...LOCALES.map((locale) => `speak-${locale}` as const),
];

/**
 * Handles what came in where others read along: questions are answered, and whatever is a person's own is sent into
 * their own chat before anything of it begins. The gate would hold the words of it back all the same; this keeps
 * things from being done that nobody sees. Returns the outcome's name.
 */
export async function handleInPublic(
  incoming: InConversation,
  turn: Turn,
  services: BotServices,
): Promise<string> {
  switch (incoming.kind) {
    case 'joined': {
      // Teams' store wants nothing there that begins a person's own work, be it by a link into their chat.
      const { buttons: _own, ...reply } = welcomeReply(null, turn.person?.isSample ?? false, turn.locale);
      turn.say(reply);
      return 'welcome';
    }
    case 'unreadable':
      sayUnreadable(incoming.what, turn);
      return incoming.what;
    case 'called':
      await performSmallTalk('help', '', turn, services);
      return incoming.kind;
    case 'utterance':
      return answerInPublic(incoming, turn, services);
    case 'submit':
      forgetQuestions(turn);
      if (!isOpenAct(incoming.action)) return sendAway(incoming, turn);
      await performAction(incoming.action, turn, services);
      return `submit-${incoming.action.action}`;
    case 'sign-in':
    case 'removed':
    case 'silence':
      return 'silence';
  }
}

async function answerInPublic(
  incoming: Extract<InConversation, { kind: 'utterance' }>,
  turn: Turn,
  services: BotServices,
): Promise<string> {
  const { text: utterance, hasFiles } = incoming;
  if (await takeExpertsHere(utterance, turn, services)) return 'experts-here';
  if (await takeThreadReply(utterance, turn, services)) return 'expert-reply';
  followLanguage(utterance, turn);
  const { session } = turn;
  const match = (text: string): Match =>
    // No customer's name is known here: what is answered must not tell whose deals there are.
    services.answerer.match(text, {
      locale: turn.language,
      knownNames: [],
      lastAnswerId: session.lastAnswerId,
    });
  const decision = route({
    utterance,
    reading: turn.read(utterance, null),
    take: null,
    offer: session.offer,
    clarify: clarifyChoices(turn, services),
    retry: null,
    ...(services.signIn === null ? {} : { signIn: 'on' }),
    canWatch: services.watch !== undefined,
    match: () => match(utterance),
  });
  forgetQuestions(turn);
  if (!isOpen(decision)) return sendAway(incoming, turn);
  if (hasFiles && isAboutFile(decision, null, utterance, turn.read(utterance, null))) {
    sayUnreadable('file', turn);
    return 'file';
  }
  if (hasFiles) sayFileUnread(turn);
  await perform(decision, { utterance, clarifyUtterance: null, handle: handleInPublic }, turn, services);
  session.wasUnknown = decision.kind === 'none';
  const second = restOf(decision);
  if (second !== null) await answerRest(second, turn, match, services);
  return decision.kind;
}

function isOpen(decision: Decision): boolean {
  switch (decision.kind) {
    case 'answer':
    case 'clarify':
    case 'none':
    case 'passages':
    case 'person':
    case 'complaint':
    case 'wrong-answer':
    case 'nothing-to-cancel':
    case 'nothing-open':
    case 'acknowledged':
    case 'offer-declined':
      return true;
    case 'small-talk':
      return OPEN_TALK.includes(decision.what);
    case 'act':
      return isOpenAct(decision.action);
    default:
      return false;
  }
}

function sendAway(incoming: InConversation, turn: Turn): string {
  turn.say(intoPrivate(exitOf(incoming, turn)));
  return 'into-private';
}
