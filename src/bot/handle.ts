import { performAction } from './act.ts';
import { repeatForm } from './begin.ts';
import type { InConversation } from './incoming.ts';
import { sayIfStartedOver, sayWhatIsUnread } from './notices.ts';
import { forgetQuestions, noteShown } from './open-questions.ts';
import { noteRemoved } from './session.ts';
import { performSignInEvent } from './sign-in/perform.ts';
import { performSmallTalk, welcome } from './small-talk-replies.ts';
import type { BotServices, Turn } from './turn.ts';
import { handleUnreadable } from './unreadable.ts';
import { handleUtterance } from './utterance.ts';

/**
 * Does what the incoming thing asks for, adding replies to the turn. Returns the outcome's name, for
 * logs and metrics.
 */
export async function handleIncoming(
  incoming: InConversation,
  turn: Turn,
  services: BotServices,
): Promise<string> {
  if (incoming.kind === 'removed') {
    noteRemoved(turn.session);
    return incoming.kind;
  }
  sayIfStartedOver(turn);
  sayWhatIsUnread(turn);
  switch (incoming.kind) {
    case 'joined':
      welcome(turn);
      return 'welcome';
    case 'unreadable':
      return handleUnreadable(incoming, turn, services);
    case 'called':
      await performSmallTalk('help', '', turn, services);
      await repeatForm(turn, services);
      return incoming.kind;
    case 'submit':
      forgetQuestions(turn);
      await performAction(incoming.action, turn, services);
      noteShown(turn, services);
      return `submit-${incoming.action.action}`;
    case 'utterance':
      return handleUtterance(incoming, turn, services, handleIncoming);
    case 'sign-in':
      return performSignInEvent(incoming.event, turn, services, handleIncoming);
    case 'silence':
      return 'silence';
  }
}
