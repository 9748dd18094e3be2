import { createHmac, sign } from 'node:crypto';
import type { ChannelIssuer } from '../fakes/channel-issuer.ts';
import { composeToken, createSigningKey, signToken } from '../fakes/jwt.ts';

const NONE = (): Buffer => Buffer.alloc(0);
const hmac = (secret: string) => (content: Buffer) => createHmac('sha256', secret).update(content).digest();

/** Authorization headers that prove nothing, by what is wrong with each, and the word that the log has for it. */
export function forgedHeaders(
  issuer: ChannelIssuer,
  appId: string,
): readonly (readonly [string, string, string])[] {
  const { key } = issuer;
  const good = issuer.tokenFor(appId);
  const claims = issuer.claimsFor(appId);
  const [head = '', body = '', signature = ''] = good.split('.');
  const header = (change: object) => ({ typ: 'JWT', alg: 'RS256', kid: key.kid, ...change });
  const rsa = (content: Buffer) => sign('sha256', content, key.privateKey);
  const pem = String(key.publicKey.export({ format: 'pem', type: 'spki' }));
  const nowS = Math.floor(Date.now() / 1000);
  const token = (change: object) => `Bearer ${issuer.tokenFor(appId, { ...change })}`;
  return [
    ['no header', '', 'no-token'],
    ['the scheme alone', 'Bearer', 'no-token'],
    ['another scheme', 'Basic eDp5', 'no-token'],
    ['two tokens', `Bearer ${good} ${good}`, 'no-token'],
    ['a word', 'Bearer junk', 'malformed'],
    ['two dots', 'Bearer ..', 'malformed'],
    ['three words', 'Bearer a.b.c', 'malformed'],
    ['four parts', `Bearer ${good}.x`, 'malformed'],
    ['a payload that is no JSON', `Bearer ${head}.bm9wZQ.${signature}`, 'malformed'],
    ['a payload that is a list', `Bearer ${head}.W10.${signature}`, 'malformed'],
    ['a huge word', `Bearer ${'x'.repeat(12_000)}`, 'malformed'],
    ['a huge token', `Bearer ${head}.${body}.${'A'.repeat(12_000)}`, 'wrong-signature'],
    ['no algorithm', `Bearer ${composeToken(header({ alg: 'none' }), claims, NONE)}`, 'wrong-algorithm'],
    [
      'no algorithm, cased',
      `Bearer ${composeToken(header({ alg: 'nOnE' }), claims, NONE)}`,
      'wrong-algorithm',
    ],
    [
      'the public key as secret',
      `Bearer ${composeToken(header({ alg: 'HS256' }), claims, hmac(pem))}`,
      'wrong-algorithm',
    ],
    ['a secret', `Bearer ${composeToken(header({ alg: 'HS256' }), claims, hmac('s'))}`, 'wrong-algorithm'],
    ['no key id', `Bearer ${composeToken(header({ kid: undefined }), claims, rsa)}`, 'malformed'],
    [
      'an extension to be understood',
      `Bearer ${composeToken(header({ crit: ['b64'], b64: false }), claims, rsa)}`,
      'malformed',
    ],
    ['a signature that is not there', `Bearer ${head}.${body}.`, 'wrong-signature'],
    [
      'another key under the same id',
      `Bearer ${signToken(claims, { ...createSigningKey(), kid: key.kid })}`,
      'wrong-signature',
    ],
    ['an own key in the header', `Bearer ${ownKeyToken(issuer, appId)}`, 'unknown-key'],
    ['an unknown key id', `Bearer ${signToken(claims, createSigningKey())}`, 'unknown-key'],
    [
      'a payload changed after signing',
      `Bearer ${head}.${Buffer.from(JSON.stringify({ ...claims, nbf: 1 })).toString('base64url')}.${signature}`,
      'wrong-signature',
    ],
    ['the future', token({ nbf: nowS + 3600 }), 'not-yet-valid'],
    ['the past', token({ exp: nowS - 3600 }), 'expired'],
    ['no end', token({ exp: undefined }), 'malformed'],
    ['an end in words', token({ exp: '9999999999' }), 'malformed'],
    [
      'another issuer',
      token({ iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' }),
      'wrong-issuer',
    ],
    ['an issuer much like it', token({ iss: 'https://api.botframework.com/' }), 'wrong-issuer'],
    ['another bot', token({ aud: '99999999-1111-4222-8333-444444444444' }), 'wrong-audience'],
    ['several bots', token({ aud: [appId] }), 'malformed'],
  ];
}

/** Signed well, by a key that the token itself brings along. */
function ownKeyToken(issuer: ChannelIssuer, appId: string): string {
  const own = createSigningKey();
  const header = {
    alg: 'RS256',
    kid: own.kid,
    jwk: own.publicKey.export({ format: 'jwk' }),
    jku: issuer.url,
  };
  return composeToken(header, issuer.claimsFor(appId), (content) => sign('sha256', content, own.privateKey));
}
