import { expect } from 'chai';
import * as z from 'zod';
import type { UnreadableRecord } from '../../src/storage/record-reading.ts';
import { recordObject, type RecordStore } from '../../src/storage/record-store.ts';
import type { RecordOptions } from '../../src/storage/record-steps.ts';
import { expectAppError } from '../app-error.ts';
import { describeRecordStore, type Words, words } from './record-store.contract.ts';

/** The schema of the contract's records. */
export const wordsSchema = recordObject({ schema: z.literal(2), words: z.array(z.string()) });

export type KeptOptions<T> = RecordOptions<T> & { readonly now?: () => Date };

/** A place where texts are kept, empty before each test. */
export interface KeptStage {
  /** The store as this release opens it, again each time, as after a restart. */
  open<T = Words>(options: KeptOptions<T>): RecordStore<T>;
  /** The names of all texts. */
  names(): Promise<string[]>;
  text(name: string): Promise<string>;
  /** Puts a text there past the store, as another release or a fault would. */
  leave(name: string, text: string): Promise<void>;
}

/** What a record store over a port of texts has to keep, wherever these are. */
export function describeKeptRecords(stage: KeptStage): void {
  const open = (options: Partial<KeptOptions<Words>> = {}) =>
    stage.open<Words>({ schema: wordsSchema, version: 2, ...options });
  const onlyName = async (): Promise<string> => {
    const [name, ...others] = await stage.names();
    if (name === undefined || others.length > 0) throw new Error('not one text');
    return name;
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

  it('survives the process: another store reads it', async () => {
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
    expect(await stage.names()).to.have.length(keys.length);
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
    expect(JSON.parse(await stage.text(await onlyName()))).to.deep.equal(words('second'));
  });

  it('sets a broken record aside, says so without its key, and goes on without it', async () => {
    await open().put('secret@example.com', words('x'));
    const path = await onlyName();
    await stage.leave(path, '{"schema":2,"wor');
    const reports: UnreadableRecord[] = [];
    const store = open({ onUnreadable: (report) => reports.push(report) });
    expect(await store.get('secret@example.com')).to.equal(null);
    expect(reports.map(({ outcome }) => outcome)).to.deep.equal(['set-aside']);
    expect(JSON.stringify(reports)).not.to.contain('secret');
    expect(await stage.names()).to.deep.equal([`${path}.bak`]);
    await store.put('secret@example.com', words('new'));
    expect(await open().get('secret@example.com')).to.deep.equal(words('new'));
  });

  it('leaves nothing of a record set aside when it is deleted', async () => {
    await open().put('a', words('x'));
    await stage.leave(await onlyName(), 'torn');
    const store = open();
    await store.get('a');
    await store.delete('a');
    expect(await stage.names()).to.deep.equal([]);
  });

  it('lets a record of an older version be carried over', async () => {
    await open().put('a', words('x'));
    await stage.leave(await onlyName(), '{"schema":1,"word":"old"}');
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
    await stage.leave(await onlyName(), '{"schema":1}');
    expect(await open({ migrate: (raw) => raw }).get('a')).to.equal(null);
  });

  describe('what this release can’t read', () => {
    const NEWER = '{"schema":3,"words":["of tomorrow"],"more":{"a":1}}';
    const leave = async (text: string): Promise<string> => {
      await open().put(['sara', 'a'], words('x'));
      const path = await onlyName();
      await stage.leave(path, text);
      return path;
    };

    it('keeps fields that it doesn’t know through a read and a write', async () => {
      const path = await leave('{"schema":2,"words":["x"],"mood":"happy","nested":{"deep":[1]}}');
      const store = open();
      const record = await store.get(['sara', 'a']);
      await store.put(['sara', 'a'], { ...words(), ...record, words: ['y'] });
      expect(JSON.parse(await stage.text(path))).to.deep.equal({
        schema: 2,
        words: ['y'],
        mood: 'happy',
        nested: { deep: [1] },
      });
      await store.change(['sara', 'a'], (before) => before && { ...before, words: ['z'] });
      expect(await stage.text(path))
        .to.contain('"mood":"happy"')
        .and.contain('"z"');
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
      expect(await stage.text(path)).to.equal(NEWER);
      expect(new Set(reports.map(({ outcome }) => outcome))).to.deep.equal(new Set(['refused']));
      const newer = z.looseObject({ schema: z.literal(3), words: z.array(z.string()) });
      const later = stage.open({
        schema: newer,
        version: 3,
        refuses: 'newer',
      });
      expect(await later.get(['sara', 'a'])).to.deep.equal(JSON.parse(NEWER));
      await store.delete('sara');
      expect(await stage.names()).to.deep.equal([]);
    });

    it('writes over a newer one nowhere else either: a copy is set aside first', async () => {
      const path = await leave(NEWER);
      await open().put(['sara', 'a'], words('y'));
      expect(await stage.text(`${path}.bak`)).to.equal(NEWER);
      expect(await open().get(['sara', 'a'])).to.deep.equal(words('y'));
    });

    it('makes nothing once over it: a copy is set aside first, and what is refused stays', async () => {
      const path = await leave('torn');
      const refusing = open({ refuses: 'unreadable' }).put(['sara', 'a'], words('y'), { replaces: null });
      await expectAppError(refusing, 'unreachable', 'broken-file');
      expect(await stage.text(path)).to.equal('torn');
      await open().put(['sara', 'a'], words('y'), { replaces: null });
      expect(await stage.text(`${path}.bak`)).to.equal('torn');
      expect(await open().get(['sara', 'a'])).to.deep.equal(words('y'));
    });

    it('refuses all it can’t read where absence would do harm', async () => {
      for (const text of ['{"schema":2,"wor', '{"schema":2,"words":[1]}', '{"schema":1}', 'null', '']) {
        const path = await leave(text);
        const store = open({ refuses: 'unreadable' });
        await expectAppError(store.get(['sara', 'a']), 'unreachable', 'broken-file');
        await expectAppError(store.put(['sara', 'a'], words('y')), 'unreachable', 'broken-file');
        expect(await stage.text(path), text).to.equal(text);
        await store.delete(['sara', 'a']);
      }
    });

    it('puts what can be made of it in its place, durably, beside the copy', async () => {
      const broken = '{"schema":2,"words":["good",7]}';
      const path = await leave(broken);
      const mend = () => words('good');
      expect(await open({ replace: mend }).get(['sara', 'a'])).to.deep.equal(words('good'));
      expect(await open().get(['sara', 'a'])).to.deep.equal(words('good'));
      expect(await stage.text(`${path}.bak`)).to.equal(broken);
    });
  });

  describe('the end of what is old', () => {
    const DAY_MS = 86_400_000;
    const NOW = new Date('2026-11-24T09:00:00Z');
    const before = (days: number) => new Date(NOW.getTime() - days * DAY_MS);
    const limits = { recordsBefore: before(30), copiesBefore: before(10), most: 1000 };
    const at = (days: number) => open({ now: () => before(days) });

    it('goes by the clock of the assistant, record by record', async () => {
      await at(31).put(['sara', 'old'], words('old'));
      await at(31).put(['marco', 'old'], words('old'));
      await at(29).put(['sara', 'young'], words('young'));
      const store = open();
      expect(await store.list()).to.have.length(3);
      expect(await store.sweep(limits)).to.equal(2);
      expect(await store.list()).to.deep.equal([words('young')]);
      expect(await store.get(['marco', 'old'])).to.equal(null);
    });

    it('a write makes a record young again', async () => {
      await at(31).put('sara', words('old'));
      await at(1).put('sara', words('new'));
      expect(await open().sweep(limits)).to.equal(0);
    });

    it('copies have days of their own, counted from when they were set aside', async () => {
      await at(200).put('sara', words('x'));
      await stage.leave(await onlyName(), 'torn');
      await at(5).get('sara');
      expect(await open().sweep(limits)).to.equal(0);
      expect(await open().sweep({ ...limits, copiesBefore: before(4) })).to.equal(1);
      expect(await stage.names()).to.deep.equal([]);
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
}
