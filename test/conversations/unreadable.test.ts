import { expect } from 'chai';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sara } from '../../src/directory/sample-people.ts';
import { unavailable } from '../fakes/faults.ts';
import { people } from '../fakes/stage.ts';
import { Chat, startTestBot, type TestBot } from './chat.ts';
import { filesIn, type StoredFile, storeOf } from './stored.ts';
import { answerUntilSummary, chatOf, signInAs, startWatchedBot, type WatchedBot } from './watched-bot.ts';

type Json = Record<string, unknown>;

async function fileOf(dataDir: string, store: string): Promise<StoredFile & { readonly at: string }> {
  const file = (await filesIn(dataDir)).find((each) => storeOf(each) === store);
  if (file === undefined) throw new Error(`nothing in ${store}`);
  return { ...file, at: join(dataDir, file.path) };
}

describe('records that this release can’t read', () => {
  let bot: TestBot;
  let chat: Chat;
  beforeEach(async () => {
    bot = await startTestBot();
    chat = new Chat(bot);
    await chat.say('crea un deal privato da 40k con Rossi Logistica per fine marzo');
  });
  afterEach(() => bot.stop());

  /** Changes a file while nobody runs, and goes on in the same chat. */
  const change = async (store: string, make: (before: Json) => unknown): Promise<string> => {
    await bot.app.stop();
    const file = await fileOf(bot.dataDir, store);
    const text = JSON.stringify(make(JSON.parse(file.text) as Json));
    await writeFile(file.at, text);
    const { dataDir } = bot;
    const again = await startTestBot({ dataDir });
    bot = { ...again, dataDir };
    chat = new Chat(bot, sara, chat.conversationId);
    return text;
  };

  it('a person’s newer record is left alone: said once, questions answered, drafts there when it is back', async () => {
    const before = await fileOf(bot.dataDir, 'people');
    const newer = await change('people', (record) => ({ ...record, schema: 2, drafts: { of: 'tomorrow' } }));
    const said = (await chat.say('come ottengo l’accesso ai referral?')).text;
    expect(said)
      .to.match(/versione più nuova di me/)
      .and.match(/Fonte/);
    const again = (await chat.say('quanto tempo ha Microsoft per rispondere?')).text;
    expect(again)
      .to.match(/Fonte/)
      .and.not.match(/versione più nuova/);
    for (const words of ['crea un deal con Verdi', 'le mie bozze', 'cosa sai di me?'])
      expect((await chat.say(words)).text, words).to.match(/versione più nuova di me/);
    expect((await new Chat(bot).say('what do you know about me?')).text).to.match(/newer version of me/);
    expect((await fileOf(bot.dataDir, 'people')).text).to.equal(newer);
    await change('people', () => JSON.parse(before.text));
    expect((await chat.say('le mie bozze')).text).to.match(/Rossi Logistica/);
  });

  it('… and goes all the same where the person wants it deleted', async () => {
    await change('people', (record) => ({ ...record, schema: 2 }));
    await chat.submit({ action: 'forget-me', isConfirmed: true });
    expect((await filesIn(bot.dataDir)).map(storeOf)).not.to.include('people');
    expect((await chat.say('crea un deal privato con Verdi')).text).not.to.match(/versione più nuova/);
  });

  for (const [what, make] of [
    ['an unknown language', (record: Json) => ({ ...record, language: 'fr' })],
    [
      'an unknown mood of a rating',
      (record: Json) => ({ ...record, feedback: [{ about: 'x', mood: 'meh' }] }),
    ],
    [
      'one draft of another shape',
      (record: Json) => ({ ...record, drafts: [...(record['drafts'] as []), 7] }),
    ],
  ] as const) {
    it(`${what} costs no draft: a copy is set aside, and that is said once`, async () => {
      const broken = await change('people', make);
      expect((await chat.say('grazie')).text).to.match(/messa da parte/);
      expect((await chat.say('grazie')).text).not.to.match(/messa da parte/);
      expect((await chat.say('le mie bozze')).text).to.match(/Rossi Logistica/);
      const copy = (await filesIn(bot.dataDir)).find(({ path }) => path.endsWith('.bak'));
      expect(copy?.text).to.equal(broken);
    });
  }

  it('a newer session starts anew and says so; a copy is set aside', async () => {
    const newer = await change('sessions', (session) => ({ ...session, schema: 2 }));
    expect((await chat.say('ciao')).text).to.match(/ricomincio/);
    const copy = (await filesIn(bot.dataDir)).find(({ path }) => path.endsWith('.bak'));
    expect([copy && storeOf(copy), copy?.text]).to.deep.equal(['sessions', newer]);
  });

  it('fields of a newer release survive what is said in between, also inside a draft', async () => {
    await change('people', (record) => {
      const [draft] = record['drafts'] as Json[];
      const values = { ...(draft?.['values'] as Json), ofTomorrow: { a: 1 } };
      return { ...record, theme: 'dark', drafts: [{ ...draft, values, starred: true }] };
    });
    await change('sessions', (session) => ({ ...session, pinned: ['x'] }));
    await chat.say('via Roma 1, 37100 Verona, Italia');
    const record = JSON.parse((await fileOf(bot.dataDir, 'people')).text) as Json;
    const [draft] = record['drafts'] as Json[];
    expect(record['theme']).to.equal('dark');
    expect(draft?.['starred']).to.equal(true);
    expect((draft?.['values'] as Json | undefined)?.['ofTomorrow']).to.deep.equal({ a: 1 });
    expect(draft?.['values']).to.have.property('address');
    expect(JSON.parse((await fileOf(bot.dataDir, 'sessions')).text)).to.have.deep.property('pinned', ['x']);
  });
});

describe('a confirmed deal whose record can’t be read', () => {
  let bot: WatchedBot;
  beforeEach(async () => void (bot = await startWatchedBot()));
  afterEach(() => bot.stop());

  const made = () => {
    const { tenantId, objectId, email } = people.sara;
    return bot.stage.partnerCenter.records.visibleTo({ tenantId, objectId, email, role: 'admin' }).length;
  };

  for (const [what, broken] of [
    ['torn', '{"schema":1,"kind":"int'],
    ['of a newer release', '{"schema":2,"kind":"intent"}'],
  ] as const) {
    it(`${what}: it is not taken for none, no second deal is made, and the person hears why`, async () => {
      const chat = chatOf(bot, sara);
      await signInAs(bot, chat, sara);
      await chat.say('crea un deal privato da 40k con Rossi Logistica per fine marzo');
      await answerUntilSummary(chat, [
        [/indirizzo/i, 'via Roma 1, 37100 Verona, Italia'],
        [/marketplace/i, 'non ha deciso'],
        [/soluzione/i, 'wms'],
      ]);
      const { faults } = bot.stage.partnerCenter.referrals;
      faults.plan({ method: 'POST' }, unavailable(), 9);
      const kept = await chat.tap('Crea il deal');
      faults.clear();
      const file = await fileOf(bot.dataDir, 'intents');
      bot = await bot.restart();
      await writeFile(file.at, broken);
      await bot.app.watch.sendKept();
      const said = await chatOf(bot, sara).tap('Riprova', kept);
      expect(said.text).to.match(/Non riesco a leggere quello che avevo segnato/);
      expect(made()).to.equal(0);
      expect(await readFile(file.at, 'utf8')).to.equal(broken);
    });
  }
});
