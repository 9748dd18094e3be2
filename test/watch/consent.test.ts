import { expect } from 'chai';
import { asked, atTime, granted } from '../../src/watch/consent.ts';

const NOW = new Date('2026-11-24T09:00:00Z');
const DAY_MS = 86_400_000;
const after = (days: number) => new Date(NOW.getTime() + days * DAY_MS);

describe('watch: consent', () => {
  it('holds 90 days, is said to end seven days before, once, and ends', () => {
    const first = granted(null, NOW);
    expect(atTime(first, after(82))).to.deep.equal({ consent: first, notice: null });
    const near = atTime(first, after(83));
    expect(near.notice).to.equal('ending');
    expect(atTime(near.consent, after(84)).notice).to.equal(null);
    const end = atTime(near.consent, after(90));
    expect(end).to.deep.include({ notice: 'term-over' });
    expect(end.consent.state).to.equal('ended');
    expect(atTime(end.consent, after(91)).notice).to.equal(null);
  });

  it('given again it holds longer, and what was watched stays so', () => {
    const again = granted(granted(null, NOW), after(85));
    expect(again.since).to.equal(NOW.toISOString());
    expect(again.until).to.equal(after(175).toISOString());
    expect(again.isEndTold).to.equal(false);
  });

  it('given after an end it begins anew', () => {
    const ended = atTime(granted(null, NOW), after(90)).consent;
    expect(granted(ended, after(100)).since).to.equal(after(100).toISOString());
  });

  it('that was only asked for never ends, nor is it said to', () => {
    expect(atTime(asked(NOW), after(200))).to.deep.equal({ consent: asked(NOW), notice: null });
  });

  it('ends also where the sign-in had ended before', () => {
    const paused = { ...granted(null, NOW), state: 'paused' as const };
    expect(atTime(paused, after(85)).notice).to.equal(null);
    expect(atTime(paused, after(90)).notice).to.equal('term-over');
  });
});
