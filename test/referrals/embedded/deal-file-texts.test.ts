import { expect } from 'chai';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { dealFileIn } from '../../../src/referrals/embedded/deal-file.ts';
import { readDealFiles, writeDealFiles } from '../../../src/referrals/embedded/deal-file-texts.ts';
import type { StoredDeal } from '../../../src/referrals/embedded/deal-schema.ts';
import { createLowdbGateway } from '../../../src/referrals/embedded/lowdb-gateway.ts';
import { lockFolder } from '../../../src/storage/folder-lock.ts';
import { watchCalls } from '../../file-calls.ts';
import { useHeldFolder } from '../../held-folder.ts';
import { NOW, sampleDirectory } from '../deals.ts';

describe('the embedded deals, carried elsewhere', () => {
  const held = useHeldFolder();

  const sampleDeals = async (): Promise<StoredDeal[]> => {
    const file = dealFileIn(held.lock);
    await createLowdbGateway({ file, directory: sampleDirectory, withSampleData: true, now: () => NOW });
    return [...((await file.read())?.deals ?? [])];
  };
  /** So many that a change is a line of the log, and one in a while writes all anew. */
  const manyOf = ([first, ...others]: StoredDeal[]): StoredDeal[] => {
    if (first === undefined) throw new Error('no sample deal');
    const made = Array.from({ length: 120 }, (_, number) => ({
      ...first,
      referral: { ...first.referral, id: `made-${String(number)}` },
    }));
    return [first, ...others, ...made];
  };
  const named = (deal: StoredDeal, name: string): StoredDeal => ({
    ...deal,
    referral: { ...deal.referral, name },
  });
  const openCopy = async (name: string, texts: NonNullable<Awaited<ReturnType<typeof readDealFiles>>>) => {
    const dir = join(held.path, name);
    await mkdir(dir, { recursive: true });
    const lock = await lockFolder(dir);
    try {
      await writeDealFiles(lock, texts);
      return (await dealFileIn(lock).read())?.deals ?? [];
    } finally {
      await lock.release();
    }
  };

  it('are none where none are kept', async () => expect(await readDealFiles(held.path)).to.equal(null));

  it('are read as they stood at one moment, whatever is written between two looks', async () => {
    const file = dealFileIn(held.lock);
    let deals = manyOf(await sampleDeals());
    let change = 0;
    await file.read();
    await file.write({ deals });
    const rename = async (...which: number[]): Promise<void> => {
      change += 1;
      deals = deals.map((deal, at) => (which.includes(at) ? named(deal, String(change)) : deal));
      await file.write({ deals });
    };
    const look = async (calls: { count: number }, disturbed: number, disturb: () => Promise<void>) =>
      watchCalls(
        held.path,
        async ({ run }) => {
          calls.count += 1;
          // What disturbs comes by here as well.
          if (calls.count === disturbed) await disturb();
          return run();
        },
        () => readDealFiles(held.path),
      );
    // Two at once are written whole, and the log begins anew; one is a line of it.
    const writes = [[[5]], [[0, 1]], [[0, 1], [5]], [[5], [0, 1], [6], [7]]];
    let most = 0;
    for (const each of writes) {
      for (let disturbed = 1; ; disturbed += 1) {
        await rename(3);
        const before = change;
        const calls = { count: 0 };
        const texts = await look(calls, disturbed, async () => {
          for (const which of each) await rename(...which);
        });
        if (calls.count < disturbed) break;
        most = Math.max(most, disturbed);
        if (texts === null) throw new Error('the deals are gone');
        const found = await openCopy(`copy-${String(change)}`, texts);
        const latest = Math.max(
          ...found.map(({ referral }) => Number(referral.name)).filter((name) => name > 0),
        );
        // Nothing confirmed before the look is missing from it.
        expect(latest).to.be.at.least(before);
        expect(found).to.have.length(deals.length);
      }
    }
    expect(most).to.be.at.least(3);
  });

  it('take the place of others, whose log is another’s', async () => {
    const file = dealFileIn(held.lock);
    const deals = manyOf(await sampleDeals());
    await file.read();
    await file.write({ deals });
    const before = await readDealFiles(held.path);
    if (before === null) throw new Error('no deals');
    for (const at of [0, 1, 2])
      await file.write({ deals: deals.map((deal, index) => (index <= at ? named(deal, 'other') : deal)) });
    await writeDealFiles(held.lock, before);
    expect((await dealFileIn(held.lock).read())?.deals).to.deep.equal(deals);
  });
});
