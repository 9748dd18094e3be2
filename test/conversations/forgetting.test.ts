import { expect } from 'chai';
import { writeFile } from 'node:fs/promises';
import { REGISTER } from '../../src/app/stores.ts';
import { elena, marco, sara } from '../../src/directory/sample-people.ts';
import { refusal, unavailable } from '../fakes/faults.ts';
import { people } from '../fakes/stage.ts';
import type { WireReply } from '../fakes/wire-server.ts';
import { Chat, startTestBot, type TestBot, TODAY } from './chat.ts';
import { filesIn, storeOf, storesIn, strangersIn, tracesOf } from './stored.ts';
import {
  agree,
  answerUntilSummary,
  chatOf,
  signInAs,
  startWatchedBot,
  subscribe,
  type WatchedBot,
} from './watched-bot.ts';
import { makeDeal } from '../fakes/portal.ts';

const FORGET = { action: 'forget-me', isConfirmed: true };
const SARAS = [sara.objectId, sara.firstName, sara.lastName, sara.email];
const DAY_MS = 86_400_000;

const ANSWERS: readonly (readonly [RegExp, string])[] = [
  [/quale di queste/i, '1'],
  [/indirizzo/i, 'via Roma 1, 37100 Verona, Italia'],
  [/marketplace/i, 'non ha deciso'],
  [/soluzione/i, 'wms'],
];

describe('deleting means deleting, on sample data', () => {
  let bot: TestBot;
  beforeEach(async () => void (bot = await startTestBot()));
  afterEach(() => bot.stop());

  it('every file belongs to a store of the register', async () => {
    await new Chat(bot).say('crea un deal privato da 40k con Rossi Logistica per fine marzo');
    expect(await strangersIn(bot.dataDir)).to.deep.equal([]);
    expect(await storesIn(bot.dataDir)).to.deep.equal(['sessions', 'people']);
  });

  it('takes the words of all conversations, not only of the one it is said in', async () => {
    const chats = [new Chat(bot), new Chat(bot), new Chat(bot)];
    await chats[0]?.say('crea un deal privato da 40k con Rossi Logistica per fine marzo');
    await chats[1]?.say('crea un deal co-sell con Bianchi Trasporti');
    await chats[2]?.say('registrare una trattativa');
    await new Chat(bot, marco).say('crea un deal privato con Neri Legnami');
    const typed = ['Rossi Logistica', 'Bianchi Trasporti', 'registrare una trattativa'];
    for (const word of typed) expect(await tracesOf(bot.dataDir, [word]), word).not.to.deep.equal([]);
    await chats[0]?.say('cancella i miei dati');
    expect((await chats[0]?.say('sì'))?.text).to.match(/cancellati/);
    expect(await tracesOf(bot.dataDir, [...typed, ...SARAS, 'cancella i miei dati'])).to.deep.equal([]);
    expect(await tracesOf(bot.dataDir, ['Neri Legnami'])).not.to.deep.equal([]);
    // Of hers the ids of handled messages are left, in the one conversation, and the note that she was deleted; of Marco's
    // a session and a record.
    expect((await filesIn(bot.dataDir)).map(storeOf).filter((store) => store !== null)).to.have.members([
      'sessions',
      'sessions',
      'people',
      'forgotten',
    ]);
  });

  it('leaves what keeps a message delivered again from being done again', async () => {
    const chat = new Chat(bot);
    await chat.say('crea un deal privato da 40k con Rossi Logistica per fine marzo');
    const again = { type: 'message', id: 'the-same', value: FORGET };
    const first = await chat.send(again);
    expect(first.text).to.match(/cancellati/);
    await new Chat(bot).say('crea un deal privato da 40k con Bianchi Trasporti per fine marzo');
    expect((await chat.send(again)).text).to.equal(first.text);
    expect((await new Chat(bot).say('le mie bozze')).text).to.match(/Bianchi Trasporti/);
  });

  it('holds where turns of the person run at the same time in other conversations', async () => {
    const one = new Chat(bot);
    const others = Array.from({ length: 5 }, () => new Chat(bot));
    const idle = new Chat(bot);
    await idle.say('registrare una trattativa');
    await Promise.all([one, ...others].map((chat) => chat.say('crea un deal privato con Rossi Logistica')));
    await Promise.all([
      ...others.map((chat) => chat.say('a che punto siamo?')),
      one.submit(FORGET),
      ...others.map((chat) => chat.say('grazie')),
    ]);
    const typed = ['Rossi Logistica', 'registrare una trattativa'];
    expect(await tracesOf(bot.dataDir, typed)).to.deep.equal([]);
  });

  it('takes copies of what could not be read along', async () => {
    const chat = new Chat(bot);
    await chat.say('crea un deal privato con Rossi Logistica');
    await bot.app.stop();
    for (const file of await filesIn(bot.dataDir)) {
      if (storeOf(file) !== null) await writeFile(`${bot.dataDir}/${file.path}`, file.text.slice(0, -2));
    }
    const again = await startTestBot({ dataDir: bot.dataDir });
    const back = new Chat(again, sara, chat.conversationId);
    await back.say('ciao');
    expect(await tracesOf(bot.dataDir, ['Rossi Logistica'])).not.to.deep.equal([]);
    await back.submit(FORGET);
    expect(await tracesOf(bot.dataDir, ['Rossi Logistica'])).to.deep.equal([]);
    await again.stop();
  });

  it('says what is kept as it is, and for how long', async () => {
    const chat = new Chat(bot);
    const first = (await chat.say('cosa sai di me?')).text;
    expect(first)
      .to.match(/il filo di una chat.*\(30 giorni\)/)
      .and.match(/nessuna bozza.*\(180 giorni\)/);
    await new Chat(bot).say('crea un deal privato con Rossi Logistica');
    const then = (await chat.say('cosa sai di me?')).text;
    expect(then)
      .to.match(/il filo di 2 chat/)
      .and.match(/una bozza di deal/);
    expect(then).not.to.match(/consenso|confermato/);
    expect((await chat.say('what do you know about me?')).text).to.match(
      /the thread of 2 chats.*\(30 days\)/,
    );
  });
});

const EXPERTS_HERE = {
  type: 'message',
  text: '<at>Assistente</at> qui rispondono gli esperti',
  entities: [{ type: 'mention', text: '<at>Assistente</at>', mentioned: { id: 'bot' } }],
  conversation: { id: '19:experts@thread.tacv2', conversationType: 'channel', isGroup: true },
};

describe('deleting means deleting, on real deals', function () {
  // The first one makes the keys that events are signed with.
  this.timeout(60_000);
  let bot: WatchedBot;
  beforeEach(async () => void (bot = await startWatchedBot()));
  afterEach(() => bot.stop());

  const faults = () => bot.stage.partnerCenter.referrals.faults;
  const made = () => {
    const { tenantId, objectId, email } = people.sara;
    const all = bot.stage.partnerCenter.records.visibleTo({ tenantId, objectId, email, role: 'admin' });
    return all.filter((record) => JSON.stringify(record).includes('Rossi Logistica')).length;
  };
  const toSummary = async (chat: Chat, customer: string) => {
    await chat.say(`crea un deal privato da 40k con ${customer} per fine marzo`);
    await answerUntilSummary(chat, ANSWERS);
  };
  /** Sara's deal may have been made: the answer was lost, and nobody can be asked. */
  const doubt = async (): Promise<Chat> => {
    const chat = chatOf(bot, sara);
    await signInAs(bot, chat, sara);
    await toSummary(chat, 'Rossi Logistica');
    const loseAnswer = (): WireReply => {
      // Not "unavailable", which is tried again for seconds.
      faults().plan({ method: 'GET' }, refusal(400, 'BadRequest'), 999);
      return { status: 500 };
    };
    faults().plan({ method: 'POST' }, { kind: 'alter', alter: loseAnswer });
    await chat.tap('Crea il deal');
    expect(made()).to.equal(1);
    return chat;
  };

  it('every kind of record is made, each in its store, and of the person nothing is left', async () => {
    const watched = await makeDeal(bot, people.sara, 'Lagunare Logistica');
    const chat = await agree(bot, sara);
    await agree(bot, marco);
    await subscribe(bot, people.sara);
    bot.stage.partnerCenter.decline(watched, 'No matching Microsoft customer record found');
    await bot.settle();
    expect(bot.toldTo(sara)).to.have.length(1);
    await toSummary(chat, 'Rossi Logistica');
    await chat.tap('Crea il deal');
    await toSummary(chat, 'Bianchi Trasporti');
    faults().plan({ method: 'POST' }, unavailable(), 9);
    await chat.tap('Crea il deal');
    faults().clear();
    const another = new Chat(bot, sara, 'another', false, bot.connector.url);
    await another.say('quanto costa la mensa aziendale?');
    await new Chat(bot, elena).send(EXPERTS_HERE);
    await another.say('chiedi a un esperto');
    await another.tap('Manda');
    await another.say('crea un deal privato con Verdi Marmellate');
    expect(await strangersIn(bot.dataDir)).to.deep.equal([]);
    // Nobody is forgotten yet, no editor was there, and numbers are written when half a minute is over.
    const later = ['forgotten', 'declined-questions', 'usage', 'knowledge-layers', 'knowledge-texts'];
    const all = Object.keys(REGISTER).filter((store) => !later.includes(store));
    expect(await storesIn(bot.dataDir)).to.deep.equal(all);
    const held = (await chat.say('cosa sai di me?')).text;
    expect(held)
      .to.match(/2 deal che hai confermato/)
      .and.match(/aspetta ancora/)
      .and.match(/il tuo consenso/);
    expect(held)
      .to.match(/con quale nome ti conosce/)
      .and.match(/il filo di 2 chat/);

    await chat.submit(FORGET);
    const words = ['Rossi Logistica', 'Bianchi Trasporti', 'Verdi Marmellate', `29:${sara.objectId}`];
    expect(await tracesOf(bot.dataDir, [...words, ...SARAS])).to.deep.equal([]);
    expect(await tracesOf(bot.dataDir, [marco.objectId])).not.to.deep.equal([]);
    await bot.app.watch.poll();
    await bot.app.watch.sendKept();
    await bot.settle();
    expect(await tracesOf(bot.dataDir, [...words, ...SARAS])).to.deep.equal([]);
    expect(made()).to.equal(1);
  });

  it('a deal that waits to be sent is not sent any more, and that is said', async () => {
    const chat = chatOf(bot, sara);
    await signInAs(bot, chat, sara);
    await toSummary(chat, 'Rossi Logistica');
    faults().plan({ method: 'POST' }, unavailable(), 9);
    await chat.tap('Crea il deal');
    faults().clear();
    expect((await chat.submit(FORGET)).text).to.match(/non parte più/);
    bot.setNow(new Date(TODAY.getTime() + 60_000));
    await bot.app.watch.sendKept();
    expect(made()).to.equal(0);
  });

  it('a deal in doubt is named, settled without its person, made once, and then forgotten too', async () => {
    const chat = await doubt();
    const said = (await chat.submit(FORGET)).text;
    expect(said)
      .to.match(/Rossi Logistica non so ancora com’è finita/)
      .and.match(/al più tardi tra 30 giorni/);
    const left = (await filesIn(bot.dataDir)).filter(({ text }) => text.includes(sara.objectId)).map(storeOf);
    expect(left).to.have.members(['accounts', 'intents', 'open-intents']);
    bot = await bot.restart();
    await bot.app.watch.sendKept();
    expect(await tracesOf(bot.dataDir, ['Rossi Logistica'])).not.to.deep.equal([]);
    faults().clear();
    await bot.app.watch.sendKept();
    expect(await tracesOf(bot.dataDir, ['Rossi Logistica', ...SARAS])).to.deep.equal([]);
    expect(made()).to.equal(1);
    expect(bot.toldTo(sara)).to.deep.equal([]);
    const { requests } = bot.stage.tokens;
    expect(requests.some(({ path }) => /SignOut/i.test(path))).to.equal(true);
  });

  it('… where it is settled in the same turn nothing is kept at all', async () => {
    const chat = await doubt();
    faults().clear();
    expect((await chat.submit(FORGET)).text).not.to.match(/non so ancora/);
    expect(made()).to.equal(1);
    expect(await tracesOf(bot.dataDir, ['Rossi Logistica', ...SARAS])).to.deep.equal([]);
  });

  it('… and where nobody will ever say, it goes after a month', async () => {
    const chat = await doubt();
    await chat.submit(FORGET);
    bot.setNow(new Date(TODAY.getTime() + 29 * DAY_MS));
    await bot.app.watch.sendKept();
    expect(await tracesOf(bot.dataDir, ['Rossi Logistica'])).not.to.deep.equal([]);
    bot.setNow(new Date(TODAY.getTime() + 31 * DAY_MS));
    await bot.app.watch.sendKept();
    expect(await tracesOf(bot.dataDir, ['Rossi Logistica', ...SARAS])).to.deep.equal([]);
  });

  it('… and who is back by then keeps what they have said since, and their sign-in', async () => {
    const chat = await doubt();
    await chat.submit(FORGET);
    faults().clear();
    await chat.say('crea un deal privato con Verdi Marmellate');
    await bot.app.watch.sendKept();
    expect(await tracesOf(bot.dataDir, ['Rossi Logistica'])).to.deep.equal([]);
    expect(await tracesOf(bot.dataDir, ['Verdi Marmellate'])).not.to.deep.equal([]);
    expect((await chat.say('stato dei miei deal')).text).to.match(/Rossi Logistica/);
  });

  it('what is kept here is deleted though the sign-in service is away, which is said', async () => {
    const chat = chatOf(bot, sara);
    await signInAs(bot, chat, sara);
    await chat.say('crea un deal privato con Verdi Marmellate');
    bot.stage.tokens.faults.plan({}, unavailable(), 99);
    expect((await chat.submit(FORGET)).text).to.match(/accesso è ancora aperto/);
    expect(await tracesOf(bot.dataDir, ['Verdi Marmellate'])).to.deep.equal([]);
    bot.stage.tokens.faults.clear();
    await chat.say('disconnettimi');
    expect((await filesIn(bot.dataDir)).map(storeOf)).not.to.include('accounts');
  });
});
