import { expect } from 'chai';
import { MAX_READ_LENGTH } from '../../src/language/flat.ts';
import { hostileTexts } from '../../src/cli/promises/hostile-texts.ts';
import { STANDINGS } from '../../src/cli/promises/standings.ts';
import { openTurnStage, type TurnStage } from '../../src/cli/bench/stage.ts';

/** What a turn may cost beside an ordinary one of the same machine in the same minute, whatever is typed. */
const MOST_TIMES = 75;
const ORDINARY = 'quanto tempo ha Microsoft per rispondere?';
const TRIES = 4;
/** Characters, for what makes each try's text another one. */
const ROOM = 8;
const QUESTIONS = Object.keys(STANDINGS).length;
/** As many deals as a busy seller has: their customers' names are looked for in every message. */
const DEALS = 100;

describe('hostile input: no message costs much more than another', () => {
  let stage: TurnStage;
  before(async function () {
    this.timeout(120_000);
    stage = await openTurnStage(DEALS);
  });
  after(() => stage.close());

  async function cost(text: string): Promise<number> {
    const before = process.cpuUsage();
    expect(await stage.say(text)).to.not.equal('');
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  }

  async function least(text: string, most: number): Promise<number> {
    let best = Infinity;
    for (let run = 0; run < TRIES && best > most; run += 1)
      best = Math.min(best, await cost(`${text} ${String(run)}`));
    return best;
  }

  /** A share of what fills a message, another one at each question, so all of it is played; the bench plays all of it everywhere. */
  const textsFor = (standing: number) =>
    hostileTexts(MAX_READ_LENGTH - ROOM).filter(
      ({ text }, at) => at % QUESTIONS === standing || text.length < MAX_READ_LENGTH - ROOM,
    );

  for (const [standing, [asked, messages]] of Object.entries(STANDINGS).entries()) {
    it(`where it asks for: ${asked}`, async function () {
      this.timeout(300_000);
      await stage.standAt(messages);
      await least(ORDINARY, 0);
      const most = MOST_TIMES * (await least(ORDINARY, 0));
      const slow: string[] = [];
      for (const { name, text } of textsFor(standing)) {
        const spent = await least(text, most);
        if (spent > most) slow.push(`${name}: ${(spent / most).toFixed(1)} times too much`);
      }
      expect(slow).to.deep.equal([]);
    });
  }
});
