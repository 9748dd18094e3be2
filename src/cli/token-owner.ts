import * as z from 'zod';
import { AppError } from '../errors.ts';
import type { Actor } from '../identity/actor.ts';

const claimsSchema = z.object({ tid: z.string().min(1), oid: z.string().min(1) });

/**
 * Whose token it is, as it says itself; the service that gets it decides whether that is true.
 *
 * @throws AppError `invalid-input` for what is no token of a person.
 */
export function readTokenOwner(token: string): Actor {
  const claims = claimsSchema.safeParse(readPayload(token));
  if (!claims.success) {
    throw new AppError(
      'invalid-input',
      'webhooks: PARTNER_CENTER_TOKEN is missing, or not the token of a person',
    );
  }
  return { tenantId: claims.data.tid, objectId: claims.data.oid };
}

function readPayload(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as unknown;
  } catch {
    return null;
  }
}
