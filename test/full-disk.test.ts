import { expect } from 'chai';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { constants } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { replaceFile } from '../src/storage/durable-file.ts';
import { lockFolder } from '../src/storage/folder-lock.ts';
import { expectAppError } from './app-error.ts';
import { finish, startModule } from './child-process.ts';
import { type Disk, diskOf } from './full-disk.ts';
import { useTempDir } from './temp-dir.ts';

/** The error of a promise that must fail, by its system code and call. */
async function failure(act: Promise<unknown>): Promise<string> {
  try {
    await act;
  } catch (error) {
    const { code, syscall, errno } = error as NodeJS.ErrnoException;
    expect(errno).to.equal(-constants.errno[code as 'ENOSPC']);
    return `${String(code)} ${String(syscall)}`;
  }
  throw new Error('it did not fail');
}

describe('a disk that fails on demand', () => {
  const dir = useTempDir();
  let folder: string;
  let file: string;
  let disk: Disk;
  beforeEach(async () => {
    folder = join(dir.path, 'data');
    file = join(folder, 'file');
    disk = diskOf(folder);
    await mkdir(folder);
    await writeFile(file, 'old');
  });

  it('full: half a text, no new folder; reading, renaming and removing go on', async () => {
    disk.fill();
    expect(await failure(writeFile(join(folder, 'new'), '12345678'))).to.equal('ENOSPC write');
    expect(readFileSync(join(folder, 'new'), 'utf8')).to.equal('1234');
    const handle = await open(file, 'w');
    expect(await failure(handle.writeFile('abcd'))).to.equal('ENOSPC write');
    await handle.close();
    expect(await readFile(file, 'utf8')).to.equal('ab');
    expect(await failure(mkdir(join(folder, 'a/b'), { recursive: true }))).to.equal('ENOSPC mkdir');
    await mkdir(folder, { recursive: true });
    await rename(file, join(folder, 'moved'));
    await rm(join(folder, 'moved'));
    expect(readdirSync(folder)).to.deep.equal(['new']);
  });

  it('read-only: nothing changes, what is there is read', async () => {
    disk.makeReadOnly();
    const acts = [
      writeFile(file, 'new'),
      open(file, 'r+'),
      mkdir(join(folder, 'a')),
      rename(file, join(folder, 'moved')),
      rm(file),
      utimes(file, 0, 0),
    ];
    const codes = await Promise.all(acts.map(failure));
    expect(codes.filter((code) => !code.startsWith('EROFS '))).to.deep.equal([]);
    await rm(join(folder, 'absent'), { force: true });
    expect(await readFile(file, 'utf8')).to.equal('old');
    expect(readdirSync(folder)).to.deep.equal(['file']);
  });

  it('fills after so many writes, and is whole again once mended', async () => {
    disk.fill(2);
    for (const text of ['1', '2']) await writeFile(file, text);
    expect(await failure(writeFile(file, '33'))).to.equal('ENOSPC write');
    disk.mend();
    await writeFile(file, '44');
    expect(readFileSync(file, 'utf8')).to.equal('44');
  });

  it('leaves other folders alone, also one whose name begins the same', async () => {
    disk.fill();
    await writeFile(join(dir.path, 'elsewhere'), 'text');
    await mkdir(`${folder}-2`);
    expect(existsSync(`${folder}-2`)).to.equal(true);
  });

  it('is what our own writes meet: the old content stays, nothing is left over', async () => {
    const lock = await lockFolder(folder);
    const options = { folder: lock, isDurable: true };
    await replaceFile(file, 'kept', options);
    disk.fill();
    const error = await expectAppError(replaceFile(file, 'lost', options), 'unreachable');
    expect(error.message).to.match(/ENOSPC$/);
    expect(readFileSync(file, 'utf8')).to.equal('kept');
    expect(readdirSync(lock.tempDir)).to.deep.equal(['holder.json']);
    disk.mend();
    await lock.release();
  });

  it('fails in a process of its own too, from the moment it is told', async function () {
    this.timeout(60_000);
    writeFileSync(file, 'old');
    const writer = startModule('test/referrals/embedded/deal-writer', [folder], disk.env);
    if (writer.stdout === null) throw new Error('no output to read');
    createInterface({ input: writer.stdout }).once('line', () => disk.fill());
    const { code, stderr } = await finish(writer);
    expect(code).to.equal(1);
    expect(stderr).to.match(/store: cannot [a-z ]+ \S+deals\.(json|log): ENOSPC/);
    expect(JSON.parse(readFileSync(join(folder, 'deals.json'), 'utf8'))).to.have.property('deals');
  });
});
