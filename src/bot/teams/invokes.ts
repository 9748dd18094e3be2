import { isChangedMeanwhile } from '../../storage/record-store.ts';
import { errorReply } from '../error-reply.ts';
import type { Incoming, InvokeName } from '../incoming.ts';
import { answerInvoke, type InvokeAnswer, invokeFault } from '../invoke-answer.ts';
import type { BotServices, Turn } from '../turn.ts';
import { handleFeedback } from './feedback.ts';
import { handleMessageCommand, handleMessageSubmit } from './message-box.ts';
import { handleQuery } from './message-extension.ts';
import { handleRefresh } from './refresh.ts';
import { handleSearch } from './search.ts';
import { handleTaskFetch, handleTaskSubmit } from './task-dialog.ts';

/**
 * Answers one invoke, which its sender alone sees. What it says in the turn (`turn.say`) is a message as any other.
 *
 * @param value as it came: whatever a client made of it
 */
export type InvokeHandler = (value: unknown, turn: Turn, services: BotServices) => Promise<InvokeAnswer>;

const HANDLERS: Readonly<Record<InvokeName, InvokeHandler>> = {
  'adaptiveCard/action': handleRefresh,
  'task/fetch': handleTaskFetch,
  'task/submit': handleTaskSubmit,
  'application/search': handleSearch,
  'composeExtension/query': handleQuery,
  'composeExtension/fetchTask': handleMessageCommand,
  'composeExtension/submitAction': handleMessageSubmit,
  'message/submitAction': handleFeedback,
};

/** Answers an invoke by its handler; a failure becomes its answer, and nothing is said. Returns the outcome's name. */
export async function performInvoke(
  { name, value }: Extract<Incoming, { kind: 'invoke' }>,
  turn: Turn,
  services: BotServices,
): Promise<string> {
  try {
    answerInvoke(turn.context, await HANDLERS[name](value, turn, services));
    return name;
  } catch (error) {
    if (isChangedMeanwhile(error)) throw error;
    turn.replies.splice(0, Infinity);
    const said = errorReply(error, services.onError(error), turn.locale);
    answerInvoke(turn.context, invokeFault('InternalError', said.summary));
    return 'error';
  }
}
