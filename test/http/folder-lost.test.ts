import { expect } from 'chai';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from '../../src/app/app.ts';
import { readConfig } from '../../src/config/config.ts';
import { expectAppError } from '../app-error.ts';
import { quietLog } from '../quiet-log.ts';
import { useTempDir } from '../temp-dir.ts';

describe('a process that has lost its data folder', function () {
  this.timeout(120_000);
  const dir = useTempDir();

  it('says that nothing can be done from the moment another process has it', async () => {
    const dataDir = join(dir.path, 'data');
    const app = await createApp(readConfig({ PORT: '0', DATA_DIR: dataDir }), { log: quietLog });
    try {
      const address = await app.start();
      const status = async (path: string) => (await fetch(`${address}${path}`)).status;
      expect(await status('/readyz')).to.equal(200);
      // What a process does that takes over.
      renameSync(join(dataDir, 'process.lock'), join(dataDir, 'process.lock.away'));
      expect([await status('/readyz'), await status('/healthz')]).to.deep.equal([503, 200]);
      expect((await app.lost).details.reason).to.equal('folder-lost');
    } finally {
      await expectAppError(app.stop(), 'unreachable', 'folder-lost');
    }
  });
});
