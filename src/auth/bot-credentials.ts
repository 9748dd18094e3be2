import {
  AppCredentials,
  AuthenticationConstants,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import { AppError } from '../errors.ts';

/** The bot's own token for the Bot Framework's services; null where the bot has no identity. */
export type BotTokens = () => Promise<string | null>;

/**
 * Gives the bot's own token, made and kept by the SDK from a secret, a certificate or a managed identity.
 *
 * @throws AppError `refused` (`bot-credentials`) from the returned function when the identity isn't accepted.
 */
export function createBotTokens(factory: ServiceClientCredentialsFactory, appId: string | null): BotTokens {
  if (appId === null) return () => Promise.resolve(null);
  let credentials: AppCredentials | null = null;
  return async () => {
    try {
      credentials ??= await createCredentials(factory, appId);
      return await credentials.getToken();
    } catch (cause) {
      // The SDK's own message may hold the request, and with it the secret: it goes no further than here.
      const name = cause instanceof Error ? cause.name : 'unknown';
      throw new AppError('refused', `bot identity: no token for ${appId} (${name})`, {
        details: { reason: 'bot-credentials' },
      });
    }
  };
}

async function createCredentials(
  factory: ServiceClientCredentialsFactory,
  appId: string,
): Promise<AppCredentials> {
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
