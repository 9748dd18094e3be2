import { expect } from 'chai';
import { readClaims } from './jwt.ts';
import { bot, BOT_URI, people, startStage, type Stage } from './stage.ts';

type Json = Record<string, unknown>;
const PARTNER = 'https://api.partner.microsoft.com';

describe('fakes: Bot Framework token service', () => {
  let stage: Stage;

  async function call(method: string, path: string, query: Record<string, string>, body?: unknown) {
    const url = `${stage.tokens.url}/api/${path}?${new URLSearchParams(query).toString()}`;
    const response = await fetch(url, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text ? JSON.parse(text) : null) as Json };
  }
  const of = (userId: string): Record<string, string> => ({
    userId,
    connectionName: 'partner',
    channelId: 'msteams',
  });
  const stateOf = (userId: string): string =>
    Buffer.from(
      JSON.stringify({
        connectionName: 'partner',
        conversation: { channelId: 'msteams', user: { id: userId } },
        msAppId: bot.clientId,
      }),
    ).toString('base64');

  beforeEach(async () => {
    stage = await startStage();
  });
  afterEach(() => stage.close());

  it('answers 404 without a body where nobody is signed in', async () => {
    expect(await call('GET', 'usertoken/GetToken', of('29:sara'))).to.deep.equal({ status: 404, body: null });
  });

  it("exchanges a Teams token for the connection's, and keeps it for that user alone", async () => {
    const token = stage.entra.issue(people.sara, BOT_URI);
    const { body } = await call('POST', 'usertoken/exchange', of('29:sara'), { token });
    expect(readClaims(String(body['token']))).to.include({ aud: PARTNER, oid: people.sara.objectId });
    expect((await call('GET', 'usertoken/GetToken', of('29:sara'))).body['token']).to.equal(body['token']);
    expect((await call('GET', 'usertoken/GetToken', of('29:marco'))).status).to.equal(404);
    const status = await call('GET', 'usertoken/GetTokenStatus', { userId: '29:sara', channelId: 'msteams' });
    expect((status.body as unknown as Json[]).map((one) => one['hasToken'])).to.deep.equal([true, false]);
  });

  it('says that consent is missing, as Entra worded it', async () => {
    stage.entra.requireConsent(people.sara.objectId, PARTNER);
    const { status, body } = await call('POST', 'usertoken/exchange', of('29:sara'), {
      token: stage.entra.issue(people.sara, BOT_URI),
    });
    const error = body['error'] as Json;
    expect([status, error['code']]).to.deep.equal([400, 'ConsentRequired']);
    expect(JSON.stringify(error['innerHttpError'])).to.contain('AADSTS65001');
  });

  it('signs in by link and six digits, good once and only for who started', async () => {
    const { body } = await call('GET', 'botsignin/GetSignInResource', { state: stateOf('29:sara') });
    expect((body['tokenExchangeResource'] as Json)['uri']).to.equal(BOT_URI);
    const code = (await stage.tokens.signIn(String(body['signInLink']), people.sara.objectId)) ?? '';
    expect(code).to.match(/^\d{6}$/);
    expect((await call('GET', 'usertoken/GetToken', { ...of('29:marco'), code })).status).to.equal(404);
    expect((await call('GET', 'usertoken/GetToken', { ...of('29:sara'), code })).status).to.equal(200);
    await call('DELETE', 'usertoken/SignOut', of('29:sara'));
    expect((await call('GET', 'usertoken/GetToken', { ...of('29:sara'), code })).status).to.equal(404);
  });

  it('gives tokens of other audiences for who is signed in', async () => {
    await call('POST', 'usertoken/exchange', of('29:sara'), {
      token: stage.entra.issue(people.sara, BOT_URI),
    });
    const resourceUrls = ['https://graph.microsoft.com'];
    const { body } = await call('POST', 'usertoken/GetAadTokens', of('29:sara'), { resourceUrls });
    const [graph] = Object.values(body) as Json[];
    expect(readClaims(String(graph?.['token']))?.['aud']).to.equal('https://graph.microsoft.com');
  });
});
