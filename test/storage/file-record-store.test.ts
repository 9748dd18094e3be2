import { expect } from 'chai';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { createFileRecordStore } from '../../src/storage/file-record-store.ts';
import type { FileRecordStoreOptions } from '../../src/storage/file-record-store.ts';
import { expectAppError } from '../app-error.ts';
import { useHeldFolder } from '../held-folder.ts';
import type { UnreadableRecord } from '../../src/storage/record-reading.ts';
import { recordObject } from '../../src/storage/record-store.ts';
import { describeRecordStore, words } from './record-store.contract.ts';

const schema = recordObject({ schema: z.literal(2), words: z.array(z.string()) });
type Words = z.infer<typeof schema>;

describe('records in files by key', () => {
  const dir = useHeldFolder();
  const records = () => join(dir.path, 'records');
  const open = (options: Partial<FileRecordStoreOptions<Words>> = {}) =>
    createFileRecordStore({ dir: records(), folder: dir.lock, schema, version: 2, ...options });
  const files = () =>
    readdirSync(records(), { recursive: true, encoding: 'utf8' })
      .map((name) => join(records(), name))
      .filter((path) => statSync(path).isFile());
  const onlyFile = (): string => {
    const [path, ...others] = files();
    if (path === undefined || others.length > 0) throw new Error(`not one file: ${files().join(', ')}`);
    return path;
  };

  describeRecordStore(open);

  it('returns null for a key never written, and after a delete', async () => {
    const store = open();
    expect(await store.get('a')).to.equal(null);
    await store.put('a', words('x'));
    await store.delete('a');
    await store.delete('a');
    expect(await store.get('a')).to.equal(null);
    expect(await open().get('a')).to.equal(null);
  });

  it('survives the process: another store on the folder reads it', async () => {
    await open().put('a', words('x'));
    await open().put('b', words('y'), { isDurable: true });
    expect(await open().get('a')).to.deep.equal(words('x'));
    expect(await open().get('b')).to.deep.equal(words('y'));
  });

  it('takes any key: long, with slashes, of other folders, almost the same', async () => {
    const keys = ['k'.repeat(2000), '../../etc/passwd', 'a/b', 'a:b', 'A', 'a', '__proto__', ''];
    const store = open();
    await Promise.all(keys.map((key) => store.put(key, words(key))));
    for (const key of keys) expect(await open().get(key)).to.deep.equal(words(key));
    expect(files()).to.have.length(keys.length);
  });

  it('keeps what is cached apart from what callers hold', async () => {
    const store = open();
    const mine = words('x');
    await store.put('a', mine);
    mine.words.push('changed after the write');
    (await store.get('a'))?.words.push('changed after the read');
    expect(await store.get('a')).to.deep.equal(words('x'));
  });

  it('writes what the record was when it was given, the last one winning', async () => {
    const store = open();
    const mine = words('first');
    const writes = [store.put('a', mine), store.put('a', words('second'))];
    mine.words[0] = 'changed meanwhile';
    const read = store.get('a');
    await Promise.all(writes);
    expect(await read).to.deep.equal(words('second'));
    expect(JSON.parse(readFileSync(onlyFile(), 'utf8'))).to.deep.equal(words('second'));
  });

  it('reads from the disk again what the cache had no room for', async () => {
    const store = open({ cacheSize: 1 });
    await store.put('a', words('x'));
    await store.put('b', words('y'));
    expect(await store.get('a')).to.deep.equal(words('x'));
  });

  it('sets a broken record aside, says so without its key, and goes on without it', async () => {
    await open().put('secret@example.com', words('x'));
    const path = onlyFile();
    writeFileSync(path, '{"schema":2,"wor');
    const reports: UnreadableRecord[] = [];
    const store = open({ onUnreadable: (report) => reports.push(report) });
    expect(await store.get('secret@example.com')).to.equal(null);
    expect(reports.map(({ outcome }) => outcome)).to.deep.equal(['set-aside']);
    expect(JSON.stringify(reports)).not.to.contain('secret');
    expect(files()).to.deep.equal([`${path}.bak`]);
    await store.put('secret@example.com', words('new'));
    expect(await open().get('secret@example.com')).to.deep.equal(words('new'));
  });

  it('leaves nothing of a record set aside when it is deleted', async () => {
    await open().put('a', words('x'));
    writeFileSync(onlyFile(), 'torn');
    const store = open();
    await store.get('a');
    await store.delete('a');
    expect(files()).to.deep.equal([]);
  });

  it('lets a record of an older version be carried over', async () => {
    await open().put('a', words('x'));
    writeFileSync(onlyFile(), '{"schema":1,"word":"old"}');
    const old = z.object({ schema: z.literal(1), word: z.string() });
    const outcomes: string[] = [];
    const store = open({
      migrate: (raw) => ({ schema: 2, words: [old.parse(raw).word] }),
      onUnreadable: ({ outcome }) => outcomes.push(outcome),
    });
    expect(await store.get('a')).to.deep.equal(words('old'));
    expect(outcomes).to.deep.equal(['migrated']);
  });

  it('does not trust what the carrying over returns', async () => {
    await open().put('a', words('x'));
    writeFileSync(onlyFile(), '{"schema":1}');
    expect(await open({ migrate: (raw) => raw }).get('a')).to.equal(null);
  });

  it('tells a store that cannot be read or written from an absent record', async () => {
    await open().put('a', words('x'));
    const path = onlyFile();
    await open().delete('a');
    mkdirSync(join(path, 'in the way'), { recursive: true });
    await expectAppError(open().get('a'), 'unreachable');
    await expectAppError(open().put('a', words('x')), 'unreachable');
  });

  it('keeps what was confirmed when a write fails', async () => {
    const store = open();
    await store.put('a', words('x'));
    renameSync(records(), `${records()}.aside`);
    writeFileSync(records(), 'a file in the place of the folder');
    await expectAppError(store.put('a', words('y')), 'unreachable');
    expect(await store.get('a')).to.deep.equal(words('x'));
    rmSync(records());
    renameSync(`${records()}.aside`, records());
    await store.put('a', words('y'));
    expect(await open().get('a')).to.deep.equal(words('y'));
  });

  it('writes and removes nothing once another process has the folder', async () => {
    const store = open();
    await store.put('a', words('x'));
    const path = onlyFile();
    writeFileSync(`${path}.bak`, 'set aside');
    rmSync(dir.lock.tempDir, { recursive: true });
    for (const act of [store.put('a', words('y')), store.put('b', words('y')), store.delete('a')])
      await expectAppError(act, 'unreachable', 'folder-lost');
    expect(files().sort()).to.deep.equal([path, `${path}.bak`]);
    expect(JSON.parse(readFileSync(path, 'utf8'))).to.deep.equal(words('x'));
    writeFileSync(path, 'torn');
    await expectAppError(open().get('a'), 'unreachable', 'folder-lost');
    expect(readFileSync(path, 'utf8')).to.equal('torn');
  });

  describe('what this release can’t read', () => {
    const NEWER = '{"schema":3,"words":["of tomorrow"],"more":{"a":1}}';
    const leave = async (text: string): Promise<string> => {
      await open().put(['sara', 'a'], words('x'));
      const path = onlyFile();
      writeFileSync(path, text);
      return path;
    };

    it('keeps fields that it doesn’t know through a read and a write', async () => {
      const path = await leave('{"schema":2,"words":["x"],"mood":"happy","nested":{"deep":[1]}}');
      const store = open();
      const record = await store.get(['sara', 'a']);
      await store.put(['sara', 'a'], { ...words(), ...record, words: ['y'] });
      expect(JSON.parse(readFileSync(path, 'utf8'))).to.deep.equal({
        schema: 2,
        words: ['y'],
        mood: 'happy',
        nested: { deep: [1] },
      });
      await store.change(['sara', 'a'], (before) => before && { ...before, words: ['z'] });
      expect(readFileSync(path, 'utf8')).to.contain('"mood":"happy"').and.contain('"z"');
    });

    it('refuses a newer record where told to: neither reading nor writing touches it, listing passes it over', async () => {
      const path = await leave(NEWER);
      await open().put(['sara', 'b'], words('b'));
      const reports: UnreadableRecord[] = [];
      const store = open({ refuses: 'newer', onUnreadable: (report) => reports.push(report) });
      const error = await expectAppError(store.get(['sara', 'a']), 'unreachable', 'newer-file');
      expect(error.message).to.contain('schema 3').and.not.contain('of tomorrow');
      await expectAppError(store.put(['sara', 'a'], words('y')), 'unreachable', 'newer-file');
      await expectAppError(
        store.change(['sara', 'a'], () => null),
        'unreachable',
        'newer-file',
      );
      expect(await store.list('sara')).to.deep.equal([words('b')]);
      expect(readFileSync(path, 'utf8')).to.equal(NEWER);
      expect(new Set(reports.map(({ outcome }) => outcome))).to.deep.equal(new Set(['refused']));
      const newer = z.looseObject({ schema: z.literal(3), words: z.array(z.string()) });
      const later = createFileRecordStore({
        dir: records(),
        folder: dir.lock,
        schema: newer,
        version: 3,
        refuses: 'newer',
      });
      expect(await later.get(['sara', 'a'])).to.deep.equal(JSON.parse(NEWER));
      await store.delete('sara');
      expect(files()).to.deep.equal([]);
    });

    it('writes over a newer one nowhere else either: a copy is set aside first', async () => {
      const path = await leave(NEWER);
      await open().put(['sara', 'a'], words('y'));
      expect(readFileSync(`${path}.bak`, 'utf8')).to.equal(NEWER);
      expect(await open().get(['sara', 'a'])).to.deep.equal(words('y'));
    });

    it('refuses all it can’t read where absence would do harm', async () => {
      for (const text of ['{"schema":2,"wor', '{"schema":2,"words":[1]}', '{"schema":1}', 'null', '']) {
        const path = await leave(text);
        const store = open({ refuses: 'unreadable' });
        await expectAppError(store.get(['sara', 'a']), 'unreachable', 'broken-file');
        await expectAppError(store.put(['sara', 'a'], words('y')), 'unreachable', 'broken-file');
        expect(readFileSync(path, 'utf8'), text).to.equal(text);
        await store.delete(['sara', 'a']);
      }
    });

    it('puts what can be made of it in its place, durably, beside the copy', async () => {
      const broken = '{"schema":2,"words":["good",7]}';
      const path = await leave(broken);
      const mend = () => words('good');
      expect(await open({ replace: mend }).get(['sara', 'a'])).to.deep.equal(words('good'));
      expect(await open().get(['sara', 'a'])).to.deep.equal(words('good'));
      expect(readFileSync(`${path}.bak`, 'utf8')).to.equal(broken);
    });
  });

  describe('the end of what is old', () => {
    const DAY_MS = 86_400_000;
    const NOW = new Date('2026-11-24T09:00:00Z');
    const before = (days: number) => new Date(NOW.getTime() - days * DAY_MS);
    const limits = { recordsBefore: before(30), copiesBefore: before(10), most: 1000 };
    const at = (days: number) => open({ now: () => before(days) });

    it('goes by the clock of the assistant, record by record, and leaves no empty folder', async () => {
      await at(31).put(['sara', 'old'], words('old'));
      await at(31).put(['marco', 'old'], words('old'));
      await at(29).put(['sara', 'young'], words('young'));
      const store = open();
      expect(await store.list()).to.have.length(3);
      expect(await store.sweep(limits)).to.equal(2);
      expect(await store.list()).to.deep.equal([words('young')]);
      expect(await store.get(['marco', 'old'])).to.equal(null);
      await store.delete(['sara', 'young']);
      const left = readdirSync(records(), { recursive: true, encoding: 'utf8' });
      expect(left.filter((name) => !/^[0-9a-f]{2}$/.test(name))).to.deep.equal([]);
    });

    it('a write makes a record young again', async () => {
      await at(31).put('sara', words('old'));
      await at(1).put('sara', words('new'));
      expect(await open().sweep(limits)).to.equal(0);
    });

    it('copies have days of their own, counted from when they were set aside', async () => {
      await at(200).put('sara', words('x'));
      writeFileSync(onlyFile(), 'torn');
      await at(5).get('sara');
      expect(await open().sweep(limits)).to.equal(0);
      expect(await open().sweep({ ...limits, copiesBefore: before(4) })).to.equal(1);
      expect(files()).to.deep.equal([]);
    });

    it('looks at so many files and no more, and goes on where it stopped', async () => {
      for (let index = 0; index < 25; index += 1) await at(40).put(['sara', String(index)], words('x'));
      const store = open();
      const removed: number[] = [];
      for (let run = 0; run < 4; run += 1) removed.push(await store.sweep({ ...limits, most: 10 }));
      expect(removed).to.deep.equal([10, 10, 5, 0]);
    });

    it('does not get in the way of who writes at the same moment', async () => {
      const store = at(0);
      for (let index = 0; index < 20; index += 1) await at(40).put(['sara', String(index)], words('old'));
      await Promise.all([
        store.sweep(limits),
        ...Array.from({ length: 20 }, (_, index) => store.put(['sara', String(index)], words('new'))),
        ...Array.from({ length: 20 }, () => store.delete(['sara', 'nothing there'])),
      ]);
      expect(await store.list('sara')).to.have.length(20);
      expect(new Set((await open().list('sara')).flatMap((record) => record.words))).to.deep.equal(
        new Set(['new']),
      );
    });
  });
});
