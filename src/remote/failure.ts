/** The service answered, and said no (any 4xx but those that pass by themselves). */
export class RemoteRefusal extends Error {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;

  constructor(service: string, status: number, body: unknown, headers: Headers) {
    super(`${service}: answered ${status}`);
    this.name = 'RemoteRefusal';
    this.status = status;
    this.body = body;
    this.headers = headers;
  }

  /** The claims that a new sign-in must bring (conditional access); null where none are asked for. */
  get claims(): string | null {
    const header = this.headers.get('www-authenticate') ?? '';
    if (!/insufficient_claims/i.test(header)) return null;
    const encoded = /claims="([^"]+)"/i.exec(header)?.[1];
    return encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8');
  }
}

/**
 * Whether the service may have done what was asked although no answer says so.
 *
 * - `none`: it was never reached, or said that it did nothing (429).
 * - `slight`: it said that it can't for the moment (503).
 * - `real`: it was asked and then was silent, or broke (500, 502, 504).
 */
export type Doubt = 'none' | 'slight' | 'real';

/** No usable answer came within the time. */
export class RemoteSilence extends Error {
  readonly doubt: Doubt;
  /** `throttled`, `down`, `timeout` or `unreadable`; for logs and for the sentence to the user. */
  readonly reason: string;

  constructor(service: string, reason: string, doubt: Doubt, cause?: unknown) {
    super(`${service}: no answer (${reason})`, { cause });
    this.name = 'RemoteSilence';
    this.reason = reason;
    this.doubt = doubt;
  }
}
