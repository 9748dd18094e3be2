import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import { executedBy } from './incoming.ts';

/** What an invoke is answered with, where it is not simply done. */
export interface InvokeAnswer {
  readonly status: number;
  readonly body?: unknown;
}

const ANSWER = Symbol('invoke answer');

/** Lays down the answer of this turn's invoke; the last one counts. */
export function answerInvoke(context: TurnContext, answer: InvokeAnswer): void {
  context.turnState.set(ANSWER, answer);
}

/** Why an invoke is not done, as Bot Framework names it beside the HTTP status. */
const FAULTS = {
  BadRequest: 400,
  Forbidden: 403,
  TooManyRequests: 429,
  InternalError: 500,
} as const;

/** An invoke that is not done, with a sentence for its sender (Bot Framework: `application/vnd.microsoft.error`). */
export function invokeFault(code: keyof typeof FAULTS, message: string): InvokeAnswer {
  const status = FAULTS[code];
  const body = { statusCode: status, type: 'application/vnd.microsoft.error', value: { code, message } };
  return { status, body };
}

/** Whether an activity wants an answer in the response to it. */
export function isInvoke({ type }: Partial<Activity>): boolean {
  return type === 'invoke';
}

/** Closes a box with a sentence. */
export function taskMessage(value: string): InvokeAnswer {
  return { status: 200, body: { task: { type: 'message', value } } };
}

/** Shows a sentence where what a search found would be listed. */
export function searchMessage(text: string): InvokeAnswer {
  return { status: 200, body: { composeExtension: { type: 'message', text } } };
}

/** The answer to `adaptiveCard/action` by which a card takes the place of another. */
export function cardAnswer(card: object): InvokeAnswer {
  return cardAction(200, 'application/vnd.microsoft.card.adaptive', card);
}

/**
 * Any answer to `adaptiveCard/action`: the request itself went well, and what became of it is said inside (Adaptive
 * Cards documentation, "Universal Action Model").
 */
export function cardAction(statusCode: number, type: string, value: unknown): InvokeAnswer {
  return { status: 200, body: { statusCode, type, value } };
}

/** Why an invoke is not done, in the shape that its client shows to the sender. */
export function refuseInvoke(activity: Activity, code: keyof typeof FAULTS, why: string): InvokeAnswer {
  if (executedBy(activity) !== null)
    return cardAction(200, 'application/vnd.microsoft.activity.message', why);
  switch (activity.name) {
    case 'task/fetch':
    case 'task/submit':
    case 'composeExtension/fetchTask':
    case 'composeExtension/submitAction':
      return taskMessage(why);
    case 'composeExtension/query':
      return searchMessage(why);
    case 'message/submitAction':
      // The client shows nothing of it.
      return { status: 200, body: {} };
    default:
      return invokeFault(code, why);
  }
}

/** Whether this turn's invoke has its answer already. */
export function isAnswered(context: TurnContext): boolean {
  return context.turnState.get<InvokeAnswer | undefined>(ANSWER) !== undefined;
}

/** An invoke wants an answer of its own, or the channel shows that something failed. */
export async function acknowledge(context: TurnContext): Promise<void> {
  if (!isInvoke(context.activity)) return;
  const laid = context.turnState.get<InvokeAnswer | undefined>(ANSWER);
  const value = laid ?? usualAnswer(context.activity.name);
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value });
}

function usualAnswer(name: string | undefined): InvokeAnswer {
  // A thumb that is brought again was taken the first time.
  if (name === 'message/submitAction') return { status: 200, body: {} };
  if (name !== 'adaptiveCard/action') return { status: 501 };
  return cardAction(200, 'application/vnd.microsoft.activity.message', '');
}
