import * as z from 'zod';
import { type Caller, type CallerCheck, CallerRefusal } from './caller.ts';
import type { ChannelKeys } from './channel-keys.ts';
import { checkSignedToken } from './signed-token.ts';

/**
 * Who the Bot Framework's channel service says that it is. Source: Microsoft Learn, "Authentication with the Bot
 * Connector API", token verification requirements.
 */
const ISSUER = 'https://api.botframework.com';

const claims = z.object({ serviceurl: z.string().optional() });

export interface ChannelTokenOptions {
  /** The bot's own id: a token for another bot is no token for us. */
  readonly appId: string;
  readonly keys: ChannelKeys;
  readonly now: () => Date;
}

/** Makes the check of the channel service's tokens. */
export function createCallerCheck({ appId, keys, now }: ChannelTokenOptions): CallerCheck {
  const rules = { isIssuer: ({ iss }: { iss: string }) => iss === ISSUER, audience: appId, keys, now };
  return async (authorization) => {
    const { said, key } = await checkSignedToken(authorization, rules);
    const parsed = claims.safeParse(said);
    if (!parsed.success) throw new CallerRefusal('malformed');
    return { channels: key.channels, serviceUrl: parsed.data.serviceurl ?? null } satisfies Caller;
  };
}
