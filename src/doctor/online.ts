import { createBotTokens } from '../auth/bot-credentials.ts';
import { createBotTokenService } from '../auth/bot-token-service.ts';
import { createChannelKeys } from '../auth/channel-keys.ts';
import { type Config, sdkIdentity } from '../config/config.ts';
import { check, type Diagnosis } from './diagnosis.ts';

/** Asks Microsoft whether it accepts the bot, and whether each OAuth connection is there. Changes nothing. */
export async function examineOnline(config: Config): Promise<readonly Diagnosis[]> {
  const { access, credentials, partnerCenter } = config;
  const botTokens = createBotTokens(sdkIdentity(config.credentials));
  const findings: Diagnosis[] = [];
  if (credentials.kind !== 'anonymous') {
    findings.push(
      await check(async () => {
        await botTokens();
        return 'Microsoft accepts the bot.';
      }),
      await check(async () => {
        // No key has this id; what counts is that the service could be asked.
        await createChannelKeys({ url: access.channelKeysUrl, now: () => new Date() }).find('');
        return 'The keys that callers are checked by can be had.';
      }),
    );
  }
  if (partnerCenter === null) return findings;
  const appId = credentials.kind === 'anonymous' ? null : credentials.appId;
  const service = createBotTokenService({ baseUrl: partnerCenter.tokenServiceUrl, appId, botTokens });
  for (const name of new Set(Object.values(partnerCenter.connections))) {
    if (name === null) continue;
    findings.push(
      await check(async () => {
        const { exchange } = await service.getLink(NOBODY, name);
        return exchange === null
          ? `The OAuth connection '${name}' is there; people sign in on a page, for it has no token exchange URL.`
          : `The OAuth connection '${name}' is there, with single sign-on.`;
      }),
    );
  }
  return findings;
}

/** A conversation that isn't: the service wants one to make a sign-in link for. */
const NOBODY = {
  type: 'message',
  id: 'doctor',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/teams/',
  conversation: { id: 'doctor', name: '', isGroup: false, conversationType: 'personal' },
  from: { id: 'doctor', name: '' },
  recipient: { id: 'bot', name: '' },
};
