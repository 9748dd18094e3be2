import { once, setMaxListeners } from 'node:events';
import { createServer as createHttpServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { RequestListener, ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Faults, type Fault } from './faults.ts';

/** A request as it came over the wire. */
export interface WireRequest {
  readonly method: string;
  /** Decoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** An answer: a string body goes out as it is, anything else as JSON. */
export interface WireReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export type WireHandler = (request: WireRequest) => WireReply | Promise<WireReply>;

export interface WireServer {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string;
  readonly faults: Faults;
  /** Everything received so far, also what a fault kept from being handled. */
  readonly requests: WireRequest[];
  close(): Promise<void>;
}

/** A header as one string; `''` where it is absent. */
export function headerOf(request: WireRequest, name: string): string {
  const value = request.headers[name.toLowerCase()];
  return Array.isArray(value) ? value.join(', ') : (value ?? '');
}

async function readRequest(message: IncomingMessage): Promise<WireRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const url = new URL(message.url ?? '/', 'http://unused');
  return {
    method: message.method ?? 'GET',
    path: decodeURIComponent(url.pathname),
    query: url.searchParams,
    headers: message.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function send(response: ServerResponse, reply: WireReply): void {
  if (reply.body === undefined) {
    // Not chained: restify, where it is loaded, has changed writeHead for the whole process, and it returns nothing.
    response.writeHead(reply.status, reply.headers);
    response.end();
    return;
  }
  const isText = typeof reply.body === 'string' || Buffer.isBuffer(reply.body);
  const type = isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8';
  response.writeHead(reply.status, { 'content-type': type, ...reply.headers });
  response.end(isText ? reply.body : JSON.stringify(reply.body));
}

async function answer(
  request: WireRequest,
  handle: WireHandler,
  fault: Fault | null,
  stopping: AbortSignal,
): Promise<WireReply | null> {
  if (fault?.kind === 'drop' && !fault.isAfterWork) return null;
  if (fault?.kind === 'reply' && !fault.isAfterWork) return fault.reply;
  const reply = await handle(request);
  if (fault?.kind === 'drop') return null;
  if (fault?.kind === 'reply') return fault.reply;
  if (fault?.kind === 'alter') return fault.alter(reply);
  if (fault?.kind === 'slow') await wait(fault.delayMs, undefined, { signal: stopping });
  return reply;
}

/**
 * Serves `handle` on a free port of the loopback interface, with faults on demand. With `tls` it
 * speaks HTTPS with that certificate.
 */
export async function startWireServer(
  handle: WireHandler,
  tls?: { readonly cert: string; readonly key: string },
): Promise<WireServer> {
  const faults = new Faults();
  const requests: WireRequest[] = [];
  const stopping = new AbortController();
  // Each slow answer waits with it, and hundreds may at once.
  setMaxListeners(0, stopping.signal);
  const serve = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await readRequest(message);
    requests.push(request);
    const reply = await answer(request, handle, faults.take(request), stopping.signal);
    if (reply) send(response, reply);
    else message.socket.destroy();
  };
  const listener: RequestListener = (message, response) => {
    serve(message, response).catch((error: unknown) => {
      if (stopping.signal.aborted || response.headersSent) message.socket.destroy();
      else send(response, { status: 500, body: { fake: String(error) } });
    });
  };
  const server = tls ? createHttpsServer(tls, listener) : createHttpServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    stopping.abort();
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return { url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`, faults, requests, close };
}
