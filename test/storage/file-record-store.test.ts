import { expect } from 'chai';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { createFileRecordStore } from '../../src/storage/file-record-store.ts';
import { expectAppError } from '../app-error.ts';
import { useHeldFolder } from '../held-folder.ts';
import { describeKeptRecords, type KeptOptions, wordsSchema } from './kept-records.contract.ts';
import { type Words, words } from './record-store.contract.ts';

describe('records in files by key', () => {
  const dir = useHeldFolder();
  const records = () => join(dir.path, 'records');
  const openAs = <T>(options: KeptOptions<T>) =>
    createFileRecordStore<T>({ dir: records(), folder: dir.lock, ...options });
  const open = (options: Partial<KeptOptions<Words>> = {}) =>
    openAs({ schema: wordsSchema, version: 2, ...options });
  const files = () =>
    readdirSync(records(), { recursive: true, encoding: 'utf8' })
      .map((name) => join(records(), name))
      .filter((path) => statSync(path).isFile());
  const onlyFile = (): string => {
    const [path, ...others] = files();
    if (path === undefined || others.length > 0) throw new Error(`not one file: ${files().join(', ')}`);
    return path;
  };

  describeKeptRecords({
    open: openAs,
    names: async () => files().map((path) => relative(records(), path).split(sep).join('/')),
    text: async (name) => readFileSync(join(records(), name), 'utf8'),
    leave: async (name, text) => writeFileSync(join(records(), name), text),
  });

  it('reads from the disk again what the cache had no room for', async () => {
    const store = open({ cacheSize: 1 });
    await store.put('a', words('x'));
    await store.put('b', words('y'));
    expect(await store.get('a')).to.deep.equal(words('x'));
  });

  it('stamps a file with our time where the disk’s clock tells another, and only there', async () => {
    const stampedAhead = async (aheadMs: number): Promise<boolean> => {
      const at = new Date(Date.now() + aheadMs);
      await open({ now: () => at }).put('a', words(String(aheadMs)));
      return Math.abs(statSync(onlyFile()).mtimeMs - at.getTime()) < 1_000;
    };
    expect(await stampedAhead(86_400_000)).to.equal(true);
    expect(await stampedAhead(-86_400_000)).to.equal(true);
    expect(await stampedAhead(20_000)).to.equal(false);
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

  it('leaves no empty folder of an owner', async () => {
    await open().put(['sara', 'a'], words('x'));
    await open().put(['marco', 'a'], words('x'));
    const store = open();
    await store.delete(['sara', 'a']);
    const all = new Date(Date.now() + 1000);
    await store.sweep({ recordsBefore: all, copiesBefore: all, most: 10 });
    const left = readdirSync(records(), { recursive: true, encoding: 'utf8' });
    expect(left.filter((name) => !/^[0-9a-f]{2}$/.test(name))).to.deep.equal([]);
  });
});
