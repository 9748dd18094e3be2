import { expect } from 'chai';
import { type App, createApp } from '../../src/app/app.ts';
import { readConfig } from '../../src/config/config.ts';
import { SAMPLE_PEOPLE, SARA_ID } from '../../src/directory/sample-people.ts';
import { type ChannelIssuer, startChannelIssuer } from '../fakes/channel-issuer.ts';
import { writeCompanyFiles } from '../fakes/company.ts';
import type { Claims } from '../fakes/jwt.ts';
import { people } from '../fakes/stage.ts';
import { learnOnce } from '../learned.ts';
import { quietLog } from '../quiet-log.ts';
import { useTempDir } from '../temp-dir.ts';
import { APP_ID, type Assistant, startAssistant } from './assistant.ts';
import { forgedHeaders } from './forged-tokens.ts';

interface Shown {
  readonly status: number;
  readonly body: { kind?: string; card?: unknown; text?: string; words?: string; url?: string | null };
}

const ASK = { locale: 'it', timeZone: 'Europe/Rome', personId: SARA_ID, action: null };

async function look(url: string, part: object = {}, headers: Record<string, string> = {}): Promise<Shown> {
  const response = await fetch(`${url}/tabs/deals`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ ...ASK, ...part }),
  });
  return { status: response.status, body: (await response.json()) as Shown['body'] };
}

describe('the tab on one’s deals, on this machine', () => {
  const data = useTempDir();
  let app: App;
  let url: string;

  beforeEach(async () => {
    const config = readConfig({ PORT: '0', DATA_DIR: data.path });
    app = await createApp(config, { log: quietLog, learned: learnOnce() });
    url = await app.start();
  });
  afterEach(() => app.stop());

  it('shows the cards of the chat, in the language that is asked for, and the deal that is tapped', async () => {
    const { body } = await look(url);
    expect(body.kind).to.equal('shown');
    expect(JSON.stringify(body.card)).to.contain('Contoso');
    const [, id] = /"referralId":"([^"]+)"/.exec(JSON.stringify(body.card)) ?? [];
    const deal = await look(url, {
      locale: 'en',
      action: { action: 'begin', dialog: 'check-acceptance', referralId: id },
    });
    expect(JSON.stringify(deal.body.card)).to.contain('Microsoft').and.to.contain('"lang":"en"');
  });

  it('shows nobody what their own chat would not show', async () => {
    const stranger = SAMPLE_PEOPLE.find(({ roles }) => roles?.length === 0);
    const { body } = await look(url, { personId: stranger?.objectId });
    expect(JSON.stringify(body)).not.to.contain('Contoso');
    expect((await look(url, { personId: 'nobody' })).status).to.equal(404);
  });

  it('does nothing by itself: what is to be done leads into the chat', async () => {
    const { body } = await look(url, { action: { action: 'begin', dialog: 'create-deal' } });
    expect(body).to.deep.equal({ kind: 'chat', words: 'Crea un deal', url: null });
    const forget = await look(url, { action: { action: 'forget-me', isConfirmed: true } });
    expect(forget.body.kind).to.equal('chat');
    expect(JSON.stringify((await look(url)).body)).to.contain('Contoso');
  });

  it('refuses what is none of our buttons, no question of the page, or no JSON', async () => {
    expect((await look(url, { action: { action: 'format-disk' } })).status).to.equal(400);
    expect((await look(url, { locale: 'xx' })).status).to.equal(400);
    const form = await fetch(`${url}/tabs/deals`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
      body: JSON.stringify(ASK),
    });
    expect(form.status).to.equal(415);
  });

  it('is a page without data that Teams alone may frame', async () => {
    const response = await fetch(`${url}/tabs/deals`);
    expect(response.headers.get('content-security-policy')).to.contain(
      'frame-ancestors https://teams.microsoft.com',
    );
    expect(await response.text()).not.to.contain('Contoso');
    const own = await fetch(`${url}/`);
    expect(own.headers.get('content-security-policy')).to.contain("frame-ancestors 'none'");
  });
});

describe('the tab on one’s deals, in Teams', function () {
  this.timeout(60_000);
  const dir = useTempDir();
  const { tenantId, objectId } = people.sara;
  let issuer: ChannelIssuer;
  let assistant: Assistant;

  beforeEach(async () => {
    issuer = await startChannelIssuer();
    assistant = await startAssistant({
      DATA_DIR: dir.path,
      CHANNEL_KEYS_URL: issuer.keysUrl,
      ENTRA_KEYS_URL: issuer.keysUrl,
      ...(await writeCompanyFiles(dir.path)),
    });
  });
  afterEach(async () => {
    await assistant.stop();
    await issuer.close();
  });

  const said = (change: Claims = {}): Claims => ({
    iss: `https://login.microsoftonline.com/${tenantId}/v2.0`,
    tid: tenantId,
    oid: objectId,
    scp: 'access_as_user',
    ...change,
  });
  const lookWith = (claims: Claims): Promise<Shown> =>
    look(assistant.url, { personId: null }, { authorization: `Bearer ${issuer.tokenFor(APP_ID, claims)}` });

  it('believes Entra’s token for this application, and no word of the page on who somebody is', async () => {
    expect((await lookWith(said())).status).to.equal(200);
    expect((await look(assistant.url)).status).to.equal(401);
  });

  it('leads into the person’s own chat', async () => {
    const { body } = await look(
      assistant.url,
      { action: { action: 'begin', dialog: 'create-deal' } },
      { authorization: `Bearer ${issuer.tokenFor(APP_ID, said())}` },
    );
    expect(body.url).to.contain(`users=28%3A${APP_ID}`);
  });

  it('serves no other company', async () => {
    const other = '99999999-9999-4999-8999-999999999999';
    const { status } = await lookWith(
      said({ tid: other, iss: `https://login.microsoftonline.com/${other}/v2.0` }),
    );
    expect(status).to.equal(403);
  });

  it('refuses what is signed for another tenant, application, time or purpose, and what nobody signed', async () => {
    const other = '99999999-9999-4999-8999-999999999999';
    const wrong: readonly Claims[] = [
      said({ tid: other }),
      said({ iss: `https://sts.windows.net/${tenantId}/` }),
      said({ iss: 'https://api.botframework.com' }),
      said({ aud: other }),
      said({ exp: 1 }),
      said({ scp: 'User.Read' }),
      said({ scp: undefined }),
      said({ oid: undefined }),
      said({ oid: '../x' }),
    ];
    for (const claims of wrong) expect((await lookWith(claims)).status, JSON.stringify(claims)).to.equal(401);
    for (const [what, authorization] of forgedHeaders(issuer, APP_ID)) {
      const headers = authorization === '' ? {} : { authorization };
      expect((await look(assistant.url, { personId: null }, headers)).status, what).to.equal(401);
    }
  });
});
