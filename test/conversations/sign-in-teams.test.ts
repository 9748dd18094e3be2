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

  it('answers an invoke of another kind as not known', async () => {
    expect((await invoke('composeExtension/onCardButtonClicked', {})).status).to.equal(501);
  });
});
