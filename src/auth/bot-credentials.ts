import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { AppCredentials, AuthenticationConstants } from 'botframework-connector';
import { AppError } from '../errors.ts';
import { deadlineInTurn } from '../remote/turn-time.ts';

/** The bot's own token for the Bot Framework's services; null where the bot has no identity. */
export type BotTokens = () => Promise<string | null>;

const TIMEOUT_MS = 5_000;

/**
 * Gives the bot's own token, made and kept by the SDK from a secret, a certificate or a managed identity.
 *
 * @param identity by the names that the SDK reads; empty where the bot has none
 * @param onFailure told of each token that could not be had
 * @throws AppError `refused` (`bot-credentials`) from the returned function when the identity isn't accepted.
 */
export function createBotTokens(
  identity: Readonly<Record<string, string>>,
  onFailure: () => void = () => undefined,
): BotTokens {
  const appId = identity['MicrosoftAppId'];
  if (appId === undefined) return () => Promise.resolve(null);
  let credentials: AppCredentials | null = null;
  return async () => {
    try {
      credentials ??= await createCredentials(identity, appId);
      return await within(deadlineInTurn(Date.now() + TIMEOUT_MS) - Date.now(), credentials.getToken());
    } catch (cause) {
      onFailure();
      // The SDK's own message may hold the request, and with it the secret: it goes no further than here.
      const name = cause instanceof Error ? cause.name : 'unknown';
      throw new AppError('refused', `bot identity: no token for ${appId} (${name})`, {
        details: { reason: 'bot-credentials' },
      });
    }
  };
}

/** The SDK sets no limit of its own, and a turn can't wait for ever. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error('no answer in time')), ms).unref();
  });
  return Promise.race([work, late]);
}

async function createCredentials(
  identity: Readonly<Record<string, string>>,
  appId: string,
): Promise<AppCredentials> {
  const factory = new ConfigurationServiceClientCredentialFactory({ ...identity });
  const { ToChannelFromBotOAuthScope, ToChannelFromBotLoginUrl } = AuthenticationConstants;
  const credentials = await factory.createCredentials(
    appId,
    ToChannelFromBotOAuthScope,
    ToChannelFromBotLoginUrl,
    true,
  );
  if (credentials instanceof AppCredentials) return credentials;
  throw new Error('these credentials give no token');
}
