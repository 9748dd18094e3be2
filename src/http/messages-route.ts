import type { Request, Server } from 'restify';
import type { ActivityResponse } from '../bot/adapter.ts';
import { readActivity } from './incoming-activity.ts';
import type { Metrics } from './metrics.ts';
import { sendError, sendJson, sendStatus } from './respond.ts';

export interface MessagesOptions {
  /** True where no app id is configured, so that callers are not authenticated. */
  readonly isAnonymous: boolean;
  /** Authenticates, runs the turn, never throws. */
  readonly receive: (
    authorization: string,
    body: Readonly<Record<string, unknown>>,
  ) => Promise<ActivityResponse>;
  readonly metrics: Metrics;
}

/** Mounts the address that channels post activities to. */
export function mountMessages(server: Server, options: MessagesOptions): void {
  server.post('/api/messages', async (req, res) => {
    const startedAt = performance.now();
    if (!isJson(req)) return sendError(res, 415, 'send application/json');
    const read = readActivity(req.body as unknown, options.isAnonymous);
    if (!read.isValid) return sendError(res, read.status, read.message);
    const { status, body, retryAfterS } = await options.receive(
      req.headers.authorization ?? '',
      read.activity,
    );
    if (retryAfterS !== undefined) res.setHeader('Retry-After', String(retryAfterS));
    options.metrics.activityHandled(read.activity.type, status, performance.now() - startedAt);
    if (body === undefined || body === null) sendStatus(res, status);
    else sendJson(res, status, body);
  });
}

/** Whether the body was sent, and read, as JSON; a web form can't claim that without asking first. */
export function isJson(req: Request): boolean {
  return /^application\/json\s*(;|$)/i.test(req.headers['content-type'] ?? '');
}
