import { expect } from 'chai';
import { correlated, correlation, turnIdOf } from '../../src/telemetry/correlation.ts';
import { createLog } from '../../src/telemetry/log.ts';

const ACTIVITY = { channelId: 'msteams', id: 'f:1', conversation: { id: 'a:1' } };

describe('the ids of a turn', () => {
  it('are the same for an activity that is brought again, and other ones for any other', () => {
    const id = turnIdOf(ACTIVITY);
    expect(turnIdOf({ ...ACTIVITY })).to.equal(id);
    const others = [
      { ...ACTIVITY, id: 'f:2' },
      { ...ACTIVITY, channelId: 'webchat' },
      { ...ACTIVITY, conversation: { id: 'a:2' } },
      {},
    ];
    expect(new Set([id, ...others.map(turnIdOf)])).to.have.length(others.length + 1);
  });

  it('tell nothing of the activity', () =>
    expect(turnIdOf({ ...ACTIVITY, id: 'sara@aurelia.example' })).to.match(/^[\da-f]{16}$/));

  it('stand in each line of the log that is written in the turn, and in no other', async () => {
    const lines: Record<string, unknown>[] = [];
    const log = createLog('info', {
      write: (line) => void lines.push(JSON.parse(line) as (typeof lines)[0]),
    });
    log.info('before');
    await correlated({ turn: 'a1', trace: 't1' }, async () => {
      await Promise.resolve();
      log.info('within');
      expect(correlation()).to.deep.equal({ turn: 'a1', trace: 't1' });
    });
    log.info('after');
    expect(lines.map(({ turn, trace }) => [turn, trace])).to.deep.equal([
      [undefined, undefined],
      ['a1', 't1'],
      [undefined, undefined],
    ]);
  });
});
