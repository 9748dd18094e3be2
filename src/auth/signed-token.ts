import type { KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import * as z from 'zod';
import { type CallerFault, CallerRefusal } from './caller.ts';
import type { ChannelKey, ChannelKeys } from './channel-keys.ts';

/** How far clocks may differ, in seconds: what the Bot Framework and Entra advise. */
const CLOCK_TOLERANCE_S = 300;

/** All of them need the private key: `none`, and secrets that a public key could pass for, do not. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512'] as const;

const header = z.object({
  alg: z.enum(ALGORITHMS),
  kid: z.string().min(1),
  /** Extensions that a reader must understand; we understand none. */
  crit: z.never().optional(),
});

const claims = z.looseObject({
  iss: z.string(),
  aud: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
});

/** What a token says, as its issuer signed it. */
export type Claims = z.infer<typeof claims>;

/** Whose tokens are believed. */
export interface TokenRules {
  readonly isIssuer: (claims: Claims) => boolean;
  /** For whom it must be, in either case. */
  readonly audience: string;
  readonly keys: ChannelKeys;
  readonly now: () => Date;
}

/**
 * Checks the token of an Authorization header. What it says against itself is seen before anybody is asked for a key, so
 * that a bad one costs no call and needs no service.
 *
 * @throws CallerRefusal where it proves nothing; AppError `unreachable` where the keys can't be had
 */
export async function checkSignedToken(
  authorization: string,
  rules: TokenRules,
): Promise<{ readonly said: Claims; readonly key: ChannelKey }> {
  const token = bearerOf(authorization);
  const { kid, said } = readToken(token);
  const nowS = Math.floor(rules.now().getTime() / 1000);
  const fault = faultOf(said, rules, nowS);
  if (fault !== null) throw new CallerRefusal(fault);
  const key = await rules.keys.find(kid);
  if (key === null) throw new CallerRefusal('unknown-key');
  checkSignature(token, key.publicKey, nowS);
  return { said, key };
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
function faultOf(said: Claims, { isIssuer, audience }: TokenRules, nowS: number): CallerFault | null {
  const { aud, exp, nbf } = said;
  if (!isIssuer(said)) return 'wrong-issuer';
  if (aud.toLowerCase() !== audience.toLowerCase()) return 'wrong-audience';
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
