import { expect } from 'chai';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listSets, readSet } from '../../../src/cli/bench/sets.ts';

describe('public sets', () => {
  let dir = '';
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'sets-'));
    await writeFile(join(dir, 'train.csv'), 'sentence,label\nhello,GREET\nbye,LEAVE\nwhat,HIDDEN\n');
    await writeFile(join(dir, 'test.csv'), 'text,category\nhi,GREET\nhuh,NONE\nwhy,HIDDEN\n');
    const listed = [
      {
        name: 'small',
        locale: 'en',
        train: 'train.csv',
        test: 'test.csv',
        outOfScope: 'NONE',
        hiddenLabels: ['HIDDEN'],
      },
    ];
    await writeFile(join(dir, 'sets.json'), JSON.stringify(listed));
  });
  after(() => rm(dir, { recursive: true }));

  it('are read as listed, hidden labels being out of scope', async () => {
    const [listed] = await listSets(dir);
    if (listed === undefined) throw new Error('one set is listed');
    const { train, test } = await readSet(listed, dir);
    expect(train.map((line) => line.label)).to.deep.equal(['GREET', 'LEAVE']);
    expect(test.map((line) => line.gold)).to.deep.equal(['GREET', null, null]);
  });

  it('are found by whole paths, too', async () => {
    const whole = {
      name: 'one',
      locale: 'en',
      train: join(dir, 'train.csv'),
      test: join(dir, 'test.csv'),
      hiddenLabels: [],
    } as const;
    expect((await readSet({ ...whole, hiddenLabels: [] }, '.')).test).to.have.length(3);
  });

  it('are refused by name where the listing is missing', async () => {
    const message = await listSets(join(dir, 'gone')).then(
      () => 'read',
      (error: unknown) => (error instanceof Error ? error.message : ''),
    );
    expect(message).to.match(/sets\.json cannot be used/);
  });
});
