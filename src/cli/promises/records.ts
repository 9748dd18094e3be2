import { personKey } from '../../identity/actor.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { createFileStorage } from '../../app/storage.ts';
import { createPersonData, openStores, type Stores } from '../../app/stores.ts';
import { newSession } from '../../bot/session.ts';
import { lockFolder } from '../../storage/folder-lock.ts';
import { newPersonRecord } from '../../storage/person-record.ts';
import type { PromiseMeasure } from './measure.ts';

const PEOPLE = 5000;
const CHATS = 3;
const DAYS = { sessions: 30, drafts: 180, copies: 30, backups: 90, questions: 90 };

const personOf = (index: number) => ({ tenantId: 't', objectId: String(index) });

/** Runs over a folder in which that many people have chats and records. */
async function amongMany(work: (stores: Stores) => Promise<unknown>): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'co-sell-bench-'));
  const folder = await lockFolder(dataDir);
  const stores = openStores({
    storage: createFileStorage(folder, () => new Date()),
    log: pino({ level: 'silent' }),
  });
  try {
    for (let index = 0; index < PEOPLE; index += 1) {
      const { tenantId, objectId } = personOf(index);
      const key = personKey({ tenantId, objectId });
      await stores.people.put(key, { ...newPersonRecord(), language: 'it' });
      for (let chat = 0; chat < CHATS; chat += 1)
        await stores.sessions.put([key, String(chat)], newSession());
    }
    const startedMs = performance.now();
    await work(stores);
    return performance.now() - startedMs;
  } finally {
    await folder.release();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** What finding and deleting by person cost, and what a sweep does. */
export const recordMeasures: readonly PromiseMeasure[] = [
  {
    name: 'deleting all that is kept of one person beside 5,000 others',
    unit: 'ms',
    limit: 100,
    measure: () =>
      amongMany((stores) => createPersonData(stores, DAYS, () => new Date()).forget(personOf(7))),
  },
  {
    name: 'one hourly sweep of a store, 2,000 files of 15,000',
    unit: 'ms',
    limit: 2000,
    measure: () =>
      amongMany((stores) =>
        stores.sessions.sweep({ recordsBefore: new Date(0), copiesBefore: new Date(0), most: 2000 }),
      ),
  },
];
