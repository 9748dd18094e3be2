import { createPublicKey, generateKeyPairSync, randomUUID, sign, verify, type KeyObject } from 'node:crypto';

/** What a token says. */
export type Claims = Readonly<Record<string, unknown>>;

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** A new RSA key to sign with. */
export function createSigningKey(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { kid: randomUUID(), privateKey, publicKey };
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function decode(part: string | undefined): Record<string, unknown> | null {
  try {
    return JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8')) as Record<string, unknown>;
  } catch {
    return null;
  }
}

let sharedKey: SigningKey | null = null;

/** One key for the whole process: making RSA keys is by far the slowest part of starting a stand-in. */
export function getSharedSigningKey(): SigningKey {
  sharedKey ??= createSigningKey();
  return sharedKey;
}

/** A JWT with any header and any signature at all, good or bad. */
export function composeToken(header: Claims, claims: Claims, signer: (content: Buffer) => Buffer): string {
  const content = `${encode(header)}.${encode(claims)}`;
  return `${content}.${signer(Buffer.from(content)).toString('base64url')}`;
}

/** A JWT signed RS256. */
export function signToken(claims: Claims, key: SigningKey): string {
  const header = { typ: 'JWT', alg: 'RS256', kid: key.kid };
  return composeToken(header, claims, (content) => sign('sha256', content, key.privateKey));
}

/** The claims without any check; null where it is no JWT. */
export function readClaims(token: string): Claims | null {
  return decode(token.split('.')[1]);
}

/** The claims of a token that this key signed RS256; null for any other. */
export function verifyToken(token: string, publicKey: KeyObject): Claims | null {
  const [header, payload, signature] = token.split('.');
  if (!header || !payload || !signature || decode(header)?.['alg'] !== 'RS256') return null;
  const content = Buffer.from(`${header}.${payload}`);
  const isOurs = verify('sha256', content, publicKey, Buffer.from(signature, 'base64url'));
  return isOurs ? decode(payload) : null;
}

/** The public half as a JSON Web Key, as a key set lists it. */
export function toJwk(key: SigningKey): Record<string, unknown> {
  return { ...key.publicKey.export({ format: 'jwk' }), kid: key.kid, use: 'sig', alg: 'RS256' };
}

/** The public key of a PEM certificate or key. */
export function publicKeyOf(pem: string): KeyObject {
  return createPublicKey(pem);
}
