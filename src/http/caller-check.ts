import { hostOfUrl, isLoopbackHost } from './loopback.ts';

/** The headers that say where a request comes from; all of them can be absent. */
export interface CallerHeaders {
  readonly host?: string | undefined;
  readonly origin?: string | undefined;
  readonly 'sec-fetch-site'?: string | undefined;
}

export interface Refusal {
  readonly status: 400 | 403 | 421;
  readonly message: string;
}

/**
 * Decides whether an unauthenticated request may pass; null lets it pass. Programs on this machine may, and
 * our own page. A web page of another site may not, by either of its two ways in:
 * - under a name of its own that resolves to 127.0.0.1 (DNS rebinding); the Host header then carries that name;
 * - by posting across sites; the browser then says so in Origin or Sec-Fetch-Site.
 */
export function refuseCaller(method: string, headers: CallerHeaders): Refusal | null {
  const host = headers.host ?? '';
  const name = hostOfUrl(`http://${host}`);
  if (name === null || !isLoopbackHost(name)) {
    return { status: 421, message: 'this server answers to localhost and 127.0.0.1 only' };
  }
  if (method === 'GET' || method === 'HEAD') return null;
  if (headers.origin !== undefined && headers.origin.toLowerCase() !== `http://${host}`.toLowerCase()) {
    return { status: 403, message: 'requests from other web pages are refused' };
  }
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    return { status: 403, message: 'requests from other web pages are refused' };
  }
  return null;
}
