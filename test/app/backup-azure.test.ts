import { expect } from 'chai';
import { join } from 'node:path';
import { backUp, restore, type RestoreChoice } from '../../src/app/backup.ts';
import { REGISTER } from '../../src/app/stores.ts';
import { readConfig } from '../../src/config/config.ts';
import { marco } from '../../src/directory/sample-people.ts';
import { openContainer } from '../../src/storage/azure/account.ts';
import { createBlobTexts } from '../../src/storage/azure/blob-texts.ts';
import { lockFolder } from '../../src/storage/folder-lock.ts';
import type { TextStore } from '../../src/storage/text-store.ts';
import { expectAppError } from '../app-error.ts';
import { newContainerName, useAzurite } from '../azurite/azurite.ts';
import { contentOf, fileStores } from '../backup/stores.ts';
import { Chat, startTestBot, TODAY } from '../conversations/chat.ts';
import { useTempDir } from '../temp-dir.ts';

const DAY_MS = 86_400_000;
const LATER = new Date(TODAY.getTime() + DAY_MS);
const ORDER = 'crea un deal privato da 40k con Rossi Logistica per fine marzo';
/** Of a session a restore leaves the replies, which no channel of these tests takes. */
const FOLDERS = Object.values(REGISTER)
  .map((line) => line.folder)
  .filter((folder) => folder !== 'sessions');

describe('backup and restore between files and Azure Storage', function () {
  const azurite = useAzurite(this);
  const dir = useTempDir();
  let container: string;
  beforeEach(() => void (container = newContainerName()));

  const file = () => join(dir.path, 'kept.backup');
  const envOf = (name: string, kind: 'file' | 'azure') => ({
    DATA_DIR: join(dir.path, name),
    ...(kind === 'file'
      ? {}
      : {
          STORAGE: 'azure',
          AZURE_STORAGE_CONNECTION_STRING: azurite().connectionString,
          AZURE_STORAGE_CONTAINER: container,
        }),
  });
  const put = (env: Record<string, string>, choice: Partial<RestoreChoice> = {}) =>
    restore(
      readConfig(env),
      { file: file(), isReplacing: false, mayBeOld: false, lookAgainMs: 10, ...choice },
      () => LATER,
    );
  const start = (env: Record<string, string>, now = TODAY) =>
    startTestBot({ env, dataDir: env['DATA_DIR'] ?? '', now });
  const blobs = async () => {
    const account = { kind: 'connection-string', connectionString: azurite().connectionString } as const;
    const client = await openContainer({ account, container });
    const open = (folder: string): TextStore =>
      createBlobTexts({ container: client, folder, now: () => LATER });
    return contentOf(new Map(FOLDERS.map((folder) => [folder, open(folder)])));
  };
  const files = async (name: string) => {
    const lock = await lockFolder(join(dir.path, name));
    try {
      return await contentOf(fileStores(lock, FOLDERS));
    } finally {
      await lock.release();
    }
  };

  it('moves a bot from files to Azure and back, each record with its age', async () => {
    const [from, azure, back] = [envOf('from', 'file'), envOf('azure', 'azure'), envOf('back', 'file')];
    const bot = await start(from);
    await new Chat(bot).say(ORDER);
    await new Chat(bot, marco).submit({ action: 'forget-me', isConfirmed: true });
    await bot.app.stop();
    await backUp(readConfig(from), file(), () => TODAY);
    await put(azure);
    expect(await blobs()).to.deep.equal(await files('from'));
    const there = await start(azure, LATER);
    expect((await new Chat(there).say('le mie bozze')).text).to.match(/Rossi Logistica/);
    await there.app.stop();
    const moved = await blobs();
    const second = join(dir.path, 'second.backup');
    await backUp(readConfig(azure), second, () => LATER);
    await put(back, { file: second });
    expect(await files('back')).to.deep.equal(moved);
  });

  it('refuses a container that processes work on, and one that holds something', async () => {
    const [from, azure] = [envOf('from', 'file'), envOf('azure', 'azure')];
    const bot = await start(from);
    await new Chat(bot).say(ORDER);
    await bot.app.stop();
    await backUp(readConfig(from), file(), () => TODAY);
    const running = await start(azure);
    await running.app.watch.settle();
    await new Chat(running, marco).say('crea un deal privato con Neri Legnami');
    // From another machine, whose folder is its own.
    const other = envOf('other', 'azure');
    await expectAppError(put(other, { isReplacing: true }), 'refused', 'folder-in-use');
    await running.app.stop();
    const before = await blobs();
    expect((await expectAppError(put(other), 'refused')).message).to.contain('--replace');
    expect(await blobs()).to.deep.equal(before);
    await put(other, { isReplacing: true });
    expect(await blobs()).to.deep.equal(await files('from'));
  });
});
