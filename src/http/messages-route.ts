import type { Request, Server } from 'restify';
import type { ActivityResponse } from '../bot/adapter.ts';
import type { Door } from '../bot/door.ts';
import { readActivity } from './incoming-activity.ts';
import { type Metrics, SELF_TEST } from './metrics.ts';
import { sendError, sendJson, sendStatus } from './respond.ts';

export interface MessagesOptions {
  /** True where no app id is configured, so that callers are not authenticated. */
  readonly isAnonymous: boolean;
  readonly door: Door;
  readonly metrics: Metrics;
}

/**
 * Mounts the address that channels post activities to. Who calls is judged before what they bring, so that a
 * stranger learns nothing of what an activity should look like.
 */
export function mountMessages(server: Server, { isAnonymous, door, metrics }: MessagesOptions): void {
  server.post('/api/messages', async (req, res) => {
    const startedAt = performance.now();
    const answer = ({ status, headers, body }: ActivityResponse, type = 'other'): void => {
      metrics.activityHandled(type, status, performance.now() - startedAt);
      if (body === undefined || body === null) sendStatus(res, status);
      else sendJson(res, status, body, headers);
    };
    if (!isJson(req)) return sendError(res, 415, 'send application/json');
    const admission = await door.admit(req.headers.authorization ?? '');
    if (!admission.isAdmitted) return answer(admission.response);
    const read = readActivity(req.body as unknown, isAnonymous);
    if (!read.isValid) return sendError(res, read.status, read.message);
    const { type, channelId } = read.activity;
    answer(await door.receive(admission.caller, read.activity), channelId === SELF_TEST ? SELF_TEST : type);
  });
}

/** Whether the body was sent, and read, as JSON; a web form can't claim that without asking first. */
export function isJson(req: Request): boolean {
  return /^application\/json\s*(;|$)/i.test(req.headers['content-type'] ?? '');
}
