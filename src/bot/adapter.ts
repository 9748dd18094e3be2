import { randomInt } from 'node:crypto';
import {
  type Activity,
  ActivityTypes,
  CallerIdConstants,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  StatusCodes,
  type TurnContext,
} from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  ClaimsIdentity,
} from 'botframework-connector';
import type { Logger } from 'pino';
import { type Caller, checkActivityOf } from '../auth/caller.ts';

/** What answers one activity, and says whether its replies arrived. */
export type TurnHandler = (context: TurnContext) => Promise<'done' | 'undelivered'>;

/** The Bot Framework's own names; an empty object switches authentication off. */
export interface AdapterIdentity {
  readonly MicrosoftAppType?: string;
  readonly MicrosoftAppId?: string;
  readonly MicrosoftAppPassword?: string;
  readonly MicrosoftAppTenantId?: string;
}

export interface AdapterOptions {
  readonly identity: AdapterIdentity;
  /** Told of what even the turn handler let through; returns the reference that stands in the log. */
  readonly onError: (error: unknown) => string;
}

/** What goes back over HTTP. */
export interface ActivityResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Replies that a channel didn't take are sent again when it brings their activity again. */
const COME_BACK: ActivityResponse = {
  status: 503,
  headers: { 'Retry-After': '5' },
  body: { error: 'try again later' },
};

/** The Bot Framework's adapter, with a door that takes a parsed activity and keeps its errors to itself. */
export class BotAdapter extends CloudAdapter {
  readonly #appId: string | undefined;

  constructor(identity: AdapterIdentity) {
    const factory = new ConfigurationServiceClientCredentialFactory({ ...identity });
    super(new ConfigurationBotFrameworkAuthentication({}, factory));
    this.#appId = identity.MicrosoftAppId;
  }

  /**
   * Runs the turn of an activity. `CloudAdapter.process` does the same, but prints whole errors, with whatever
   * they hold, and sends their text to the caller; and the SDK's own look at a token prints keys.
   *
   * @param caller who brings it, checked; null only where no app id is set and everybody is believed
   * @param body an activity as parsed from JSON, its fields checked by the caller
   * @throws CallerRefusal when the caller may not bring this activity; whatever the SDK throws
   */
  async runTurn(
    caller: Caller | null,
    body: Readonly<Record<string, unknown>>,
    handler: TurnHandler,
  ): Promise<ActivityResponse> {
    if (caller !== null) checkActivityOf(caller, body);
    const activity = withDates(body);
    let end: Awaited<ReturnType<TurnHandler>> = 'done';
    const handle = async (context: TurnContext): Promise<void> => {
      end = await handler(context);
    };
    // With an app id the SDK refuses the empty header, so a forgotten check lets nobody in.
    const response = await (caller === null
      ? this.processActivity('', activity, handle)
      : this.processActivity(this.#channelService(), activity, handle));
    if (isUndelivered(end)) return COME_BACK;
    if (response === undefined) return { status: StatusCodes.OK };
    return { status: response.status, body: response.body as unknown };
  }

  /** What the SDK needs to know of a caller who was checked: our own id, and how replies are sent. */
  #channelService(): AuthenticateRequestResult {
    const { AudienceClaim, ToChannelFromBotOAuthScope } = AuthenticationConstants;
    const claimsIdentity = new ClaimsIdentity([{ type: AudienceClaim, value: this.#appId ?? '' }], true);
    return {
      audience: ToChannelFromBotOAuthScope,
      callerId: CallerIdConstants.PublicAzureChannel,
      claimsIdentity,
      connectorFactory: this.botFrameworkAuthentication.createConnectorFactory(claimsIdentity),
    };
  }
}

/** Asked of a function, since the compiler doesn't see that the handler sets it. */
const isUndelivered = (end: Awaited<ReturnType<TurnHandler>>): boolean => end === 'undelivered';

/** The SDK wants its three times as dates; what can't be read as one is dropped. */
function withDates(body: Readonly<Record<string, unknown>>): Activity {
  const dates = ['timestamp', 'localTimestamp', 'expiration'].map((name): [string, Date | undefined] => {
    const sent = body[name];
    const date = typeof sent === 'string' ? new Date(sent) : null;
    return [name, date === null || Number.isNaN(date.getTime()) ? undefined : date];
  });
  return { ...body, ...Object.fromEntries(dates) } as unknown as Activity;
}

/** Makes the bot adapter. The bot tells its own errors; what passes it is logged, and no more. */
export function createBotAdapter({ identity, onError }: AdapterOptions): BotAdapter {
  const adapter = new BotAdapter(identity);
  adapter.onTurnError = async (context, error) => {
    const reference = onError(error);
    if (context.activity.type === 'invoke') await answerFailedInvoke(context, reference);
  };
  return adapter;
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

async function answerFailedInvoke(context: TurnContext, reference: string): Promise<void> {
  await context.sendActivity({
    type: ActivityTypes.InvokeResponse,
    value: { status: StatusCodes.INTERNAL_SERVER_ERROR, body: { reference } },
  });
}
