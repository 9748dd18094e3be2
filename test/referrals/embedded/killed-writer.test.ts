import { expect } from 'chai';
import { createInterface } from 'node:readline';
import { sara } from '../../../src/directory/sample-people.ts';
import { dealFileIn } from '../../../src/referrals/embedded/deal-file.ts';
import { createLowdbGateway } from '../../../src/referrals/embedded/lowdb-gateway.ts';
import { lockFolder } from '../../../src/storage/folder-lock.ts';
import { finish, startModule } from '../../child-process.ts';
import { useTempDir } from '../../temp-dir.ts';
import { sampleDirectory } from '../deals.ts';

/** After how many confirmed deals each writer is killed. */
const ROUNDS = [1, 4, 2, 9, 3];

describe('a process killed while it writes', () => {
  const dir = useTempDir();

  /** Starts a writer and kills it, without warning, soon after it confirmed `count` deals. */
  const killAfter = async (count: number): Promise<string[]> => {
    const writer = startModule('test/referrals/embedded/deal-writer', [dir.path]);
    if (writer.stdout === null) throw new Error('no output to read');
    const confirmed: string[] = [];
    const lines = createInterface({ input: writer.stdout });
    lines.on('line', (id) => {
      confirmed.push(id);
      // At any moment of the writes that follow: whatever it is, the claim holds.
      if (confirmed.length === count) setTimeout(() => writer.kill('SIGKILL'), Math.random() * 40);
    });
    const { code, stderr } = await finish(writer);
    expect(code, stderr).to.equal(null);
    return confirmed;
  };

  const readIds = async (): Promise<string[]> => {
    const lock = await lockFolder(dir.path);
    const gateway = await createLowdbGateway({ file: dealFileIn(lock), directory: sampleDirectory });
    const deals = await gateway.list(sara);
    await lock.release();
    return deals.map(({ id }) => id);
  };

  it('loses no confirmed deal, doubles none and leaves what can be read, time after time', async function () {
    this.timeout(60_000);
    const confirmed: string[] = [];
    for (const count of ROUNDS) {
      confirmed.push(...(await killAfter(count)));
      const ids = await readIds();
      expect(ids).to.include.members(confirmed);
      expect(new Set(ids).size).to.equal(ids.length);
      // Nine of the sample, the confirmed ones, and at most one a round that was written but not yet said to be.
      expect(ids.length).to.be.within(9 + confirmed.length, 9 + confirmed.length + ROUNDS.length);
    }
  });
});
