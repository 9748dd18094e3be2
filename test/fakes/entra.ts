import { TokenIssuer, type FakeUser, type IssueOptions } from './entra-issuer.ts';
import { Refusal, TokenEndpoint, type FakeClient } from './entra-token-endpoint.ts';
import type { Claims } from './jwt.ts';
import { startWireServer, type WireReply, type WireRequest, type WireServer } from './wire-server.ts';

export type { FakeUser } from './entra-issuer.ts';
export type { FakeClient } from './entra-token-endpoint.ts';

export interface EntraOptions {
  readonly users: readonly FakeUser[];
  readonly clients: readonly FakeClient[];
  /** Delegated permissions by audience; `user_impersonation` where not told. */
  readonly scopes?: Readonly<Record<string, string>>;
  readonly now?: () => Date;
}

export interface Entra extends WireServer {
  /** A delegated access token as the token endpoint would give it. */
  issue(user: FakeUser, audience: string, options?: IssueOptions): string;
  /** The claims of a token of ours that is for this audience and has not ended; else null. */
  verify(token: string, audience: string): Claims | null;
  /** From now on the user's tokens for this audience need consent, until it is granted. */
  requireConsent(objectId: string, audience: string): void;
  grantConsent(objectId: string, audience: string): void;
  /** From now on the user's tokens for this audience need these claims (conditional access); null lifts it. */
  requireClaims(objectId: string, audience: string, claims: string | null): void;
  /** The user's refresh tokens end (a password change, an administrator's act). */
  revoke(objectId: string): void;
}

/** Signs in whoever `login_hint` names, without a page, and sends the browser back with a code. */
function answerAuthorize(
  query: URLSearchParams,
  users: readonly FakeUser[],
  endpoint: TokenEndpoint,
): WireReply {
  const back = new URL(query.get('redirect_uri') ?? 'http://127.0.0.1/');
  const hint = query.get('login_hint') ?? '';
  const user = users.find(({ email, objectId }) => email === hint || objectId === hint);
  if (user) {
    const code = endpoint.createCode(user, query.get('client_id') ?? '', query.get('code_challenge'));
    back.searchParams.set('code', code);
  } else back.searchParams.set('error', 'login_required');
  back.searchParams.set('state', query.get('state') ?? '');
  return { status: 302, headers: { location: back.href } };
}

function metadata(url: string, tenant: string): WireReply {
  const base = `${url}/${tenant}`;
  const isShared = tenant === 'common' || tenant === 'organizations';
  const body = {
    issuer: `${url}/${isShared ? '{tenantid}' : tenant}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    id_token_signing_alg_values_supported: ['RS256'],
  };
  return { status: 200, body };
}

/** Starts a stand-in for login.microsoftonline.com: token and authorize endpoints, metadata and keys. */
export async function startEntra(options: EntraOptions): Promise<Entra> {
  const issuer = new TokenIssuer(options.scopes ?? {}, options.now ?? (() => new Date()));
  const endpoint = new TokenEndpoint(issuer, options.users, options.clients);
  const handle = (request: WireRequest): WireReply => {
    const [, tenant = '', ...rest] = request.path.split('/');
    switch (`${request.method} ${rest.join('/')}`) {
      case 'POST oauth2/v2.0/token':
        return endpoint.answer(request.body, tenant, `${server.url}${request.path}`);
      case 'GET oauth2/v2.0/authorize':
        return answerAuthorize(request.query, options.users, endpoint);
      case 'GET v2.0/.well-known/openid-configuration':
        return metadata(server.url, tenant);
      case 'GET discovery/v2.0/keys':
        return { status: 200, body: { keys: [issuer.jwk] } };
      default:
        return { status: 404, body: { error: 'not_found' } };
    }
  };
  const server = await startWireServer((request) => {
    try {
      return handle(request);
    } catch (error) {
      if (error instanceof Refusal) return error.reply;
      throw error;
    }
  });
  issuer.url = server.url;
  return {
    ...server,
    issue: (user, audience, more) => issuer.issue(user, audience, more),
    verify: (token, audience) => issuer.verify(token, audience),
    requireConsent: (objectId, audience) => endpoint.setConsent(objectId, audience, false),
    grantConsent: (objectId, audience) => endpoint.setConsent(objectId, audience, true),
    requireClaims: (objectId, audience, claims) => endpoint.setClaims(objectId, audience, claims),
    revoke: (objectId) => endpoint.revoke(objectId),
  };
}
