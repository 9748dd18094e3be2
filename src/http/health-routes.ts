import type { Server } from 'restify';
import type { Metrics } from './metrics.ts';
import { sendJson } from './respond.ts';

/** Whether the bot can do its work, and what will need somebody soon. */
export interface Readiness {
  readonly isReady: boolean;
  /** Short sentences for whoever runs it; nothing secret, for the address may be open to others. */
  readonly warnings: readonly string[];
}

/** Mounts `/healthz` (the process lives), `/readyz` (it can work) and `/metrics`. */
export function mountHealth(server: Server, readiness: () => Promise<Readiness>, metrics: Metrics): void {
  server.get('/healthz', (_req, res, next) => {
    sendJson(res, 200, { status: 'ok' });
    next(false);
  });
  server.get('/readyz', async (_req, res) => {
    const { isReady, warnings } = await readiness();
    sendJson(res, isReady ? 200 : 503, { status: isReady ? 'ready' : 'not ready', warnings });
  });
  server.get('/metrics', async (_req, res) => {
    const { contentType, text } = await metrics.print();
    res.writeHead(200, { 'Content-Type': contentType, 'Cache-Control': 'no-store' });
    res.end(text);
  });
}
