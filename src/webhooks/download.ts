import { get } from 'node:https';

/** What bounds the download of a certificate. */
export interface DownloadLimits {
  /** `host` or `host:port`, as in an address; no other is ever called. */
  readonly hosts: readonly string[];
  readonly maxBytes: number;
  /** Milliseconds from the first byte sent to the last one read. */
  readonly timeoutMs: number;
  /** PEM certificates that servers are trusted by. */
  readonly tlsRoots: readonly string[];
}

/** Why nothing was downloaded; for the log. */
export class DownloadRefusal extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(`certificate download: ${reason}`);
    this.name = 'DownloadRefusal';
    this.reason = reason;
  }
}

/** The address, where it may be called at all: https, an allowed host, nobody's name and password in it. */
export function allowedUrl(address: string, hosts: readonly string[]): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null) throw new DownloadRefusal('no-address');
  if (url.protocol !== 'https:') throw new DownloadRefusal('not-https');
  if (url.username !== '' || url.password !== '') throw new DownloadRefusal('credentials-in-address');
  if (!hosts.some((host) => host.toLowerCase() === url.host)) throw new DownloadRefusal('host-not-allowed');
  return url;
}

/**
 * Downloads what is there, within the limits; a redirect is not followed.
 *
 * @throws DownloadRefusal
 */
export function download(address: string, limits: DownloadLimits): Promise<Buffer> {
  const url = allowedUrl(address, limits.hosts);
  return new Promise((resolve, reject) => {
    const refuse = (reason: string): void => {
      reject(new DownloadRefusal(reason));
      request.destroy();
    };
    const request = get(url, { agent: false, ca: [...limits.tlsRoots] }, (response) => {
      if (response.statusCode !== 200) return refuse(`status-${String(response.statusCode)}`);
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > limits.maxBytes) refuse('too-large');
        else chunks.push(chunk);
      });
      response.on('end', () => resolve(Buffer.concat(chunks)));
      response.on('error', () => refuse('broken'));
    });
    const timer = setTimeout(() => refuse('timeout'), limits.timeoutMs);
    request.on('error', () => reject(new DownloadRefusal('not-reached')));
    request.on('close', () => clearTimeout(timer));
  });
}
