import * as z from 'zod';
import { type Actor, personKey } from '../identity/actor.ts';

const claimsSchema = z.object({ oid: z.string(), tid: z.string() });

/**
 * Whether a token is another person's: on the sign-in page anybody can sign in, a colleague or the same
 * person with an administrator's account. A token that can't be read is the token service's word alone.
 */
export function isOthers(token: string, actor: Actor): boolean {
  const claims = claimsSchema.safeParse(readPayload(token));
  if (!claims.success) return false;
  const { tid, oid } = claims.data;
  return personKey({ tenantId: tid, objectId: oid }) !== personKey(actor);
}

function readPayload(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as unknown;
  } catch {
    return null;
  }
}
