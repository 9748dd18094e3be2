import { expect } from 'chai';
import * as metrics from '../../../src/cli/bench/metrics.ts';

const line = (gold: string | null, ids: readonly string[], score: number): metrics.Scored => ({
  gold,
  ids,
  score,
});
const lines = [
  line('a', ['a', 'b'], 0.9),
  line('a', ['b', 'a'], 0.6),
  line('b', ['b', 'a'], 0.3),
  line(null, ['a', 'b'], 0.2),
  line(null, ['b', 'a'], 0.7),
];

describe('metrics', () => {
  it('count right lines among the first one or three', () => {
    expect(metrics.topShare(lines, 1)).to.be.closeTo(2 / 3, 1e-9);
    expect(metrics.topShare(lines, 3)).to.equal(1);
  });

  it('give the chance that in scope scores above out of scope', () => {
    expect(metrics.areaUnderCurve(lines)).to.be.closeTo(4 / 6, 1e-9);
    const tied = [line('a', ['a'], 0.5), line(null, ['a'], 0.5)];
    expect(metrics.areaUnderCurve(tied)).to.equal(0.5);
  });

  it('count a rejected line as not right and not wrongly answered', () => {
    expect(metrics.inScopeAccuracy(lines, 0.5)).to.be.closeTo(1 / 3, 1e-9);
    expect(metrics.wronglyAnswered(lines, 0.5)).to.be.closeTo(1 / 3, 1e-9);
  });

  it('give the Matthews coefficient with out of scope as a class', () => {
    // Confusion at .5: a→a, a→b, b→none, none→none, none→b.
    // c = 2, n = 5, predicted a 1, b 2, none 2; gold a 2, b 1, none 2.
    const expected = (2 * 5 - (2 * 1 + 1 * 2 + 2 * 2)) / Math.sqrt((25 - 9) * (25 - 9));
    expect(metrics.matthews(lines, 0.5)).to.be.closeTo(expected, 1e-9);
    expect(metrics.matthews([line('a', ['a'], 1), line(null, ['a'], 0)], 0.5)).to.equal(1);
    expect(metrics.bestMatthews(lines)).to.be.at.least(metrics.matthews(lines, 0.3));
  });

  it('give the share of out-of-scope lines below what nine of ten in-scope lines reach', () => {
    const many = [
      ...Array.from({ length: 10 }, (_, at) => line('a', ['a'], 0.1 + at / 10)),
      line(null, ['a'], 0.15),
      line(null, ['a'], 0.95),
    ];
    expect(metrics.outOfScopeRecallAtCoverage(many)).to.equal(0.5);
    expect(metrics.accuracyAtRecall(many, 0.5)).to.be.closeTo(0.1, 1e-9);
  });

  it('give how far confidence is from truth, by lines or by weight', () => {
    const certain = [line('a', ['a'], 1), line('a', ['b'], 1), line(null, ['a'], 1), line(null, ['a'], 1)];
    expect(metrics.calibrationError(certain)).to.be.closeTo(0.75, 1e-9);
    expect(metrics.calibrationError(certain, 0.2)).to.be.closeTo(0.6, 1e-9);
  });
});
