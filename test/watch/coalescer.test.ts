import { expect } from 'chai';
import { createCoalescer } from '../../src/watch/coalescer.ts';

describe('watch: coalescer', () => {
  it('makes two runs of many calls that come together, the second after the first has ended', async () => {
    const coalescer = createCoalescer();
    const open: (() => void)[] = [];
    let runs = 0;
    const work = () => {
      runs += 1;
      return new Promise<void>((resolve) => open.push(resolve));
    };
    const calls = Array.from({ length: 10 }, () => coalescer.run('a', work));
    expect(runs).to.equal(1);
    open[0]?.();
    await calls[0];
    calls.push(coalescer.run('a', work));
    await new Promise((resolve) => setImmediate(resolve));
    expect(runs).to.equal(2);
    open[1]?.();
    await Promise.all(calls);
    await coalescer.settle();
    expect(runs).to.equal(2);
  });

  it('keeps keys apart, and goes on after a failure', async () => {
    const coalescer = createCoalescer();
    const failed = coalescer.run('a', () => Promise.reject(new Error('no')));
    const waiting = coalescer.run('a', () => Promise.resolve());
    const other = coalescer.run('b', () => Promise.resolve());
    const ends = await Promise.allSettled([failed, waiting, other]);
    expect(ends.map(({ status }) => status)).to.deep.equal(['rejected', 'fulfilled', 'fulfilled']);
  });
});
