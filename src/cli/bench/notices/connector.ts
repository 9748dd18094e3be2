import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';

/** What came to the connector. */
export interface ArrivedMessage {
  readonly conversation: string;
  readonly tenantId: string;
  /** Milliseconds of the process's clock. */
  readonly at: number;
}

/** A channel's connector that answers as Teams does, and keeps to its limits: what comes too fast gets 429. */
export interface LimitedConnector {
  readonly url: string;
  readonly taken: readonly ArrivedMessage[];
  /** How many were refused for coming too fast. */
  readonly refused: number;
  /** Resolves when so many messages were taken, or nothing came for so many milliseconds. */
  until(count: number, patienceMs: number): Promise<void>;
  close(): Promise<void>;
}

/** Teams documentation, "Rate limiting": of one thread, and of one app and tenant, within a second. */
const MOST = { thread: 7, tenant: 30 } as const;
const WITHIN_MS = 1_000;
/** What a call to a connector takes, in milliseconds. */
const LATENCY_MS = 40;

const ACTIVITIES = /^\/v3\/conversations\/([^/]+)\/activities$/;

const sentSchema = z.looseObject({
  type: z.literal('message'),
  summary: z.string().min(1),
  conversation: z.looseObject({ id: z.string(), tenantId: z.string() }),
});

/** Listens on a free port of loopback. */
export async function openLimitedConnector(): Promise<LimitedConnector> {
  const taken: ArrivedMessage[] = [];
  let refused = 0;
  const isTooFast = ({ conversation, tenantId, at }: ArrivedMessage): boolean => {
    const young = taken.slice(-5_000).filter((each) => each.at > at - WITHIN_MS);
    const ofThread = young.filter((each) => each.conversation === conversation).length;
    const ofTenant = young.filter((each) => each.tenantId === tenantId).length;
    return ofThread >= MOST.thread || ofTenant >= MOST.tenant;
  };
  const answer = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const sent = sentSchema.safeParse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
    const conversation = decodeURIComponent(ACTIVITIES.exec(incoming.url ?? '')?.[1] ?? '');
    const isKnown = incoming.method === 'POST' && sent.success && sent.data.conversation.id === conversation;
    const tenantId = sent.data?.conversation.tenantId ?? '';
    const message: ArrivedMessage = { conversation, tenantId, at: performance.now() };
    const isRefused = isKnown && isTooFast(message);
    if (isRefused) refused += 1;
    else if (isKnown) taken.push(message);
    await wait(LATENCY_MS);
    response.writeHead(isRefused ? 429 : isKnown ? 201 : 400, { 'content-type': 'application/json' });
    response.end(isKnown && !isRefused ? `{"id":"${String(taken.length)}"}` : '{}');
  };
  const server = createServer((incoming, response) => {
    answer(incoming, response).catch(() => incoming.socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    taken,
    get refused() {
      return refused;
    },
    async until(count, patienceMs) {
      const begunAt = performance.now();
      const lastAt = (): number => Math.max(begunAt, taken.at(-1)?.at ?? 0);
      while (taken.length < count && performance.now() - lastAt() < patienceMs) await wait(20);
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
