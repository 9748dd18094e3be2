import type { Request, Server } from 'restify';
import { bringsToken } from './bearer-token.ts';
import type { Metrics } from './metrics.ts';
import { sendError, sendJson } from './respond.ts';

/** Whether the bot can do its work, and what will need somebody soon. */
export interface Readiness {
  readonly isReady: boolean;
  /** Short sentences for whoever runs it; they name what ends and when, so they are for nobody else. */
  readonly warnings: readonly string[];
  /** Since when it knows what it knows, and why what was changed since can't be used. It is for the operator, too. */
  readonly knowledge?: object;
}

/** Who may read what is for the operator: everybody who can connect, or whoever brings the token; null nobody. */
export type OperatorAccess = 'everybody' | { readonly token: string } | null;

export interface HealthOptions {
  readonly readiness: () => Promise<Readiness>;
  readonly metrics: Metrics;
  readonly operator: OperatorAccess;
}

/** Mounts `/healthz` (the process lives), `/readyz` (it can work), and for the operator its warnings and `/metrics`. */
export function mountHealth(server: Server, { readiness, metrics, operator }: HealthOptions): void {
  const isOperator = (req: Request): boolean =>
    operator === 'everybody' || (operator !== null && bringsToken(req.headers.authorization, operator.token));
  server.get('/healthz', (_req, res, next) => {
    sendJson(res, 200, { status: 'ok' });
    next(false);
  });
  server.get('/readyz', async (req, res) => {
    const { isReady, ...details } = await readiness();
    const status = isReady ? 'ready' : 'not ready';
    sendJson(res, isReady ? 200 : 503, isOperator(req) ? { status, ...details } : { status });
  });
  if (operator === null) return;
  server.get('/metrics', async (req, res) => {
    if (!isOperator(req)) return sendError(res, 401, 'bring the token', { 'WWW-Authenticate': 'Bearer' });
    const { contentType, text } = await metrics.print();
    res.writeHead(200, { 'Content-Type': contentType, 'Cache-Control': 'no-store' });
    res.end(text);
  });
}
