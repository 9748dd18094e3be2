// Creates deals in the data folder it is given, without end, and prints the id of each once it is confirmed.
import { writeSync } from 'node:fs';
import { sara } from '../../../src/directory/sample-people.ts';
import { dealFileIn } from '../../../src/referrals/embedded/deal-file.ts';
import { createLowdbGateway } from '../../../src/referrals/embedded/lowdb-gateway.ts';
import { lockFolder } from '../../../src/storage/folder-lock.ts';
import { draft, sampleDirectory } from '../deals.ts';

const [dataDir = ''] = process.argv.slice(2);
const lock = await lockFolder(dataDir);
const gateway = await createLowdbGateway({
  file: dealFileIn(lock),
  directory: sampleDirectory,
  withSampleData: true,
});
// Long notes make file and log large, so that most of the time is spent in the middle of a write of either.
const notes = 'n'.repeat(200_000);
for (;;) {
  const { referral } = await gateway.create(sara, draft({ notes }), crypto.randomUUID());
  writeSync(1, `${referral.id}\n`);
}
