import type { KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import * as z from 'zod';
import { type Caller, type CallerCheck, type CallerFault, CallerRefusal } from './caller.ts';
import type { ChannelKeys } from './channel-keys.ts';

/**
 * Who the Bot Framework's channel service says that it is, and how far clocks may differ. Source: Microsoft
 * Learn, "Authentication with the Bot Connector API", token verification requirements.
 */
const ISSUER = 'https://api.botframework.com';
const CLOCK_TOLERANCE_S = 300;

/** Those of the SDK. All of them need the private key: `none`, and secrets that a public key could pass for, do not. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512'] as const;

const header = z.object({
  alg: z.enum(ALGORITHMS),
  kid: z.string().min(1),
  /** Extensions that a reader must understand; we understand none. */
  crit: z.never().optional(),
});

const claims = z.object({
  iss: z.string(),
  aud: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
  serviceurl: z.string().optional(),
});

type Claims = z.infer<typeof claims>;

export interface ChannelTokenOptions {
  /** The bot's own id: a token for another bot is no token for us. */
  readonly appId: string;
  readonly keys: ChannelKeys;
  readonly now: () => Date;
}

/**
 * Makes the check of the channel service's tokens. What a token says against itself is seen before anybody is
 * asked for a key, so that a bad one costs no call and needs no service.
 */
export function createCallerCheck({ appId, keys, now }: ChannelTokenOptions): CallerCheck {
  return async (authorization) => {
    const token = bearerOf(authorization);
    const { kid, said } = readToken(token);
    const nowS = Math.floor(now().getTime() / 1000);
    const fault = faultOf(said, appId, nowS);
    if (fault !== null) throw new CallerRefusal(fault);
    const key = await keys.find(kid);
    if (key === null) throw new CallerRefusal('unknown-key');
    checkSignature(token, key.publicKey, nowS);
    return { channels: key.channels, serviceUrl: said.serviceurl ?? null } satisfies Caller;
  };
}

/** The scheme in any case, as HTTP has it; one token of three parts. */
function bearerOf(authorization: string): string {
  const given = /^Bearer +(\S+)$/i.exec(authorization.trim())?.[1];
  if (given === undefined) throw new CallerRefusal('no-token');
  if (!/^[\w-]+\.[\w-]+\.[\w-]*$/.test(given)) throw new CallerRefusal('malformed');
  return given;
}

function readToken(token: string): { readonly kid: string; readonly said: Claims } {
  const [first, second] = token.split('.').map(parsePart);
  const head = header.safeParse(first);
  if (!head.success) {
    const isAlgorithm = head.error.issues.some(({ path }) => path[0] === 'alg');
    throw new CallerRefusal(isAlgorithm ? 'wrong-algorithm' : 'malformed');
  }
  const said = claims.safeParse(second);
  if (!said.success) throw new CallerRefusal('malformed');
  return { kid: head.data.kid, said: said.data };
}

function parsePart(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as unknown;
  } catch {
    return null;
  }
}

/** What a token says against itself; null where it would be good, had the right one signed it. */
function faultOf({ iss, aud, exp, nbf }: Claims, appId: string, nowS: number): CallerFault | null {
  if (iss !== ISSUER) return 'wrong-issuer';
  if (aud.toLowerCase() !== appId.toLowerCase()) return 'wrong-audience';
  if (exp + CLOCK_TOLERANCE_S <= nowS) return 'expired';
  if (nbf !== undefined && nbf - CLOCK_TOLERANCE_S > nowS) return 'not-yet-valid';
  return null;
}

function checkSignature(token: string, key: KeyObject, nowS: number): void {
  try {
    const clock = { clockTimestamp: nowS, clockTolerance: CLOCK_TOLERANCE_S };
    jwt.verify(token, key, { ...clock, algorithms: [...ALGORITHMS] });
  } catch {
    throw new CallerRefusal('wrong-signature');
  }
}
