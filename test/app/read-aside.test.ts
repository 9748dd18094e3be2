import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readAside } from '../../src/app/read-aside.ts';
import type { ReadingTask } from '../../src/app/reading-thread.ts';
import { expectAppError } from '../app-error.ts';
import { learnOnce } from '../learned.ts';

describe('documents that are read in a thread of their own', function () {
  this.timeout(60_000);
  let folder: string;
  let task: ReadingTask;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'aside-'));
    const { words = {} } = (await learnOnce()).knowledge;
    task = { paths: [folder], options: { locale: 'en', licence: null, base: null }, words };
    await writeFile(
      join(folder, 'mensa.md'),
      '# Mensa\n\nLa mensa apre a mezzogiorno, e chi vuole mangiare presto può prenotare il suo posto.\n',
    );
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('are as they are read here, with the language that their words tell', async () => {
    const { documents } = await readAside(task);
    expect(documents.map(({ facts }) => [facts.path, facts.title, facts.locale])).to.deep.equal([
      ['mensa.md', 'Mensa', 'it'],
    ]);
  });

  it('are refused as they are here', async () => {
    const gone = { ...task, paths: [join(folder, 'gone.md')] };
    const error = await expectAppError(readAside(gone), 'invalid-input');
    expect(error.message).to.contain('cannot read').and.contain('gone.md');
  });

  it('are given up where they take too long, or more memory than they may', async () => {
    const slow = await expectAppError(readAside(task, { milliseconds: 1, megabytes: 1500 }), 'invalid-input');
    expect(slow.message).to.contain('takes too long to read');
    const rows = '| a | b |\n|---|---|\n'.concat('| riga | valore |\n'.repeat(20_000));
    await writeFile(join(folder, 'tabella.md'), rows);
    const large = await expectAppError(
      readAside(task, { milliseconds: 50_000, megabytes: 90 }),
      'invalid-input',
    );
    expect(large.message).to.contain('takes too much memory to read');
  });
});
