import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockFolder } from '../../src/storage/folder-lock.ts';
import { expectAppError } from '../app-error.ts';
import { useTempDir } from '../temp-dir.ts';

describe('the lock of a data folder', () => {
  const dir = useTempDir();
  const file = () => join(dir.path, 'process.lock');
  const holder = (): Record<string, unknown> =>
    JSON.parse(readFileSync(file(), 'utf8')) as Record<string, unknown>;
  /** Leaves the lock of a process that never gave it free, with some facts changed. */
  const leave = async (facts: Record<string, unknown>): Promise<void> => {
    const lock = await lockFolder(dir.path);
    const content = JSON.stringify({ ...holder(), nonce: 'left', ...facts });
    await lock.release();
    writeFileSync(file(), content);
  };

  it('makes the folder, keeps others out and lets them in afterwards', async () => {
    const inner = join(dir.path, 'not', 'there');
    const lock = await lockFolder(inner);
    const error = await expectAppError(lockFolder(inner), 'refused', 'folder-in-use');
    expect(error.message).to.contain(String(process.pid)).and.to.contain('DATA_DIR');
    await lock.release();
    await lock.release();
    await (await lockFolder(inner)).release();
    expect(existsSync(join(inner, 'process.lock'))).to.equal(false);
  });

  it('takes over from a process that died', async () => {
    const dead = spawnSync(process.execPath, ['--version']).pid;
    await leave({ pid: dead });
    const lock = await lockFolder(dir.path);
    expect(holder()['pid']).to.equal(process.pid);
    await lock.release();
    expect(readdirSync(dir.path)).to.deep.equal([]);
  });

  it('takes over when the pid is in use again by another process', async function () {
    if (process.platform !== 'linux') return this.skip();
    await leave({ startTime: '1' });
    await (await lockFolder(dir.path)).release();
  });

  it('respects the lock of another machine while it shows signs of life', async () => {
    await leave({ host: 'another-machine', pid: 1 });
    await expectAppError(lockFolder(dir.path), 'refused', 'folder-in-use');
    const longAgo = new Date(Date.now() - 120_000);
    utimesSync(file(), longAgo, longAgo);
    await (await lockFolder(dir.path)).release();
  });

  it('respects a lock being written, and takes over one that never was', async () => {
    writeFileSync(file(), '');
    await expectAppError(lockFolder(dir.path), 'refused', 'folder-in-use');
    const longAgo = new Date(Date.now() - 5_000);
    utimesSync(file(), longAgo, longAgo);
    await (await lockFolder(dir.path)).release();
  });

  it('lets one of many win', async () => {
    await leave({ pid: spawnSync(process.execPath, ['--version']).pid });
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(dir.path)));
    const won = tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    expect(won).to.have.length(1);
    await won[0]?.release();
  });

  it('does not release what somebody else took over', async () => {
    const lock = await lockFolder(dir.path);
    writeFileSync(file(), JSON.stringify({ ...holder(), nonce: 'theirs' }));
    await lock.release();
    expect(existsSync(file())).to.equal(true);
  });

  it('says that the folder cannot be written when a file is in its place', async () => {
    const path = join(dir.path, 'file');
    writeFileSync(path, '');
    const { message } = await expectAppError(lockFolder(path), 'unreachable');
    expect(message).to.include(`${path}: EEXIST; set DATA_DIR to a folder`);
  });
});
