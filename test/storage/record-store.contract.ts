import { expect } from 'chai';
import { isChangedMeanwhile, type RecordStore } from '../../src/storage/record-store.ts';

/** A record of the contract; nothing is special about it. */
export interface Words {
  readonly schema: 2;
  readonly words: string[];
}

export const words = (...list: string[]): Words => ({ schema: 2, words: list });

/** What every adapter of the port has to keep. `open` opens the same store again, as after a restart. */
export function describeRecordStore(open: () => RecordStore<Words>): void {
  const textsOf = (records: readonly Words[]) => records.map(({ words: [first] }) => first).sort();

  it('finds all that is an owner’s by the owner, and nothing of another’s', async () => {
    const store = open();
    await store.put('sara', words('sara'));
    await store.put(['sara', 'chat 1'], words('sara 1'));
    await store.put(['sara', 'chat 2'], words('sara 2'));
    await store.put(['marco', 'chat 1'], words('marco 1'));
    await store.put('sara2', words('sara2'));
    expect(textsOf(await store.list('sara'))).to.deep.equal(['sara', 'sara 1', 'sara 2']);
    expect(textsOf(await store.list(['sara', 'chat 2']))).to.deep.equal(['sara 2']);
    expect(textsOf(await store.list())).to.have.length(5);
    expect(await store.list('nobody')).to.deep.equal([]);
  });

  it('deletes one record, or all that is an owner’s', async () => {
    const store = open();
    for (const key of ['sara', ['sara', 'a'], ['sara', 'b'], ['marco', 'a']] as const)
      await store.put(key, words('x'));
    await store.delete(['sara', 'a']);
    expect(await store.list('sara')).to.have.length(2);
    await store.delete('sara');
    await store.delete('sara');
    expect(await store.list('sara')).to.deep.equal([]);
    expect(await store.get(['sara', 'b'])).to.equal(null);
    expect(await store.list('marco')).to.have.length(1);
  });

  it('takes owners and names apart, however they are written', async () => {
    const store = open();
    const keys = [
      ['a', 'b|c'],
      ['a|b', 'c'],
      ['a', ''],
      ['', 'a'],
      'a',
      'a|b|c',
      '',
      ['__proto__', '..'],
    ] as const;
    await Promise.all(keys.map((key) => store.put(key, words(JSON.stringify(key)))));
    for (const key of keys) expect((await store.get(key))?.words).to.deep.equal([JSON.stringify(key)]);
  });

  it('changes a record as one step: of many at once none is lost', async () => {
    const store = open();
    await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        store.change(['sara', 'a'], (before) => words(...(before?.words ?? []), String(index))),
      ),
    );
    expect((await store.get(['sara', 'a']))?.words).to.have.length(30);
  });

  it('replaces a record only in the state that it was opened in', async () => {
    const store = open();
    await store.put(['sara', 'a'], words('first'));
    const { record, version } = await store.open(['sara', 'a']);
    expect(record?.words).to.deep.equal(['first']);
    await store.put(['sara', 'a'], words('second'), { replaces: version });
    const late = store.put(['sara', 'a'], words('late'), { replaces: version });
    expect(await late.then(() => null, isChangedMeanwhile)).to.equal(true);
    expect((await store.get(['sara', 'a']))?.words).to.deep.equal(['second']);
    // A record that went meanwhile was changed too.
    const last = await store.open(['sara', 'a']);
    await store.delete(['sara', 'a']);
    const after = store.put(['sara', 'a'], words('late'), { replaces: last.version });
    expect(await after.then(() => null, isChangedMeanwhile)).to.equal(true);
    expect(await store.list()).to.deep.equal([]);
  });

  it('makes a record once, of many who try', async () => {
    const store = open();
    expect(await store.open('new')).to.deep.equal({ record: null, version: null });
    const tries = Array.from({ length: 5 }, (_, index) =>
      store.put('new', words(String(index)), { replaces: null }).then(
        () => 'made',
        (error: unknown) => (isChangedMeanwhile(error) ? 'there' : 'failed'),
      ),
    );
    expect((await Promise.all(tries)).sort()).to.deep.equal(['made', 'there', 'there', 'there', 'there']);
  });

  it('a change to nothing deletes, and a deletion is not undone by a change that waits behind it', async () => {
    const store = open();
    await store.put(['sara', 'a'], words('x'));
    const deleting = store.delete('sara');
    const changing = store.change(['sara', 'a'], (before) => before && words(...before.words, 'more'));
    await Promise.all([deleting, changing]);
    expect(await store.list()).to.deep.equal([]);
    await store.put(['sara', 'a'], words('x'));
    await store.change(['sara', 'a'], () => null);
    expect(await store.list()).to.deep.equal([]);
  });

  it('forgets what was last written before a time, and keeps what was written since', async () => {
    const store = open();
    await store.put(['sara', 'old'], words('old'));
    const most = 100;
    const nobody = new Date(0);
    expect(await store.sweep({ recordsBefore: nobody, copiesBefore: nobody, most })).to.equal(0);
    const tomorrow = new Date(Date.now() + 86_400_000);
    expect(await store.sweep({ recordsBefore: tomorrow, copiesBefore: nobody, most })).to.equal(1);
    expect(await store.get(['sara', 'old'])).to.equal(null);
  });
}
