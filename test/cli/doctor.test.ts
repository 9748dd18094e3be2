import { expect } from 'chai';
import { join } from 'node:path';
import { finish, startModule } from '../child-process.ts';
import { useTempDir } from '../temp-dir.ts';

describe('npm run doctor', function () {
  this.timeout(120_000);
  const dir = useTempDir();
  const run = (env: Readonly<Record<string, string>>, ...args: string[]) =>
    finish(startModule('src/cli/doctor', args, { DATA_DIR: join(dir.path, 'data'), ...env }));

  it('ends with 0 and says that the bot can start', async () => {
    const { code, stdout } = await run({});
    expect(stdout).to.match(/\nThe bot can start\.\n$/);
    expect(code).to.equal(0);
  });

  it('ends with 1 where something must be mended, without printing a secret', async () => {
    const { code, stdout, stderr } = await run({ MicrosoftAppPassword: 'hunter2', PORT: '99999' });
    expect(stdout)
      .to.match(/^BROKEN PORT is too large/m)
      .and.match(/to be mended first\.\n$/);
    expect(stdout + stderr).not.to.contain('hunter2');
    expect(code).to.equal(1);
  });

  it('ends with 2 on a flag it doesn’t know', async () => {
    const { code, stderr } = await run({}, '--fix');
    expect(stderr).to.contain('--fix');
    expect(code).to.equal(2);
  });
});
