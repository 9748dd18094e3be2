import { expect } from 'chai';
import { type Config, examineConfig, readConfig, servedTenants } from '../../src/config/config.ts';

const APP_ID = '0f0f0f0f-1111-4222-8333-444444444444';
const AURELIA = '11111111-1111-4111-8111-111111111111';
const OWN = 'AAAAAAAA-2222-4222-8222-222222222222';
const BOT = { MicrosoftAppId: APP_ID, MicrosoftAppPassword: 'hunter2' };
const TOKEN = 'a-token-of-some-length';

function problemsOf(env: Record<string, string>, files: Record<string, string> = {}): readonly string[] {
  const reading = examineConfig(env, (path) => {
    const text = files[path];
    if (text === undefined) throw Object.assign(new Error(path), { code: 'ENOENT' });
    return text;
  });
  return reading.isUsable ? [] : reading.problems;
}

describe('configuration: who may come in, and who may read the metrics', () => {
  it('takes tenants in either case, with spaces between them', () => {
    const { access } = readConfig({ ...BOT, ALLOWED_TENANTS: ` ${AURELIA} ,${OWN}` });
    expect(access.allowedTenants).to.deep.equal([AURELIA, OWN.toLowerCase()]);
  });

  const wrong: [string, Record<string, string>, string][] = [
    [
      'a tenant that is no GUID',
      { ...BOT, ALLOWED_TENANTS: `${AURELIA}, contoso.com` },
      'ALLOWED_TENANTS holds "contoso.com"',
    ],
    ['a comma too many', { ...BOT, ALLOWED_TENANTS: `${AURELIA},` }, 'ALLOWED_TENANTS holds ""'],
    [
      'tenants without an app id',
      { ALLOWED_TENANTS: AURELIA },
      'ALLOWED_TENANTS is set while MicrosoftAppId is not',
    ],
    ['a port in words', { METRICS_PORT: 'nine' }, 'METRICS_PORT is "nine"; give a number from 0 to 65535'],
    ['a port that no machine has', { METRICS_PORT: '70000' }, 'METRICS_PORT is too large'],
    [
      'the port of everybody',
      { PORT: '9464', METRICS_PORT: '9464' },
      'METRICS_PORT is "9464", which is PORT too',
    ],
    [
      'a short token',
      { ...BOT, METRICS_TOKEN: 'swordfish' },
      'METRICS_TOKEN holds a token that is too short',
    ],
    [
      'a token that no header carries',
      { ...BOT, METRICS_TOKEN: 'perché no, dopotutto' },
      'METRICS_TOKEN holds a token',
    ],
    [
      'a token twice',
      { ...BOT, METRICS_TOKEN: TOKEN, METRICS_TOKEN_FILE: 'f' },
      'METRICS_TOKEN and METRICS_TOKEN_FILE',
    ],
    [
      'a file that is not there',
      { ...BOT, METRICS_TOKEN_FILE: 'away' },
      'METRICS_TOKEN_FILE is "away", which can\'t be read (ENOENT)',
    ],
    [
      'an empty file',
      { ...BOT, METRICS_TOKEN_FILE: 'empty' },
      'METRICS_TOKEN_FILE is "empty", which is empty',
    ],
    [
      'keys from anywhere',
      { ...BOT, CHANNEL_KEYS_URL: 'https://keys.example/' },
      'CHANNEL_KEYS_URL is "https://keys.example"',
    ],
    [
      'a host much like ours',
      { ...BOT, CHANNEL_KEYS_URL: 'http://127.0.0.1.evil.example/' },
      'CHANNEL_KEYS_URL is',
    ],
  ];
  for (const [what, env, problem] of wrong) {
    it(`refuses ${what}`, () => {
      const problems = problemsOf(env, { empty: ' \n' });
      expect(problems).to.have.length(1);
      expect(problems[0]).to.contain(problem);
      expect(problems[0]).not.to.contain('swordfish').and.not.to.contain('perché');
    });
  }

  it('reads the token from its file, without the line end', () => {
    const config = readConfig({ ...BOT, METRICS_TOKEN_FILE: 'f' }, () => `${TOKEN}\n`);
    expect(config.access.metricsToken).to.equal(TOKEN);
  });

  describe('serves', () => {
    const served = (env: Record<string, string>, listed: readonly string[] = []) => {
      const config: Config = readConfig(env);
      const tenants = servedTenants(config, listed);
      return tenants === null ? 'all' : [...tenants];
    };
    it('everybody on this machine, without an app id', () => {
      expect(served({}, [AURELIA])).to.equal('all');
    });
    it('the tenants of the company’s list and the bot’s own, where nobody said', () => {
      expect(served({ ...BOT, MicrosoftAppTenantId: OWN }, [AURELIA])).to.deep.equal([
        AURELIA,
        OWN.toLowerCase(),
      ]);
    });
    it('those said alone, where somebody did', () => {
      const env = { ...BOT, MicrosoftAppTenantId: OWN, ALLOWED_TENANTS: AURELIA };
      expect(served(env, ['99999999-1111-4111-8111-111111111111'])).to.deep.equal([AURELIA]);
    });
    it('no company in particular, where none is known', () => {
      expect(served(BOT)).to.deep.equal([]);
    });
  });
});
