import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Person } from '../../directory/directory.ts';
import { createFileDirectory } from '../../directory/file-directory.ts';
import { marco, sara, SAMPLE_PEOPLE } from '../../directory/sample-people.ts';
import { dealFileIn } from '../../referrals/embedded/deal-file.ts';
import type { ReferralGateway } from '../../referrals/gateway.ts';
import { createLowdbGateway } from '../../referrals/embedded/lowdb-gateway.ts';
import type { NewReferral, Referral } from '../../referrals/referral.ts';
import { laySampleDeals } from '../../referrals/embedded/sample-deals.ts';
import { toMember } from '../../referrals/team.ts';
import { lockFolder } from '../../storage/folder-lock.ts';
import { cpuMsOf, type PromiseMeasure } from './measure.ts';

const OTHERS = 5_000;
/** So many of them are of the seller whose turn is measured. */
const OWN = 5;

/** What one more deal costs where there are many. */
export const CREATION: PromiseMeasure = {
  name: 'creating a deal beside 5,000 others, CPU',
  unit: 'ms',
  limit: 30,
  measure: () => withManyDeals((create) => cpuMsOf(create)),
};

/** What the first turn after it costs, which finds the deals anew. */
export const LISTING: PromiseMeasure = {
  name: 'listing one seller’s deals among 5,000, after a change, CPU',
  unit: 'ms',
  limit: 30,
  measure: () =>
    withManyDeals(async (create, gateway) => {
      await create();
      return cpuMsOf(() => gateway.list(marco));
    }),
};

type Measure = (create: () => Promise<unknown>, gateway: ReferralGateway) => Promise<number>;

async function withManyDeals(measure: Measure): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cosell-deals-'));
  const lock = await lockFolder(dataDir);
  try {
    const like = layOne();
    writeFileSync(join(dataDir, 'deals.json'), JSON.stringify({ schema: 1, deals: layMany(like) }));
    const directory = createFileDirectory({ people: SAMPLE_PEOPLE, asOf: new Date().toISOString() });
    const gateway = await createLowdbGateway({ file: dealFileIn(lock), directory, withSampleData: true });
    return await measure(() => gateway.create(sara, toDraft(like), crypto.randomUUID()), gateway);
  } finally {
    await lock.release();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function layOne(): Referral {
  const [like] = laySampleDeals(new Date(), () => crypto.randomUUID());
  if (like === undefined) throw new Error('no sample deals');
  return like;
}

function layMany(like: Referral): { referral: Referral; creation: null }[] {
  const teamOf = (number: number): Person => (number < OWN ? marco : sara);
  return Array.from({ length: OTHERS }, (_, number) => ({
    referral: { ...like, id: crypto.randomUUID(), team: [toMember(teamOf(number))] },
    creation: null,
  }));
}

function toDraft(like: Referral): NewReferral {
  const { marketplaceIntent, ...rest } = like;
  return { ...rest, marketplaceIntent: marketplaceIntent ?? 'HaveNotDecided', hasConsent: true };
}
