import type { Request, Server } from 'restify';
import { sendError, sendStatus } from './respond.ts';

/** Where Partner Center posts its events. */
export const EVENTS_PATH = '/api/partner-center/events';

/** An event's request as far as its receiver needs it. */
export interface WebhookRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
  readonly tenantId: string | null;
}

/** Far more than an event holds; the receiver has a limit of its own. */
const LARGEST_BODY_BYTES = 65_536;

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Mounts the address of Partner Center's events; `receive` decides on everything, and gives the status. The body
 * is read here: the signature is over the bytes as sent, and is judged before anything is made of them.
 */
export function mountWebhooks(
  server: Server,
  receive: (request: WebhookRequest) => Promise<200 | 400 | 401>,
): void {
  server.post(EVENTS_PATH, async (req, res) => {
    const body = await readBytes(req);
    if (body === null) return sendError(res, 413, 'the body is too large');
    const { headers } = req;
    sendStatus(res, await receive({ headers, body, tenantId: tenantIn(req.getQuery()) }));
  });
}

/** Null for a body that is too large; the rest of it is let go. A caller that hangs up leaves what it sent. */
function readBytes(req: Request): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= LARGEST_BODY_BYTES) chunks.push(chunk);
      else resolve(null);
    });
    req.on('close', () => resolve(Buffer.concat(chunks)));
    req.on('end', () => resolve(Buffer.concat(chunks)));
    req.on('error', () => resolve(Buffer.concat(chunks)));
  });
}

/** Our registrations carry the company whose events they are. */
function tenantIn(query: string): string | null {
  const tenant = new URLSearchParams(query).get('tenant');
  return tenant !== null && GUID.test(tenant) ? tenant.toLowerCase() : null;
}
