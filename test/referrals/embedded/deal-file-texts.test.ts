import { expect } from 'chai';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sara } from '../../../src/directory/sample-people.ts';
import { dealFileIn } from '../../../src/referrals/embedded/deal-file.ts';
import { readDealFiles, writeDealFiles } from '../../../src/referrals/embedded/deal-file-texts.ts';
import type { StoredDeal } from '../../../src/referrals/embedded/deal-schema.ts';
import { createLowdbGateway } from '../../../src/referrals/embedded/lowdb-gateway.ts';
import { lockFolder } from '../../../src/storage/folder-lock.ts';
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

  it('are read as they stood at one moment while they are written', async () => {
    const file = dealFileIn(held.lock);
    let deals = manyOf(await sampleDeals());
    await file.read();
    await file.write({ deals });
    let done = 0;
    const writing = (async () => {
      for (let change = 1; change <= 300; change += 1) {
        // Two at once are written whole, and the log begins anew.
        const changed = change % 7 === 0 ? [0, 1] : [change % deals.length];
        deals = deals.map((deal, at) =>
          changed.includes(at) ? named(deal, `${sara.email} ${String(change)}`) : deal,
        );
        await file.write({ deals });
        done = change;
      }
    })();
    for (let copy = 0; done < 300; copy += 1) {
      const before = done;
      const texts = await readDealFiles(held.path);
      if (texts === null) throw new Error('the deals are gone');
      const found = await openCopy(`copy-${String(copy)}`, texts);
      const numbers = found.map(({ referral }) => Number(/ (\d+)$/.exec(referral.name)?.[1] ?? 0));
      // Nothing confirmed before the look is missing from it.
      expect(Math.max(...numbers)).to.be.at.least(before);
      expect(found).to.have.length(deals.length);
    }
    await writing;
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
