import { expect } from 'chai';
import { finish, startModule } from '../child-process.ts';
import { refusal } from '../fakes/faults.ts';
import { people, startStage, type Stage } from '../fakes/stage.ts';
import { startWireServer, type WireServer } from '../fakes/wire-server.ts';

const THEIRS = 'https://crm-connector.example/hook';

describe('npm run webhooks', function () {
  this.timeout(120_000);
  let stage: Stage;
  let bot: WireServer;
  before(async () => {
    stage = await startStage({ partnerCenter: { retryDelayMs: 1 } });
    bot = await startWireServer(() => ({ status: 200 }));
  });
  after(async () => {
    await stage.close();
    await bot.close();
  });

  const token = () => stage.entra.issue(people.sara, 'https://api.partnercenter.microsoft.com');
  const run = (words: string[], env: Record<string, string> = {}) =>
    finish(
      startModule('src/cli/webhooks', words, {
        WEBHOOK_URL: `${bot.url}/api/partner-center/events`,
        PARTNER_CENTER_API_URL: stage.partnerCenter.partner.url,
        PARTNER_CENTER_TOKEN: token(),
        ...env,
      }),
    );

  it('leaves another system where it is, and takes its place only when told to', async () => {
    const url = `${stage.partnerCenter.partner.url}/webhooks/v1/registration`;
    const body = JSON.stringify({ WebhookUrl: THEIRS, WebhookEvents: ['referral-updated'] });
    await fetch(url, { method: 'POST', headers: { authorization: `Bearer ${token()}` }, body });
    const refused = await run(['subscribe']);
    expect(refused.code).to.equal(1);
    expect(refused.stderr).to.contain(THEIRS).and.contain('--replace');
    expect((await run(['show'])).stdout).to.contain(THEIRS);
    const done = await run(['subscribe', '--replace']);
    expect(done).to.deep.include({ code: 0, stderr: '' });
    expect(done.stdout).to.contain(`Before: ${THEIRS}`).and.contain(`?tenant=${people.sara.tenantId}`);
    expect((await run(['subscribe'])).stdout).to.contain('Registered already');
  });

  it('neither prints the token nor sends it elsewhere, whatever goes wrong', async () => {
    const secret = token();
    const [head = '', body = ''] = secret.split('.');
    const ended = `${head}.${body}.bm90IHNpZ25lZA`;
    const { faults } = stage.partnerCenter.partner;
    const runs = [
      await run(['show'], { PARTNER_CENTER_TOKEN: ended }),
      await run(['show'], { PARTNER_CENTER_TOKEN: secret, PARTNER_CENTER_API_URL: 'http://127.0.0.1:1' }),
      await run(['show'], { PARTNER_CENTER_TOKEN: secret, PARTNER_CENTER_API_URL: 'https://evil.example' }),
    ];
    faults.plan({}, refusal(403, 'accessDenied'));
    runs.push(await run(['subscribe'], { PARTNER_CENTER_TOKEN: secret }));
    for (const { code, stdout, stderr } of runs) {
      expect(code).to.equal(1);
      expect(stderr).not.to.equal('');
      expect(stdout + stderr).not.to.contain(body);
    }
    expect(runs[2]?.stderr).to.contain('PARTNER_CENTER_API_URL');
  });

  it('says what is missing, and how to use it', async () => {
    expect((await run(['show'], { WEBHOOK_URL: '' })).stderr).to.contain('WEBHOOK_URL');
    expect((await run(['show'], { WEBHOOK_URL: 'http://bot.example/x' })).stderr).to.contain('https://');
    expect((await run(['show'], { PARTNER_CENTER_TOKEN: 'junk' })).stderr).to.contain('PARTNER_CENTER_TOKEN');
    expect((await run([])).stderr).to.contain('npm run -s webhooks -- subscribe');
  });
});
