import { expect } from 'chai';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sara } from '../../src/directory/sample-people.ts';
import { createSandboxHandler } from '../../src/http/sandbox.ts';
import { dealFileIn } from '../../src/referrals/embedded/deal-file.ts';
import { createLowdbGateway } from '../../src/referrals/embedded/lowdb-gateway.ts';
import { sampleDealId } from '../../src/referrals/embedded/sample-deals.ts';
import { lockFolder } from '../../src/storage/folder-lock.ts';
import { writeSandboxFile } from '../../src/storage/sandbox-file.ts';
import { finish, startModule } from '../child-process.ts';
import { sampleDirectory } from '../referrals/deals.ts';
import { useTempDir } from '../temp-dir.ts';

const token = 'a-token-of-this-run';

describe('npm run sandbox', function () {
  this.timeout(120_000);
  const dir = useTempDir();
  const run = (words: string[], env: Record<string, string> = {}) =>
    finish(startModule('src/cli/sandbox', words, { DATA_DIR: dir.path, MicrosoftAppId: '', ...env }));

  const openGateway = async () => {
    const lock = await lockFolder(dir.path);
    const file = dealFileIn(lock);
    const gateway = await createLowdbGateway({ file, directory: sampleDirectory, withSampleData: true });
    return { gateway, lock };
  };

  it('works on the file itself while no bot runs', async () => {
    const declined = await run(['decline', 'Fabrikam', '--reason', 'Duplicate']);
    expect(declined).to.deep.include({ code: 0, stderr: '' });
    expect(declined.stdout).to.contain('Closed/Declined').and.to.contain('"Duplicate"');
    const { gateway, lock } = await openGateway();
    expect((await gateway.get(sara, sampleDealId(2)))?.microsoft?.reason).to.equal('Duplicate');
    await lock.release();
    expect((await run(['reset'])).stdout.trim().split('\n')).to.have.length(10);
    expect((await run(['list'])).stdout).not.to.contain('Duplicate');
  });

  it('lets the running bot do it, and nothing of either is overwritten', async () => {
    const { gateway, lock } = await openGateway();
    const play = (): Promise<never> => Promise.reject(new Error('nobody plays an expert here'));
    const handle = createSandboxHandler({ sandbox: gateway, token, play });
    const server = createServer((request, response) => {
      let text = '';
      request.setEncoding('utf8').on('data', (part: string) => (text += part));
      request.on('end', () => {
        const { authorization } = request.headers;
        void handle({ authorization, body: JSON.parse(text) }).then(({ status, body }) => {
          // Not chained: restify, where it is loaded, has changed writeHead, and it returns nothing.
          response.writeHead(status);
          response.end(JSON.stringify(body));
        });
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await writeSandboxFile(lock, { url: `http://127.0.0.1:${String(port)}/sandbox`, token });
    const before = await gateway.get(sara, sampleDealId(2));
    await gateway.update(sara, sampleDealId(2), { notes: 'Scritte qui.' }, before?.eTag ?? '');
    expect(await run(['accept', 'Fabrikam'])).to.deep.include({ code: 0, stderr: '' });
    const after = await gateway.get(sara, sampleDealId(2));
    expect(after?.notes).to.equal('Scritte qui.');
    expect(after?.microsoft?.state.substatus).to.equal('Accepted');
    const again = await run(['accept', 'Fabrikam']);
    expect(again.code).to.equal(1);
    expect(again.stderr).to.contain('already');
    server.closeAllConnections();
    server.close();
    await lock.release();
  });

  it('leaves a folder alone that a bot holds and cannot be reached', async () => {
    const { lock } = await openGateway();
    await writeSandboxFile(lock, { url: 'http://127.0.0.1:9/sandbox', token });
    const { code, stderr } = await run(['reset']);
    expect(code).to.equal(1);
    expect(stderr).to.contain(`in use by process ${String(process.pid)}`);
    await lock.release();
  });

  it('goes on where a killed bot left its file behind', async () => {
    const lock = await lockFolder(dir.path);
    await writeSandboxFile(lock, { url: 'http://127.0.0.1:9/sandbox', token });
    await lock.release();
    expect((await run(['accept', 'Fabrikam'])).code).to.equal(0);
  });

  it('has no part to play with an app id', async () => {
    const env = { MicrosoftAppId: '00000000-0000-4000-8000-000000000001', MicrosoftAppPassword: 'x' };
    const { code, stderr } = await run(['list'], env);
    expect(code).to.equal(1);
    expect(stderr).to.contain('app id');
  });

  it('shows how it is used when it is not understood', async () => {
    for (const words of [[], ['drop'], ['accept', 'x', '--why', 'y']]) {
      const { code, stderr } = await run(words);
      expect(code).to.equal(1);
      expect(stderr).to.contain('sandbox:');
    }
  });
});
