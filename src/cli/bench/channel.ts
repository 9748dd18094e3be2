import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AURELIA_TENANT, SARA_ID } from '../../directory/sample-people.ts';

/** The channel's side of a measured conversation: takes replies on loopback, and posts what people say. */
export interface BenchChannel {
  /** Posts one message and resolves when the bot has answered and its turn is over. */
  say(botAddress: string, conversationId: string, text: string): Promise<void>;
  close(): void;
}

/** Opens the channel on a free port. */
export async function openChannel(): Promise<BenchChannel> {
  const server = createServer((req, res) => {
    req.resume();
    req.on('end', () => {
      res.writeHead(200, { 'Content-Type': 'application/json' });
      res.end('{"id":"1"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const serviceUrl = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  let count = 0;
  return {
    async say(botAddress, conversationId, text) {
      const activity = messageOf(`bench-${String((count += 1))}`, conversationId, text, serviceUrl);
      const response = await fetch(`${botAddress}api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(activity),
      });
      await response.arrayBuffer();
      if (response.status !== 200) throw new Error(`the bot answered ${String(response.status)}`);
    },
    close: () => void server.close(),
  };
}

function messageOf(id: string, conversationId: string, text: string, serviceUrl: string): object {
  return {
    type: 'message',
    id,
    text,
    serviceUrl,
    channelId: 'bench',
    locale: 'it-IT',
    from: { id: 'bench-user', aadObjectId: SARA_ID },
    recipient: { id: 'bot' },
    conversation: { id: conversationId, tenantId: AURELIA_TENANT },
  };
}
