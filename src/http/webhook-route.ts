import type { Server } from 'restify';
import { sendStatus } from './respond.ts';

/** Where Partner Center posts its events. */
export const EVENTS_PATH = '/api/partner-center/events';

/** An event's request as far as its receiver needs it. */
export interface WebhookRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
  readonly tenantId: string | null;
}

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Mounts the address of Partner Center's events; `receive` decides on everything, and gives the status. */
export function mountWebhooks(
  server: Server,
  receive: (request: WebhookRequest) => Promise<200 | 401>,
): void {
  server.post(EVENTS_PATH, async (req, res) => {
    const status = await receive({
      headers: req.headers,
      // The signature is over the bytes as sent: what the parser made of them is of no use here.
      body: bytesOf((req as { rawBody?: unknown }).rawBody),
      tenantId: tenantIn(req.getQuery()),
    });
    sendStatus(res, status);
  });
}

function bytesOf(raw: unknown): Buffer {
  if (Buffer.isBuffer(raw)) return raw;
  return Buffer.from(typeof raw === 'string' ? raw : '', 'utf8');
}

/** Our registrations carry the company whose events they are. */
function tenantIn(query: string): string | null {
  const tenant = new URLSearchParams(query).get('tenant');
  return tenant !== null && GUID.test(tenant) ? tenant.toLowerCase() : null;
}
