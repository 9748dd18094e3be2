import { expect } from 'chai';
import { examineConfig, readConfig } from '../../src/config/config.ts';

const bot = { MicrosoftAppId: '0f0f0f0f-1111-4222-8333-444444444444', MicrosoftAppPassword: 's' };
const real = {
  ...bot,
  REFERRALS: 'partner-center',
  OAUTH_CONNECTION_REFERRALS: 'partner',
  COMPANY_FILE: 'company.yaml',
};
const standIns = {
  REFERRALS_API_URL: 'http://127.0.0.1:1/',
  GRAPH_API_URL: 'http://localhost:3',
  TOKEN_SERVICE_URL: 'http://127.0.0.1:4',
};

function problemsOf(env: Record<string, string>): string {
  const reading = examineConfig(env);
  return reading.isUsable ? '' : reading.problems.join('\n');
}

describe('configuration: real deals', () => {
  it('go to Microsoft’s own addresses', () => {
    expect(readConfig(real).partnerCenter).to.deep.equal({
      referralsUrl: 'https://api.partner.microsoft.com',
      graphUrl: 'https://graph.microsoft.com',
      tokenServiceUrl: 'https://token.botframework.com',
      connections: { referrals: 'partner', graph: null },
      oauthSecretExpires: null,
      usesCrmConnector: true,
      webhook: null,
    });
  });

  it('need a connection and the company’s file', () => {
    const problems = problemsOf({ ...bot, REFERRALS: 'partner-center' });
    expect(problems).to.contain('OAUTH_CONNECTION_REFERRALS is missing');
    expect(problems).to.contain('COMPANY_FILE is missing');
  });

  it('refuse settings of theirs while the store is embedded', () => {
    expect(problemsOf({ OAUTH_CONNECTION_GRAPH: 'g' })).to.contain(
      'OAUTH_CONNECTION_GRAPH is set while REFERRALS is embedded',
    );
  });

  it('never send people’s tokens to another address than Microsoft’s or this machine’s', () => {
    const problems = problemsOf({ ...real, REFERRALS_API_URL: 'https://api.partner.example' });
    expect(problems).to.contain('REFERRALS_API_URL is "https://api.partner.example"; leave it out');
    expect(problemsOf({ ...real, GRAPH_API_URL: 'http://127.0.0.1.evil.example' })).to.contain(
      'GRAPH_API_URL',
    );
  });

  it('need an app id, for without one anybody here acts as anybody', () => {
    const { MicrosoftAppId: _id, MicrosoftAppPassword: _secret, ...anonymous } = real;
    expect(problemsOf(anonymous)).to.contain('MicrosoftAppId is missing while REFERRALS is partner-center');
    const { TOKEN_SERVICE_URL: _url, ...most } = standIns;
    expect(problemsOf({ ...anonymous, ...most })).to.contain('give TOKEN_SERVICE_URL');
    expect(readConfig({ ...anonymous, ...standIns }).partnerCenter).to.include({
      referralsUrl: 'http://127.0.0.1:1',
      graphUrl: 'http://localhost:3',
    });
  });

  it('leave the CRM id alone unless the company says that no connector is used', () => {
    expect(readConfig({ ...real, USES_CRM_CONNECTOR: 'no' }).partnerCenter?.usesCrmConnector).to.equal(false);
    expect(problemsOf({ ...real, USES_CRM_CONNECTOR: 'false' })).to.contain('give one of yes, no');
  });

  it('take events at a public address, with certificates from known hosts', () => {
    const env = {
      ...real,
      WEBHOOK_URL: 'https://bot.example/api/partner-center/events',
    };
    expect(readConfig(env).partnerCenter?.webhook).to.deep.equal({
      url: 'https://bot.example/api/partner-center/events',
      certificateHosts: ['3psostorageacct.blob.core.windows.net'],
      rootsFile: null,
    });
    const hosts = { ...env, WEBHOOK_CERTIFICATE_HOSTS: 'A.example, b.example:8443' };
    expect(readConfig(hosts).partnerCenter?.webhook?.certificateHosts).to.deep.equal([
      'a.example',
      'b.example:8443',
    ]);
    expect(problemsOf({ ...env, WEBHOOK_CERTIFICATE_HOSTS: 'https://x/' })).to.contain('holds "https://x/"');
    expect(problemsOf({ ...env, WEBHOOK_URL: 'http://bot.example' })).to.contain('begins with https://');
  });

  it('refuse half a webhook', () => {
    expect(problemsOf({ ...real, WEBHOOK_CERTIFICATE_HOSTS: 'a' })).to.contain('WEBHOOK_URL is missing');
  });
});
