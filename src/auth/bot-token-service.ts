import { type Activity, TurnContext } from 'botbuilder';
import * as z from 'zod';
import { AppError } from '../errors.ts';
import { deadlineInTurn } from '../remote/turn-time.ts';
import type { BotTokens } from './bot-credentials.ts';
import type { Account, SignInLink } from './sign-in.ts';

/** A person's token as the service keeps it. */
export interface UserToken {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresAtMs: number;
}

/** No token, and why: nobody is signed in, or the person must agree or prove more first. */
export type NoToken =
  | { readonly why: 'none' | 'consent' }
  | { readonly why: 'claims'; readonly claims: string };

/** The Bot Framework's token service: it signs people in and keeps their tokens, by account and connection. */
export interface BotTokenService {
  getToken(account: Account, connectionName: string, code?: string): Promise<UserToken | NoToken>;
  exchange(account: Account, connectionName: string, token: string): Promise<UserToken | NoToken>;
  signOut(account: Account, connectionName: string): Promise<void>;
  /** Where the person of the activity signs in. */
  getLink(activity: Partial<Activity>, connectionName: string): Promise<SignInLink>;
}

export interface BotTokenServiceOptions {
  /** https://token.botframework.com, or a stand-in on this machine. */
  readonly baseUrl: string;
  readonly appId: string | null;
  readonly botTokens: BotTokens;
  /** Milliseconds that one call may take. */
  readonly timeoutMs?: number;
  /** Told of each token that the service failed to give; that nobody is signed in is no failure. */
  readonly onFailure?: () => void;
}

const tokenSchema = z.object({ token: z.string().min(1), expiration: z.string().nullish() });

const linkSchema = z.object({
  signInLink: z.url(),
  tokenExchangeResource: z
    .object({ id: z.string(), uri: z.string().nullish(), providerId: z.string().nullish() })
    .nullish(),
});

/** How long a token without a stated end is used, in milliseconds. */
const UNSTATED_LIFETIME_MS = 300_000;

interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/**
 * The service over HTTPS, by the same addresses as the SDK's own client; that one has neither time-outs that
 * fit into a turn nor a way to run without an app id on this machine.
 *
 * All calls throw AppError `unreachable` when the service isn't reached or can't answer, and `refused`
 * (`bot-credentials`) when it doesn't accept the bot.
 */
export function createBotTokenService(options: BotTokenServiceOptions): BotTokenService {
  const service = callService(options);
  const told = <T>(asked: Promise<T>): Promise<T> =>
    asked.catch((error: unknown) => {
      options.onFailure?.();
      throw error;
    });
  return {
    getToken: (...args) => told(service.getToken(...args)),
    exchange: (...args) => told(service.exchange(...args)),
    signOut: (...args) => told(service.signOut(...args)),
    getLink: (...args) => told(service.getLink(...args)),
  };
}

function callService(options: BotTokenServiceOptions): BotTokenService {
  const call = (request: Call): Promise<Answer> => send(options, request);
  const placeOf = ({ userId, channelId }: Account, connectionName: string) => ({
    userId,
    channelId,
    connectionName,
  });
  return {
    async getToken(account, connectionName, code) {
      const query = { ...placeOf(account, connectionName), ...(code === undefined ? {} : { code }) };
      return readToken(await call({ method: 'GET', path: '/api/usertoken/GetToken', query }));
    },
    async exchange(account, connectionName, token) {
      const query = placeOf(account, connectionName);
      const path = '/api/usertoken/exchange';
      return readToken(await call({ method: 'POST', path, query, body: { token } }));
    },
    async signOut(account, connectionName) {
      const query = placeOf(account, connectionName);
      const { status } = await call({ method: 'DELETE', path: '/api/usertoken/SignOut', query });
      // 404: nobody was signed in.
      if (status >= 400 && status !== 404) throw unreadable(status);
    },
    async getLink(activity, connectionName) {
      const query = { state: stateOf(activity, connectionName, options.appId) };
      const { status, body } = await call({ method: 'GET', path: '/api/botsignin/GetSignInResource', query });
      const link = linkSchema.safeParse(body);
      if (status === 400 || status === 404) throw unknownConnection(connectionName);
      if (status !== 200 || !link.success) throw unreadable(status);
      const { signInLink, tokenExchangeResource: resource } = link.data;
      const exchange = resource?.uri
        ? { id: resource.id, uri: resource.uri, providerId: resource.providerId ?? null }
        : null;
      return { connectionName, url: signInLink, exchange };
    },
  };
}

/** Who signs in where, as the service wants it: base64 of JSON. */
function stateOf(activity: Partial<Activity>, connectionName: string, appId: string | null): string {
  const conversation = TurnContext.getConversationReference(activity);
  const state = { connectionName, conversation, relatesTo: activity.relatesTo, msAppId: appId };
  return Buffer.from(JSON.stringify(state)).toString('base64');
}

async function send(
  { baseUrl, botTokens, timeoutMs = 5000 }: BotTokenServiceOptions,
  call: Call,
): Promise<Answer> {
  const own = await botTokens();
  const leftMs = deadlineInTurn(Date.now() + timeoutMs) - Date.now();
  if (leftMs <= 0) throw noAnswer('the turn is over');
  const url = `${baseUrl}${call.path}?${new URLSearchParams(call.query).toString()}`;
  try {
    const response = await fetch(url, {
      method: call.method,
      headers: {
        accept: 'application/json',
        ...(own === null ? {} : { authorization: `Bearer ${own}` }),
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: call.body === undefined ? null : JSON.stringify(call.body),
      signal: AbortSignal.timeout(leftMs),
      redirect: 'error',
    });
    return accept({ status: response.status, body: parse(await response.text()) });
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw noAnswer(nameOf(cause));
  }
}

function noAnswer(why: string): AppError {
  return new AppError('unreachable', `token service: no answer (${why})`, {
    details: { reason: 'token-service' },
  });
}

function accept(answer: Answer): Answer {
  if (answer.status === 401 || answer.status === 403) {
    throw new AppError('refused', `token service: doesn't accept the bot (${String(answer.status)})`, {
      details: { reason: 'bot-credentials' },
    });
  }
  if (answer.status === 429 || answer.status >= 500) throw unreadable(answer.status);
  return answer;
}

function unknownConnection(name: string): AppError {
  return new AppError('refused', `token service: the bot has no OAuth connection '${name}'`, {
    details: { reason: 'no-connection' },
  });
}

/** What was sent holds tokens and codes, so an error of ours carries the status alone. */
function unreadable(status: number): AppError {
  return new AppError('unreachable', `token service: answered ${String(status)}`, {
    details: { reason: 'token-service' },
  });
}

function readToken({ status, body }: Answer): UserToken | NoToken {
  const token = tokenSchema.safeParse(body);
  if (status === 200 && token.success) {
    const stated = Date.parse(token.data.expiration ?? '');
    const expiresAtMs = Number.isNaN(stated) ? Date.now() + UNSTATED_LIFETIME_MS : stated;
    return { token: token.data.token, expiresAtMs };
  }
  return status === 200 || status === 404 ? { why: 'none' } : readRefusal(body);
}

/**
 * Entra's own answer comes inside the service's, which calls all of them `ConsentRequired`: 65001 means that
 * consent is missing; 50076, 50079 and 50158 that more is asked of the person (Entra's list of error codes).
 */
function readRefusal(body: unknown): NoToken {
  const text = JSON.stringify(body ?? null);
  if (/interaction_required|AADSTS500(76|79)|AADSTS50158/i.test(text)) {
    return { why: 'claims', claims: findClaims(body) ?? '' };
  }
  return { why: /consent_?required|AADSTS65001/i.test(text) ? 'consent' : 'none' };
}

function findClaims(value: unknown): string | null {
  if (value === null || typeof value !== 'object') return null;
  if ('claims' in value && typeof value.claims === 'string') return value.claims;
  for (const inner of Object.values(value)) {
    const found = findClaims(typeof inner === 'string' ? parse(inner) : inner);
    if (found !== null) return found;
  }
  return null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
