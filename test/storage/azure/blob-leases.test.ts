import type { ContainerClient } from '@azure/storage-blob';
import { expect } from 'chai';
import { openContainer } from '../../../src/storage/azure/account.ts';
import { type BlobLeasesOptions, createBlobLeases } from '../../../src/storage/azure/blob-leases.ts';
import type { Lease, Leases } from '../../../src/storage/lease.ts';
import { expectAppError } from '../../app-error.ts';
import { newContainerName, useAzurite } from '../../azurite/azurite.ts';
import { startWire, type Wire } from '../../azurite/wire.ts';
import { describeLeases } from '../lease.contract.ts';

/** More than the 15 s after which the service gives a lease free. */
const AFTER_ITS_END_MS = 16_000;

describe('leases of blobs', function () {
  const azurite = useAzurite(this);
  let wire: Wire;
  let container: ContainerClient;
  before(async () => void (wire = await startWire(azurite())));
  beforeEach(async () => {
    container = await openContainer(wire.placeOf(newContainerName()));
    await container.create();
    wire.clear();
  });
  afterEach(() => container.delete());
  after(() => wire?.close());

  const open = (options: Partial<BlobLeasesOptions> = {}) => createBlobLeases({ container, ...options });
  /** A process that takes the lease and is never heard of again; resolves once it has it. */
  const takeAndDie = (leases: Leases, key: string) =>
    new Promise<Lease>((resolve) => {
      void leases.run(key, (lease) => {
        resolve(lease);
        return new Promise(() => undefined);
      });
    });
  const neverRenews = { times: { renewEvery: 3_600_000 } };
  const raised = (signal: AbortSignal) =>
    new Promise((resolve) =>
      signal.aborted
        ? resolve(signal.reason)
        : signal.addEventListener('abort', () => resolve(signal.reason)),
    );

  describeLeases(open);

  it('takes over from a process that died, once its lease has ended, and not before', async () => {
    await takeAndDie(open(neverRenews), 'k');
    expect(await open().tryRun('k', () => Promise.resolve('too early'))).to.equal(null);
    await azurite().advance(AFTER_ITS_END_MS);
    expect(await open().run('k', () => Promise.resolve('taken over'))).to.equal('taken over');
  });

  it('who was taken over hears of it, and is told not to write', async () => {
    let ms = 0;
    const times = { renewEvery: 3_600_000, now: () => ms };
    const lost = await takeAndDie(open({ times }), 'k');
    await lost.assertHeld();
    await azurite().advance(AFTER_ITS_END_MS);
    ms += AFTER_ITS_END_MS;
    await open().run('k', async (lease) => {
      await expectAppError(lost.assertHeld(), 'unreachable', 'store');
      expect(lost.signal.aborted).to.equal(true);
      await lease.assertHeld();
    });
  });

  it('hears of it by itself, at the next renewal', async () => {
    const lost = await takeAndDie(open({ times: { renewEvery: 50 } }), 'k');
    for await (const { name } of container.listBlobsFlat())
      await container.getBlobClient(name).getBlobLeaseClient().breakLease(0);
    expect(await raised(lost.signal)).to.have.property('code', 'unreachable');
  });

  it('stays held by who renews it, for as long as the work takes', async () => {
    await open({ times: { renewEvery: 20 } }).run('k', async (lease) => {
      for (let step = 0; step < 3; step += 1) {
        await azurite().advance(10_000);
        // The second call begins once the first has been answered.
        const whole = wire.calls.length + 2;
        while (wire.calls.length < whole) await new Promise((resolve) => setImmediate(resolve));
      }
      await lease.assertHeld();
      expect(await open().tryRun('k', () => Promise.resolve('twice'))).to.equal(null);
    });
  });

  it('a process that slept beyond the end goes on where nobody took its place', async () => {
    let ms = 0;
    await open({ times: { renewEvery: 3_600_000, now: () => ms } }).run('k', async (lease) => {
      ms += AFTER_ITS_END_MS;
      await azurite().advance(AFTER_ITS_END_MS);
      await lease.assertHeld();
    });
  });

  it('is lost where it can’t be renewed in time, before the service gives it to another', async () => {
    let ms = 0;
    const lease = await takeAndDie(open({ times: { renewEvery: 3_600_000, now: () => ms } }), 'k');
    const refused = { status: 403, code: 'AuthorizationFailure' };
    // Some seconds before its end nobody may rely on it; it may still be renewed.
    ms = 10_000;
    wire.disturb(refused);
    await expectAppError(lease.assertHeld(), 'unreachable', 'store');
    expect(lease.signal.aborted).to.equal(false);
    await lease.assertHeld();
    ms += 11_000;
    wire.disturb(refused);
    await expectAppError(lease.assertHeld(), 'unreachable', 'store');
    expect(lease.signal.aborted).to.equal(true);
  });

  it('gives up waiting in the end', async () => {
    await takeAndDie(open(), 'k');
    const error = await expectAppError(
      open({ waitMs: 100 }).run('k', () => Promise.resolve()),
      'unreachable',
      'store',
    );
    expect(error.message).to.contain('another process');
  });

  it('costs two calls a run, and two more the first time', async () => {
    const leases = open();
    const [TAKEN, GIVEN] = ['PUT blob lease acquire', 'PUT blob lease release'];
    await leases.run('k', () => Promise.resolve());
    expect(wire.calls).to.deep.equal([TAKEN, 'PUT blob', TAKEN, GIVEN]);
    wire.clear();
    await leases.run('k', (lease) => lease.assertHeld());
    expect(wire.calls).to.deep.equal([TAKEN, GIVEN]);
  });

  it('within one process stands in line without asking the service', async () => {
    const leases = open();
    await leases.run('k', () => Promise.resolve());
    wire.clear();
    await Promise.all([1, 2, 3].map(() => leases.run('k', () => Promise.resolve())));
    expect(wire.calls).to.have.length(6);
  });

  it('has the lease though the answer was lost, and is not in its own way', async () => {
    const leases = open();
    await leases.run('k', () => Promise.resolve());
    wire.disturb('lost answer');
    expect(await leases.run('k', () => Promise.resolve('done'))).to.equal('done');
  });
});
