import { expect } from 'chai';
import { openExperts, type OpenExpertsOptions } from '../../src/app/experts.ts';
import { openStores } from '../../src/app/stores.ts';
import { createFileStorage } from '../../src/app/storage.ts';
import { readConfig } from '../../src/config/config.ts';
import { lockFolder } from '../../src/storage/folder-lock.ts';
import { AppError } from '../../src/errors.ts';
import { quietLog as log } from '../quiet-log.ts';
import { useTempDir } from '../temp-dir.ts';

describe('the configured channel of the experts', () => {
  const dir = useTempDir();
  const now = (): Date => new Date('2026-11-24T09:00:00Z');

  it('belongs to one company, so that no other’s questions come there', async () => {
    const lock = await lockFolder(dir.path);
    const storage = createFileStorage(lock, now);
    const parts: Omit<OpenExpertsOptions, 'tenants'> = {
      config: readConfig({ EXPERTS_CHANNEL: '19:abc@thread.tacv2' }),
      stores: openStores({ storage, log }),
      leases: storage.leases,
      outbound: { post: () => Promise.resolve() },
      mask: (text) => Promise.resolve(text),
      isPlayed: false,
      onError: () => 'ref',
      log,
      now,
    };
    for (const tenants of [null, new Set<string>(), new Set(['one', 'other'])])
      expect(() => openExperts({ ...parts, tenants })).to.throw(AppError, 'EXPERTS_CHANNEL');
    const { desk } = openExperts({ ...parts, tenants: new Set(['one']) });
    expect(await desk.isOpenFor({ tenantId: 'ONE', objectId: 'x' })).to.equal(true);
    expect(await desk.isOpenFor({ tenantId: 'other', objectId: 'x' })).to.equal(false);
    await lock.release();
  });
});
