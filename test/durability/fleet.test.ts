import { expect } from 'chai';
import type { BotUnderTest } from '../../src/cli/durability/bot-process.ts';
import { createBotFleet } from '../../src/cli/durability/bot-fleet.ts';
import { brokenPromises } from '../../src/cli/durability/report.ts';
import { runDurability } from '../../src/cli/durability/run.ts';
import { seededRandom } from '../../src/matching/random.ts';
import { isAzuriteInstalled } from '../azurite/azurite.ts';

/** The short form of `npm run bench -- durability --processes 3`. */
describe('three processes behind one address, of which one is killed under load', () => {
  let bot: BotUnderTest;
  before(async function () {
    if (!isAzuriteInstalled()) return this.skip();
    this.timeout(120_000);
    bot = await createBotFleet({ processes: 3, random: seededRandom(3) });
  });
  after(() => bot?.close());

  it('lose and double no deal, no reply and no message that nobody asked for', async function () {
    this.timeout(600_000);
    const outcome = await runDurability({ bot, kills: 2, seed: 3, chats: 6 });
    expect(outcome.kills).to.equal(2);
    // Not a run in which nothing happened.
    expect(outcome.confirmed).to.be.above(2);
    expect(outcome.news).to.be.above(0);
    // Two kills are too few for an average: here each may repeat one turn in every chat. And where a busy machine holds
    // the storage up for three seconds, a process can't note what the channel took, and the next one says it again.
    const broken = brokenPromises({ ...outcome, repeatedAfterKill: 0, repeated: 0 });
    expect(broken, JSON.stringify(outcome)).to.deep.equal([]);
    expect(outcome.repeatedAfterKill + outcome.repeated).to.be.at.most(2 * 6);
  });
});
