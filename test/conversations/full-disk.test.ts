import { expect } from 'chai';
import { join } from 'node:path';
import { finish, startModule } from '../child-process.ts';
import { type Disk, diskOf } from '../full-disk.ts';
import { useTempDir } from '../temp-dir.ts';
import { Chat, startTestBot, type TestBot, TODAY } from './chat.ts';

const CANNOT_SAVE = /Non riesco a salvare/;

/** How a disk stops taking data. */
const WAYS: readonly (readonly [string, (disk: Disk) => void])[] = [
  ['full', (disk) => disk.fill()],
  ['read-only', (disk) => disk.makeReadOnly()],
];

for (const [name, spoil] of WAYS) {
  describe(`on a ${name} disk`, function () {
    this.timeout(60_000);
    const dir = useTempDir();
    let disk: Disk;
    let bot: TestBot;
    let chat: Chat;
    beforeEach(async () => {
      const dataDir = join(dir.path, 'data');
      disk = diskOf(dataDir);
      bot = await startTestBot({ dataDir });
      chat = new Chat(bot);
    });
    afterEach(async () => {
      disk.mend();
      await bot.stop();
    });

    it('a question is answered as ever, of somebody known and of somebody new', async () => {
      const before = await chat.say('perché non vedo Nuovo deal?');
      spoil(disk);
      expect((await chat.say('perché non vedo Nuovo deal?')).text).to.equal(before.text);
      expect((await new Chat(bot).say('perché non vedo Nuovo deal?')).text).to.equal(before.text);
    });

    it('what is said in a form is said not to be kept, and the form stands where it stood', async () => {
      await chat.say('crea un deal privato da 40k con Rossi Logistica');
      spoil(disk);
      const said = await chat.say('via Roma 1, 37100 Verona, Italia');
      expect(said.text)
        .to.match(CANNOT_SAVE)
        .and.not.match(/Segnato|Centro per i partner non risponde/);
      disk.mend();
      const status = await chat.say('a che punto siamo?');
      expect(status.text)
        .to.match(/Rossi Logistica/)
        .and.not.match(/Via Roma 1/i);
    });

    it('no deal is said to be made, and none is; afterwards it is, once', async () => {
      await chat.say('crea un deal privato da 40k con Rossi Logistica per fine marzo');
      for (const text of ['via Roma 1, 37100 Verona, Italia', 'wms', 'non ha ancora deciso'])
        await chat.say(text);
      const confirm = chat.valueOf('Crea il deal');
      spoil(disk);
      const failed = await chat.submit(confirm);
      expect(failed.text)
        .to.match(/non riesco a salvare/i)
        .and.not.match(/è creato|bozza è salva/);
      expect(await countOf(bot, 'Rossi Logistica')).to.equal(0);
      disk.mend();
      expect((await chat.submit(confirm)).text).to.match(/è creato/);
      expect(await countOf(bot, 'Rossi Logistica')).to.equal(1);
    });

    it('a deal is not said to be closed, and isn’t', async () => {
      await chat.say('chiudi il deal con Contoso come vinto');
      const value = chat.valueOf('Sì, chiudi il deal');
      spoil(disk);
      const failed = await chat.submit(value);
      expect(failed.text)
        .to.match(/non riesco a salvare/i)
        .and.not.match(/segnato come/i);
      const contoso = (await bot.app.sandbox?.listAll())?.find(({ customer }) => customer.name === 'Contoso');
      expect(contoso?.state.status).to.not.equal('Closed');
    });

    it('it says that it isn’t ready, until it is again', async () => {
      const ready = async (): Promise<number> => (await fetch(`${bot.address}/readyz`)).status;
      // What was found is good for two seconds.
      const later = (times: number) => bot.setNow(new Date(TODAY.getTime() + times * 2_001));
      expect(await ready()).to.equal(200);
      spoil(disk);
      later(1);
      expect(await ready()).to.equal(503);
      disk.mend();
      later(2);
      expect(await ready()).to.equal(200);
    });

    it('a stop ends cleanly', async () => {
      const other = join(dir.path, 'other');
      const itsDisk = diskOf(other);
      const child = startModule('src/main', [], { ...itsDisk.env, DATA_DIR: other, PORT: '0' });
      await new Promise((resolve) => child.stdout?.once('data', resolve));
      spoil(itsDisk);
      child.kill('SIGTERM');
      expect((await finish(child)).code).to.equal(0);
    });
  });
}

async function countOf(bot: TestBot, customer: string): Promise<number> {
  const all = (await bot.app.sandbox?.listAll()) ?? [];
  return all.filter((deal) => deal.customer.name === customer).length;
}
