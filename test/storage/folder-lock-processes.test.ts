import { expect } from 'chai';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { lockFolder, type LockOptions } from '../../src/storage/folder-lock.ts';
import { describeSelf } from '../../src/storage/lock-holder.ts';
import { useTempDir } from '../temp-dir.ts';
import { deadPid, type LockProcess, startLockProcess, startLockProcessApart } from './lock-process.ts';

const RACERS = 8;
const ROUNDS = 40;

/** Looks for a sign of life, 20 times within a second. */
const QUICK: LockOptions = { lookMs: 50, looks: 20 };

/** Ends as soon as there is one, however busy the machine is. */
const PATIENT: LockOptions = { lookMs: 50, looks: 400 };

describe('the lock of a data folder, between processes', function () {
  this.timeout(120_000);
  const dir = useTempDir();
  const started: LockProcess[] = [];
  const start = (process = startLockProcess()): LockProcess => {
    started.push(process);
    return process;
  };
  afterEach(async () => {
    await Promise.all(started.splice(0).map((each) => each.kill()));
  });

  it('goes to one of those that start at once, however often it is left by the dead', async () => {
    const racers = Array.from({ length: RACERS }, () => start());
    const dead = { ...(await describeSelf()), pid: deadPid() };
    for (let round = 0; round < ROUNDS; round += 1) {
      const data = join(dir.path, String(round));
      mkdirSync(join(data, 'process.lock', dead.nonce), { recursive: true });
      writeFileSync(join(data, 'process.lock', dead.nonce, 'holder.json'), JSON.stringify(dead));
      const answers = await Promise.all(racers.map((each) => each.order({ act: 'lock', dir: data })));
      const won = racers.filter((_, index) => answers[index] === 'done');
      expect(answers.sort(), `round ${String(round)}`).to.deep.equal([
        'done',
        ...Array.from({ length: RACERS - 1 }, () => 'folder-in-use'),
      ]);
      expect(await won[0]?.order({ act: 'write', text: 'mine' })).to.equal('done');
      await won[0]?.order({ act: 'release' });
    }
  });

  it('passes on from each holder that is killed to one of the others', async () => {
    let racers = Array.from({ length: 5 }, () => start());
    while (racers.length > 0) {
      const answers = await Promise.all(racers.map((each) => each.order({ act: 'lock', dir: dir.path })));
      expect(answers.filter((answer) => answer === 'done')).to.have.length(1);
      const winner = racers[answers.indexOf('done')];
      await winner?.kill();
      racers = racers.filter((each) => each !== winner);
    }
  });

  it('is respected from a PID namespace where its pid is nobody’s', async () => {
    const lock = await lockFolder(dir.path, { heartbeatMs: 50 });
    const apart = startLockProcessApart();
    // Where this machine makes no namespace, a process says that it is in one.
    const self = apart === null ? { self: { pidNamespace: 'pid:[7]' } } : {};
    const order = { act: 'lock', dir: dir.path, options: { ...PATIENT, ...self } } as const;
    expect(await start(apart ?? undefined).order(order)).to.equal('folder-in-use');
    await lock.assertHeld();
    await lock.release();
  });

  it('leaves the first for good when it was stopped, taken over from, and goes on', async () => {
    const first = start();
    const options = { self: { host: 'another-machine' } };
    expect(await first.order({ act: 'lock', dir: dir.path, options })).to.equal('done');
    expect(await first.order({ act: 'write', text: 'the first' })).to.equal('done');
    first.child.kill('SIGSTOP');
    // Waits in its input; the heartbeat, which would notice too, is due only seconds later.
    const late = first.order({ act: 'write', text: 'too late' });
    const second = await lockFolder(dir.path, QUICK);
    first.child.kill('SIGCONT');
    expect(await late).to.equal('folder-lost');
    expect(await first.order({ act: 'write', text: 'too late' })).to.equal('folder-lost');
    expect(readFileSync(join(dir.path, 'written'), 'utf8')).to.equal('the first');
    await second.assertHeld();
    await second.release();
  });

  it('is taken over, unattended, from a container that was killed and comes back by another name', async () => {
    const before = start(startLockProcessApart() ?? undefined);
    const self = { host: 'container-1', pidNamespace: 'pid:[7]' };
    const order = { act: 'lock', dir: dir.path, options: { heartbeatMs: 50, self } } as const;
    expect(await before.order(order)).to.equal('done');
    await before.kill();
    const after = start();
    const options = { ...QUICK, self: { host: hostname() } };
    expect(await after.order({ act: 'lock', dir: dir.path, options })).to.equal('done');
  });
});
