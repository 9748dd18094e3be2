import { createHash, randomUUID } from 'node:crypto';
import type { FakeUser, TokenIssuer } from './entra-issuer.ts';
import { publicKeyOf, readClaims, verifyToken } from './jwt.ts';
import type { WireReply } from './wire-server.ts';

/** An app registration: proves itself by secret or by a certificate's key. */
export interface FakeClient {
  readonly clientId: string;
  readonly secret?: string;
  readonly certificatePem?: string;
  /** Application permissions of its own tokens, by audience. */
  readonly appRoles?: Readonly<Record<string, readonly string[]>>;
}

/** A refusal of the token endpoint, in its own words. */
export class Refusal extends Error {
  readonly reply: WireReply;

  constructor(status: number, error: string, code: number, more: Record<string, unknown> = {}) {
    super(`AADSTS${code}`);
    const ids = { trace_id: randomUUID(), correlation_id: randomUUID(), timestamp: new Date().toISOString() };
    const error_description = `AADSTS${code}: Refused by the fake. Trace ID: ${ids.trace_id}`;
    this.reply = { status, body: { error, error_description, error_codes: [code], ...ids, ...more } };
  }
}

interface Grant {
  readonly user: FakeUser;
  readonly clientId: string;
  readonly challenge: string | null;
}

const GRANT_OBO = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** `https://host/.default` or `https://host/scope` → `https://host`; null where only OpenID's own scopes are named. */
function audienceOf(scope: string): string | null {
  const named = scope.split(' ').find((one) => one.includes('/'));
  return named ? named.slice(0, named.lastIndexOf('/')).replace(/\/$/, '') : null;
}

/** The token endpoint: who may have which token, and what is asked of them first. */
export class TokenEndpoint {
  readonly #issuer: TokenIssuer;
  readonly #users: readonly FakeUser[];
  readonly #clients: readonly FakeClient[];
  readonly #codes = new Map<string, Grant>();
  readonly #refreshTokens = new Map<string, Grant>();
  readonly #withoutConsent = new Set<string>();
  readonly #neededClaims = new Map<string, string>();

  constructor(issuer: TokenIssuer, users: readonly FakeUser[], clients: readonly FakeClient[]) {
    this.#issuer = issuer;
    this.#users = users;
    this.#clients = clients;
  }

  setConsent(objectId: string, audience: string, isGiven: boolean): void {
    if (isGiven) this.#withoutConsent.delete(`${objectId} ${audience}`);
    else this.#withoutConsent.add(`${objectId} ${audience}`);
  }

  setClaims(objectId: string, audience: string, claims: string | null): void {
    if (claims === null) this.#neededClaims.delete(`${objectId} ${audience}`);
    else this.#neededClaims.set(`${objectId} ${audience}`, claims);
  }

  /** Ends the user's refresh tokens. */
  revoke(objectId: string): void {
    for (const [token, { user }] of this.#refreshTokens) {
      if (user.objectId === objectId) this.#refreshTokens.delete(token);
    }
  }

  /** An authorization code for this user, good once. */
  createCode(user: FakeUser, clientId: string, challenge: string | null): string {
    const code = randomUUID();
    this.#codes.set(code, { user, clientId, challenge });
    return code;
  }

  /** Answers a POST; throws Refusal. `url` is the endpoint's own, which assertions must be for. */
  answer(body: string, tenant: string, url: string): WireReply {
    const form = new URLSearchParams(body);
    const client = this.#authenticate(form, url);
    const scope = form.get('scope') ?? '';
    const audience = audienceOf(scope) ?? client.clientId;
    if (form.get('grant_type') === 'client_credentials')
      return this.#answerApp(client, tenant, scope, audience);
    const grant = this.#findGrant(form);
    const isHome = ['common', 'organizations', grant.user.tenantId].includes(tenant);
    if (!isHome) throw new Refusal(400, 'invalid_grant', 50020);
    if (grant.clientId !== client.clientId) throw new Refusal(400, 'invalid_grant', 700005);
    this.#checkConditions(grant.user, audience, form.get('claims'));
    return this.#answerUser(grant, audience, scope);
  }

  #authenticate(form: URLSearchParams, url: string): FakeClient {
    const client = this.#clients.find(({ clientId }) => clientId === form.get('client_id'));
    if (!client) throw new Refusal(400, 'unauthorized_client', 700016);
    if (form.get('client_assertion_type') === ASSERTION_TYPE && client.certificatePem) {
      const claims = verifyToken(form.get('client_assertion') ?? '', publicKeyOf(client.certificatePem));
      const isOwn = claims?.['iss'] === client.clientId && claims['sub'] === client.clientId;
      if (isOwn && claims['aud'] === url) return client;
      throw new Refusal(401, 'invalid_client', 700027);
    }
    const secret = form.get('client_secret');
    if (!secret) throw new Refusal(401, 'invalid_client', 7000218);
    if (secret !== client.secret) throw new Refusal(401, 'invalid_client', 7000215);
    return client;
  }

  #findGrant(form: URLSearchParams): Grant {
    const kind = form.get('grant_type');
    if (kind === 'authorization_code') return this.#redeemCode(form);
    if (kind === GRANT_OBO) return this.#findAsserted(form);
    if (kind !== 'refresh_token') throw new Refusal(400, 'unsupported_grant_type', 70003);
    const grant = this.#refreshTokens.get(form.get('refresh_token') ?? '');
    if (!grant) throw new Refusal(400, 'invalid_grant', 700082, { suberror: 'bad_token' });
    return grant;
  }

  #redeemCode(form: URLSearchParams): Grant {
    const code = form.get('code') ?? '';
    const grant = this.#codes.get(code);
    this.#codes.delete(code);
    if (!grant) throw new Refusal(400, 'invalid_grant', 70008);
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (grant.challenge && grant.challenge !== verifier) throw new Refusal(400, 'invalid_grant', 501481);
    return grant;
  }

  #findAsserted(form: URLSearchParams): Grant {
    if (form.get('requested_token_use') !== 'on_behalf_of') throw new Refusal(400, 'invalid_request', 900144);
    const clientId = form.get('client_id') ?? '';
    const assertion = form.get('assertion') ?? '';
    const named = readClaims(assertion)?.['aud'];
    const audience = typeof named === 'string' ? named : '';
    const isForClient = new RegExp(`(^|/|botid-)${clientId}$`).test(audience);
    const claims = isForClient ? this.#issuer.verify(assertion, audience) : null;
    const user = this.#users.find(({ objectId }) => objectId === claims?.['oid']);
    if (!user) throw new Refusal(400, 'invalid_grant', 500133);
    return { user, clientId, challenge: null };
  }

  #checkConditions(user: FakeUser, audience: string, given: string | null): void {
    const place = `${user.objectId} ${audience}`;
    if (this.#withoutConsent.has(place)) {
      throw new Refusal(400, 'invalid_grant', 65001, { suberror: 'consent_required' });
    }
    const claims = this.#neededClaims.get(place);
    if (claims && given !== claims) {
      throw new Refusal(400, 'interaction_required', 50076, { claims, suberror: 'basic_action' });
    }
  }

  #answerApp(client: FakeClient, tenant: string, scope: string, audience: string): WireReply {
    if (!scope.endsWith('/.default')) throw new Refusal(400, 'invalid_scope', 1002012);
    const roles = client.appRoles?.[audience] ?? [];
    const access_token = this.#issuer.issueForApp(client.clientId, tenant, audience, roles);
    return {
      status: 200,
      body: { token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token },
    };
  }

  #answerUser(grant: Grant, audience: string, scope: string): WireReply {
    const { user, clientId } = grant;
    const asked = scope.split(' ');
    const refresh_token = randomUUID();
    if (asked.includes('offline_access')) this.#refreshTokens.set(refresh_token, grant);
    const body = {
      token_type: 'Bearer',
      scope,
      expires_in: 3599,
      ext_expires_in: 3599,
      access_token: this.#issuer.issue(user, audience, { clientId }),
      ...(asked.includes('offline_access') ? { refresh_token } : {}),
      ...(asked.includes('openid') ? { id_token: this.#issuer.issue(user, clientId, { clientId }) } : {}),
    };
    return { status: 200, body };
  }
}
