import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { sara } from '../../src/directory/sample-people.ts';
import { type BotConnector, startBotConnector } from '../fakes/bot-connector.ts';
import { BOT_URI, people } from '../fakes/stage.ts';
import { useRealBot } from './real-bot.ts';
import { type ReceivedActivity, textOf } from './received.ts';

const REFERRALS = 'https://api.partner.microsoft.com';

interface OAuthCard {
  readonly text: string;
  readonly connectionName: string;
  readonly buttons: readonly { readonly type: string; readonly value: string }[];
  readonly tokenExchangeResource?: { readonly id: string; readonly uri: string };
}

describe('signing in with Teams', () => {
  const bot = useRealBot();
  let connector: BotConnector;
  let conversation: string;
  before(async () => void (connector = await startBotConnector()));
  after(() => connector.close());
  beforeEach(() => {
    conversation = `teams-${randomUUID()}`;
    connector.sent.length = 0;
  });

  /** Posts as Teams does: replies go to the connector, an invoke is answered at once. */
  async function post(part: Readonly<Record<string, unknown>>): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`${bot().address}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        id: randomUUID(),
        channelId: 'msteams',
        serviceUrl: connector.url,
        locale: 'it-IT',
        from: { id: `29:${sara.objectId}`, aadObjectId: sara.objectId },
        recipient: { id: '28:bot' },
        conversation: { id: conversation, conversationType: 'personal', tenantId: sara.tenantId },
        channelData: { tenant: { id: sara.tenantId } },
        ...part,
      }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
  }

  const say = (text: string) => post({ type: 'message', text });
  const invoke = (name: string, value: unknown) => post({ type: 'invoke', name, value });
  const ssoToken = (person: keyof typeof people = 'sara') => bot().stage.entra.issue(people[person], BOT_URI);
  const messages = () =>
    connector.sent
      .map(({ activity }) => activity)
      .filter(({ type }) => type === 'message') as unknown as ReceivedActivity[];
  const texts = () => messages().map(textOf).join('\n');

  function card(): OAuthCard {
    const attachments = messages().flatMap((message) => message.attachments ?? []);
    const found = attachments.filter(
      ({ contentType }) => contentType === 'application/vnd.microsoft.card.oauth',
    );
    expect(found, texts()).to.have.length.above(0);
    return found.at(-1)?.content as OAuthCard;
  }

  it('shows a card that Teams can answer by itself', async () => {
    await say('stato dei miei deal');
    const { connectionName, text, buttons, tokenExchangeResource } = card();
    expect(connectionName).to.equal('partner');
    expect(text)
      .to.match(/devi accedere/)
      .and.not.match(/sei cifre/);
    expect(buttons.map(({ type }) => type)).to.deep.equal(['signin']);
    expect(tokenExchangeResource?.uri).to.equal(BOT_URI);
    expect(messages()[0]?.summary).to.equal(text);
  });

  it('goes on once, however many windows bring the token', async () => {
    await say('crea un deal privato da 40k con Rossi Logistica per fine marzo');
    const value = { id: card().tokenExchangeResource?.id, connectionName: 'partner', token: ssoToken() };
    connector.sent.length = 0;
    const answers = await Promise.all([1, 2, 3].map(() => invoke('signin/tokenExchange', value)));
    expect(answers.map(({ status }) => status)).to.deep.equal([200, 200, 200]);
    expect(answers[0]?.body).to.deep.equal({ id: value.id, connectionName: 'partner' });
    expect(texts().match(/40\.000/g) ?? []).to.have.length(1);
    const exchanges = bot().stage.tokens.requests.filter(({ path }) => path === '/api/usertoken/exchange');
    expect(exchanges.filter(({ query }) => query.get('connectionName') === 'partner')).to.have.length(1);
  });

  it('one sign-in does for Graph as well: administrators are told with where they were read', async () => {
    await say('stato dei miei deal');
    const value = { id: card().tokenExchangeResource?.id, connectionName: 'partner', token: ssoToken() };
    await invoke('signin/tokenExchange', value);
    connector.sent.length = 0;
    await say('chi può darmi l’accesso alle segnalazioni?');
    await say('sì');
    expect(
      bot()
        .stage.graph.requests.map(({ path }) => path)
        .join('\n'),
    ).to.match(/roleAssignments/);
    expect(texts()).to.match(/Letto da Microsoft Entra/);
  });

  it('answers 412 where consent is missing, to each window, and explains it once', async () => {
    bot().stage.entra.requireConsent(sara.objectId, REFERRALS);
    await say('stato dei miei deal');
    const value = { id: card().tokenExchangeResource?.id, connectionName: 'partner', token: ssoToken() };
    connector.sent.length = 0;
    const answers = [
      await invoke('signin/tokenExchange', value),
      await invoke('signin/tokenExchange', value),
    ];
    expect(answers.map(({ status }) => status)).to.deep.equal([412, 412]);
    expect(messages()).to.have.length(1);
    expect(card().text).to.match(/consenso/);
    expect(card()).not.to.have.property('tokenExchangeResource');
    bot().stage.entra.grantConsent(sara.objectId, REFERRALS);
    connector.sent.length = 0;
    expect((await invoke('signin/tokenExchange', value)).status).to.equal(200);
    expect(texts()).to.match(/deal/);
  });

  it('does not take another person’s token', async () => {
    await say('stato dei miei deal');
    const value = {
      id: card().tokenExchangeResource?.id,
      connectionName: 'partner',
      token: ssoToken('marco'),
    };
    expect((await invoke('signin/tokenExchange', value)).status).to.equal(412);
    expect(card().text).to.match(/altro account/);
  });

  it('falls back to the button when Teams fails by itself', async () => {
    await say('stato dei miei deal');
    connector.sent.length = 0;
    const answer = await invoke('signin/failure', {
      code: 'resourcematchfailed',
      message: 'Resource match failed',
    });
    expect(answer.status).to.equal(200);
    expect(card().text).to.match(/non è riuscito/);
    expect(card()).not.to.have.property('tokenExchangeResource');
  });

  it('takes the digits that the sign-in page hands to Teams', async () => {
    await say('stato dei miei deal');
    const code = await bot().stage.tokens.signIn(card().buttons[0]?.value ?? '', sara.objectId);
    connector.sent.length = 0;
    expect((await invoke('signin/verifyState', { state: code })).status).to.equal(200);
    expect(texts()).to.match(/Accesso fatto/);
    expect((await invoke('signin/verifyState', { state: code })).status).to.equal(404);
  });

  it('believes no token that comes as an event', async () => {
    await say('stato dei miei deal');
    connector.sent.length = 0;
    const value = { connectionName: 'partner', token: bot().stage.entra.issue(people.marco, REFERRALS) };
    await post({ type: 'event', name: 'tokens/response', value });
    expect(texts()).not.to.match(/Accesso fatto/);
    expect(bot().stage.partnerCenter.referrals.requests).to.deep.equal([]);
  });

  it('does not begin again by itself where the new token does not do either', async () => {
    await say('stato dei miei deal');
    const value = { id: card().tokenExchangeResource?.id, connectionName: 'partner', token: ssoToken() };
    const { faults } = bot().stage.partnerCenter.referrals;
    for (let time = 0; time < 12; time += 1) {
      faults.plan({}, { kind: 'reply', isAfterWork: false, reply: { status: 401, body: {} } });
    }
    connector.sent.length = 0;
    expect((await invoke('signin/tokenExchange', value)).status).to.equal(200);
    expect(card()).not.to.have.property('tokenExchangeResource');
  });

  describe('on a card', () => {
    const LOGIN = 'application/vnd.microsoft.activity.loginRequest';
    const DEALS = { action: 'page', of: 'deals', page: 0, title: 'I miei deal' };
    const LOOK = { action: 'refresh', show: 'deals', page: 0, card: 'x' };
    const act = async (
      data: object,
      more: object = {},
    ): Promise<{ statusCode: number; type: string; value: unknown }> => {
      const trigger = data === LOOK ? 'automatic' : 'manual';
      const action = { type: 'Action.Execute', verb: 'x', data };
      const { status, body } = await invoke('adaptiveCard/action', { action, trigger, ...more });
      expect(status).to.equal(200);
      return body as { statusCode: number; type: string; value: unknown };
    };

    for (const [what, data] of [
      ['a tap', DEALS],
      ['a card that is looked at again', LOOK],
    ] as const) {
      it(`${what} that lacks it is answered by the way to it, and goes on with the token`, async () => {
        const asked = await act(data);
        expect(asked).to.deep.include({ statusCode: 401, type: LOGIN });
        const { connectionName, buttons, tokenExchangeResource } = asked.value as OAuthCard;
        expect(connectionName).to.equal('partner');
        expect(buttons.map(({ type }) => type)).to.deep.equal(['signin']);
        expect(messages()).to.deep.equal([]);
        const authentication = { id: tokenExchangeResource?.id, connectionName, token: ssoToken() };
        const shown = await act(data, { authentication });
        expect(shown.type).to.equal('application/vnd.microsoft.card.adaptive');
        expect(`${texts()} ${JSON.stringify(shown.value)}`).to.match(/deal/);
        expect(messages()).to.have.length(data === LOOK ? 0 : 1);
        expect(texts()).not.to.match(/accedere/);
      });

      it(`${what} goes on with the digits of the page, and with none that are wrong`, async () => {
        const { buttons } = (await act(data)).value as OAuthCard;
        const code = await bot().stage.tokens.signIn(buttons[0]?.value ?? '', sara.objectId);
        for (const state of ['000000', 'CancelledByUser'])
          expect(await act(data, { state })).to.deep.include({
            statusCode: 401,
            type: 'application/vnd.microsoft.error.incorrectAuthCode',
          });
        expect(messages()).to.deep.equal([]);
        expect((await act(data, { state: code })).type).to.equal('application/vnd.microsoft.card.adaptive');
      });

      it(`${what} takes nobody else’s token`, async () => {
        await act(data);
        const authentication = { id: '1', connectionName: 'partner', token: ssoToken('marco') };
        expect(await act(data, { authentication })).to.deep.include({
          statusCode: 412,
          type: 'application/vnd.microsoft.error.preconditionFailed',
        });
        expect(messages()).to.deep.equal([]);
        expect((await act(data)).type).to.equal(LOGIN);
      });
    }

    it('the button that only signs in says that it is done, once', async () => {
      const data = { action: 'sign-in', title: 'Accedi' };
      expect((await act(data)).type).to.equal(LOGIN);
      await act(data, { authentication: { id: '1', connectionName: 'partner', token: ssoToken() } });
      expect(messages()).to.have.length(1);
      expect(texts()).to.match(/Accesso fatto/);
    });
  });

  it('answers an invoke of another kind as not known', async () => {
    expect((await invoke('composeExtension/onCardButtonClicked', {})).status).to.equal(501);
  });
});
