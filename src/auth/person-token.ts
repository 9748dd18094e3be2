import * as z from 'zod';
import type { Actor } from '../identity/actor.ts';
import { CallerRefusal } from './caller.ts';
import type { ChannelKeys } from './channel-keys.ts';
import { checkSignedToken } from './signed-token.ts';

/** What Teams asks for on behalf of a page of ours, and nothing more. */
const SCOPE = 'access_as_user';

const GUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

const claims = z.object({
  tid: z.string().regex(GUID),
  oid: z.string().regex(GUID),
  scp: z.string(),
});

export interface PersonTokenOptions {
  /** The application that people sign in to. */
  readonly appId: string;
  readonly keys: ChannelKeys;
  readonly now: () => Date;
}

/**
 * Who opens a page of ours, by the token that Teams gets for it.
 *
 * @throws CallerRefusal where the token proves nothing; AppError `unreachable` where Entra's keys can't be had
 */
export type PersonCheck = (authorization: string) => Promise<Actor>;

/**
 * Makes the check of Entra's access tokens of version 2.0. Source: Microsoft Learn, "Access tokens in the Microsoft
 * identity platform", validation: the issuer names the tenant that `tid` names, `aud` is the application's id.
 */
export function createPersonCheck({ appId, keys, now }: PersonTokenOptions): PersonCheck {
  const isIssuer = ({ iss, tid }: { iss: string; tid?: unknown }): boolean =>
    typeof tid === 'string' && iss === `https://login.microsoftonline.com/${tid}/v2.0`;
  return async (authorization) => {
    const { said } = await checkSignedToken(authorization, { isIssuer, audience: appId, keys, now });
    const parsed = claims.safeParse(said);
    // Of an application and not of a person, or for something else than this page.
    if (!parsed.success || !parsed.data.scp.split(' ').includes(SCOPE)) throw new CallerRefusal('malformed');
    const { tid, oid } = parsed.data;
    return { tenantId: tid.toLowerCase(), objectId: oid.toLowerCase() };
  };
}
