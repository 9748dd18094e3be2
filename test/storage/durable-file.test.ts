import { expect } from 'chai';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeFile, replaceFile } from '../../src/storage/durable-file.ts';
import { expectAppError } from '../app-error.ts';
import { useHeldFolder } from '../held-folder.ts';

describe('replaceFile', () => {
  const dir = useHeldFolder();
  const options = () => ({ folder: dir.lock, isDurable: true });
  const left = () => readdirSync(dir.lock.tempDir).filter((name) => name !== 'holder.json');

  it('makes the folders it needs, writes for the owner alone, and leaves no temporary file', async () => {
    const path = join(dir.path, 'a/b/c.json');
    await replaceFile(path, 'one', options());
    expect(readFileSync(path, 'utf8')).to.equal('one');
    expect(statSync(path).mode & 0o777).to.equal(0o600);
    expect(left()).to.deep.equal([]);
  });

  it('replaces what was there', async () => {
    const path = join(dir.path, 'c.json');
    await replaceFile(path, 'a long first text', options());
    await replaceFile(path, 'two', { ...options(), isDurable: false });
    expect(readFileSync(path, 'utf8')).to.equal('two');
  });

  it('never touches the old file, so that no moment shows half of the new one', async () => {
    const path = join(dir.path, 'c.json');
    await replaceFile(path, 'old', options());
    const old = openSync(path, 'r');
    await replaceFile(path, 'new', options());
    expect(readFileSync(old, 'utf8')).to.equal('old');
    closeSync(old);
  });

  it('fails with the path and the code when a folder is in the place of the file', async () => {
    const path = join(dir.path, 'c.json');
    mkdirSync(path);
    const error = await expectAppError(replaceFile(path, 'one', options()), 'unreachable');
    expect(error.message).to.match(/^store: cannot write .*c\.json: EISDIR$/);
    expect(left()).to.deep.equal([]);
  });

  it('keeps the old content when the disk is full', async function () {
    if (process.platform !== 'linux') return this.skip();
    const path = join(dir.path, 'c.json');
    writeFileSync(path, 'old');
    const full = { ...options(), newTempName: () => 'full' };
    symlinkSync('/dev/full', join(dir.lock.tempDir, 'full'));
    const error = await expectAppError(replaceFile(path, 'new', full), 'unreachable');
    expect(error.message).to.match(/ENOSPC$/);
    expect(readFileSync(path, 'utf8')).to.equal('old');
    expect(left()).to.deep.equal([]);
  });
});

describe('removeFile', () => {
  const dir = useHeldFolder();

  it('removes a file, and minds none that is absent', async () => {
    const path = join(dir.path, 'c.json');
    writeFileSync(path, 'old');
    await removeFile(path, dir.lock);
    await removeFile(path, dir.lock);
    expect(readdirSync(dir.path)).to.deep.equal(['process.lock']);
  });

  it('removes nothing once another process has the folder', async () => {
    const path = join(dir.path, 'c.json');
    writeFileSync(path, 'theirs');
    renameSync(dir.lock.tempDir, join(dir.path, 'away'));
    await expectAppError(removeFile(path, dir.lock), 'unreachable', 'folder-lost');
    expect(readFileSync(path, 'utf8')).to.equal('theirs');
  });
});
