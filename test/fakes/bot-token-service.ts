import { randomInt, randomUUID } from 'node:crypto';
import { readClaims } from './jwt.ts';
import type { Entra, FakeClient, FakeUser } from './entra.ts';
import { codePage, peoplePage, readState } from './sign-in-page.ts';
import { TokenShelf, type Kept } from './token-shelf.ts';
import { startWireServer, type WireReply, type WireRequest, type WireServer } from './wire-server.ts';

/** An OAuth connection as it is set up on the bot's Azure resource. */
export interface Connection {
  readonly name: string;
  /** Such as `https://api.partner.microsoft.com/.default offline_access`. */
  readonly scopes: string;
  readonly client: FakeClient;
  /** The Application ID URI that Teams takes single sign-on tokens for; none where SSO isn't set up. */
  readonly exchangeUri?: string;
}

export interface BotTokenServiceOptions {
  readonly entra: Entra;
  readonly connections: readonly Connection[];
  /** Those who may sign in, chosen on the sign-in page by object id. */
  readonly users: readonly FakeUser[];
}

export interface BotTokenService extends WireServer {
  /** The link's person signs in: the six digits that the page would show, or null where sign-in fails. */
  signIn(signInLink: string, objectId: string): Promise<string | null>;
  /** The token kept for a channel's user ends, as after a revoked consent. */
  forget(userId: string, connectionName?: string): void;
}

const failure = (status: number, code: string, message: string, inner?: unknown): WireReply => ({
  status,
  body: { error: { code, message, ...(inner === undefined ? {} : { innerHttpError: inner }) } },
});

class Service {
  readonly shelf = new TokenShelf();
  readonly #options: BotTokenServiceOptions;
  #url = '';

  constructor(options: BotTokenServiceOptions) {
    this.#options = options;
  }

  set url(url: string) {
    this.#url = url;
  }

  async handle(request: WireRequest): Promise<WireReply> {
    const { query } = request;
    const route = `${request.method} ${request.path}`;
    if (route === 'GET /api/usertoken/GetToken') return this.#getToken(query);
    if (route === 'GET /api/usertoken/GetTokenStatus') return this.#getStatus(query);
    if (route === 'DELETE /api/usertoken/SignOut') return this.#signOut(query);
    if (route === 'POST /api/usertoken/GetAadTokens') return this.#getAadTokens(query, request.body);
    if (route === 'POST /api/usertoken/exchange') return this.#exchange(query, request.body);
    if (route === 'GET /api/botsignin/GetSignInUrl') {
      return { status: 200, body: this.#linkFor(query.get('state') ?? '') };
    }
    if (route === 'GET /api/botsignin/GetSignInResource') return this.#getSignInResource(query);
    if (route === 'GET /signin') return this.#signInPage(query);
    return failure(404, 'NotFound', `Nothing is at ${request.path}.`);
  }

  #connection(name: string | null): Connection | undefined {
    return this.#options.connections.find((one) => one.name === name);
  }

  #linkFor(state: string): string {
    return `${this.#url}/signin?state=${encodeURIComponent(state)}`;
  }

  #getToken(query: URLSearchParams): WireReply {
    const [userId = '', name = '', channelId = ''] = ['userId', 'connectionName', 'channelId'].map(
      (one) => query.get(one) ?? '',
    );
    if (!this.#connection(name)) return failure(400, 'BadArgument', `There is no connection '${name}'.`);
    const code = query.get('code');
    if (code) this.shelf.redeem(channelId, userId, name, code);
    const kept = this.shelf.kept.get(TokenShelf.key(channelId, userId, name));
    // The service answers 404 without a body where nobody is signed in.
    if (!kept) return { status: 404 };
    return {
      status: 200,
      body: { channelId, connectionName: name, token: kept.token, expiration: kept.expiresAt },
    };
  }

  #getStatus(query: URLSearchParams): WireReply {
    const [userId = '', channelId = ''] = ['userId', 'channelId'].map((one) => query.get(one) ?? '');
    const included = query.get('include')?.split(',');
    const body = this.#options.connections
      .filter(({ name }) => !included || included.includes(name))
      .map(({ name }) => ({
        channelId,
        connectionName: name,
        hasToken: this.shelf.kept.has(TokenShelf.key(channelId, userId, name)),
        serviceProviderDisplayName: 'Azure Active Directory v2',
      }));
    return { status: 200, body };
  }

  #signOut(query: URLSearchParams): WireReply {
    const name = query.get('connectionName');
    for (const [key, kept] of this.shelf.kept) {
      const isTheirs = kept.userId === query.get('userId') && kept.channelId === query.get('channelId');
      if (isTheirs && (!name || kept.connectionName === name)) this.shelf.kept.delete(key);
    }
    return { status: 204 };
  }

  #getAadTokens(query: URLSearchParams, body: string): WireReply {
    const [userId = '', name = '', channelId = ''] = ['userId', 'connectionName', 'channelId'].map(
      (one) => query.get(one) ?? '',
    );
    const kept = this.shelf.kept.get(TokenShelf.key(channelId, userId, name));
    if (!kept) return { status: 200, body: {} };
    const { resourceUrls } = JSON.parse(body) as { resourceUrls: string[] };
    const expiration = kept.expiresAt;
    const tokens = resourceUrls.map((url) => {
      const token = this.#options.entra.issue(kept.user, url.replace(/\/$/, ''));
      return [url, { channelId, connectionName: name, token, expiration }];
    });
    return { status: 200, body: Object.fromEntries(tokens) as unknown };
  }

  async #exchange(query: URLSearchParams, body: string): Promise<WireReply> {
    const [userId = '', name = '', channelId = ''] = ['userId', 'connectionName', 'channelId'].map(
      (one) => query.get(one) ?? '',
    );
    const connection = this.#connection(name);
    const { token } = JSON.parse(body) as { token?: string };
    if (!connection) return failure(400, 'BadArgument', `There is no connection '${name}'.`);
    const user = this.#options.users.find(({ objectId }) => objectId === readClaims(token ?? '')?.['oid']);
    if (!token || !user) return failure(400, 'BadArgument', 'The token cannot be exchanged.');
    const form = {
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      assertion: token,
      scope: connection.scopes,
    };
    const answer = await this.#askEntra(user, connection, form);
    if (answer.status !== 200)
      return failure(400, 'ConsentRequired', 'The exchange was refused.', {
        statusCode: answer.status,
        body: answer.body,
      });
    return { status: 200, body: this.#keep({ channelId, userId, connectionName: name, user }, answer.body) };
  }

  async #askEntra(
    user: FakeUser,
    { client }: Connection,
    form: Record<string, string>,
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    const secret = { client_id: client.clientId, client_secret: client.secret ?? '' };
    const url = `${this.#options.entra.url}/${user.tenantId}/oauth2/v2.0/token`;
    const response = await fetch(url, { method: 'POST', body: new URLSearchParams({ ...secret, ...form }) });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  #keep(place: Omit<Kept, 'token' | 'expiresAt'>, answer: Record<string, unknown>): unknown {
    const expiresAt = new Date(Date.now() + Number(answer['expires_in']) * 1000).toISOString();
    const token = String(answer['access_token']);
    this.shelf.put({ ...place, token, expiresAt });
    return { channelId: place.channelId, connectionName: place.connectionName, token, expiration: expiresAt };
  }

  #getSignInResource(query: URLSearchParams): WireReply {
    const state = query.get('state') ?? '';
    const connection = this.#connection(readState(state).connectionName);
    if (!connection) return failure(400, 'BadArgument', 'There is no such connection.');
    const resource = {
      id: randomUUID(),
      uri: connection.exchangeUri,
      providerId: 'Azure Active Directory v2',
    };
    const signInLink = this.#linkFor(state);
    return {
      status: 200,
      body: { signInLink, ...(connection.exchangeUri ? { tokenExchangeResource: resource } : {}) },
    };
  }

  /** With `as` the person signs in; without, the page asks who it is. */
  async #signInPage(query: URLSearchParams): Promise<WireReply> {
    const state = query.get('state') ?? '';
    const user = this.#options.users.find(({ objectId }) => objectId === query.get('as'));
    const html = { 'content-type': 'text/html; charset=utf-8' };
    if (!user)
      return { status: 200, headers: html, body: peoplePage(this.#options.users, this.#linkFor(state)) };
    const code = await this.#signInAs(user, state);
    return { status: code ? 200 : 403, headers: html, body: codePage(code) };
  }

  async #signInAs(user: FakeUser, state: string): Promise<string | null> {
    const { connectionName, userId, channelId } = readState(state);
    const connection = this.#connection(connectionName);
    if (!connection) return null;
    const redirect_uri = `${this.#url}/callback`;
    const authorize = new URLSearchParams({
      client_id: connection.client.clientId,
      login_hint: user.email,
      redirect_uri,
      response_type: 'code',
    });
    const url = `${this.#options.entra.url}/${user.tenantId}/oauth2/v2.0/authorize?${authorize.toString()}`;
    const { headers } = await fetch(url, { redirect: 'manual' });
    const code = new URL(headers.get('location') ?? redirect_uri).searchParams.get('code') ?? '';
    const form = { grant_type: 'authorization_code', code, redirect_uri, scope: connection.scopes };
    const answer = await this.#askEntra(user, connection, form);
    if (answer.status !== 200) return null;
    const digits = String(randomInt(100_000, 1_000_000));
    const expiresAt = new Date(Date.now() + Number(answer.body['expires_in']) * 1000).toISOString();
    const token = String(answer.body['access_token']);
    this.shelf.pending.push({
      code: digits,
      kept: { channelId, userId, connectionName, user, token, expiresAt },
    });
    return digits;
  }
}

/** Starts a stand-in for token.botframework.com, which keeps people's tokens on behalf of a bot. */
export async function startBotTokenService(options: BotTokenServiceOptions): Promise<BotTokenService> {
  const service = new Service(options);
  const server = await startWireServer((request) => service.handle(request));
  service.url = server.url;
  return {
    ...server,
    signIn: async (signInLink, objectId) => {
      const page = await fetch(`${signInLink}&as=${objectId}`);
      return /<p id="code">(\d{6})</.exec(await page.text())?.[1] ?? null;
    },
    forget: (userId, connectionName) => {
      for (const [key, kept] of service.shelf.kept) {
        if (kept.userId === userId && (!connectionName || kept.connectionName === connectionName)) {
          service.shelf.kept.delete(key);
        }
      }
    },
  };
}
