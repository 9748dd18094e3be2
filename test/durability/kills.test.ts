import { expect } from 'chai';
import { type BotUnderTest, createBotProcess } from '../../src/cli/durability/bot-process.ts';
import { brokenPromises } from '../../src/cli/durability/report.ts';
import { runDurability } from '../../src/cli/durability/run.ts';

/** The short form of `npm run bench -- durability`. */
describe('a bot that is killed under load, with a channel that fails too', () => {
  let bot: BotUnderTest;
  before(async () => void (bot = await createBotProcess()));
  after(() => bot.close());

  it('loses and doubles no deal and no reply, and leaves nobody without one', async function () {
    this.timeout(600_000);
    // An impatient channel also brings again what is still under way.
    const outcome = await runDurability({ bot, kills: 4, seed: 7, chats: 8, patienceMs: 4_000 });
    expect(outcome.kills).to.equal(4);
    expect(outcome.hangs + outcome.refusals).to.equal(2);
    // Not a run in which nothing happened.
    expect(outcome.redeliveries).to.be.above(0);
    expect(outcome.confirmed).to.be.above(3);
    // Four kills are too few for an average: here each may repeat one turn in every chat.
    const broken = brokenPromises({ ...outcome, repeatedAfterKill: 0 });
    expect(broken, JSON.stringify(outcome)).to.deep.equal([]);
    expect(outcome.repeatedAfterKill).to.be.at.most(4 * 8);
  });
});
