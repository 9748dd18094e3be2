import { createHash, randomUUID } from 'node:crypto';
import {
  createSigningKey,
  publicKeyOf,
  readClaims,
  signToken,
  toJwk,
  verifyToken,
  type Claims,
} from './jwt.ts';
import { startWireServer, type WireReply, type WireRequest, type WireServer } from './wire-server.ts';

export interface FakeUser {
  readonly tenantId: string;
  readonly objectId: string;
  readonly email: string;
  readonly displayName: string;
  /** A guest's home is elsewhere. */
  readonly isGuest?: boolean;
}

/** An app registration: proves itself by secret or by a certificate's key. */
export interface FakeClient {
  readonly clientId: string;
  readonly secret?: string;
  readonly certificatePem?: string;
  /** Application permissions of its own tokens, by audience. */
  readonly appRoles?: Readonly<Record<string, readonly string[]>>;
}

export interface EntraOptions {
  readonly users: readonly FakeUser[];
  readonly clients: readonly FakeClient[];
  /** Delegated permissions by audience; `user_impersonation` where not told. */
  readonly scopes?: Readonly<Record<string, string>>;
  readonly now?: () => Date;
}

export interface Entra extends WireServer {
  /** A delegated access token as the token endpoint would give it. `lifetimeS` in seconds, 3599 by default. */
  issue(
    user: FakeUser,
    audience: string,
    options?: { lifetimeS?: number; scope?: string; clientId?: string },
  ): string;
  /** The claims of a token of ours that is for this audience and has not ended; else null. */
  verify(token: string, audience: string): Claims | null;
  /** From now on the user's tokens for this audience need consent, until `grantConsent`. */
  requireConsent(objectId: string, audience: string): void;
  grantConsent(objectId: string, audience: string): void;
  /** From now on the user's tokens for this audience need these claims (conditional access); null lifts it. */
  requireClaims(objectId: string, audience: string, claims: string | null): void;
  /** The user's refresh tokens end (a password change, an administrator's act). */
  revoke(objectId: string): void;
}

/** A refusal of the token endpoint, in its own words. */
class Refusal {
  readonly reply: WireReply;
  constructor(status: number, error: string, code: number, more: Record<string, unknown> = {}) {
    this.reply = {
      status,
      body: {
        error,
        error_description: `AADSTS${code}: Refused by the fake. Trace ID: ${randomUUID()}`,
        error_codes: [code],
        timestamp: new Date().toISOString(),
        trace_id: randomUUID(),
        correlation_id: randomUUID(),
        ...more,
      },
    };
  }
}

interface Grant {
  readonly user: FakeUser;
  readonly clientId: string;
  readonly challenge?: string;
}

const GRANT_OBO = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** `https://host/.default` or `https://host/scope` → `https://host`; null for OpenID's own scopes. */
function audienceOf(scope: string): string | null {
  const named = scope.split(' ').filter((one) => one.includes('/'));
  const first = named[0];
  return first ? first.slice(0, first.lastIndexOf('/')).replace(/\/$/, '') : null;
}

/** Starts a stand-in for login.microsoftonline.com: token and authorize endpoints, metadata and keys. */
export async function startEntra(options: EntraOptions): Promise<Entra> {
  const key = createSigningKey();
  const now = options.now ?? (() => new Date());
  const codes = new Map<string, Grant>();
  const refreshTokens = new Map<string, Grant>();
  const withoutConsent = new Set<string>();
  const neededClaims = new Map<string, string>();
  const seconds = (): number => Math.floor(now().getTime() / 1000);

  const issue: Entra['issue'] = (
    user,
    audience,
    { lifetimeS = 3599, scope, clientId = 'fake-client' } = {},
  ) =>
    signToken(
      {
        aud: audience,
        iss: `${server.url}/${user.tenantId}/v2.0`,
        iat: seconds(),
        nbf: seconds(),
        exp: seconds() + lifetimeS,
        tid: user.tenantId,
        oid: user.objectId,
        sub: user.objectId,
        name: user.displayName,
        preferred_username: user.email,
        upn: user.email,
        azp: clientId,
        appid: clientId,
        scp: scope ?? options.scopes?.[audience] ?? 'user_impersonation',
        uti: randomUUID(),
        ver: '2.0',
      },
      key,
    );

  const verify: Entra['verify'] = (token, audience) => {
    const claims = verifyToken(token, key.publicKey);
    const isFor = claims?.['aud'] === audience || claims?.['aud'] === `${audience}/`;
    return claims && isFor && Number(claims['exp']) > seconds() ? claims : null;
  };

  function authenticateClient(form: URLSearchParams, tokenUrl: string): FakeClient {
    const client = options.clients.find(({ clientId }) => clientId === form.get('client_id'));
    if (!client) throw new Refusal(400, 'unauthorized_client', 700016);
    if (form.get('client_assertion_type') === ASSERTION_TYPE && client.certificatePem) {
      const claims = verifyToken(form.get('client_assertion') ?? '', publicKeyOf(client.certificatePem));
      const isGood = claims?.['iss'] === client.clientId && claims['sub'] === client.clientId;
      if (isGood && claims['aud'] === tokenUrl) return client;
      throw new Refusal(401, 'invalid_client', 700027);
    }
    const secret = form.get('client_secret');
    if (!secret) throw new Refusal(401, 'invalid_client', 7000218);
    if (secret !== client.secret) throw new Refusal(401, 'invalid_client', 7000215);
    return client;
  }

  function findGrant(form: URLSearchParams): Grant {
    if (form.get('grant_type') === 'authorization_code') {
      const code = form.get('code') ?? '';
      const grant = codes.get(code);
      codes.delete(code);
      if (!grant) throw new Refusal(400, 'invalid_grant', 70008);
      const verifier = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      if (grant.challenge && grant.challenge !== verifier) throw new Refusal(400, 'invalid_grant', 501481);
      return grant;
    }
    if (form.get('grant_type') === 'refresh_token') {
      const grant = refreshTokens.get(form.get('refresh_token') ?? '');
      if (!grant) throw new Refusal(400, 'invalid_grant', 700082, { suberror: 'bad_token' });
      return grant;
    }
    if (form.get('grant_type') !== GRANT_OBO) throw new Refusal(400, 'unsupported_grant_type', 70003);
    return findAssertedGrant(form);
  }

  function findAssertedGrant(form: URLSearchParams): Grant {
    const clientId = form.get('client_id') ?? '';
    const assertion = form.get('assertion') ?? '';
    const aud = String(readClaims(assertion)?.['aud'] ?? '');
    const isForClient = aud === clientId || aud.endsWith(`/${clientId}`) || aud.endsWith(`botid-${clientId}`);
    if (form.get('requested_token_use') !== 'on_behalf_of') throw new Refusal(400, 'invalid_request', 900144);
    const claims = isForClient ? verify(assertion, aud) : null;
    const user = options.users.find(({ objectId }) => objectId === claims?.['oid']);
    if (!user) throw new Refusal(400, 'invalid_grant', 500133);
    return { user, clientId };
  }

  function checkConditions(user: FakeUser, audience: string, form: URLSearchParams): void {
    const place = `${user.objectId} ${audience}`;
    if (withoutConsent.has(place))
      throw new Refusal(400, 'invalid_grant', 65001, { suberror: 'consent_required' });
    const claims = neededClaims.get(place);
    if (claims && form.get('claims') !== claims) {
      throw new Refusal(400, 'interaction_required', 50076, { claims, suberror: 'basic_action' });
    }
  }

  function issueForApp(client: FakeClient, tenantId: string, audience: string): WireReply {
    const roles = client.appRoles?.[audience] ?? [];
    const claims = {
      aud: audience,
      iss: `${server.url}/${tenantId}/v2.0`,
      tid: tenantId,
      oid: client.clientId,
    };
    const times = { iat: seconds(), nbf: seconds(), exp: seconds() + 3599 };
    const token = signToken(
      { ...claims, ...times, azp: client.clientId, idtyp: 'app', roles, ver: '2.0' },
      key,
    );
    return {
      status: 200,
      body: { token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: token },
    };
  }

  function issueForUser(grant: Grant, audience: string, scope: string): WireReply {
    const wantsRefresh = scope.split(' ').includes('offline_access');
    const refreshToken = randomUUID();
    if (wantsRefresh) refreshTokens.set(refreshToken, grant);
    const idToken = issue(grant.user, grant.clientId, { clientId: grant.clientId });
    return {
      status: 200,
      body: {
        token_type: 'Bearer',
        scope,
        expires_in: 3599,
        ext_expires_in: 3599,
        access_token: issue(grant.user, audience, { clientId: grant.clientId }),
        ...(wantsRefresh ? { refresh_token: refreshToken } : {}),
        ...(scope.split(' ').includes('openid') ? { id_token: idToken } : {}),
      },
    };
  }

  function answerToken(request: WireRequest, tenant: string): WireReply {
    const form = new URLSearchParams(request.body);
    const client = authenticateClient(form, `${server.url}/${tenant}/oauth2/v2.0/token`);
    const scope = form.get('scope') ?? '';
    const audience = audienceOf(scope) ?? client.clientId;
    if (form.get('grant_type') === 'client_credentials') {
      if (!scope.endsWith('/.default')) throw new Refusal(400, 'invalid_scope', 1002012);
      return issueForApp(client, tenant, audience);
    }
    const grant = findGrant(form);
    const isHome = ['common', 'organizations', grant.user.tenantId].includes(tenant);
    if (!isHome) throw new Refusal(400, 'invalid_grant', 50020);
    if (grant.clientId !== client.clientId) throw new Refusal(400, 'invalid_grant', 700005);
    checkConditions(grant.user, audience, form);
    return issueForUser(grant, audience, scope);
  }

  function answerAuthorize({ query }: WireRequest): WireReply {
    const back = new URL(query.get('redirect_uri') ?? 'http://127.0.0.1/');
    const hint = query.get('login_hint') ?? '';
    const user = options.users.find(({ email, objectId }) => email === hint || objectId === hint);
    if (user) {
      const code = randomUUID();
      const challenge = query.get('code_challenge');
      const grant = { user, clientId: query.get('client_id') ?? '' };
      codes.set(code, challenge ? { ...grant, challenge } : grant);
      back.searchParams.set('code', code);
    } else back.searchParams.set('error', 'login_required');
    back.searchParams.set('state', query.get('state') ?? '');
    return { status: 302, headers: { location: back.href } };
  }

  function metadata(tenant: string): WireReply {
    const base = `${server.url}/${tenant}`;
    const issuer = `${server.url}/${tenant === 'common' || tenant === 'organizations' ? '{tenantid}' : tenant}/v2.0`;
    const body = {
      issuer,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
    };
    return { status: 200, body };
  }

  function handle(request: WireRequest): WireReply {
    const [, tenant = '', ...rest] = request.path.split('/');
    const route = `${request.method} ${rest.join('/')}`;
    try {
      if (route === 'POST oauth2/v2.0/token') return answerToken(request, tenant);
    } catch (error) {
      if (error instanceof Refusal) return error.reply;
      throw error;
    }
    if (route === 'GET oauth2/v2.0/authorize') return answerAuthorize(request);
    if (route === 'GET v2.0/.well-known/openid-configuration') return metadata(tenant);
    if (route === 'GET discovery/v2.0/keys') return { status: 200, body: { keys: [toJwk(key)] } };
    return { status: 404, body: { error: 'not_found' } };
  }

  const server = await startWireServer(handle);
  return {
    ...server,
    issue,
    verify,
    requireConsent: (objectId, audience) => void withoutConsent.add(`${objectId} ${audience}`),
    grantConsent: (objectId, audience) => void withoutConsent.delete(`${objectId} ${audience}`),
    requireClaims: (objectId, audience, claims) => {
      if (claims) neededClaims.set(`${objectId} ${audience}`, claims);
      else neededClaims.delete(`${objectId} ${audience}`);
    },
    revoke: (objectId) => {
      for (const [token, { user }] of refreshTokens)
        if (user.objectId === objectId) refreshTokens.delete(token);
    },
  };
}
