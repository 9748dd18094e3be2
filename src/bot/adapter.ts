import { randomInt } from 'node:crypto';
import {
  type Activity,
  ActivityTypes,
  BotAdapter,
  DeliveryModes,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder';
import type { Logger } from 'pino';

/** What answers one activity, and says whether its replies arrived. */
export type TurnHandler = (context: TurnContext) => Promise<'done' | 'undelivered'>;

/** What goes back over HTTP. */
export interface ActivityResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Makes a turn of an activity, and an answer of its end. */
export interface TurnRunner {
  /**
   * Never rejects: what the handler throws is logged, and an invoke is answered with its reference.
   *
   * @param body an activity as parsed from JSON, its fields and its caller checked
   */
  runTurn(body: Readonly<Record<string, unknown>>, handler: TurnHandler): Promise<ActivityResponse>;
}

/** Replies that a channel didn't take are sent again when it brings their activity again. */
const COME_BACK: ActivityResponse = {
  status: 503,
  headers: { 'Retry-After': '5' },
  body: { error: 'try again later' },
};

const NOT_IMPLEMENTED = 'adapter: replies leave as letters';

/**
 * An adapter of the Bot Framework for turns whose replies leave by our own connector (`src/channel`). The SDK's own
 * makes three clients of other services for each turn, of which none is needed here.
 */
class TurnAdapter extends BotAdapter implements TurnRunner {
  readonly #onError: (error: unknown) => string;

  /** @param onError told of what even the turn handler let through; returns the reference that stands in the log. */
  constructor(onError: (error: unknown) => string) {
    super();
    this.#onError = onError;
  }

  async runTurn(body: Readonly<Record<string, unknown>>, handler: TurnHandler): Promise<ActivityResponse> {
    const activity = withDates(body);
    const context = new TurnContext(this, activity);
    try {
      if ((await handler(context)) === 'undelivered') return COME_BACK;
    } catch (error) {
      // The bot tells its own errors; what passes it is logged, and no more.
      const reference = this.#onError(error);
      if (isInvoke(activity)) return { status: 500, body: { reference } };
    }
    return responseOf(context);
  }

  /** Takes what the SDK leaves to the adapter: the answer of an invoke. Replies in the response it keeps itself. */
  override sendActivities(
    context: TurnContext,
    activities: readonly Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    for (const activity of activities) {
      if (activity.type !== ActivityTypes.InvokeResponse) throw new Error(NOT_IMPLEMENTED);
      context.turnState.set(INVOKE_ANSWER, activity.value);
    }
    return Promise.resolve(activities.map(() => ({ id: '' })));
  }

  override updateActivity(): Promise<never> {
    return Promise.reject(new Error(NOT_IMPLEMENTED));
  }

  override deleteActivity(): Promise<never> {
    return Promise.reject(new Error(NOT_IMPLEMENTED));
  }

  override continueConversation(): Promise<never> {
    return Promise.reject(new Error(NOT_IMPLEMENTED));
  }
}

const INVOKE_ANSWER = Symbol('answer of the invoke');

const isInvoke = ({ type }: { readonly type: string }): boolean => type === 'invoke';

function responseOf(context: TurnContext): ActivityResponse {
  const { activity, bufferedReplyActivities, turnState } = context;
  if (activity.deliveryMode === DeliveryModes.ExpectReplies)
    return { status: 200, body: { activities: bufferedReplyActivities } };
  if (!isInvoke(activity)) return { status: 200 };
  return turnState.get<ActivityResponse | undefined>(INVOKE_ANSWER) ?? { status: 501 };
}

/** The SDK wants its three times as dates; what can't be read as one is dropped. */
export function withDates(body: Readonly<Record<string, unknown>>): Activity {
  const dates = ['timestamp', 'localTimestamp', 'expiration'].map((name): [string, Date | undefined] => {
    const sent = body[name];
    const date = typeof sent === 'string' ? new Date(sent) : null;
    return [name, date === null || Number.isNaN(date.getTime()) ? undefined : date];
  });
  return { ...body, ...Object.fromEntries(dates) } as unknown as Activity;
}

/** Makes the bot adapter. */
export function createBotAdapter(onError: (error: unknown) => string): TurnRunner {
  return new TurnAdapter(onError);
}

/** Writes an error down, without what it may hold of people's words; returns its reference. */
export function createErrorLog(
  log: Pick<Logger, 'error'>,
  onCode: (code: string) => void,
): (error: unknown) => string {
  return (error) => {
    const reference = newReference();
    log.error({ reference, ...errorFacts(error) }, 'turn failed');
    onCode(codeOf(error));
    return reference;
  };
}

/** Letters and digits that are not mistaken for each other when read aloud or copied by hand. */
const REFERENCE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Four signs by which a user's report is found in the log. */
export function newReference(): string {
  return Array.from({ length: 4 }, () => REFERENCE_ALPHABET[randomInt(REFERENCE_ALPHABET.length)]).join('');
}

/**
 * What of an error may be logged. An SDK error holds the whole request, and with it what the user wrote:
 * of it only code, status and the first line of its message are kept.
 */
export function errorFacts(error: unknown): { code: string; error: string } {
  const message = error instanceof Error ? error.message : String(error);
  return { code: codeOf(error), error: (message.split('\n', 1)[0] ?? '').slice(0, 300) };
}

/** The code of an AppError, a system error or a refused HTTP call; else the error's class. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  if (typeof code === 'string' && code !== '') return code;
  if (typeof statusCode === 'number') return `status-${String(statusCode)}`;
  return error.name;
}
