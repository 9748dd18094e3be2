import { expect } from 'chai';
import fc from 'fast-check';
import { cp, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { backUp, restore, type RestoreChoice } from '../../src/app/backup.ts';
import { createFileStorage } from '../../src/app/storage.ts';
import { createPersonData, openStores, REGISTER, type Stores } from '../../src/app/stores.ts';
import { newSession } from '../../src/bot/session.ts';
import { readConfig } from '../../src/config/config.ts';
import { marco, nadia, sara } from '../../src/directory/sample-people.ts';
import { personKey } from '../../src/identity/actor.ts';
import { newEntry } from '../../src/outbound/entry.ts';
import type { PlannedDeal } from '../../src/referrals/partner-center/planned-deal.ts';
import { lockFolder } from '../../src/storage/folder-lock.ts';
import { newPersonRecord } from '../../src/storage/person-record.ts';
import { watchPersonKey } from '../../src/watch/watch-store.ts';
import { expectAppError } from '../app-error.ts';
import { contentOf, fileStores } from '../backup/stores.ts';
import { Chat, startTestBot, TODAY } from '../conversations/chat.ts';
import { filesIn, tracesOf } from '../conversations/stored.ts';
import { diskOf } from '../full-disk.ts';
import { quietLog } from '../quiet-log.ts';
import { coSellDraft } from '../referrals/deals.ts';
import { useTempDir } from '../temp-dir.ts';

type Draft = NonNullable<PlannedDeal['draft']>;

const DAY_MS = 86_400_000;
const after = (days: number) => new Date(TODAY.getTime() + days * DAY_MS);
const FORGET = { action: 'forget-me', isConfirmed: true } as const;
const ORDER = 'crea un deal privato da 40k con Rossi Logistica per fine marzo';

describe('backup and restore', () => {
  const dir = useTempDir();
  const folder = (name: string) => join(dir.path, name);
  const file = (name = 'kept.backup') => join(dir.path, name);
  const configOf = (name: string) => readConfig({ DATA_DIR: folder(name) });
  const take = (from: string, to = file(), now = TODAY) => backUp(configOf(from), to, () => now);
  const put = (to: string, choice: Partial<RestoreChoice> = {}, now = TODAY) =>
    restore(configOf(to), { file: file(), isReplacing: false, mayBeOld: false, ...choice }, () => now);
  /** Works on a folder's stores as a process at that time would. */
  const inside = async <T>(name: string, work: (stores: Stores) => Promise<T>, now = TODAY): Promise<T> => {
    const lock = await lockFolder(folder(name));
    try {
      return await work(openStores({ storage: createFileStorage(lock, () => now), log: quietLog }));
    } finally {
      await lock.release();
    }
  };
  const content = async (name: string) => {
    const lock = await lockFolder(folder(name));
    const folders = Object.values(REGISTER).map((line) => line.folder);
    try {
      return await contentOf(fileStores(lock, folders));
    } finally {
      await lock.release();
    }
  };

  it('gives back each record to the letter, with its age, whatever they are', async () => {
    const people = fc.uniqueArray(fc.record({ objectId: fc.uuid(), days: fc.integer({ min: 0, max: 25 }) }), {
      selector: ({ objectId }) => objectId,
      maxLength: 8,
    });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(people, fc.string({ unit: 'binary' }), async (made, words) => {
        const [from, to, kept] = [`from${String((run += 1))}`, `to${String(run)}`, file(String(run))];
        for (const { objectId, days } of made) {
          const actor = { tenantId: sara.tenantId, objectId };
          await inside(
            from,
            async (stores) => {
              await stores.people.put(personKey(actor), { ...newPersonRecord(), later: words } as never);
              await stores.sessions.put([personKey(actor), words], { ...newSession(), handled: [words] });
            },
            after(-days),
          );
        }
        if (made.length === 0) await inside(from, (stores) => stores.people.delete('nobody'));
        await take(from, kept);
        await put(to, { file: kept });
        expect(await content(to)).to.deep.equal(await content(from));
      }),
      { numRuns: 12 },
    );
  });

  it('carries a bot’s whole folder into another, taken while it runs', async () => {
    const bot = await startTestBot({ dataDir: folder('from') });
    await new Chat(bot).say(ORDER);
    await bot.app.sandbox?.reset();
    await take('from');
    await bot.app.stop();
    await put('to');
    // Of sessions the replies stay behind, which the test takes from no channel; what was counted is written at the end.
    const texts = async (name: string) =>
      (await filesIn(folder(name)))
        .filter(({ path }) => !path.startsWith('workshop/usage'))
        .map(({ path, text }) => [path, path.startsWith('sessions/') ? '' : text]);
    expect(await texts('to')).to.have.deep.members(await texts('from'));
    const second = await startTestBot({ dataDir: folder('to') });
    expect((await new Chat(second).say('le mie bozze')).text).to.match(/Rossi Logistica/);
    await second.app.stop();
  });

  it('refuses a folder in use, and one that holds something unless told', async () => {
    const bot = await startTestBot({ dataDir: folder('from') });
    await new Chat(bot).say(ORDER);
    await take('from');
    await expectAppError(put('from', { isReplacing: true }), 'refused', 'folder-in-use');
    await new Chat(bot, marco).say('crea un deal privato con Neri Legnami');
    await bot.app.stop();
    const before = await filesIn(folder('from'));
    expect((await expectAppError(put('from'), 'refused')).message).to.contain('--replace');
    expect(await filesIn(folder('from'))).to.deep.equal(before);
    await put('from', { isReplacing: true });
    expect(await tracesOf(folder('from'), ['Neri Legnami'])).to.deep.equal([]);
    expect(await tracesOf(folder('from'), ['Rossi Logistica'])).not.to.deep.equal([]);
  });

  it('writes nothing of a file that is damaged', async () => {
    await inside('from', (stores) => stores.people.put(personKey(sara), newPersonRecord()));
    await take('from');
    await inside('to', (stores) => stores.people.put(personKey(marco), newPersonRecord()));
    const before = await content('to');
    await truncate(file(), (await readFile(file())).length - 9);
    await expectAppError(put('to', { isReplacing: true }), 'invalid-input');
    await writeFile(file(), 'nothing of ours');
    await expectAppError(put('to', { isReplacing: true }), 'invalid-input');
    expect(await content('to')).to.deep.equal(before);
  });

  it('is begun again wherever it breaks off, and until then nothing starts on a part of it', async () => {
    await inside('from', async (stores) => {
      for (const actor of [sara, marco, nadia]) await stores.people.put(personKey(actor), newPersonRecord());
    });
    await take('from');
    const disk = diskOf(folder('to'));
    let broken = 0;
    for (let writes = 0; ; writes += 1) {
      disk.fill(writes);
      const result = await put('to', { isReplacing: true }).catch((error: unknown) => error);
      disk.mend();
      if (!(result instanceof Error)) break;
      const isMarked = (await readdir(join(folder('to'), 'restoring')).catch(() => [])).length > 0;
      const has = (await content('to').catch(() => [])).length;
      if (has > 0) expect(isMarked, String(writes)).to.equal(true);
      if (!isMarked) continue;
      broken += 1;
      const started = startTestBot({ dataDir: folder('to') });
      expect((await expectAppError(started, 'refused')).message).to.contain('--replace');
    }
    expect(broken).to.be.greaterThan(0);
    expect(await content('to')).to.deep.equal(await content('from'));
    await (await startTestBot({ dataDir: folder('to') })).stop();
  });

  it('sends no queued message and no kept reply again', async () => {
    const letter = { id: 'l1', conversation: 'c', activities: [{ type: 'message', text: 'accettato' }] };
    const reply = {
      id: 'a1',
      at: TODAY.toISOString(),
      activities: [{ type: 'message' }],
      hasFailed: true,
      isPublic: false,
    };
    await inside('from', async (stores) => {
      await stores.outbound.put([personKey(sara), 'l1'], newEntry(sara, letter as never, TODAY));
      await stores.sessions.put([personKey(sara), 'c'], {
        ...newSession(),
        handled: ['a1'],
        outbox: [reply],
      });
    });
    expect((await take('from')).counts.get('outbound')).to.equal(1);
    const { leftOut } = await put('to');
    expect([...leftOut]).to.deep.equal([['not sent again', 1]]);
    await inside('to', async (stores) => {
      expect(await stores.outbound.list()).to.deep.equal([]);
      expect(
        (await stores.sessions.list()).map(({ handled, outbox }) => ({ handled, outbox })),
      ).to.deep.equal([{ handled: ['a1'], outbox: [] }]);
    });
  });

  it('takes a deal that was not sent for one in doubt, and leaves the others as they are', async () => {
    const deal = {
      schema: 1 as const,
      kind: 'intent' as const,
      tenantId: sara.tenantId,
      objectId: sara.objectId,
      draft: structuredClone(coSellDraft()) as Draft,
      recordedAt: after(-1).toISOString(),
      createAskedAt: null,
      inviteAskedAt: null,
      referralId: null,
      engagementId: null,
      isResting: false,
      word: null,
    };
    const others = [
      { ...deal, key: 'asked', step: 'create' as const, createAskedAt: TODAY.toISOString() },
      { ...deal, key: 'made', step: 'invite' as const, referralId: 'r' },
    ];
    await inside('from', async (stores) => {
      for (const each of [{ ...deal, key: 'unsent', step: 'create' as const }, ...others])
        await stores.intents.put([personKey(sara), each.key], each);
    });
    await take('from');
    await put('to');
    await inside('to', async (stores) => {
      const unsent = await stores.intents.get([personKey(sara), 'unsent']);
      expect(unsent?.createAskedAt).to.equal(deal.recordedAt);
      for (const each of others)
        expect(await stores.intents.get([personKey(sara), each.key])).to.deep.equal(each);
    });
  });

  it('leaves out what is over its days', async () => {
    await inside('from', async (stores) => {
      await stores.people.put(personKey(sara), newPersonRecord());
      await stores.sessions.put([personKey(sara), 'c'], newSession());
    });
    await take('from');
    const { counts, leftOut } = await put('to', {}, after(31));
    expect([[...counts], [...leftOut]]).to.deep.equal([[['people', 1]], [['over its days', 1]]]);
  });

  it('keeps deleted what people had deleted since, and what they said afterwards', async () => {
    const bot = await startTestBot({ dataDir: folder('data') });
    await new Chat(bot).say(ORDER);
    await new Chat(bot, marco).say('crea un deal privato con Neri Legnami');
    await new Chat(bot, nadia).say('crea un deal privato con Verdi Marmellate');
    await take('data');
    bot.setNow(after(1));
    await new Chat(bot).submit(FORGET);
    await new Chat(bot, marco).submit(FORGET);
    bot.setNow(after(2));
    await new Chat(bot, marco).say('crea un deal privato con Bianchi Trasporti');
    await take('data', file('later'), after(2));
    await bot.app.stop();
    const { leftOut } = await put('data', { isReplacing: true }, after(3));
    expect(leftOut.get('forgotten')).to.be.above(3);
    expect(await tracesOf(folder('data'), ['Rossi', 'Neri Legnami', sara.objectId])).to.deep.equal([]);
    expect(await tracesOf(folder('data'), ['Verdi Marmellate'])).not.to.deep.equal([]);
    // Into an empty folder the notes of the backup are all there is.
    await put('new', { file: file('later') }, after(3));
    expect(await tracesOf(folder('new'), ['Rossi', 'Neri Legnami', sara.objectId])).to.deep.equal([]);
    expect(await tracesOf(folder('new'), ['Bianchi Trasporti'])).not.to.deep.equal([]);
    // … and they hold against an older backup as well.
    await put('new', { isReplacing: true }, after(3));
    expect(await tracesOf(folder('new'), ['Rossi', 'Neri Legnami', sara.objectId])).to.deep.equal([]);
    expect(await tracesOf(folder('new'), ['Verdi Marmellate'])).not.to.deep.equal([]);
  });

  it('knows a person’s records in every store of theirs, and nobody else’s', async () => {
    const fill = async (stores: Stores): Promise<void> => {
      for (const actor of [sara, marco]) {
        await stores.people.put(personKey(actor), newPersonRecord());
        await stores.sessions.put([personKey(actor), 'c'], newSession());
        await stores['watch-people'].put(watchPersonKey(actor), { schema: 1 } as never);
        await stores.accounts.put(personKey(actor), { schema: 1 } as never);
      }
    };
    await inside('data', fill);
    await take('data');
    const days = readConfig({}).retentionDays;
    await inside('data', (stores) =>
      createPersonData(stores, days, () => after(1)).forget(sara, ['accounts']),
    );
    const { counts, leftOut } = await put('data', { isReplacing: true }, after(1));
    expect(leftOut.get('forgotten')).to.equal(3);
    expect(Object.fromEntries(counts)).to.deep.equal({
      sessions: 1,
      people: 1,
      accounts: 2,
      'watch-people': 1,
    });
  });

  it('refuses a backup older than deletions are noted, unless told', async () => {
    await inside('from', (stores) => stores.people.put(personKey(sara), newPersonRecord()));
    await take('from');
    const refused = await expectAppError(put('to', {}, after(91)), 'refused');
    expect(refused.message).to.contain('RETENTION_DAYS_BACKUPS').and.contain('--older-than-retention');
    expect((await put('to', { mayBeOld: true }, after(91))).counts.get('people')).to.equal(1);
    await put('new', {}, after(90));
  });

  it('says what of an older layout is not in it, and refuses a folder that is not there', async () => {
    await inside('from', (stores) => stores.people.put(personKey(sara), newPersonRecord()));
    expect((await take('from')).leftOut).to.equal(0);
    const [record] = (await filesIn(folder('from'))).map(({ path }) => path);
    await cp(folder('from'), folder('older'), { recursive: true });
    await cp(join(folder('from'), record ?? ''), join(folder('older'), 'journal', 'ab', 'cdef.json'));
    expect((await take('older', file('other'))).leftOut).to.equal(1);
    await expectAppError(take('absent', file('third')), 'refused');
  });
});
