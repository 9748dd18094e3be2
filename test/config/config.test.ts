import { expect } from 'chai';
import { AppError } from '../../src/errors.ts';
import { readConfig } from '../../src/config/config.ts';

const APP_ID = '0f0f0f0f-1111-4222-8333-444444444444';
const TENANT = '11111111-1111-4111-8111-111111111111';

function refusalOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).to.be.instanceOf(AppError).with.property('code', 'invalid-input');
    return (error as AppError).message;
  }
  throw new Error('the configuration was accepted');
}

describe('configuration', () => {
  it('needs nothing: it then serves this machine alone', () => {
    expect(readConfig({})).to.deep.equal({
      port: 3978,
      host: '127.0.0.1',
      dataDir: './data',
      storage: { kind: 'file' },
      retentionDays: { sessions: 30, drafts: 180, copies: 30, backups: 90, questions: 90 },
      keepsQuestions: true,
      targetsSenders: false,
      logLevel: 'info',
      credentials: { kind: 'anonymous' },
      access: {
        allowedTenants: null,
        metricsPort: null,
        metricsToken: null,
        channelKeysUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
        isChannelStandIn: false,
        entraKeysUrl: 'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration',
        signInAppId: null,
      },
      drainMs: 15_000,
      chatPageOrigin: null,
      limits: { perPerson: 6, perTenant: 200 },
      support: { url: 'https://partner.microsoft.com/support', contact: null },
      publisher: null,
      expertsChannel: null,
      proposalsDir: null,
      companyFile: null,
      solutionsFile: null,
      documentFolders: [],
      partnerCenter: null,
      selfTest: { everyMinutes: 0, alarmUrl: null },
      telemetry: null,
      workshopEdits: 'folder',
      workshopRole: null,
    });
  });

  it('takes numbers of days, and refuses what would keep things for ever or not at all', () => {
    const { retentionDays } = readConfig({ RETENTION_DAYS_SESSIONS: '7', RETENTION_DAYS_COPIES: '1' });
    expect(retentionDays).to.deep.equal({ sessions: 7, drafts: 180, copies: 1, backups: 90, questions: 90 });
    for (const bad of ['0', '-1', '1.5', 'never', '10000'])
      expect(refusalOf({ RETENTION_DAYS_DRAFTS: bad }), bad).to.contain(`RETENTION_DAYS_DRAFTS is "${bad}"`);
  });

  it('lets the chat page post to another server of this machine alone, and never beside an app id', () => {
    const origin = 'http://127.0.0.1:4000';
    expect(readConfig({ CHAT_PAGE_ORIGIN: origin }).chatPageOrigin).to.equal(origin);
    for (const env of [
      { CHAT_PAGE_ORIGIN: 'https://page.example' },
      { MicrosoftAppId: APP_ID, MicrosoftAppPassword: 's', CHAT_PAGE_ORIGIN: origin },
    ])
      expect(refusalOf(env)).to.contain('CHAT_PAGE_ORIGIN is');
  });

  it('takes an empty variable as one not given', () => {
    expect(readConfig({ PORT: '', MicrosoftAppId: ' ' }).credentials.kind).to.equal('anonymous');
  });

  it('names every bad variable at once, with its value and the cure', () => {
    const message = refusalOf({ PORT: 'abc', LOG_LEVEL: 'loud', SUPPORT_URL: 'http://intranet' });
    expect(message).to.match(/^configuration: /);
    expect(message).to.contain('PORT is "abc"; give a number from 0 to 65535');
    expect(message).to.contain('LOG_LEVEL is "loud"; give one of fatal');
    expect(message).to.contain('SUPPORT_URL is "http://intranet"; give an address that begins with https://');
  });

  it('refuses a port that no machine has', () => {
    expect(refusalOf({ PORT: '70000' })).to.contain('PORT is too large');
  });

  const halves: [string, Record<string, string>, string][] = [
    ['an id without a secret', { MicrosoftAppId: APP_ID }, 'MicrosoftAppPassword is missing'],
    ['a secret without an id', { MicrosoftAppPassword: 's' }, 'MicrosoftAppId is missing'],
    ['a tenant without an id', { MicrosoftAppTenantId: TENANT }, 'MicrosoftAppId is missing'],
    ['a type without an id', { MicrosoftAppType: 'SingleTenant' }, 'MicrosoftAppId is missing'],
    [
      'a single tenant without the tenant',
      { MicrosoftAppType: 'SingleTenant', MicrosoftAppId: APP_ID, MicrosoftAppPassword: 's' },
      'MicrosoftAppTenantId is missing',
    ],
    [
      'a managed identity without the tenant',
      { MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppId: APP_ID },
      'MicrosoftAppTenantId is missing',
    ],
    [
      'an id that is no GUID',
      { MicrosoftAppId: 'bot', MicrosoftAppPassword: 's' },
      'MicrosoftAppId is "bot"',
    ],
    ['an unknown type', { MicrosoftAppType: 'Free' }, 'MicrosoftAppType is "Free"'],
  ];
  for (const [what, env, message] of halves) {
    it(`refuses ${what}`, () => {
      expect(refusalOf(env)).to.contain(message);
    });
  }

  it('never puts a secret into its refusal', () => {
    expect(refusalOf({ MicrosoftAppPassword: 'hunter2' })).not.to.contain('hunter2');
  });

  it('reads the three kinds of identity', () => {
    const secret = { MicrosoftAppId: APP_ID, MicrosoftAppPassword: 's' };
    expect(readConfig(secret).credentials).to.deep.equal({
      kind: 'secret',
      appType: 'MultiTenant',
      appId: APP_ID,
      appPassword: 's',
      tenantId: null,
      expires: null,
    });
    const single = { ...secret, MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: TENANT };
    expect(readConfig(single).credentials).to.include({ appType: 'SingleTenant', tenantId: TENANT });
    const managed = {
      MicrosoftAppType: 'UserAssignedMSI',
      MicrosoftAppId: APP_ID,
      MicrosoftAppTenantId: TENANT,
    };
    expect(readConfig(managed).credentials).to.deep.equal({
      kind: 'managed-identity',
      appId: APP_ID,
      tenantId: TENANT,
    });
  });

  it('opens to other machines only with an app id', () => {
    expect(refusalOf({ HOST: '0.0.0.0' })).to.contain('HOST is "0.0.0.0" while MicrosoftAppId is not set');
    const open = readConfig({ HOST: '0.0.0.0', MicrosoftAppId: APP_ID, MicrosoftAppPassword: 's' });
    expect(open.host).to.equal('0.0.0.0');
  });

  it('takes the sample company or a real one, never a mix', () => {
    expect(refusalOf({ COMPANY_FILE: 'company.yaml' })).to.contain(
      'COMPANY_FILE is set while MicrosoftAppId is not',
    );
  });
});
