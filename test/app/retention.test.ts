import { expect } from 'chai';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { REGISTER, type StoreName } from '../../src/app/stores.ts';
import { readConfig } from '../../src/config/config.ts';
import { marco, sara } from '../../src/directory/sample-people.ts';
import { Chat, startTestBot, type TestBot, TODAY } from '../conversations/chat.ts';
import { filesIn, storeOf, storesIn, tracesOf } from '../conversations/stored.ts';
import { agree, startWatchedBot } from '../conversations/watched-bot.ts';

const DAY_MS = 86_400_000;
const after = (days: number) => new Date(TODAY.getTime() + days * DAY_MS);

async function readmeFrom(folder: string): Promise<string> {
  const found = (await readdir(folder)).includes('README.md');
  return found ? readFile(join(folder, 'README.md'), 'utf8') : readmeFrom(dirname(folder));
}

describe('nothing is kept for ever', () => {
  let bot: TestBot;
  beforeEach(async () => void (bot = await startTestBot({ env: { RETENTION_DAYS_COPIES: '20' } })));
  afterEach(() => bot.stop());

  const sweepAt = async (days: number) => {
    bot.setNow(after(days));
    await bot.app.sweep();
  };

  it('the thread of a chat ends, then drafts, though the person never comes back; deals stay', async () => {
    await new Chat(bot).say('crea un deal privato da 40k con Rossi Logistica per fine marzo');
    await sweepAt(29);
    expect(await storesIn(bot.dataDir)).to.deep.equal(['sessions', 'people']);
    await sweepAt(31);
    expect(await storesIn(bot.dataDir)).to.deep.equal(['people']);
    await sweepAt(179);
    expect(await tracesOf(bot.dataDir, ['Rossi Logistica'])).to.have.length(1);
    await sweepAt(181);
    expect(await storesIn(bot.dataDir)).to.deep.equal([]);
    expect((await filesIn(bot.dataDir)).map(({ path }) => path)).to.include('deals.json');
  });

  it('who writes again begins their days anew, and is not in the way of who doesn’t', async () => {
    await new Chat(bot).say('crea un deal privato con Rossi Logistica');
    await new Chat(bot, marco).say('crea un deal privato con Bianchi Trasporti');
    bot.setNow(after(100));
    await new Chat(bot, marco).say('grazie');
    await sweepAt(190);
    expect(await tracesOf(bot.dataDir, ['Rossi Logistica'])).to.deep.equal([]);
    expect(await tracesOf(bot.dataDir, ['Bianchi Trasporti'])).not.to.deep.equal([]);
  });

  it('a draft ends of who keeps writing, too', async () => {
    await new Chat(bot).say('crea un deal privato con Rossi Logistica');
    const chat = new Chat(bot);
    for (const day of [90, 179]) {
      await sweepAt(day);
      await chat.say('grazie');
    }
    expect(await tracesOf(bot.dataDir, ['Rossi Logistica'])).not.to.deep.equal([]);
    bot.setNow(after(181));
    await chat.say('grazie');
    expect(await tracesOf(bot.dataDir, ['Rossi Logistica'])).to.deep.equal([]);
  });

  it('copies of what could not be read end too, also beside the stores', async () => {
    await new Chat(bot).say('crea un deal privato con Rossi Logistica');
    for (const name of ['deals.json.bak', 'notes-of-an-operator.txt']) {
      await writeFile(join(bot.dataDir, name), 'kept');
      await utimes(join(bot.dataDir, name), TODAY, TODAY);
    }
    await sweepAt(19);
    expect(await readdir(bot.dataDir)).to.include.members(['deals.json.bak', 'notes-of-an-operator.txt']);
    await sweepAt(21);
    expect(await readdir(bot.dataDir))
      .to.include('notes-of-an-operator.txt')
      .and.not.include('deals.json.bak');
  });

  it('comes by itself when the bot starts', async () => {
    await new Chat(bot).say('crea un deal privato con Rossi Logistica');
    await bot.app.stop();
    const again = await startTestBot({ dataDir: bot.dataDir, now: after(400) });
    // Stopping waits for the sweep that the start began.
    await again.app.stop();
    expect(await storesIn(bot.dataDir)).to.deep.equal([]);
  });
});

describe('the register', () => {
  it('what is kept of people who are watched for ends as well', async function () {
    this.timeout(60_000);
    const bot = await startWatchedBot();
    const chat = await agree(bot, sara);
    await chat.say('stato dei miei deal');
    expect(await storesIn(bot.dataDir)).to.include.members(['accounts', 'watch-people', 'people']);
    bot.setNow(after(400));
    await bot.app.sweep();
    expect((await filesIn(bot.dataDir)).map(storeOf).filter((store) => store !== null)).to.deep.equal([]);
    await bot.stop();
  });

  it('the README’s table says of every store what it holds, where and how long', async () => {
    const readme = await readmeFrom(dirname(fileURLToPath(import.meta.url)));
    const { retentionDays } = readConfig({});
    for (const name of Object.keys(REGISTER) as StoreName[]) {
      const { folder, holds, days, personKey } = REGISTER[name];
      const row = readme.split('\n').find((line) => line.startsWith(`| \`${folder}\``));
      expect(row, folder)
        .to.contain(holds)
        .and.contain(days === null ? 'always' : `${String(retentionDays[days])} days`);
      expect(row, folder).to.match(personKey === null ? /\| no: / : /\| yes/);
    }
  });
});
