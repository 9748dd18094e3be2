import { expect } from 'chai';
import { sara } from '../../src/directory/sample-people.ts';
import { brokenServer, refusal, slow, unavailable } from '../fakes/faults.ts';
import { people } from '../fakes/stage.ts';
import { type Chat, TODAY } from './chat.ts';
import { answerUntilSummary, chatOf, signInAs, startWatchedBot, type WatchedBot } from './watched-bot.ts';

const ANSWERS: readonly (readonly [RegExp, string])[] = [
  [/indirizzo/i, 'via Roma 1, 37100 Verona, Italia'],
  [/marketplace/i, 'non ha deciso'],
  [/soluzione/i, 'wms'],
];

describe('Partner Center is away when a deal is confirmed', function () {
  // The SDK tries a channel that fails four times, with waits of its own.
  this.timeout(120_000);
  let bot: WatchedBot;
  let chat: Chat;
  beforeEach(async () => {
    bot = await startWatchedBot();
    chat = chatOf(bot, sara);
    await signInAs(bot, chat, sara);
    await chat.say('crea un deal privato da 40k con Rossi Logistica per fine marzo');
    await answerUntilSummary(chat, ANSWERS);
  });
  afterEach(() => bot.stop());

  const faults = () => bot.stage.partnerCenter.referrals.faults;
  /** Half a minute later: what was asked for without an answer has settled by then. */
  const serviceIsBack = () => {
    faults().clear();
    bot.setNow(new Date(TODAY.getTime() + 30_000));
  };
  const MINUTE_MS = 60_000;
  const at = (ms: number) => bot.setNow(new Date(TODAY.getTime() + ms));
  const keepAndSend = async () => {
    faults().plan({ method: 'POST' }, unavailable(), 9);
    await chat.tap('Crea il deal');
    serviceIsBack();
    await bot.app.watch.sendKept();
  };
  const made = () => {
    const { tenantId, objectId, email } = people.sara;
    const all = bot.stage.partnerCenter.records.visibleTo({ tenantId, objectId, email, role: 'admin' });
    return all.filter((record) => JSON.stringify(record).includes('Rossi Logistica')).length;
  };

  it('it is kept and said to be, sent once the service is back, and told again', async () => {
    faults().plan({ method: 'POST' }, unavailable(), 9);
    const said = await chat.tap('Crea il deal');
    expect(said.text)
      .to.match(/Tengo il deal confermato/)
      .and.not.match(/Non ho creato nulla/);
    expect(said.buttons).to.include.members(['Riprova', 'Non inviarlo']);
    await bot.app.watch.sendKept();
    expect(bot.toldTo(sara)).to.deep.equal([]);
    serviceIsBack();
    await bot.app.watch.sendKept();
    expect(made()).to.equal(1);
    const [told, ...more] = bot.toldTo(sara);
    expect(more).to.deep.equal([]);
    expect(told?.text).to.match(/Rossi Logistica.*ora è creato/);
    await bot.app.watch.sendKept();
    expect(bot.toldTo(sara)).to.have.length(1);
    expect((await chat.tap('Riprova', said)).text).to.match(/già/);
    expect(made()).to.equal(1);
  });

  it('it is not sent where the person says so', async () => {
    faults().plan({ method: 'POST' }, unavailable(), 9);
    await chat.tap('Crea il deal');
    await chat.tap('Non inviarlo');
    serviceIsBack();
    await bot.app.watch.sendKept();
    expect(made()).to.equal(0);
    expect(bot.toldTo(sara)).to.deep.equal([]);
  });

  it('a refusal that comes later is told, with the draft at hand', async () => {
    faults().plan({ method: 'POST' }, unavailable(), 9);
    await chat.tap('Crea il deal');
    serviceIsBack();
    faults().plan({ method: 'POST' }, refusal(403, 'accessDenied'));
    await bot.app.watch.sendKept();
    const [told] = bot.toldTo(sara);
    expect(told?.text).to.match(/ha rifiutato/);
    expect(told?.buttons).to.deep.equal(['Apri la bozza']);
    expect(made()).to.equal(0);
  });

  for (const [what, fault, times] of [
    ['fails', brokenServer(), 4],
    ['refuses for the moment', refusal(400, 'BadRequest'), 1],
  ] as const) {
    it(`it is told again where the channel ${what}, also after a restart, and then once`, async () => {
      bot.connector.faults.plan({}, fault, times);
      await keepAndSend();
      expect(made()).to.equal(1);
      expect(bot.toldTo(sara)).to.deep.equal([]);
      bot = await bot.restart();
      expect(bot.connector.faults.left).to.equal(0);
      at(2 * MINUTE_MS);
      await bot.app.watch.sendKept();
      at(10 * MINUTE_MS);
      await bot.app.watch.sendKept();
      at(20 * MINUTE_MS);
      await bot.app.watch.sendKept();
      expect(bot.toldTo(sara).map(({ text }) => text)).to.have.length(1);
      expect(bot.toldTo(sara)[0]?.text).to.match(/Rossi Logistica.*ora è creato/);
      expect(made()).to.equal(1);
    });
  }

  it('a refusal is told again as well where the channel failed', async () => {
    faults().plan({ method: 'POST' }, unavailable(), 9);
    await chat.tap('Crea il deal');
    serviceIsBack();
    faults().plan({ method: 'POST' }, refusal(403, 'accessDenied'));
    bot.connector.faults.plan({}, refusal(400, 'BadRequest'));
    await bot.app.watch.sendKept();
    bot = await bot.restart();
    at(5 * MINUTE_MS);
    await bot.app.watch.sendKept();
    await bot.app.watch.sendKept();
    expect(bot.toldTo(sara).map(({ buttons }) => buttons)).to.deep.equal([['Apri la bozza']]);
    expect(made()).to.equal(0);
  });

  it('who blocked the assistant is not told, now or later', async () => {
    bot.connector.faults.plan({}, refusal(403, 'Forbidden'));
    await keepAndSend();
    expect(made()).to.equal(1);
    at(24 * 60 * MINUTE_MS);
    await bot.app.watch.sendKept();
    expect(bot.toldTo(sara)).to.deep.equal([]);
    expect(bot.connector.requests).to.have.length(1);
  });

  it('it waits for a sign-in that has ended meanwhile: said once, and sent after the next one', async () => {
    faults().plan({ method: 'POST' }, unavailable(), 9);
    await chat.tap('Crea il deal');
    serviceIsBack();
    bot.stage.tokens.forget(`29:${sara.objectId}`);
    faults().plan({}, refusal(401, 'unauthenticated'), 1);
    await bot.app.watch.sendKept();
    await bot.app.watch.sendKept();
    expect(made()).to.equal(0);
    expect(bot.toldTo(sara).map(({ text }) => text)).to.have.length(1);
    expect(bot.toldTo(sara)[0]?.text).to.match(/accesso è finito.*Rossi Logistica/);
    expect(bot.toldTo(sara)[0]?.buttons).to.deep.equal(['Accedi']);
    await signInAs(bot, chat, sara);
    await bot.app.watch.sendKept();
    expect(made()).to.equal(1);
    expect(bot.toldTo(sara)[1]?.text).to.match(/Rossi Logistica.*ora è creato/);
  });

  it('it waits, and is not said to be refused, while the token service is away', async () => {
    faults().plan({ method: 'POST' }, unavailable(), 9);
    await chat.tap('Crea il deal');
    bot = await bot.restart();
    chat = chatOf(bot, sara);
    serviceIsBack();
    bot.stage.tokens.faults.plan({}, unavailable(), 99);
    await bot.app.watch.sendKept();
    expect(bot.toldTo(sara)).to.deep.equal([]);
    bot.stage.tokens.faults.clear();
    await bot.app.watch.sendKept();
    expect(made()).to.equal(1);
    expect(bot.toldTo(sara)).to.have.length(1);
  });

  it('a turn ends though no service ever answers, and says what is so', async () => {
    for (const server of [bot.stage.partnerCenter.referrals, bot.stage.graph, bot.stage.tokens])
      server.faults.plan({}, slow(3_600_000), 99);
    const said = await chat.tap('Crea il deal');
    expect(said.text).to.match(/non ha risposto.*Tengo il deal confermato/);
    // The service may have made it without a word; what is kept finds it then, and makes no other.
    expect(made()).to.be.at.most(1);
  });

  it('nothing is told that the person heard in their own turn', async () => {
    faults().plan({ method: 'POST' }, unavailable(), 9);
    const kept = await chat.tap('Crea il deal');
    serviceIsBack();
    expect((await chat.tap('Riprova', kept)).text).to.match(/creato/);
    await bot.app.watch.sendKept();
    expect(made()).to.equal(1);
    expect(bot.toldTo(sara)).to.deep.equal([]);
  });
});
