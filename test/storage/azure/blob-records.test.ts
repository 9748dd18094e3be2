import type { ContainerClient } from '@azure/storage-blob';
import { expect } from 'chai';
import { openContainer } from '../../../src/storage/azure/account.ts';
import { createBlobTexts } from '../../../src/storage/azure/blob-texts.ts';
import { isChangedMeanwhile } from '../../../src/storage/record-store.ts';
import { createRecordStore } from '../../../src/storage/records.ts';
import { expectAppError } from '../../app-error.ts';
import { newContainerName, useAzurite } from '../../azurite/azurite.ts';
import { startWire, type Wire } from '../../azurite/wire.ts';
import { describeKeptRecords, type KeptOptions, wordsSchema } from '../kept-records.contract.ts';
import { words } from '../record-store.contract.ts';

const FOLDER = 'journal/records';
const KEY = ['sara', 'a'] as const;

describe('records in blobs', function () {
  const azurite = useAzurite(this);
  let wire: Wire;
  let container: ContainerClient;
  before(async () => void (wire = await startWire(azurite())));
  beforeEach(async () => {
    container = await openContainer(wire.placeOf(newContainerName()));
    await container.create();
    wire.clear();
  });
  afterEach(() => container.delete());
  after(() => wire?.close());

  const openAs = <T>({ now = () => new Date(), ...options }: KeptOptions<T>) =>
    createRecordStore(createBlobTexts({ container, folder: FOLDER, now }), options);
  const open = () => openAs({ schema: wordsSchema, version: 2 });
  const blobs = async (): Promise<string[]> => {
    const names: string[] = [];
    for await (const { name } of container.listBlobsFlat()) names.push(name);
    return names;
  };
  const failed = (work: Promise<unknown>) => work.then(() => 'done', isChangedMeanwhile);

  describeKeptRecords({
    open: openAs,
    names: async () => (await blobs()).map((name) => name.slice(FOLDER.length + 1)),
    text: async (name) => (await container.getBlobClient(`${FOLDER}/${name}`).downloadToBuffer()).toString(),
    leave: async (name, text) =>
      void (await container
        .getBlockBlobClient(`${FOLDER}/${name}`)
        .upload(text, Buffer.byteLength(text), { metadata: { writtenat: '2026-01-01T00:00:00Z' } })),
  });

  it('names nobody, and stands below its folder alone', async () => {
    await open().put(['sara@example.com', 'chat'], words('x'));
    const [name, ...others] = await blobs();
    expect(name).to.match(/^journal\/records\/[0-9a-f]{2}\/[0-9a-f]{38}\/[0-9a-f]{40}\.json$/);
    expect(others).to.deep.equal([]);
    expect(await openAs({ schema: wordsSchema }).list()).to.have.length(1);
  });

  it('lists more than one page', async () => {
    const texts = createBlobTexts({ container, folder: FOLDER, now: () => new Date(), page: 10 });
    const names = Array.from({ length: 31 }, (_, index) => `ab/${String(index)}.json`);
    for (let start = 0; start < names.length; start += 10)
      await Promise.all(
        names.slice(start, start + 10).map((name) => texts.write(name, '{}', { replaces: null })),
      );
    const listed: string[] = [];
    for await (const { name } of texts.list()) listed.push(name);
    expect(listed.sort()).to.deep.equal([...names].sort());
  });

  describe('of several processes', () => {
    it('each sees what another wrote or deleted', async () => {
      const [here, there] = [open(), open()];
      await here.put(KEY, words('first'));
      expect(await there.get(KEY)).to.deep.equal(words('first'));
      await there.put(KEY, words('second'));
      expect(await here.get(KEY)).to.deep.equal(words('second'));
      await here.delete('sara');
      expect(await there.get(KEY)).to.equal(null);
    });

    it('none loses what another changed at the same moment', async () => {
      const processes = [open(), open(), open()];
      await Promise.all(
        processes.flatMap((each) =>
          ['a', 'b', 'c', 'd'].map((word) =>
            each.change(KEY, (before) => words(...(before?.words ?? []), word)),
          ),
        ),
      );
      expect((await open().get(KEY))?.words).to.have.length(12);
    });

    it('one alone makes a record', async () => {
      const tries = [open(), open(), open()].map((each) => each.put(KEY, words('x'), { replaces: null }));
      expect((await Promise.all(tries.map(failed))).sort()).to.deep.equal(['done', true, true]);
    });

    it('what was opened is not written over what another wrote since', async () => {
      const [here, there] = [open(), open()];
      await here.put(KEY, words('first'));
      const { version } = await here.open(KEY);
      await there.put(KEY, words('second'));
      expect(await failed(here.put(KEY, words('late'), { replaces: version }))).to.equal(true);
      expect(await here.get(KEY)).to.deep.equal(words('second'));
    });

    it('what one knew is written over as any other, without asking what for', async () => {
      const [here, there] = [open(), open()];
      await here.put(KEY, words('first'));
      await there.put(KEY, words('second'));
      await here.put(KEY, words('last'));
      expect(await there.get(KEY)).to.deep.equal(words('last'));
    });

    it('a sweep leaves what another wrote while it looked', async () => {
      const texts = createBlobTexts({ container, folder: FOLDER, now: () => new Date(0) });
      await texts.write('ab/cd.json', 'old', { replaces: null });
      for await (const found of texts.list()) {
        await open().put('other', words('x'));
        const kept = await texts.read('ab/cd.json');
        await texts.write('ab/cd.json', 'new', { replaces: kept?.version ?? null });
        expect(await found.removeIfOlder(new Date())).to.equal(false);
      }
      expect((await texts.read('ab/cd.json'))?.text).to.equal('new');
    });
  });

  describe('on the wire', () => {
    it('a read is one call, and so is a write of what was read', async () => {
      const store = open();
      const { version } = await store.open(KEY);
      await store.put(KEY, words('x'), { replaces: version });
      await store.put(KEY, words('y'));
      await store.get(KEY);
      expect(wire.calls).to.deep.equal(['GET blob', 'PUT blob', 'PUT blob', 'GET blob']);
    });

    it('a change that changes nothing writes nothing', async () => {
      const store = open();
      await store.put(KEY, words('x'), { replaces: null });
      wire.clear();
      await store.change(KEY, (before) => before && { ...before });
      expect(wire.calls).to.deep.equal(['GET blob']);
    });

    it('the same again is written once an hour, and where it must be durable', async () => {
      let now = new Date('2026-03-02T09:00:00Z');
      const texts = createBlobTexts({ container, folder: FOLDER, now: () => now });
      const version = await texts.write('ab/a.json', 'x', { replaces: null });
      wire.clear();
      expect(await texts.write('ab/a.json', 'x', { replaces: version })).to.equal(version);
      expect(wire.calls).to.deep.equal([]);
      const durable = await texts.write('ab/a.json', 'x', { replaces: version, isDurable: true });
      now = new Date('2026-03-02T10:00:01Z');
      await texts.write('ab/a.json', 'x', { replaces: durable });
      expect(wire.calls).to.deep.equal(['PUT blob', 'PUT blob']);
    });

    it('a write whose answer was lost is no conflict with itself', async () => {
      const store = open();
      wire.disturb('lost answer');
      await store.put(KEY, words('x'), { replaces: null });
      const { version } = await store.open(KEY);
      wire.disturb('lost answer');
      await store.put(KEY, words('y'), { replaces: version });
      expect(await store.get(KEY)).to.deep.equal(words('y'));
      wire.disturb('lost answer');
      await store.change(KEY, () => null);
      expect(await store.get(KEY)).to.equal(null);
    });

    it('but it is one with another that came between', async () => {
      const store = open();
      wire.disturb({ status: 503, code: 'ServerBusy' });
      const other = open().put(KEY, words('other'), { replaces: null });
      const late = other.then(() => {
        wire.disturb({ status: 503, code: 'ServerBusy' });
        return failed(store.put(KEY, words('x'), { replaces: null }));
      });
      expect(await late).to.equal(true);
    });

    it('what fails in passing is tried again, and what lasts is told in the end', async () => {
      const busy = { status: 503, code: 'ServerBusy' };
      await open().put(KEY, words('x'));
      wire.disturb(busy, busy);
      expect(await open().get(KEY)).to.deep.equal(words('x'));
      wire.disturb(busy, busy, busy);
      const error = await expectAppError(open().get(KEY), 'unreachable', 'store');
      expect(error.message).to.contain('ServerBusy');
    });

    it('a refusal is told with its cure, and not tried again', async () => {
      wire.disturb({ status: 403, code: 'AuthorizationPermissionMismatch' });
      wire.clear();
      const error = await expectAppError(open().put(KEY, words('x')), 'unreachable', 'store');
      expect(error.message).to.contain('Storage Blob Data Contributor');
      expect(wire.calls).to.have.length(1);
    });
  });
});
