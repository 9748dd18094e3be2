import { expect } from 'chai';
import { createSandboxHandler } from '../../src/http/sandbox.ts';
import { dealFileIn } from '../../src/referrals/embedded/deal-file.ts';
import { createLowdbGateway } from '../../src/referrals/embedded/lowdb-gateway.ts';
import { sampleDealId } from '../../src/referrals/embedded/sample-deals.ts';
import { lockFolder } from '../../src/storage/folder-lock.ts';
import { NOW, sampleDirectory } from '../referrals/deals.ts';
import { useTempDir } from '../temp-dir.ts';

describe('the sandbox over HTTP', () => {
  const dir = useTempDir();
  const token = 'a-token-of-this-run';

  const ask = async (body: unknown, authorization: string | undefined = `Bearer ${token}`) => {
    const lock = await lockFolder(dir.path);
    const gateway = await createLowdbGateway({
      file: dealFileIn(lock),
      directory: sampleDirectory,
      withSampleData: true,
      now: () => NOW,
    });
    const play = (): Promise<never> => Promise.reject(new Error('nobody plays an expert here'));
    const handle = createSandboxHandler({ sandbox: gateway, token, play });
    const response = await handle({ authorization, body });
    await lock.release();
    return response;
  };

  it('needs the token of this run', async () => {
    for (const wrong of ['', 'Bearer', 'Bearer a-token-of-that-run', token]) {
      expect(await ask({ command: 'reset' }, wrong)).to.deep.include({ status: 401 });
    }
  });

  it('plays the part it is told to', async () => {
    const { status, body } = await ask({ command: 'decline', deal: 'Fabrikam', reason: 'Duplicate' });
    expect(status).to.equal(200);
    expect(body).to.deep.equal({
      deals: [
        {
          id: sampleDealId(2),
          name: 'Fabrikam, Aurelia WMS',
          ours: 'Active/Accepted',
          microsoft: 'Closed/Declined',
          reason: 'Duplicate',
        },
      ],
    });
    const list = await ask({ command: 'list' });
    expect(JSON.stringify(list.body)).to.contain('Closed/Declined');
  });

  it('refuses what is no command, without an error', async () => {
    const bad = [null, undefined, 'accept', [], { command: 'drop' }, { command: 'accept' }];
    const alsoBad = [
      { command: 'accept', deal: 7 },
      { command: 'reset', __proto__: { deal: 'x' }, more: 1 },
    ];
    for (const body of [...bad, ...alsoBad]) expect((await ask(body)).status).to.equal(400);
  });

  it('says in words what cannot be done', async () => {
    expect(await ask({ command: 'accept', deal: 'Tailspin Toys' })).to.deep.include({ status: 409 });
    const unknown = await ask({ command: 'accept', deal: 'Nobody' });
    expect(unknown.status).to.equal(400);
    expect(JSON.stringify(unknown.body)).to.contain('no deal');
  });
});
