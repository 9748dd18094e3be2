import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sara } from '../../src/directory/sample-people.ts';
import { Chat, startTestBot, type TestBot } from './chat.ts';

/** Three messages that lead to the summary of a private deal with a new customer. */
const TO_SUMMARY = [
  'crea un deal privato da 40k con Rossi Logistica per fine marzo',
  'via Roma 1, 37100 Verona, Italia',
  'wms',
];

/** Answers whatever is still asked until the summary stands. */
async function reachSummary(chat: Chat): Promise<void> {
  for (const line of TO_SUMMARY) await chat.say(line);
  for (let turn = 0; turn < 6 && !chat.last.buttons.includes('Crea il deal'); turn += 1) {
    await chat.say(/marketplace/i.test(chat.last.text) ? 'non ha ancora deciso' : 'salta');
  }
  expect(chat.last.buttons, chat.last.text).to.include('Crea il deal');
}

async function dealsWith(bot: TestBot, customer: string): Promise<number> {
  const all = (await bot.app.sandbox?.listAll()) ?? [];
  return all.filter((referral) => referral.customer.name === customer).length;
}

describe('30: one deal, however often it is confirmed', () => {
  let bot: TestBot;
  beforeEach(async () => void (bot = await startTestBot()));
  afterEach(() => bot.stop());

  it('two taps at once', async () => {
    const chat = new Chat(bot);
    await reachSummary(chat);
    const value = chat.valueOf('Crea il deal');
    const [first, second] = await Promise.all([chat.submit(value), chat.submit(value)]);
    expect(await dealsWith(bot, 'Rossi Logistica')).to.equal(1);
    expect(first.text).to.match(/creato/i);
    expect(second.text).to.match(/già/i);
  });

  it('"sì" typed after the tap, and a tap on the old card later', async () => {
    const chat = new Chat(bot);
    await reachSummary(chat);
    const value = chat.valueOf('Crea il deal');
    await chat.submit(value);
    expect((await chat.say('sì')).text).to.match(/già/i);
    await chat.say('grazie');
    expect((await chat.submit(value)).text).to.match(/già creato/i);
    expect(await dealsWith(bot, 'Rossi Logistica')).to.equal(1);
  });

  it('the same activity delivered again is handled once, and answered alike', async () => {
    const chat = new Chat(bot);
    await reachSummary(chat);
    const id = randomUUID();
    const value = chat.valueOf('Crea il deal');
    const first = await chat.send({ type: 'message', id, value });
    const again = await chat.send({ type: 'message', id, value });
    expect(first.text).to.match(/creato/i);
    expect(again.text).to.equal(first.text);
    expect(await dealsWith(bot, 'Rossi Logistica')).to.equal(1);
  });

  it('a crash between the creation and the saved session: the next confirmation finds the deal', async () => {
    const chat = new Chat(bot);
    await reachSummary(chat);
    const value = chat.valueOf('Crea il deal');
    const sessions = join(bot.dataDir, 'sessions');
    const files = (await readdir(sessions, { recursive: true, withFileTypes: true })).filter((file) =>
      file.isFile(),
    );
    const kept = await Promise.all(
      files.map(
        async (file) =>
          [join(file.parentPath, file.name), await readFile(join(file.parentPath, file.name))] as const,
      ),
    );
    await chat.submit(value);
    await bot.app.stop();
    for (const [path, content] of kept) await writeFile(path, content);
    const again = await startTestBot({ dataDir: bot.dataDir });
    const later = await new Chat(again, sara, chat.conversationId).submit(value);
    expect(await dealsWith(again, 'Rossi Logistica')).to.equal(1);
    expect(later.text).to.match(/già/i);
    await again.stop();
  });
});

describe('31: a stop in mid-dialog loses nothing', () => {
  it('goes on where it was after a restart', async () => {
    const bot = await startTestBot();
    const chat = new Chat(bot);
    await chat.say('crea un deal privato da 40k con Rossi Logistica per fine marzo');
    await bot.app.stop();
    const again = await startTestBot({ dataDir: bot.dataDir });
    const said = await new Chat(again, sara, chat.conversationId).say('via Roma 1, 37100 Verona, Italia');
    expect(said.text).to.match(/soluzione/i);
    await again.stop();
    await rm(bot.dataDir, { recursive: true, force: true });
  });

  it('a session of an older release says so politely and names the drafts', async () => {
    const bot = await startTestBot();
    const chat = new Chat(bot);
    await chat.say('crea un deal privato da 40k con Rossi Logistica per fine marzo');
    await bot.app.stop();
    const sessions = join(bot.dataDir, 'sessions');
    for (const file of await readdir(sessions, { recursive: true, withFileTypes: true })) {
      if (file.isFile()) await writeFile(join(file.parentPath, file.name), '{"schema":0,"step":3}');
    }
    const again = await startTestBot({ dataDir: bot.dataDir });
    const resumed = new Chat(again, sara, chat.conversationId);
    const said = await resumed.say('ciao');
    expect(said.text).to.match(/ricomincio/);
    expect(said.text).to.match(/bozze/);
    expect((await resumed.say('le mie bozze')).text).to.match(/Rossi Logistica/);
    await again.stop();
    await rm(bot.dataDir, { recursive: true, force: true });
  });
});

describe('32: the store can’t be written at confirmation', () => {
  it('says that nothing was created, keeps the draft, and "riprova" works when it can', async () => {
    const bot = await startTestBot();
    const chat = new Chat(bot);
    await reachSummary(chat);
    const deals = join(bot.dataDir, 'deals.json');
    await rename(deals, `${deals}.aside`);
    await mkdir(join(deals, 'in-the-way'), { recursive: true });
    const failed = await chat.tap('Crea il deal');
    expect(failed.text).to.match(/non (ho creato|è stato creato)/i);
    expect(await dealsWith(bot, 'Rossi Logistica')).to.equal(0);
    await rm(deals, { recursive: true });
    await rename(`${deals}.aside`, deals);
    expect((await chat.say('riprova')).text).to.match(/creato/i);
    expect(await dealsWith(bot, 'Rossi Logistica')).to.equal(1);
    await bot.stop();
  });
});

describe('33: drafts', () => {
  it('a draft is found from another chat too', async () => {
    const bot = await startTestBot();
    await new Chat(bot).say('crea un deal privato da 40k con Rossi Logistica');
    expect((await new Chat(bot).say('nuovo deal')).text).to.match(/Rossi Logistica/);
    await bot.stop();
  });
});

describe('many messages at once in one conversation', () => {
  it('are handled one after the other, each answered, none lost', async () => {
    const bot = await startTestBot({ env: { TURNS_PER_PERSON: '20' } });
    const chat = new Chat(bot);
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => chat.send({ type: 'message', text: 'grazie' })),
    );
    expect(replies.filter(({ text }) => text !== '')).to.have.length(20);
    const stored = await readdir(join(bot.dataDir, 'sessions'), { recursive: true, withFileTypes: true });
    const session = stored.find((file) => file.isFile());
    const text = await readFile(join(session?.parentPath ?? '', session?.name ?? ''), 'utf8');
    expect((JSON.parse(text) as { handled: string[] }).handled).to.have.length(20);
    await bot.stop();
  });
});

describe('82: Microsoft’s part is played while people chat', () => {
  it('the next check shows it, and nothing of either is overwritten', async () => {
    const bot = await startTestBot();
    const chat = new Chat(bot);
    await chat.say('crea un deal privato da 40k con Rossi Logistica');
    const fabrikam = (await bot.app.sandbox?.listAll())?.find(({ customer }) => customer.name === 'Fabrikam');
    await bot.app.sandbox?.playMicrosoft(fabrikam?.id ?? '', {
      kind: 'decline',
      reason: 'No matching Microsoft customer record found',
    });
    const said = await chat.say('Microsoft ha risposto per Fabrikam?');
    expect(said.text).to.match(/rifiutato/i);
    expect((await chat.say('a che punto siamo?')).text).to.match(/Rossi Logistica/);
    await bot.stop();
  });
});

describe('with an app id configured', () => {
  it('nothing of the sample company is reachable', async () => {
    const bot = await startTestBot({ env: { MicrosoftAppId: randomUUID(), MicrosoftAppPassword: 'secret' } });
    expect(bot.app.sandbox).to.equal(null);
    for (const path of ['/', '/chat/people', '/sandbox'])
      expect((await fetch(`${bot.address}${path}`)).status, path).to.be.oneOf([404, 405]);
    const response = await fetch(`${bot.address}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        text: 'stato dei miei deal',
        channelId: 'x',
        from: { id: 'x' },
        conversation: { id: 'x' },
        deliveryMode: 'expectReplies',
      }),
    });
    expect(response.status).to.equal(401);
    await bot.stop();
  });
});
