import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { marco, sara } from '../../directory/sample-people.ts';
import type { Person } from '../../directory/directory.ts';
import { startChild } from '../bench/child.ts';
import type { PromiseMeasure } from './measure.ts';

/** The longest message that is read, full of amounts: what once cost seconds of reading. */
const HOSTILE = '80k '.repeat(1_000);
const FLOOD = 10;
/** Conversations whose id begins so belong to a channel that takes a request and never answers. */
const SILENT = 'silent';

/** How long one person's message waits for another's, and for a channel that doesn't answer. */
export const waitingMeasures: readonly PromiseMeasure[] = [
  {
    name: `another person's "ciao" behind ${String(FLOOD)} hostile messages of one person`,
    unit: 'ms',
    limit: 1_000,
    measure: () =>
      withBot(async (say) => {
        const flood = Array.from({ length: FLOOD }, () => say(sara, 'flood', HOSTILE));
        const waited = await msOf(() => say(marco, 'other', 'ciao'));
        await Promise.all(flood);
        return waited;
      }),
  },
  {
    name: 'a message of the same person elsewhere, while a channel never answers',
    unit: 'ms',
    limit: 1_000,
    measure: () =>
      withBot(async (say) => {
        const held = say(sara, SILENT, 'ciao');
        const waited = await msOf(() => say(sara, 'elsewhere', 'ciao'));
        await held;
        return waited;
      }),
  },
];

type Say = (person: Person, conversationId: string, text: string) => Promise<unknown>;

async function withBot(work: (say: Say) => Promise<number>): Promise<number> {
  const channel = await startChannel();
  const bot = await startChild('bot');
  const { port } = channel.address() as AddressInfo;
  try {
    const say: Say = (person, conversationId, text) =>
      post(`${bot.address}api/messages`, {
        type: 'message',
        id: randomUUID(),
        text,
        serviceUrl: `http://127.0.0.1:${String(port)}`,
        channelId: 'bench',
        locale: 'it-IT',
        from: { id: person.objectId, aadObjectId: person.objectId },
        recipient: { id: 'bot' },
        conversation: { id: conversationId, tenantId: person.tenantId, conversationType: 'personal' },
      });
    // The first turns of a process are slower, and not what is measured.
    for (let turn = 0; turn < 20; turn += 1) await say(sara, 'warm', 'ciao');
    return await work(say);
  } finally {
    bot.stop();
    channel.closeAllConnections();
    channel.close();
  }
}

async function startChannel(): Promise<Server> {
  const server = createServer((req, res) => {
    req.resume();
    if (!(req.url ?? '').includes(`/${SILENT}/`)) req.on('end', () => res.end('{"id":"1"}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function post(url: string, activity: object): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(activity) });
  await response.arrayBuffer();
}

async function msOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
