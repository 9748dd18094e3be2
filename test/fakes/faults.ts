import type { WireReply, WireRequest } from './wire-server.ts';

/** What goes wrong with one request. `isAfterWork` means that the service did what was asked first. */
export type Fault =
  | { readonly kind: 'reply'; readonly reply: WireReply; readonly isAfterWork: boolean }
  | { readonly kind: 'drop'; readonly isAfterWork: boolean }
  | { readonly kind: 'slow'; readonly delayMs: number }
  | { readonly kind: 'alter'; readonly alter: (reply: WireReply) => WireReply };

/** Which requests a fault meets; what is left out matches everything. */
export interface Route {
  readonly method?: string;
  /** Tested against the decoded path. */
  readonly path?: RegExp;
  /** Tested against the raw body. */
  readonly body?: RegExp;
}

interface Planned {
  readonly route: Route;
  readonly fault: Fault;
  left: number;
}

/** Faults waiting for their request; the first that matches is used up, in the order they were planned. */
export class Faults {
  #planned: Planned[] = [];

  /** The next `times` requests on the route fail so. */
  plan(route: Route, fault: Fault, times = 1): void {
    this.#planned.push({ route, fault, left: times });
  }

  /** Takes the fault for this request out of the plan; null where there is none. */
  take(request: WireRequest): Fault | null {
    const planned = this.#planned.find(({ route, left }) => left > 0 && matches(route, request));
    if (!planned) return null;
    planned.left -= 1;
    return planned.fault;
  }

  /** How many planned faults have not happened yet. */
  get left(): number {
    return this.#planned.reduce((sum, { left }) => sum + left, 0);
  }

  clear(): void {
    this.#planned = [];
  }
}

function matches(route: Route, request: WireRequest): boolean {
  if (route.method && route.method !== request.method) return false;
  if (route.path && !route.path.test(request.path)) return false;
  return !route.body || route.body.test(request.body);
}

/** The documented error body of the referrals service. */
export function odataError(code: string, message: string, target?: string, inner?: string): unknown {
  return {
    error: {
      code,
      message,
      ...(target === undefined ? {} : { target }),
      ...(inner === undefined ? {} : { innerError: { code: inner, message } }),
    },
  };
}

const reply = (status: number, body: unknown, headers: Record<string, string> = {}): Fault => ({
  kind: 'reply',
  isAfterWork: false,
  reply: { status, body, headers },
});

/** 429 in the documented shape; `retryAfter` in seconds or as an HTTP date, absent when left out. */
export function throttle(retryAfter?: number | string): Fault {
  const headers: Record<string, string> =
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  return reply(429, odataError('generalException', 'Too many requests.'), headers);
}

/** 429 as the gateway in front of the service words it: another shape, the seconds in the text only. */
export function gatewayThrottle(seconds: number): Fault {
  return reply(429, { statusCode: 429, message: `Rate limit is exceeded. Try again in ${seconds} seconds.` });
}

/** 503, nothing done. */
export function unavailable(retryAfter?: number): Fault {
  const headers: Record<string, string> =
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  return reply(503, odataError('serviceNotAvailable', 'The service is down for the moment.'), headers);
}

/** 500; with `isAfterWork` the work was done all the same. */
export function brokenServer(isAfterWork = false): Fault {
  return {
    kind: 'reply',
    isAfterWork,
    reply: { status: 500, body: odataError('generalException', 'Something went wrong.') },
  };
}

/** An error in no documented shape: a proxy's HTML page. */
export function htmlPage(status: number): Fault {
  return reply(status, '<html><body><h1>Bad gateway</h1></body></html>', { 'content-type': 'text/html' });
}

/** 412: somebody changed the record meanwhile. */
export function modified(): Fault {
  return reply(
    412,
    odataError('resourceModified', 'The referral was changed by another caller.', 'referral'),
  );
}

/** 403 that asks for a stronger sign-in (conditional access). */
export function insufficientClaims(claims: string): Fault {
  const challenge = Buffer.from(claims).toString('base64');
  return reply(403, odataError('accessDenied', 'insufficient_claims'), {
    'www-authenticate': `Bearer error="insufficient_claims", claims="${challenge}"`,
  });
}

/** Any refusal, in the documented shape. */
export function refusal(status: number, code: string, target?: string): Fault {
  return reply(status, odataError(code, 'Refused on demand.', target));
}

/** The connection breaks before anything was done. */
export const dropBefore: Fault = { kind: 'drop', isAfterWork: false };

/** The work is done, then the connection breaks: the caller can't know. */
export const dropAfter: Fault = { kind: 'drop', isAfterWork: true };

/** The work is done at once, the answer comes after `delayMs` milliseconds. */
export function slow(delayMs: number): Fault {
  return { kind: 'slow', delayMs };
}

/** The answer as it would be, with its JSON body changed: an enum value nobody knows, a new property. */
export function alterBody(alter: (body: Record<string, unknown>) => unknown): Fault {
  return {
    kind: 'alter',
    alter: (answer) => ({ ...answer, body: alter(structuredClone(answer.body) as Record<string, unknown>) }),
  };
}
