import { ActivityTypes, StatusCodes, type TurnContext } from 'botbuilder';

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

/** An invoke wants an answer of its own, or the channel shows that something failed. */
export async function acknowledge(context: TurnContext): Promise<void> {
  const type: string = context.activity.type;
  if (type !== 'invoke') return;
  const laid = context.turnState.get<InvokeAnswer | undefined>(ANSWER);
  const value = laid ?? usualAnswer(context.activity.name);
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value });
}

function usualAnswer(name: string | undefined): InvokeAnswer {
  // A thumb that is brought again was taken the first time.
  if (name === 'message/submitAction') return { status: StatusCodes.OK, body: {} };
  if (name !== 'adaptiveCard/action') return { status: StatusCodes.NOT_IMPLEMENTED };
  const body = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' };
  return { status: StatusCodes.OK, body };
}
