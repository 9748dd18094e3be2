import { expect } from 'chai';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { REGISTER } from '../../src/app/stores.ts';
import { openContainer } from '../../src/storage/azure/account.ts';
import { newContainerName, useAzurite } from '../azurite/azurite.ts';
import { startWire, type Wire } from '../azurite/wire.ts';
import { Chat, startTestBot, TODAY } from '../conversations/chat.ts';
import { environmentOf, writeCompanyFiles } from '../fakes/company.ts';
import { startStage } from '../fakes/stage.ts';
import { useTempDir } from '../temp-dir.ts';

const ORDER = 'crea un deal privato da 40k con Rossi Logistica per fine marzo';

describe('the assistant on Azure Storage', function () {
  const azurite = useAzurite(this);
  const dir = useTempDir();
  let container: string;
  beforeEach(() => void (container = newContainerName()));

  const environment = () => ({
    STORAGE: 'azure',
    AZURE_STORAGE_CONNECTION_STRING: azurite().connectionString,
    AZURE_STORAGE_CONTAINER: container,
  });
  const client = () => {
    const { connectionString } = azurite();
    return openContainer({ account: { kind: 'connection-string', connectionString }, container });
  };
  const blobs = async (): Promise<string[]> => {
    const names: string[] = [];
    for await (const { name } of (await client()).listBlobsFlat()) names.push(name);
    return names;
  };
  const records = async () => (await blobs()).filter((name) => !/^(probe$|leases\/)/.test(name));

  it('goes on in another process where the chat stood, and keeps no record in the folder', async () => {
    const first = await startTestBot({ env: environment(), dataDir: join(dir.path, 'first') });
    const before = new Chat(first);
    await before.say(ORDER);
    await first.app.stop();
    const second = await startTestBot({ env: environment(), dataDir: join(dir.path, 'second') });
    try {
      const after = await new Chat(second).say('i miei dati');
      expect(after.text).to.match(/1 bozza|bozz/i);
    } finally {
      await second.app.stop();
    }
    expect((await readdir(join(dir.path, 'first'))).sort()).to.deep.equal(['deals.json', 'deals.log']);
    const folders = Object.values(REGISTER).map((line) => `${line.folder}/`);
    const strangers = (await records()).filter((name) => !folders.some((folder) => name.startsWith(folder)));
    expect(strangers).to.deep.equal([]);
    expect(await records()).not.to.deep.equal([]);
  });

  it('removes what was kept for its time, and the blobs of leases that nobody has', async () => {
    const bot = await startTestBot({ env: environment(), dataDir: dir.path });
    try {
      await new Chat(bot).say(ORDER);
      bot.setNow(new Date(TODAY.getTime() + 400 * 86_400_000));
      await (await client()).getBlockBlobClient('leases/of-somebody').upload('', 0);
      await bot.app.sweep();
      expect(await records()).to.deep.equal([]);
      expect(await blobs()).not.to.include('leases/of-somebody');
    } finally {
      await bot.app.stop();
    }
  });

  it('is ready while the storage takes data, and not when it refuses', async () => {
    const wire: Wire = await startWire(azurite());
    const { account } = wire.placeOf(container);
    const watched = account.kind === 'connection-string' ? account.connectionString : '';
    const env = { ...environment(), AZURE_STORAGE_CONNECTION_STRING: watched };
    const bot = await startTestBot({ env, dataDir: dir.path });
    const ready = async () => (await fetch(`${bot.address}/readyz`)).status;
    try {
      expect(await ready()).to.equal(200);
      bot.setNow(new Date(TODAY.getTime() + 60_000));
      wire.refuse({ status: 403, code: 'AccountIsDisabled' });
      expect(await ready()).to.equal(503);
      wire.refuse(null);
      bot.setNow(new Date(TODAY.getTime() + 120_000));
      expect(await ready()).to.equal(200);
    } finally {
      await bot.app.stop();
      await wire.close();
    }
  });

  it('needs no folder where deals are Partner Center’s', async () => {
    const stage = await startStage();
    const dataDir = join(dir.path, 'data');
    const env = { ...environmentOf(stage), ...(await writeCompanyFiles(dir.path)), ...environment() };
    const bot = await startTestBot({ env, dataDir });
    try {
      expect((await new Chat(bot).say('xke nn posso premere nuovo deal??')).text).to.match(/Fonte/);
      expect(existsSync(dataDir)).to.equal(false);
      expect((await records()).some((name) => name.startsWith('sessions/'))).to.equal(true);
    } finally {
      await bot.app.stop();
      await stage.close();
    }
  });
});
