import { expect } from 'chai';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { createFileRecordStore } from '../../src/storage/file-record-store.ts';
import type { FileRecordStoreOptions, UnreadableRecord } from '../../src/storage/file-record-store.ts';
import { expectAppError } from '../app-error.ts';
import { useHeldFolder } from '../held-folder.ts';

const schema = z.object({ schema: z.literal(2), words: z.array(z.string()) });
type Words = z.infer<typeof schema>;

describe('records in files by key', () => {
  const dir = useHeldFolder();
  const records = () => join(dir.path, 'records');
  const open = (options: Partial<FileRecordStoreOptions<Words>> = {}) =>
    createFileRecordStore({ dir: records(), folder: dir.lock, schema, ...options });
  const words = (...list: string[]): Words => ({ schema: 2, words: list });
  const files = () =>
    readdirSync(records(), { recursive: true, encoding: 'utf8' })
      .map((name) => join(records(), name))
      .filter((path) => statSync(path).isFile());
  const onlyFile = (): string => {
    const [path, ...others] = files();
    if (path === undefined || others.length > 0) throw new Error(`not one file: ${files().join(', ')}`);
    return path;
  };

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
    await expectAppError(open().delete('a'), 'unreachable');
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
});
