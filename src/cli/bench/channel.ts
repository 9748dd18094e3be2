import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AURELIA_TENANT, SAMPLE_PEOPLE } from '../../directory/sample-people.ts';

/** The Entra ids of those who write, all of one company; the first may create deals. */
export const BENCH_PEOPLE = SAMPLE_PEOPLE.filter(({ tenantId }) => tenantId === AURELIA_TENANT).map(
  ({ objectId }) => objectId,
);

/** The channel's side of a measured conversation: takes replies on loopback, and posts what people say. */
export interface BenchChannel {
  /** Posts one message of one of many people, who act as those of the company in turn, and resolves when the bot has answered and its turn is over. */
  say(botAddress: string, person: number, text: string): Promise<void>;
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
    async say(botAddress, person, text) {
      const activity = messageOf(`bench-${String((count += 1))}`, person, text, serviceUrl);
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

function messageOf(id: string, person: number, text: string, serviceUrl: string): object {
  return {
    type: 'message',
    id,
    text,
    serviceUrl,
    channelId: 'bench',
    locale: 'it-IT',
    from: { id: `bench-user-${String(person)}`, aadObjectId: BENCH_PEOPLE[person % BENCH_PEOPLE.length] },
    recipient: { id: 'bot' },
    conversation: { id: `bench-${String(person)}`, tenantId: AURELIA_TENANT },
  };
}
