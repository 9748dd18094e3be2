import type { Server } from 'restify';
import type { Metrics } from '../metrics.ts';
import { sendError } from '../respond.ts';
import { conversationIdSchema } from './chat-activity.ts';
import type { ChatEvent, ChatLog } from './chat-log.ts';

/** A comment this often keeps the connection from being taken for dead, in milliseconds. */
const HEARTBEAT_MS = 20_000;

/** Mounts the stream of events (SSE) from which the page learns what was said. Returns how to end all streams. */
export function mountEventStream(server: Server, log: ChatLog, metrics: Metrics): () => void {
  const endings = new Set<() => void>();
  server.get('/chat/:conversationId/events', (req, res, next) => {
    const conversationId = conversationIdSchema.safeParse(
      (req.params as Record<string, unknown>)['conversationId'],
    );
    if (!conversationId.success) {
      sendError(res, 400, 'this is not a conversation of the chat page');
      return next(false);
    }
    res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    res.write('retry: 1000\n\n');
    for (const event of log.since(conversationId.data, lastIdOf(req.headers['last-event-id'], req.url))) {
      res.write(print(event));
    }
    const stopListening = log.listen(conversationId.data, (event) => res.write(print(event)));
    const heartbeat = setInterval(() => res.write(': \n\n'), HEARTBEAT_MS);
    const end = () => res.end();
    endings.add(end);
    metrics.streamOpened();
    res.on('close', () => {
      clearInterval(heartbeat);
      stopListening();
      endings.delete(end);
      metrics.streamClosed();
    });
    next(false);
  });
  return () => {
    for (const end of endings) end();
  };
}

/**
 * A browser that reconnects by itself says the last id in a header; a page just opened can only say it in
 * the address (`?after=`). The header is the newer one.
 */
function lastIdOf(header: string | string[] | undefined, url: string | undefined): string | null {
  if (typeof header === 'string') return header;
  return new URL(url ?? '/', 'http://localhost').searchParams.get('after');
}

function print({ id, kind, activity }: ChatEvent): string {
  const idLine = id === null ? '' : `id: ${id}\n`;
  return `${idLine}data: ${JSON.stringify({ id, kind, activity })}\n\n`;
}
