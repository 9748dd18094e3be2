import { expect } from 'chai';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockFolder } from '../src/storage/folder-lock.ts';
import { finish, startModule } from './child-process.ts';
import { useTempDir } from './temp-dir.ts';

describe('the running assistant', function () {
  this.timeout(180_000);
  const dir = useTempDir();

  it('stops loudly when it was paused and another took its data folder, and leaves that alone', async () => {
    const dataDir = join(dir.path, 'data');
    const bot = startModule('src/main', [], { PORT: '0', DATA_DIR: dataDir, MicrosoftAppId: '' });
    const ended = finish(bot);
    if (bot.stdout === null) throw new Error('no output to read');
    await once(bot.stdout, 'data');
    bot.kill('SIGSTOP');
    // It exists, so only from under another host name may its silence count.
    const lock = await lockFolder(dataDir, { lookMs: 50, looks: 20, self: { host: 'another-machine' } });
    writeFileSync(join(dataDir, 'sandbox.json'), 'of the second');
    bot.kill('SIGCONT');
    const { code, stderr } = await ended;
    expect(code).to.equal(1);
    expect(stderr).to.contain('was taken over by process');
    expect(readFileSync(join(dataDir, 'sandbox.json'), 'utf8')).to.equal('of the second');
    await lock.assertHeld();
    await lock.release();
  });
});
