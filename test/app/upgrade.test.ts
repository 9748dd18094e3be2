import { expect } from 'chai';
import { readdirSync } from 'node:fs';
import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { backUp, restore } from '../../src/app/backup.ts';
import { carryOver } from '../../src/app/former-layout.ts';
import { createFileStorage } from '../../src/app/storage.ts';
import { openStores, type Stores } from '../../src/app/stores.ts';
import { readConfig } from '../../src/config/config.ts';
import { marco, sara } from '../../src/directory/sample-people.ts';
import { personKey } from '../../src/identity/actor.ts';
import { lockFolder } from '../../src/storage/folder-lock.ts';
import { watchPersonKey } from '../../src/watch/watch-store.ts';
import { Chat, startTestBot, TODAY } from '../conversations/chat.ts';
import { filesIn } from '../conversations/stored.ts';
import { quietLog } from '../quiet-log.ts';
import { useTempDir } from '../temp-dir.ts';

/**
 * Data folders as each shape of the data was written by the release that had it, path by path. In each Sara began a
 * deal with Rossi Logistica and Marco asked for English; in those named `watched` she agreed to be written to. A change
 * of the shape adds one: today's.
 */
const FIXTURES = join(process.cwd(), 'test/app/fixtures');
const names = readdirSync(FIXTURES).sort();
const isWatched = (name: string) => name.endsWith('.watched.json');

const filesSchema = z.record(z.string(), z.string());
const dealsSchema = z.object({ deals: z.array(z.object({ referral: z.object({ id: z.string() }) })) });
const idsIn = (text: string | undefined) =>
  dealsSchema.parse(JSON.parse(text ?? '')).deals.map(({ referral }) => referral.id);

describe('an upgrade from any shape of the data', () => {
  const dir = useTempDir();
  const data = () => join(dir.path, 'data');
  const lay = async (name: string): Promise<Record<string, string>> => {
    const files = filesSchema.parse(JSON.parse(await readFile(join(FIXTURES, name), 'utf8')));
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(data(), path)), { recursive: true });
      await writeFile(join(data(), path), text);
      await utimes(join(data(), path), TODAY, TODAY);
    }
    return files;
  };
  /** What this release could not read would be set aside. */
  const setAside = async (folder = data()) =>
    (await filesIn(folder)).map(({ path }) => path).filter((path) => path.endsWith('.bak'));
  const read = async <T>(folder: string, look: (stores: Stores) => Promise<T>): Promise<T> => {
    const lock = await lockFolder(folder);
    try {
      const stores = openStores({ storage: createFileStorage(lock, () => TODAY), log: quietLog });
      await carryOver(lock, stores, () => TODAY);
      return await look(stores);
    } finally {
      await lock.release();
    }
  };

  it('has data of every shape', () => {
    expect(names.filter((name) => !isWatched(name))).to.have.length.at.least(5);
    expect(names.filter(isWatched)).to.have.length.at.least(4);
  });

  for (const name of names.filter((each) => !isWatched(each))) {
    it(`goes on with drafts, languages and deals: ${name}`, async () => {
      const files = await lay(name);
      const bot = await startTestBot({ dataDir: data() });
      const drafts = await new Chat(bot).say('le mie bozze');
      expect(drafts.text).to.match(/Rossi Logistica/);
      expect((await new Chat(bot, marco).say('help')).text).to.match(/deal/);
      await bot.app.stop();
      expect(await setAside()).to.deep.equal([]);
      const kept = (await filesIn(data())).find(({ path }) => path === 'deals.json');
      expect(idsIn(kept?.text)).to.deep.equal(idsIn(files['deals.json']));
      await read(data(), async ({ people }) => {
        expect((await people.get(personKey(marco)))?.language).to.equal('en');
        const [draft] = (await people.get(personKey(sara)))?.drafts ?? [];
        expect(draft?.title).to.equal('Rossi Logistica');
      });
    });
  }

  for (const name of names.filter(isWatched)) {
    it(`goes on to work for who agreed: ${name}`, async () => {
      await lay(name);
      await read(data(), async (stores) => {
        expect((await stores['watch-people'].get(watchPersonKey(sara)))?.consent?.state).to.equal('granted');
        expect(await stores.accounts.get(personKey(sara))).not.to.equal(null);
        expect(await stores['watch-deals'].list()).to.have.length(1);
      });
      expect(await setAside()).to.deep.equal([]);
    });
  }

  for (const name of names) {
    it(`through a backup of this release as well: ${name}`, async () => {
      await lay(name);
      const [file, to] = [join(dir.path, 'kept.backup'), join(dir.path, 'to')];
      const look = async ({ people, accounts, ...stores }: Stores) => [
        await people.list(),
        await accounts.list(),
        await stores['watch-people'].list(),
      ];
      const before = await read(data(), look);
      await backUp(readConfig({ DATA_DIR: data() }), file, () => TODAY);
      const choice = { file, isReplacing: false, mayBeOld: false };
      await restore(readConfig({ DATA_DIR: to }), choice, () => TODAY);
      expect(await read(to, look)).to.deep.equal(before);
      expect(await setAside(to)).to.deep.equal([]);
    });
  }
});
