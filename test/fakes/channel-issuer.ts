import { type Claims, createSigningKey, type SigningKey, signToken, toJwk } from './jwt.ts';
import { startWireServer, type WireServer } from './wire-server.ts';

const ISSUER = 'https://api.botframework.com';
const OPEN_ID_PATH = '/v1/.well-known/openidconfiguration';
const KEYS_PATH = '/v1/.well-known/keys';

/** A stand-in for the Bot Framework's channel service, as far as it signs what it sends to bots. */
export interface ChannelIssuer extends WireServer {
  /** For CHANNEL_KEYS_URL. */
  readonly keysUrl: string;
  readonly key: SigningKey;
  /** What the service would say now of itself in a token for that bot. */
  claimsFor(appId: string, change?: Claims): Claims;
  /** A token as the service sends it, with whatever is to be different in its claims. */
  tokenFor(appId: string, change?: Claims): string;
  /** From now on another key signs, and alone is listed. */
  changeKey(): void;
}

/**
 * Serves an OpenID document and its keys, in the shapes of Microsoft's.
 *
 * @param endorsements the channels that its keys may speak for
 */
export async function startChannelIssuer(
  endorsements: readonly string[] = ['msteams', 'webchat', 'directline'],
): Promise<ChannelIssuer> {
  let key = createSigningKey();
  const server = await startWireServer(({ path, headers }) => {
    const origin = `http://${String(headers.host)}`;
    if (path === OPEN_ID_PATH) {
      const supported = { id_token_signing_alg_values_supported: ['RS256'] };
      return { status: 200, body: { issuer: ISSUER, jwks_uri: `${origin}${KEYS_PATH}`, ...supported } };
    }
    if (path === KEYS_PATH) return { status: 200, body: { keys: [{ ...toJwk(key), endorsements }] } };
    return { status: 404, body: {} };
  });
  const claimsFor = (appId: string, change: Claims = {}): Claims => {
    const nowS = Math.floor(Date.now() / 1000);
    return {
      serviceurl: 'https://smba.example/teams',
      nbf: nowS,
      exp: nowS + 3600,
      iss: ISSUER,
      aud: appId,
      ...change,
    };
  };
  return {
    ...server,
    keysUrl: `${server.url}${OPEN_ID_PATH}`,
    get key() {
      return key;
    },
    claimsFor,
    tokenFor: (appId, change) => signToken(claimsFor(appId, change), key),
    changeKey: () => void (key = createSigningKey()),
  };
}
