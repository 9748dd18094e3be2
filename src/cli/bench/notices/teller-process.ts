import type { Logger } from 'pino';
import { pino } from 'pino';
import { openKnowledge } from '../../../app/knowledge.ts';
import { openOutbound } from '../../../app/outbound.ts';
import { createFileStorage } from '../../../app/storage.ts';
import { openStores, watchRecordsOf } from '../../../app/stores.ts';
import { openWatch } from '../../../app/watch.ts';
import { createTeller } from '../../../bot/proactive.ts';
import { createDelivery } from '../../../channel/delivery.ts';
import { createHttpConnector } from '../../../channel/http-connector.ts';
import { OUTBOUND_QUEUE } from '../../../outbound/work-queue.ts';
import { lockFolder } from '../../../storage/folder-lock.ts';
import { openDeals } from './crowd.ts';

/** The part of the assistant that works while nobody writes, on the folder that it is given, until it is killed. */
async function main(dir: string): Promise<void> {
  await openKnowledge();
  const log: Logger = pino({ level: 'silent' });
  const now = (): Date => new Date();
  const storage = createFileStorage(await lockFolder(dir, { onWait: () => undefined }), now);
  const stores = openStores({ storage, log });
  const { leases } = storage;
  const connector = createHttpConnector({ botTokens: () => Promise.resolve(null), log });
  const outbound = openOutbound({
    stores,
    leases,
    queue: await storage.openQueue(OUTBOUND_QUEUE),
    delivery: createDelivery({ connector }),
    log,
    now,
    onOver: () => Promise.resolve(),
    onBlocked: () => Promise.resolve(),
  });
  const teller = createTeller(outbound);
  const gateway = openDeals(now());
  const answers = { settled: () => null, of: () => Promise.resolve(() => null) };
  const parts = { stores, leases, webhook: null, gateway, kept: null, teller, answers, log, now };
  const watching = await openWatch(parts);
  outbound.start();
  const begunAt = performance.now();
  await watching.watch.poll();
  process.send?.({
    writtenMs: performance.now() - begunAt,
    people: (await watchRecordsOf(stores).people.list()).length,
  });
  process.on('message', () => process.send?.({ rssMiB: process.memoryUsage().rss / 2 ** 20 }));
}

await main(process.argv[2] ?? '');
