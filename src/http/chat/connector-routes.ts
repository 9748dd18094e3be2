import { randomUUID } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import * as z from 'zod';
import { readOutside } from '../../outside-value.ts';
import { isJson } from '../messages-route.ts';
import { sendError, sendJson, sendStatus } from '../respond.ts';
import type { ChatEventKind, ChatLog } from './chat-log.ts';

/** What the page shows of a reply; the rest is the channel's business. */
const replySchema = z.object({
  type: z.string(),
  text: z.string().nullish(),
  textFormat: z.string().nullish(),
  summary: z.string().nullish(),
  locale: z.string().nullish(),
  attachments: z.array(z.unknown()).nullish(),
  suggestedActions: z.unknown().optional(),
});

const ACTIVITIES = '/connector/v3/conversations/:conversationId/activities';

/**
 * Mounts the bot's way back to the page: the part of the Bot Connector's REST interface that a bot uses to
 * send, update and delete messages.
 */
export function mountConnector(server: Server, log: ChatLog): void {
  server.post(ACTIVITIES, async (req, res) => {
    take(req, res, log);
  });
  // The last part names the message that is answered; the page shows all in one line.
  server.post(`${ACTIVITIES}/:activityId`, async (req, res) => {
    take(req, res, log);
  });
  server.put(`${ACTIVITIES}/:activityId`, async (req, res) => {
    take(req, res, log, param(req, 'activityId'));
  });
  server.del(`${ACTIVITIES}/:activityId`, async (req, res) => {
    log.append(param(req, 'conversationId'), 'delete', { id: param(req, 'activityId') });
    sendStatus(res, 200);
  });
}

/** Takes a reply, or the new form of the message `updatedId`. */
function take(req: Request, res: Response, log: ChatLog, updatedId?: string): void {
  const reply = isJson(req) ? readOutside(replySchema, req.body) : null;
  if (!reply?.success) return sendError(res, 400, 'this is not an activity');
  const id = updatedId ?? randomUUID();
  const kind = kindOf(reply.data.type, updatedId !== undefined);
  if (kind !== null) {
    log.append(param(req, 'conversationId'), kind, {
      ...reply.data,
      id,
      timestamp: new Date().toISOString(),
    });
  }
  sendJson(res, 200, { id });
}

/** Null for what a page has nothing to show for (traces, end of conversation). */
function kindOf(type: string, isUpdate: boolean): ChatEventKind | null {
  if (type === 'message') return isUpdate ? 'update' : 'message';
  return type === 'typing' ? 'typing' : null;
}

function param(req: Request, name: string): string {
  return String((req.params as Record<string, unknown>)[name]);
}
