import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { marco, sara } from '../../src/directory/sample-people.ts';
import { type BotConnector, startBotConnector } from '../fakes/bot-connector.ts';
import { brokenServer, refusal, slow } from '../fakes/faults.ts';
import { startTestBot, type TestBot } from './chat.ts';
import { textOf } from './received.ts';
import { SharedChat } from './shared-chat.ts';

const QUESTION = 'perché non vedo Nuovo deal?';

/** More than the connector's client tries for one letter. */
const ALL_ATTEMPTS = 10;

describe('a reply that can’t be delivered', function () {
  this.timeout(60_000);
  let bot: TestBot;
  let connector: BotConnector;
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'cosell-'));
    bot = await startTestBot({ dataDir });
    connector = await startBotConnector();
  });
  afterEach(async () => {
    await bot.stop();
    await connector.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  const chatIn = (id: string): SharedChat =>
    new SharedChat(bot, connector, { id, conversationType: 'personal' });
  const message = (text: string, id: string = randomUUID()) => ({ type: 'message', text, id });
  const texts = (conversationId: string): string[] =>
    connector.sent
      .filter((sent) => sent.conversationId === conversationId && sent.activity.type === 'message')
      .map(({ activity }) => textOf(activity as unknown as Parameters<typeof textOf>[0]));

  it('makes the channel come back, and is then sent, once', async () => {
    connector.faults.plan({ path: /a:1/ }, brokenServer(), ALL_ATTEMPTS);
    const activity = message(QUESTION);
    expect((await chatIn('a:1').postRaw(sara, activity)).status).to.equal(503);
    connector.faults.clear();
    expect((await chatIn('a:1').postRaw(sara, activity)).status).to.equal(200);
    expect((await chatIn('a:1').postRaw(sara, activity)).status).to.equal(200);
    expect(texts('a:1')).to.have.length(1);
  });

  it('does nothing again: the deal that was made is told, and made once', async () => {
    const chat = chatIn('a:1');
    await chat.post(sara, message('crea un deal privato da 40k con Rossi Logistica'));
    for (const text of ['via Roma 1, 37100 Verona, Italia', 'wms', 'fine marzo', 'non ha ancora deciso'])
      await chat.post(sara, message(text));
    connector.faults.plan({ path: /a:1/ }, brokenServer(), ALL_ATTEMPTS);
    const confirmation = message('conferma');
    expect((await chat.postRaw(sara, confirmation)).status).to.equal(503);
    connector.faults.clear();
    const before = texts('a:1').length;
    await chat.postRaw(sara, confirmation);
    expect(texts('a:1').slice(before).join()).to.match(/Fatto: il deal con Rossi Logistica/);
    const deals = (await bot.app.sandbox?.listAll()) ?? [];
    expect(deals.filter(({ customer }) => customer.name === 'Rossi Logistica')).to.have.length(1);
  });

  it('is sent before what is said next, also after a restart', async () => {
    connector.faults.plan({ path: /a:1/ }, brokenServer(), ALL_ATTEMPTS);
    expect((await chatIn('a:1').postRaw(sara, message('aiuto'))).status).to.equal(503);
    connector.faults.clear();
    await bot.stop();
    bot = await startTestBot({ dataDir });
    await chatIn('a:1').post(sara, message(QUESTION));
    const [first = '', second = ''] = texts('a:1');
    expect(first).to.match(/Rispondo alle domande/);
    expect(second).to.match(/Nuovo deal|co-sell/i);
    expect(texts('a:1')).to.have.length(2);
    await chatIn('a:1').post(sara, message('grazie'));
    expect(texts('a:1')).to.have.length(3);
  });

  it('an answer that was taken is not said again by a later process', async () => {
    await chatIn('a:1').post(sara, message(QUESTION));
    await bot.stop();
    bot = await startTestBot({ dataDir });
    await chatIn('a:1').post(sara, message('grazie'));
    expect(texts('a:1')).to.have.length(2);
  });

  it('a channel that never answers holds up neither the person elsewhere nor anybody else', async () => {
    connector.faults.plan({ path: /a:1/ }, slow(30_000), ALL_ATTEMPTS);
    const held = chatIn('a:1').postRaw(sara, message(QUESTION));
    let isHeld = true;
    void held.finally(() => (isHeld = false));
    await chatIn('a:2').post(sara, message('ciao'));
    await chatIn('a:3').post(marco, message('ciao'));
    expect(isHeld).to.equal(true);
    expect((await held).status).to.equal(503);
  });

  it('replies of one conversation leave in the order of their messages', async () => {
    connector.faults.plan({ path: /a:1/ }, slow(300));
    const chat = chatIn('a:1');
    const first = chat.postRaw(sara, message('aiuto'));
    const second = chat.postRaw(sara, message('grazie'));
    await Promise.all([first, second]);
    expect(texts('a:1').map((text) => /Rispondo alle domande/.test(text))).to.deep.equal([true, false]);
  });

  it('an activity that has the id of another one elsewhere is answered all the same', async () => {
    await chatIn('a:1').post(sara, message('aiuto', '1700000000001'));
    await chatIn('a:2').post(marco, message('aiuto', '1700000000001'));
    expect([texts('a:1').length, texts('a:2').length]).to.deep.equal([1, 1]);
  });

  it('one that is brought again while others wait is not called unread', async () => {
    const activity = message(QUESTION);
    const posts = [activity, ...Array.from({ length: 8 }, () => message('grazie')), activity, activity];
    await Promise.all(posts.map((each) => chatIn('a:1').postRaw(sara, each)));
    const replies = connector.sent.filter(({ activity: { replyToId } }) => replyToId === activity.id);
    expect(replies).to.have.length(1);
    expect(JSON.stringify(replies)).not.to.match(/Sto ancora rispondendo/);
  });

  it('of many that could not be delivered none is lost, once they are brought again', async () => {
    await bot.stop();
    bot = await startTestBot({ dataDir, env: { TURNS_PER_PERSON: '40' } });
    connector.faults.plan({ path: /a:1/ }, refusal(412, 'precondition'), 1_000);
    const activities = Array.from({ length: 26 }, (_, at) => message(at % 2 === 0 ? 'grazie' : 'aiuto'));
    const answers = await Promise.all(activities.map((each) => chatIn('a:1').postRaw(sara, each)));
    expect(new Set(answers.map(({ status }) => status))).to.deep.equal(new Set([503]));
    connector.faults.clear();
    for (const each of activities)
      while ((await chatIn('a:1').postRaw(sara, each)).status !== 200) await wait(50);
    const answered = connector.sent.map(({ activity }) => activity['replyToId']);
    expect(answered).to.have.length(26);
    expect(new Set(answered)).to.deep.equal(new Set(activities.map(({ id }) => id)));
  }).timeout(180_000);

  it('what was said privately isn’t said again where others have come to read', async () => {
    connector.faults.plan({ path: /a:1/ }, brokenServer(), ALL_ATTEMPTS);
    await chatIn('a:1').postRaw(sara, message('i miei deal'));
    connector.faults.clear();
    const shared = new SharedChat(bot, connector, { id: 'a:1', conversationType: 'groupChat' });
    await shared.mention(sara, 'grazie');
    expect(texts('a:1').join()).not.to.match(/Fabrikam/);
    expect(texts('a:1')).to.have.length(1);
  });

  it('no id, an empty one, and half of a character are no reason for silence', async () => {
    for (const id of [null, null, '', '']) await chatIn('a:1').post(sara, { ...message('aiuto'), id });
    expect(texts('a:1')).to.have.length(4);
    await chatIn('a:2').postRaw(sara, message('aiuto', '\ud800'));
    await chatIn('a:2').post(sara, message('grazie'));
    expect(texts('a:2')).to.have.length(1);
  });

  it('who blocked the assistant is left alone, and the channel need not come back', async () => {
    connector.faults.plan({ path: /a:1/ }, refusal(403, 'MessageWritesBlocked'), ALL_ATTEMPTS);
    expect((await chatIn('a:1').postRaw(sara, message(QUESTION))).status).to.equal(200);
    expect(connector.requests.filter(({ path }) => path.includes('a:1'))).to.have.length(1);
  });
});

describe('many messages of one person', function () {
  this.timeout(60_000);

  it('beyond a few waiting ones get a sentence; others are answered, and it is counted', async () => {
    const bot = await startTestBot({ env: { TURNS_PER_PERSON: '3' } });
    const connector = await startBotConnector();
    const chat = new SharedChat(bot, connector, { id: 'a:1', conversationType: 'personal' });
    const other = new SharedChat(bot, connector, { id: 'a:2', conversationType: 'personal' });
    const flood = Array.from({ length: 40 }, () => chat.postRaw(sara, { type: 'message', text: QUESTION }));
    const answered = await other.post(marco, { type: 'message', text: 'ciao' });
    await Promise.all(flood);
    const inChat = connector.sent.filter(({ conversationId }) => conversationId === 'a:1');
    const busy = inChat.filter(({ activity }) => /Sto ancora rispondendo/.test(String(activity['text'])));
    expect(inChat).to.have.length(40);
    expect(busy).to.have.length.above(0);
    expect(answered.join()).to.match(/Ciao Marco/);
    const metrics = await (await fetch(`${bot.address}/metrics`)).text();
    expect(metrics).to.contain(`bot_turns_refused_total{whose="person"} ${String(busy.length)}`);
    await bot.stop();
    await connector.close();
  });

  it('a company has a budget too', async () => {
    const bot = await startTestBot({ env: { TURNS_PER_PERSON: '50', TURNS_PER_TENANT: '5' } });
    const connector = await startBotConnector();
    const chat = new SharedChat(bot, connector, { id: 'a:1', conversationType: 'personal' });
    await Promise.all(
      Array.from({ length: 40 }, () => chat.postRaw(sara, { type: 'message', text: 'grazie' })),
    );
    const metrics = await (await fetch(`${bot.address}/metrics`)).text();
    expect(metrics).to.match(/bot_turns_refused_total\{whose="tenant"\} [1-9]/);
    await bot.stop();
    await connector.close();
  });
});
