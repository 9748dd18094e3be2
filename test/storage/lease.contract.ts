import { expect } from 'chai';
import type { Leases } from '../../src/storage/lease.ts';

/** What every adapter of the port has to keep. `open` opens the same leases again, as another process does where there can be one. */
export function describeLeases(open: () => Leases): void {
  const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  it('lets one at a time work at a key, whoever asks', async () => {
    const processes = [open(), open(), open()];
    let working = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      working += 1;
      most = Math.max(most, working);
      for (let step = 0; step < 5; step += 1) await pause();
      working -= 1;
    };
    await Promise.all([...processes, ...processes].map((leases) => leases.run('k', work)));
    expect([working, most]).to.deep.equal([0, 1]);
  });

  it('lets work of other keys run beside', async () => {
    const leases = open();
    const both = leases.run('a', () => leases.run('b', () => Promise.resolve('both')));
    expect(await both).to.equal('both');
  });

  it('is held while the work runs', async () => {
    await open().run('k', async (lease) => {
      await lease.assertHeld();
      expect(lease.signal.aborted).to.equal(false);
    });
  });

  it('doesn’t do twice what somebody is at, and does it afterwards', async () => {
    const [here, there] = [open(), open()];
    const answers = await here.run('k', () =>
      Promise.all([here, there].map((each) => each.tryRun('k', pause))),
    );
    expect(answers).to.deep.equal([null, null]);
    expect(await there.tryRun('k', () => Promise.resolve('done'))).to.equal('done');
  });

  it('gives the work’s failure to who asked for it, and goes on', async () => {
    const leases = open();
    const failing = leases.run('k', () => Promise.reject(new Error('no')));
    expect(await failing.catch((error: unknown) => String(error))).to.equal('Error: no');
    expect(await open().run('k', () => Promise.resolve('yes'))).to.equal('yes');
  });
}
