import type { OpenServices } from './services.ts';
import { createChannelKeys } from '../auth/channel-keys.ts';
import { createPersonCheck } from '../auth/person-token.ts';
import { privateChatUrl } from '../bot/readership.ts';
import { showTab } from '../bot/tab.ts';
import type { BotServices } from '../bot/turn.ts';
import type { Config } from '../config/config.ts';
import type { DealsTab } from '../http/deals-tab.ts';
import { withinTurn } from '../remote/turn-time.ts';

/**
 * The tab on one's deals, over the same gateway as the chat. A look has the time of a turn, and reads deals once.
 *
 * @param onError told of whatever went wrong; returns the reference that is shown
 */
export function openDealsTab(
  { credentials, access }: Pick<Config, 'credentials' | 'access'>,
  { services, memory, localPeople }: OpenServices,
  onError: BotServices['onError'],
): DealsTab {
  const { signInAppId, entraKeysUrl } = access;
  // Tokens end by the clock of the world, whatever clock the deals are read by.
  const now = (): Date => new Date();
  const keys = createChannelKeys({ url: entraKeysUrl, now });
  const { allowedTenants } = services;
  const bot = credentials.kind === 'anonymous' ? null : credentials.appId;
  return {
    checkPerson:
      bot === null || signInAppId === null ? null : createPersonCheck({ appId: signInAppId, keys, now }),
    people: () => Promise.resolve(bot === null ? localPeople : []),
    isServed: ({ tenantId }) => allowedTenants?.has(tenantId) ?? true,
    show: (action, viewer) =>
      withinTurn(() => memory.run(() => showTab(action, viewer, { ...services, onError }))),
    chatUrl: (words) =>
      bot === null ? null : privateChatUrl({ channelId: 'msteams', recipient: { id: bot, name: '' } }, words),
  };
}
