import {
  ActivityTypes,
  CallerIdConstants,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  StatusCodes,
  type TurnContext,
} from 'botbuilder';
import { AuthenticationConstants, ClaimsIdentity } from 'botframework-connector';
import {
  type ActivityResponse,
  type TurnHandler,
  type TurnRunner,
  withDates,
} from '../../src/bot/adapter.ts';

/** The SDK's own adapter, for bots that send, change and delete messages by its clients. */
class SdkAdapter extends CloudAdapter implements TurnRunner {
  readonly #appId: string | null;

  constructor(appId: string | null) {
    const identity = appId === null ? {} : { MicrosoftAppId: appId, MicrosoftAppPassword: 'hunter2' };
    super(
      new ConfigurationBotFrameworkAuthentication(
        {},
        new ConfigurationServiceClientCredentialFactory(identity),
      ),
    );
    this.#appId = appId;
  }

  async runTurn(body: Readonly<Record<string, unknown>>, handler: TurnHandler): Promise<ActivityResponse> {
    const { AudienceClaim, ToChannelFromBotOAuthScope } = AuthenticationConstants;
    const claimsIdentity = new ClaimsIdentity([{ type: AudienceClaim, value: this.#appId ?? '' }], true);
    const checked = {
      audience: ToChannelFromBotOAuthScope,
      callerId: CallerIdConstants.PublicAzureChannel,
      claimsIdentity,
      connectorFactory: this.botFrameworkAuthentication.createConnectorFactory(claimsIdentity),
    };
    const activity = withDates(body);
    const run = async (context: TurnContext): Promise<void> => void (await handler(context));
    const response = await (this.#appId === null
      ? this.processActivity('', activity, run)
      : this.processActivity(checked, activity, run));
    if (response === undefined) return { status: StatusCodes.OK };
    return { status: response.status, body: response.body as unknown };
  }
}

/** @param onError told of what the turn handler let through; returns the reference that an invoke is answered with. */
export function createSdkAdapter(appId: string | null, onError: (error: unknown) => string): TurnRunner {
  const adapter = new SdkAdapter(appId);
  adapter.onTurnError = async (context, error) => {
    const reference = onError(error);
    if (context.activity.type !== 'invoke') return;
    await context.sendActivity({
      type: ActivityTypes.InvokeResponse,
      value: { status: StatusCodes.INTERNAL_SERVER_ERROR, body: { reference } },
    });
  };
  return adapter;
}
