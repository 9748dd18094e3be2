import { expect } from 'chai';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../../src/config/config.ts';
import { examine, type ExamineOptions } from '../../src/doctor/examine.ts';
import { examineOnline } from '../../src/doctor/online.ts';
import type { Diagnosis } from '../../src/doctor/diagnosis.ts';
import { startChannelIssuer } from '../fakes/channel-issuer.ts';
import { environmentOf, writeCompanyFiles } from '../fakes/company.ts';
import { type Stage, startStage, tenants } from '../fakes/stage.ts';
import { withFolder } from '../knowledge/folder.ts';
import { useTempDir } from '../temp-dir.ts';

/** The project's root, seen from `dist/test` and from `test` alike. */
const ROOT = rootFrom(dirname(fileURLToPath(import.meta.url)));

function rootFrom(folder: string): string {
  return readdirSync(folder).includes('package.json') ? folder : rootFrom(dirname(folder));
}

const APP_ID = '0f0f0f0f-1111-4222-8333-444444444444';

function look(
  env: Record<string, string>,
  more: Partial<ExamineOptions> = {},
): Promise<readonly Diagnosis[]> {
  const now = new Date('2026-11-24T09:00:00Z');
  return withFolder({}, (knowledgeFolder) =>
    examine({ env, now, knowledgeFolder, nodeVersion: '22.1.0', ...more }),
  );
}

const textsOf = (findings: readonly Diagnosis[], level: Diagnosis['level']): string =>
  findings
    .filter((finding) => finding.level === level)
    .map(({ text }) => text)
    .join('\n');

describe('the doctor', () => {
  const dir = useTempDir();
  const data = () => ({ DATA_DIR: join(dir.path, 'data') });

  it('finds nothing broken in a fresh clone', async () => {
    const findings = await look(data(), { knowledgeFolder: join(ROOT, 'knowledge') });
    expect(textsOf(findings, 'broken')).to.equal('');
    expect(textsOf(findings, 'fine'))
      .to.match(/sample company/)
      .and.match(/\d+ answers/);
    expect(textsOf(findings, 'advice')).to.contain('only this machine may connect');
  });

  it('names each bad variable as a thing of its own', async () => {
    const broken = (await look({ PORT: 'abc', LOG_LEVEL: 'loud' })).filter(({ level }) => level === 'broken');
    expect(broken.map(({ text }) => text.split(' ')[0])).to.deep.equal(['PORT', 'LOG_LEVEL']);
  });

  it('says what is missing for real deals, in words', async () => {
    const env = { ...data(), MicrosoftAppId: APP_ID, MicrosoftAppPassword: 's', REFERRALS: 'partner-center' };
    const broken = textsOf(await look(env), 'broken');
    expect(broken)
      .to.contain('OAUTH_CONNECTION_REFERRALS is missing')
      .and.to.contain('COMPANY_FILE is missing');
  });

  it('warns of what ends soon, calls ended what has, and notes what nobody wrote down', async () => {
    const bot = { ...data(), MicrosoftAppId: APP_ID, MicrosoftAppPassword: 's' };
    const soon = await look({ ...bot, MicrosoftAppPasswordExpires: '2026-11-30' });
    expect(textsOf(soon, 'soon')).to.contain('in 6 days');
    const ended = await look({ ...bot, MicrosoftAppPasswordExpires: '2026-11-01' });
    expect(textsOf(ended, 'broken')).to.contain('ended on 2026-11-01');
    expect(textsOf(await look(bot), 'advice')).to.contain('MicrosoftAppPasswordExpires is not set');
  });

  it('reads the company’s lists, and says where they are wrong', async () => {
    const bot = { ...data(), MicrosoftAppId: APP_ID, MicrosoftAppPassword: 's' };
    const files = await writeCompanyFiles(dir.path);
    expect(textsOf(await look({ ...bot, ...files }), 'fine'))
      .to.contain('lists Aurelia Sistemi, Borealis Consulting: 6 people')
      .and.to.contain('2 solutions');
    const bad = join(dir.path, 'bad.yaml');
    writeFileSync(bad, 'asOf: yesterday');
    expect(textsOf(await look({ ...bot, COMPANY_FILE: bad }), 'broken')).to.contain('asOf');
  });

  it('tells whom the bot serves, and warns where that is everybody or leaves out a company of the list', async () => {
    const bot = { ...data(), MicrosoftAppId: APP_ID, MicrosoftAppPassword: 's' };
    const files = await writeCompanyFiles(dir.path);
    expect(textsOf(await look(data()), 'advice')).not.to.contain('tenant');
    expect(textsOf(await look(bot), 'advice')).to.contain('No tenant is known');
    const [ours = '', theirs = ''] = tenants.map(({ tenantId }) => tenantId);
    const listed = await look({ ...bot, ...files });
    expect(textsOf(listed, 'fine')).to.contain(`and no others: ${ours}, ${theirs}.`);
    expect(textsOf(listed, 'advice')).not.to.contain('No tenant');
    const said = await look({ ...bot, ...files, ALLOWED_TENANTS: ours });
    expect(textsOf(said, 'fine')).to.contain(`and no others: ${ours}.`);
    expect(textsOf(said, 'advice')).to.contain(`lists ${theirs}, which ALLOWED_TENANTS leaves out`);
  });

  it('tells who may read the metrics, without the token', async () => {
    const bot = { ...data(), MicrosoftAppId: APP_ID, MicrosoftAppPassword: 's' };
    expect(textsOf(await look(data()), 'advice')).not.to.contain('/metrics');
    expect(textsOf(await look(bot), 'advice')).to.contain('/metrics is off');
    const token = 'a-token-of-some-length';
    const both = await look({ ...bot, METRICS_PORT: '9464', METRICS_TOKEN: token });
    expect(textsOf(both, 'fine'))
      .to.contain('at 127.0.0.1:9464')
      .and.to.contain('whoever brings METRICS_TOKEN');
    expect(JSON.stringify(both)).not.to.contain(token).and.not.to.contain('is off');
    const standIn = await look({ ...bot, CHANNEL_KEYS_URL: 'http://127.0.0.1:9/' });
    expect(textsOf(standIn, 'advice')).to.contain('CHANNEL_KEYS_URL is set');
  });

  it('says when the data folder can’t be one', async () => {
    const file = join(dir.path, 'file');
    writeFileSync(file, '');
    expect(textsOf(await look({ DATA_DIR: file }), 'broken')).to.match(
      /DATA_DIR is ".*", which can't be written/,
    );
  });

  it('asks about deals that are gone though people have written, and only then', async () => {
    const folder = data().DATA_DIR;
    mkdirSync(join(folder, 'people', 'ab'), { recursive: true });
    expect(textsOf(await look(data()), 'broken')).to.equal('');
    writeFileSync(join(folder, 'people', 'ab', 'cd.json'), '{}');
    expect(textsOf(await look(data()), 'broken')).to.match(
      /deals\.json is missing though people have written here/,
    );
    const files = await writeCompanyFiles(dir.path);
    const real = { MicrosoftAppId: APP_ID, MicrosoftAppPassword: 's', REFERRALS: 'partner-center' };
    const env = { ...data(), ...files, ...real, OAUTH_CONNECTION_REFERRALS: 'partner' };
    expect(textsOf(await look(env), 'broken')).to.equal('');
    writeFileSync(join(folder, 'deals.json'), '{}');
    expect(textsOf(await look(data()), 'broken')).to.equal('');
  });

  it('refuses a Node that is too old', async () => {
    expect(textsOf(await look(data(), { nodeVersion: '18.20.0' }), 'broken')).to.contain('Node is 18.20.0');
  });

  describe('online', () => {
    let stage: Stage;
    before(async () => void (stage = await startStage()));
    after(() => stage.close());

    it('tells which OAuth connections are there, and which are not', async () => {
      const files = await writeCompanyFiles(dir.path);
      const env = { ...data(), ...environmentOf(stage), ...files, OAUTH_CONNECTION_GRAPH: 'misspelt' };
      const findings = await look(env, { online: examineOnline });
      expect(textsOf(findings, 'fine')).to.contain("'partner' is there, with single sign-on");
      expect(textsOf(findings, 'broken')).to.contain('misspelt');
    });

    it('tells whether callers could be checked', async () => {
      const issuer = await startChannelIssuer();
      const env = {
        ...data(),
        MicrosoftAppId: APP_ID,
        MicrosoftAppPassword: 's',
        CHANNEL_KEYS_URL: issuer.keysUrl,
      };
      const online = async (config: Config) =>
        (await examineOnline(config)).filter(({ text }) => /keys/.test(text));
      expect(textsOf(await look(env, { online }), 'fine')).to.contain('callers are checked by can be had');
      await issuer.close();
      expect(textsOf(await look(env, { online }), 'broken')).to.contain('channel keys: ');
    });
  });
});
