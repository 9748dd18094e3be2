import { expect } from 'chai';
import { openKnowledge } from '../../../../src/app/knowledge.ts';
import { judgeRuns, renderRuns, renderVerdicts } from '../../../../src/cli/bench/load/report.ts';
import { type LoadRun, runLoad } from '../../../../src/cli/bench/load/run.ts';

describe('a run of the load', function () {
  this.timeout(240_000);
  let run: LoadRun;
  before(async () => {
    await openKnowledge();
    run = await runLoad({ kind: 'bot', parallel: 8, rounds: 1 });
  });

  it('plays the whole mix against the assistant, and the deals are made that are said to be', () => {
    expect(run.turns).to.have.length(160);
    expect(run.deals.told).to.be.above(0);
    expect(run.deals.made).to.equal(run.deals.told);
    // A look-up and a creation call Partner Center; who asks a question waits for nobody.
    const remote = run.turns.filter(({ isRemote }) => isRemote).map(({ part }) => part);
    expect(remote).to.include.members(['look-up', 'creation']);
    for (const { signMs, answerMs } of run.turns) expect(signMs).to.be.within(0, answerMs);
  });

  it('tells what the process used', () => {
    const { cpuMs, rssMiB, loopDelay } = run.usage;
    for (const value of [cpuMs, rssMiB, loopDelay.max]) expect(value).to.be.above(0);
  });

  it('is a line of the table and four of the verdict', () => {
    expect(renderRuns([run])).to.match(/\| 8 +\| assistant/);
    const lines = judgeRuns([run, { ...run, kind: 'echo' }]);
    expect(lines).to.have.length(4);
    expect(renderVerdicts(lines)).to.contain('deals said to be created are missing 0 (limit 0)');
  });

  it('fails where a deal is missing, or what was said of a slow service is not so', () => {
    const isMet = (changed: Partial<LoadRun>): boolean =>
      judgeRuns([{ ...run, ...changed }]).at(-1)?.isMet === true;
    expect(isMet({})).to.equal(true);
    expect(isMet({ deals: { told: 2, made: 1 } })).to.equal(false);
    expect(isMet({ kind: 'slow' })).to.equal(true);
    expect(isMet({ kind: 'slow', untrue: ['Fatto'] })).to.equal(false);
  });
});
