import { expect } from 'chai';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { replaceFile } from '../../src/storage/durable-file.ts';
import { type FolderLock, lockFolder, type LockOptions } from '../../src/storage/folder-lock.ts';
import { expectAppError } from '../app-error.ts';
import { useTempDir } from '../temp-dir.ts';
import { deadPid } from './lock-process.ts';

/** Looks for a sign of life, 20 times within a second. */
const QUICK: LockOptions = { lookMs: 50, looks: 20 };

/** Ends as soon as there is one, however busy the machine is. */
const PATIENT: LockOptions = { lookMs: 50, looks: 400 };

describe('the lock of a data folder', () => {
  const dir = useTempDir();
  const lockPath = () => join(dir.path, 'process.lock');
  const holderPath = () => join(lockPath(), readdirSync(lockPath())[0] ?? '', 'holder.json');
  const readHolder = () => JSON.parse(readFileSync(holderPath(), 'utf8')) as Record<string, unknown>;
  /** Leaves the lock of a process that never gave it free, with some facts changed. */
  const leave = async (facts: Record<string, unknown>): Promise<void> => {
    const lock = await lockFolder(dir.path);
    const content = JSON.stringify({ ...readHolder(), ...facts });
    await lock.release();
    mkdirSync(join(lockPath(), 'left'), { recursive: true });
    writeFileSync(join(lockPath(), 'left', 'holder.json'), content);
  };
  /** Touches the lock that was left, as its holder does, by a clock that is `daysAhead` of ours. */
  const beat = (daysAhead = 0): NodeJS.Timeout => {
    const path = holderPath();
    const beating = setInterval(() => {
      const now = new Date(Date.now() + daysAhead * 86_400_000);
      if (existsSync(path)) utimesSync(path, now, now);
    }, 50);
    return beating.unref();
  };

  it('makes the folder, keeps others out and lets them in afterwards', async () => {
    const inner = join(dir.path, 'not', 'there');
    const lock = await lockFolder(inner);
    const error = await expectAppError(lockFolder(inner), 'refused', 'folder-in-use');
    expect(error.message).to.contain(String(process.pid)).and.to.contain('DATA_DIR');
    await lock.release();
    await lock.release();
    await (await lockFolder(inner)).release();
    expect(readdirSync(inner)).to.deep.equal([]);
  });

  describe('takes over at once', () => {
    const free = async (): Promise<string[]> => {
      const waits: string[] = [];
      const lock = await lockFolder(dir.path, { onWait: (message) => waits.push(message) });
      expect(readHolder()['pid']).to.equal(process.pid);
      await lock.release();
      expect(readdirSync(dir.path)).to.deep.equal([]);
      return waits;
    };

    it('from a process that died', async () => {
      await leave({ pid: deadPid() });
      expect(await free()).to.deep.equal([]);
    });

    it('from one that died under another host name, in the same namespace', async () => {
      await leave({ pid: deadPid(), host: 'the-container-before' });
      expect(await free()).to.deep.equal([]);
    });

    it('when the pid is in use again by another process', async function () {
      if (process.platform !== 'linux') return this.skip();
      await leave({ startTime: '1' });
      expect(await free()).to.deep.equal([]);
    });

    it('after the machine was started anew, where no other can have its disk', async function () {
      if (process.platform !== 'linux') return this.skip();
      await leave({ bootId: 'the boot before' });
      expect(await free()).to.deep.equal([]);
    });

    it('whatever step of it a process died at', async () => {
      for (const name of ['process.lock', 'process.lock.made/nonce', 'process.lock.away/x'])
        mkdirSync(join(dir.path, name), { recursive: true });
      writeFileSync(join(dir.path, 'process.lock.away', 'x.tmp'), 'half');
      expect(await free()).to.deep.equal([]);
    });
  });

  /** Holders that can't be judged by their pid from here. */
  const elsewhere = {
    'another PID namespace on a machine of the same name': { pid: 4_194_305, pidNamespace: 'pid:[7]' },
    'another machine': { pid: 4_194_305, host: 'another-machine', bootId: null, pidNamespace: null },
    'a process that is stopped, under another host name': { host: 'another-machine' },
    'a power cut that emptied its lock': {},
  };
  for (const [who, facts] of Object.entries(elsewhere)) {
    describe(`watches the lock of ${who}`, () => {
      beforeEach(async () => {
        await leave(facts);
        if (Object.keys(facts).length === 0) writeFileSync(holderPath(), '');
      });

      it('respects it while it shows signs of life, by whatever clock', async () => {
        for (const daysAhead of [0, -1, 400]) {
          const beating = beat(daysAhead);
          await expectAppError(lockFolder(dir.path, PATIENT), 'refused', 'folder-in-use');
          clearInterval(beating);
        }
      });

      it('takes over when there is none, and says why that takes a while', async () => {
        const tomorrow = new Date(Date.now() + 86_400_000);
        utimesSync(holderPath(), tomorrow, tomorrow);
        const waits: string[] = [];
        const lock = await lockFolder(dir.path, { ...QUICK, onWait: (message) => waits.push(message) });
        expect(readHolder()['host']).to.equal(hostname());
        await lock.release();
        expect(waits).to.have.length(1);
        expect(waits[0]).to.contain('waiting 1 s');
      });
    });
  }

  describe('a lock of an older release, which was a file', () => {
    beforeEach(() => {
      const content = { pid: 4_194_305, host: hostname(), startTime: '1', nonce: 'old' };
      writeFileSync(lockPath(), JSON.stringify(content));
    });

    it('is respected while it is touched', async () => {
      const beating = setInterval(() => utimesSync(lockPath(), new Date(), new Date()), 50).unref();
      await expectAppError(lockFolder(dir.path, PATIENT), 'refused', 'folder-in-use');
      clearInterval(beating);
    });

    it('is taken over when it is not', async () => {
      await (await lockFolder(dir.path, QUICK)).release();
      expect(readdirSync(dir.path)).to.deep.equal([]);
    });
  });

  it('lets one of many win', async () => {
    await leave({ pid: deadPid() });
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(dir.path)));
    const won = tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    expect(won).to.have.length(1);
    await won[0]?.release();
  });

  it('shows signs of life, so that nobody waits in vain', async () => {
    const lock = await lockFolder(dir.path, { heartbeatMs: 50, self: { pidNamespace: 'pid:[7]', pid: 1 } });
    await expectAppError(lockFolder(dir.path, PATIENT), 'refused', 'folder-in-use');
    await lock.release();
  });

  describe('once it was taken over', () => {
    let first: FolderLock;
    let second: FolderLock;
    const write = (lock: FolderLock) =>
      replaceFile(join(dir.path, 'written'), 'x', { folder: lock, isDurable: false });
    beforeEach(async () => {
      first = await lockFolder(dir.path, { heartbeatMs: 3_600_000, self: { host: 'silent' } });
      second = await lockFolder(dir.path, QUICK);
    });
    afterEach(async () => {
      await first.release();
      await second.assertHeld();
      await second.release();
    });

    it('writes nothing, says so to whoever asks, and knows by whom', async () => {
      await expectAppError(write(first), 'unreachable', 'folder-lost');
      expect(existsSync(join(dir.path, 'written'))).to.equal(false);
      const error = await expectAppError(first.assertHeld(), 'unreachable', 'folder-lost');
      expect(error.message).to.contain(`process ${String(process.pid)} on ${hostname()}`);
      expect(await first.lost).to.equal(error);
      await write(second);
    });

    it('does not release what is the other’s', async () => {
      await first.release();
      await write(second);
    });
  });

  it('notices by itself that it was taken over', async () => {
    const lock = await lockFolder(dir.path, { heartbeatMs: 50 });
    renameSync(lockPath(), `${lockPath()}.gone`);
    expect((await lock.lost).details.reason).to.equal('folder-lost');
  });

  it('is not lost while the whole folder is out of reach', async () => {
    const data = join(dir.path, 'data');
    const lock = await lockFolder(data);
    renameSync(data, `${data}.aside`);
    const error = await expectAppError(lock.assertHeld(), 'unreachable');
    expect(error.details.reason).to.equal('store');
    renameSync(`${data}.aside`, data);
    await lock.assertHeld();
    await lock.release();
    await expectAppError(lock.assertHeld(), 'unreachable');
  });

  it('says that the folder cannot be written when a file is in its place', async () => {
    const path = join(dir.path, 'file');
    writeFileSync(path, '');
    const { message } = await expectAppError(lockFolder(path), 'unreachable');
    expect(message).to.include(`${path}: EEXIST; set DATA_DIR to a folder`);
  });

  it('ends where nothing can be made, instead of trying for ever', async function () {
    if (process.platform !== 'linux') return this.skip();
    for (const path of ['/proc', '/proc/not/there', '/proc/self/data'])
      await expectAppError(lockFolder(path), 'unreachable');
  });
});
