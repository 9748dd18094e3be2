import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { carryOver } from '../../src/app/former-layout.ts';
import { createFileStorage } from '../../src/app/storage.ts';
import { journalOf, openStores, watchRecordsOf } from '../../src/app/stores.ts';
import { createJournal } from '../../src/referrals/partner-center/journal.ts';
import { newSession } from '../../src/bot/session.ts';
import { sara } from '../../src/directory/sample-people.ts';
import { newPersonRecord } from '../../src/storage/person-record.ts';
import { createWatchStore } from '../../src/watch/watch-store.ts';
import { filesIn } from '../conversations/stored.ts';
import { quietLog } from '../quiet-log.ts';
import { coSellDraft, NOW } from '../referrals/deals.ts';
import { useHeldFolder } from '../held-folder.ts';

const { tenantId, objectId } = sara;

describe('a data folder of a release before records were found by person', () => {
  const dir = useHeldFolder();
  /** As that release named its files: by a hash of the whole key. */
  const leave = async (store: string, key: string, record: unknown): Promise<void> => {
    const hash = createHash('sha256').update(key).digest('hex').slice(0, 40);
    const path = join(dir.path, store, hash.slice(0, 2), `${hash.slice(2)}.json`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, JSON.stringify(record));
  };
  const open = async () => {
    const stores = openStores({ storage: createFileStorage(dir.lock, () => NOW), log: quietLog });
    await carryOver(dir.lock, stores, () => NOW);
    return stores;
  };

  it('keeps people and their drafts, and drops the sessions that nobody’s name stands on', async () => {
    const draft = { id: 'd', dialog: 'create-deal', version: 1, values: {}, history: [], title: null };
    const at = NOW.toISOString();
    const record = { ...newPersonRecord(), drafts: [{ ...draft, createdAt: at, updatedAt: at }] };
    await leave('people', `${tenantId}|${objectId}`, record);
    await leave('sessions', `test|chat|${tenantId}|${objectId}|29:1`, newSession());
    const stores = await open();
    expect((await stores.people.get(`${tenantId}|${objectId}`))?.drafts).to.have.length(1);
    await stores.sessions.put([`${tenantId}|${objectId}`, 'new'], newSession());
    const { sessions } = await open();
    expect(await sessions.list()).to.have.length(1);
  });

  it('goes on with confirmed deals, and still knows those that are made', async () => {
    const intent = { schema: 1, kind: 'intent', tenantId, objectId, recordedAt: NOW.toISOString() };
    const nothing = { createAskedAt: null, inviteAskedAt: null, engagementId: null };
    const key = (name: string) => `intent/${tenantId}/${objectId}/${name}`;
    const open1 = {
      ...intent,
      ...nothing,
      key: 'k1',
      step: 'create',
      draft: coSellDraft(),
      referralId: null,
    };
    const done = { ...intent, ...nothing, key: 'k2', step: 'done', draft: null, referralId: 'r2' };
    await leave('journal', key('k1'), open1);
    await leave('journal', key('k2'), done);
    await leave('journal', key('k3'), { ...done, key: 'k3', step: 'of tomorrow' });
    await leave('journal', 'claim/r2', { schema: 1, kind: 'claim', owner: key('k2') });
    await leave('journal', 'open', { schema: 1, kind: 'open', intents: [key('k1')] });
    for (let start = 0; start < 2; start += 1) {
      const journal = createJournal(journalOf(await open()), () => NOW);
      expect((await journal.listOpen()).map((each) => each.key)).to.deep.equal(['k1']);
      const made = await journal.read(sara, 'k2');
      expect(made).to.include({ step: 'done', referralId: 'r2' });
      const other = await journal.read(sara, 'k1');
      if (made === null || other === null) throw new Error('an intent is gone');
      expect([await journal.isTaken(made, 'r2'), await journal.isTaken(other, 'r2')]).to.deep.equal([
        false,
        true,
      ]);
    }
    // What can't be read isn't thrown away: its deal may have been made.
    const left = (await filesIn(dir.path)).filter(({ path }) => /^journal\/[0-9a-f]{2}\//.test(path));
    expect(left.map(({ text }) => text)).to.have.length(1);
  });

  it('goes on to work for who agreed, and tells nobody twice', async () => {
    const person = {
      objectId,
      email: sara.email,
      locale: 'it',
      timeZone: 'Europe/Rome',
      reference: { channelId: 'msteams' },
      consent: { state: 'granted', since: 's', until: 'u', isEndTold: false },
      lastReadAt: null,
      owed: null,
    };
    const deal = { id: 'd1', microsoftId: null, side: 'Declined', lastReadAt: NOW.toISOString(), news: [] };
    await leave('watch/tenants', 'tenants', { schema: 1, tenants: [tenantId] });
    await leave('watch/people', tenantId, { schema: 1, people: [person] });
    const told = [{ objectId, kind: 'declined' }];
    await leave('watch/deals', tenantId, { schema: 1, deals: [{ ...deal, told }] });
    for (let start = 0; start < 2; start += 1) {
      const watch = createWatchStore(watchRecordsOf(await open()));
      expect(await watch.tenants()).to.deep.equal([tenantId]);
      const kept = await watch.person(sara);
      expect(kept?.consent?.state).to.equal('granted');
      expect(kept?.told.map(({ dealId, kind }) => [dealId, kind])).to.deep.equal([['d1', 'declined']]);
      expect(await watch.deals(tenantId)).to.deep.equal([deal]);
    }
    const files = (await filesIn(dir.path)).filter(({ path }) => path.startsWith('watch/'));
    expect(files.map(({ path }) => path.split('/')[1])).to.have.members(['people', 'deals']);
  });
});
