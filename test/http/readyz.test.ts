import { expect } from 'chai';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { expectAppError } from '../app-error.ts';
import { quietLog } from '../quiet-log.ts';
import { useTempDir } from '../temp-dir.ts';

describe('/readyz', () => {
  const dir = useTempDir();

  it('warns of a secret that ends soon, by name alone', async () => {
    const config = readConfig({
      PORT: '0',
      DATA_DIR: join(dir.path, 'data'),
      MicrosoftAppId: '0f0f0f0f-1111-4222-8333-444444444444',
      MicrosoftAppPassword: 'hunter2',
      MicrosoftAppPasswordExpires: '2026-11-30',
    });
    const app: App = await createApp(config, { log: quietLog, now: () => new Date('2026-11-24T09:00:00Z') });
    try {
      const response = await fetch(`${await app.start()}/readyz`);
      const text = await response.text();
      expect(response.status).to.equal(200);
      expect(JSON.parse(text)).to.have.property('warnings').with.length(1);
      expect(text).to.contain('in 6 days').and.not.to.contain('hunter2');
    } finally {
      await app.stop();
    }
  });

  it('says that nothing can be done from the moment another process has the data folder', async () => {
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
