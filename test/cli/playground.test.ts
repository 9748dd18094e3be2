import { expect } from 'chai';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { finish, startModule } from '../child-process.ts';
import { useTempDir } from '../temp-dir.ts';

/** Stands in for the Playground: asks the address it is given for a page that only the assistant has. */
const STAND_IN = `
const args = process.argv.slice(2);
const endpoint = args[args.indexOf('--app-endpoint') + 1];
const { status } = await fetch(new URL('/healthz', endpoint));
console.log(JSON.stringify({ args, endpoint, status, log: process.env.M365_AGENTS_PLAYGROUND_LOGFILE }));
if (process.env.STAND_IN_ENDS) process.exit(Number(process.env.STAND_IN_ENDS));
setTimeout(() => undefined, 300_000);
`;

interface Told {
  readonly args: readonly string[];
  readonly endpoint: string;
  readonly status: number;
  readonly log: string;
}

describe('npm run playground', function () {
  this.timeout(120_000);
  const dir = useTempDir();

  /** As the true npx does, this one waits for what it runs, and tells it nothing of signals. */
  const start = async (env: Readonly<Record<string, string>> = {}): Promise<ChildProcess> => {
    const [npx, script] = [join(dir.path, 'npx'), join(dir.path, 'stand-in.mjs')];
    await writeFile(script, STAND_IN);
    await writeFile(npx, `#!/bin/sh\n"${process.execPath}" "${script}" "$@"\nexit $?\n`);
    await chmod(npx, 0o755);
    return startModule('src/cli/playground', [], {
      PATH: `${dir.path}${delimiter}${process.env['PATH'] ?? ''}`,
      PORT: '0',
      DATA_DIR: join(dir.path, 'data'),
      // Whatever real bot the environment names stays out of it.
      HOST: '0.0.0.0',
      MicrosoftAppId: 'no-app-id',
      ...env,
    });
  };

  const told = async (child: ChildProcess): Promise<Told> => {
    let text = '';
    child.stdout?.setEncoding('utf8');
    while (!/^\{.*\}$/m.test(text)) text += String((await once(child.stdout ?? child, 'data'))[0]);
    return JSON.parse(/^\{.*\}$/m.exec(text)?.[0] ?? '') as Told;
  };

  it('leads the Playground to the assistant, on loopback, and both end with a signal', async () => {
    const child = await start();
    const { args, endpoint, status, log } = await told(child);
    expect(endpoint).to.match(/^http:\/\/127\.0\.0\.1:\d+\/api\/messages$/);
    expect(status).to.equal(200);
    expect(args.slice(0, 3)).to.satisfy(([yes = '', name = '', command = '']: string[]) =>
      /^--yes @microsoft\/m365agentsplayground@\d+\.\d+\.\d+ start$/.test(`${yes} ${name} ${command}`),
    );
    expect(args).to.include('--disable-telemetry');
    expect(log.startsWith(process.cwd())).to.equal(false);
    child.kill('SIGTERM');
    // Which waits for the stand-in too: it writes to the same pipe.
    expect(await finish(child)).to.deep.include({ code: 0, stderr: '' });
  });

  it('ends with the Playground, and says so where that ended badly', async () => {
    const { code, stderr } = await finish(await start({ STAND_IN_ENDS: '3' }));
    expect(code).to.equal(1);
    expect(stderr).to.contain('ended with 3');
    expect((await finish(await start({ STAND_IN_ENDS: '0' }))).code).to.equal(0);
  });

  it('fetches what is no dependency, since its terms are for evaluating it', async () => {
    expect(await readFile('package-lock.json', 'utf8')).not.to.contain('m365agentsplayground');
  });
});
