import { expect } from 'chai';
import { sara } from '../../src/directory/sample-people.ts';
import { refusal, unavailable } from '../fakes/faults.ts';
import { people } from '../fakes/stage.ts';
import { type Chat, TODAY } from './chat.ts';
import { chatOf, signInAs, startWatchedBot, type WatchedBot } from './watched-bot.ts';

const ANSWERS: readonly (readonly [RegExp, string])[] = [
  [/indirizzo/i, 'via Roma 1, 37100 Verona, Italia'],
  [/marketplace/i, 'non ha deciso'],
  [/soluzione/i, 'wms'],
];

describe('Partner Center is away when a deal is confirmed', () => {
  let bot: WatchedBot;
  let chat: Chat;
  beforeEach(async () => {
    bot = await startWatchedBot();
    chat = chatOf(bot, sara);
    await signInAs(bot, chat, sara);
    await chat.say('crea un deal privato da 40k con Rossi Logistica per fine marzo');
    for (let turn = 0; turn < 10 && !chat.last.buttons.includes('Crea il deal'); turn += 1) {
      const { text } = chat.last;
      await chat.say(ANSWERS.find(([pattern]) => pattern.test(text))?.[1] ?? 'salta');
    }
    expect(chat.last.buttons, chat.last.text).to.include('Crea il deal');
  });
  afterEach(() => bot.stop());

  const faults = () => bot.stage.partnerCenter.referrals.faults;
  /** Half a minute later: what was asked for without an answer has settled by then. */
  const serviceIsBack = () => {
    faults().clear();
    bot.setNow(new Date(TODAY.getTime() + 30_000));
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
    await bot.app.watch?.sendKept();
    expect(bot.toldTo(sara)).to.deep.equal([]);
    serviceIsBack();
    await bot.app.watch?.sendKept();
    expect(made()).to.equal(1);
    const [told, ...more] = bot.toldTo(sara);
    expect(more).to.deep.equal([]);
    expect(told?.text).to.match(/Rossi Logistica.*ora è creato/);
    await bot.app.watch?.sendKept();
    expect(bot.toldTo(sara)).to.have.length(1);
    expect((await chat.tap('Riprova', said)).text).to.match(/già/);
    expect(made()).to.equal(1);
  });

  it('it is not sent where the person says so', async () => {
    faults().plan({ method: 'POST' }, unavailable(), 9);
    await chat.tap('Crea il deal');
    await chat.tap('Non inviarlo');
    serviceIsBack();
    await bot.app.watch?.sendKept();
    expect(made()).to.equal(0);
    expect(bot.toldTo(sara)).to.deep.equal([]);
  });

  it('a refusal that comes later is told, with the draft at hand', async () => {
    faults().plan({ method: 'POST' }, unavailable(), 9);
    await chat.tap('Crea il deal');
    serviceIsBack();
    faults().plan({ method: 'POST' }, refusal(403, 'accessDenied'));
    await bot.app.watch?.sendKept();
    const [told] = bot.toldTo(sara);
    expect(told?.text).to.match(/ha rifiutato/);
    expect(told?.buttons).to.deep.equal(['Apri la bozza']);
    expect(made()).to.equal(0);
  });
});
