import { expect } from 'chai';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createFileStorage } from '../../src/app/storage.ts';
import { openStores } from '../../src/app/stores.ts';
import { sara } from '../../src/directory/sample-people.ts';
import { personKey } from '../../src/identity/actor.ts';
import { lockFolder } from '../../src/storage/folder-lock.ts';
import { newPersonRecord } from '../../src/storage/person-record.ts';
import { finish, startModule } from '../child-process.ts';
import { quietLog } from '../quiet-log.ts';
import { useTempDir } from '../temp-dir.ts';

describe('npm run backup and npm run restore', function () {
  this.timeout(120_000);
  const dir = useTempDir();
  const file = () => join(dir.path, 'kept.backup');
  const run = (command: 'backup' | 'restore', words: readonly string[], folder: string) =>
    finish(
      startModule(`src/cli/${command}`, words, { DATA_DIR: join(dir.path, folder), MicrosoftAppId: '' }),
    );

  it('write a file and read it, say what went, and end with 1 and a sentence where they can’t', async () => {
    const lock = await lockFolder(join(dir.path, 'from'));
    const stores = openStores({ storage: createFileStorage(lock, () => new Date()), log: quietLog });
    await stores.people.put(personKey(sara), newPersonRecord());
    // The folder is held all the while, as by a running bot.
    const taken = await run('backup', ['--out', file()], 'from');
    expect(taken).to.deep.include({ code: 0, stderr: '' });
    expect(taken.stdout).to.match(/1 {2}people/);
    expect((await stat(file())).mode & 0o077).to.equal(0);
    const refused = await run('restore', ['--from', file(), '--replace'], 'from');
    expect(refused).to.deep.include({ code: 1, stdout: '' });
    expect(refused.stderr).to.contain('in use');
    await lock.release();

    const restored = await run('restore', ['--from', file()], 'to');
    expect(restored).to.deep.include({ code: 0, stderr: '' });
    expect(restored.stdout)
      .to.match(/1 {2}people/)
      .and.contain('Restored as it was on');
    expect((await run('restore', ['--from', file()], 'to')).stderr).to.contain('--replace');
    expect((await run('restore', ['--from', file(), '--replace'], 'to')).code).to.equal(0);
    expect((await run('backup', [], 'to')).stderr).to.contain('--out FILE');
    expect((await run('restore', [], 'to')).stderr).to.contain('--from FILE');
  });
});
