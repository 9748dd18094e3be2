import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Audience, TokenSource } from '../auth/token-source.ts';
import { RemoteRefusal, RemoteSilence, type Doubt } from './failure.ts';
import { delayBefore, readRetryAfter } from './retry.ts';
import { deadlineInTurn } from './turn-time.ts';
import type { Actor } from '../identity/actor.ts';

/** One call as it went, for logs and metrics: no names, no texts, no tokens. */
export interface RemoteCall {
  readonly service: string;
  readonly method: string;
  /** The path with ids left out. */
  readonly route: string;
  /** Null where no answer came. */
  readonly status: number | null;
  readonly durationMs: number;
  /** Ours, as sent in `client-request-id`. */
  readonly clientRequestId: string;
  /** Theirs, null where none was given. */
  readonly requestId: string | null;
}

export interface RemoteServiceOptions {
  /** Who speaks in error messages and logs. */
  readonly name: string;
  /** Without a slash at the end; requests never go to another origin. */
  readonly baseUrl: string;
  readonly audience: Audience;
  readonly tokens: TokenSource;
  /** Milliseconds that one attempt may take. */
  readonly attemptTimeoutMs?: number;
  /** Milliseconds before the second attempt; doubled for each further one. */
  readonly retryDelayMs?: number;
  readonly onCall?: (call: RemoteCall) => void;
}

export interface RemoteRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** Begins with a slash; below the base URL. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface RemoteAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; null where there was none. */
  readonly body: unknown;
}

/** Calls one service on behalf of people, each with their own token. */
export interface RemoteService {
  readonly baseUrl: string;
  /**
   * Sends until an answer comes or `deadlineMs` (ms since 1970), or the end of the turn's time, is near. What changes something is sent again
   * only where the service did nothing (429): else the caller has to look first.
   *
   * @throws RemoteRefusal, RemoteSilence, or what the token source throws.
   */
  send(actor: Actor, request: RemoteRequest, deadlineMs: number): Promise<RemoteAnswer>;
}

const MAX_ATTEMPTS = 5;
/** Codes of a connection that was never made, so that nothing can have been done. */
const NEVER_REACHED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

interface Attempt {
  readonly answer: RemoteAnswer | null;
  readonly failure: RemoteSilence | null;
  readonly askedMs: number | null;
}

/** A service behind HTTPS with time-outs, patience where it is asked for, and ids to trace a call by. */
export function createRemoteService(options: RemoteServiceOptions): RemoteService {
  return {
    baseUrl: options.baseUrl,
    async send(actor, request, givenMs) {
      const deadlineMs = deadlineInTurn(givenMs);
      let hasNewToken = false;
      for (let attempt = 1; ; attempt += 1) {
        const { answer, failure, askedMs } = await attemptOnce(options, actor, request, deadlineMs);
        if (answer?.status === 401 && !hasNewToken && options.tokens.forget) {
          hasNewToken = true;
          options.tokens.forget(actor, options.audience);
          continue;
        }
        if (answer) return accept(options.name, answer);
        if (!failure) throw new RemoteSilence(options.name, 'down', 'real');
        const delayMs = delayBefore(attempt, options.retryDelayMs ?? 300, askedMs, Math.random());
        const isRepeatable = request.method === 'GET' || failure.reason === 'throttled';
        const isLast = attempt >= MAX_ATTEMPTS || Date.now() + delayMs >= deadlineMs;
        if (!isRepeatable || isLast) throw failure;
        await wait(delayMs);
      }
    },
  };
}

function accept(service: string, answer: RemoteAnswer): RemoteAnswer {
  if (answer.status < 400) return answer;
  throw new RemoteRefusal(service, answer.status, answer.body, answer.headers);
}

async function attemptOnce(
  options: RemoteServiceOptions,
  actor: Actor,
  request: RemoteRequest,
  deadlineMs: number,
): Promise<Attempt> {
  const token = await options.tokens.tokenFor(actor, options.audience);
  const timeoutMs = Math.min(options.attemptTimeoutMs ?? 5000, deadlineMs - Date.now());
  if (timeoutMs <= 0) return failed(new RemoteSilence(options.name, 'timeout', 'none'));
  const clientRequestId = randomUUID();
  const startedMs = performance.now();
  const report = (status: number | null, requestId: string | null): void =>
    options.onCall?.({
      service: options.name,
      method: request.method,
      route: routeOf(request.path),
      status,
      durationMs: Math.round(performance.now() - startedMs),
      clientRequestId,
      requestId,
    });
  try {
    const response = await fetch(`${options.baseUrl}${request.path}`, {
      method: request.method,
      headers: headersOf(request, token, clientRequestId),
      body: request.body === undefined ? null : JSON.stringify(request.body),
      signal: AbortSignal.timeout(timeoutMs),
      // A redirect would take the token to where it doesn't belong.
      redirect: 'error',
    });
    const answer = { status: response.status, headers: response.headers, body: parse(await response.text()) };
    report(response.status, response.headers.get('request-id'));
    return judge(options.name, answer);
  } catch (error) {
    report(null, null);
    return failed(silenceOf(options.name, error));
  }
}

function headersOf(request: RemoteRequest, token: string, clientRequestId: string): Record<string, string> {
  return {
    accept: 'application/json',
    ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...request.headers,
    authorization: `Bearer ${token}`,
    'client-request-id': clientRequestId,
    'ms-correlationid': clientRequestId,
  };
}

/** What passes by itself is a failure to try again after; everything else is an answer. */
function judge(service: string, answer: RemoteAnswer): Attempt {
  const fail = (reason: string, doubt: Doubt): Attempt => ({
    answer: null,
    failure: new RemoteSilence(service, reason, doubt),
    askedMs: readRetryAfter(answer.headers.get('retry-after'), answer.body, Date.now()),
  });
  if (answer.status === 429) return fail('throttled', 'none');
  if (answer.status === 503) return fail('down', 'slight');
  if (answer.status === 408) return fail('timeout', 'real');
  if (answer.status >= 500) return fail('down', 'real');
  return { answer, failure: null, askedMs: null };
}

const failed = (failure: RemoteSilence): Attempt => ({ answer: null, failure, askedMs: null });

function silenceOf(service: string, error: unknown): RemoteSilence {
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new RemoteSilence(service, 'timeout', 'real', error);
  }
  const isNeverReached = NEVER_REACHED.includes(codeOf(error));
  return new RemoteSilence(service, 'down', isNeverReached ? 'none' : 'real', error);
}

/** Fetch wraps the cause of a failed connection, and several addresses make an AggregateError of it. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : null;
  const first: unknown = cause instanceof AggregateError ? cause.errors[0] : cause;
  const code = first !== null && typeof first === 'object' && 'code' in first ? first.code : '';
  return typeof code === 'string' ? code : '';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function routeOf(path: string): string {
  return (path.split('?')[0] ?? '').replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/gi, '{id}');
}
