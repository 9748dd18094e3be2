import { expect } from 'chai';
import { asFaq, drawFewShot } from '../../../src/cli/bench/few-shot-sets.ts';
import type { BenchSet } from '../../../src/cli/bench/sets.ts';
import { knowledgeOf, LIBRARY } from '../../matching/sample.ts';

const lines = (label: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({ text: `${label} ${String(at)}`, label }));
const SET: BenchSet = {
  name: 'set',
  locale: 'en',
  train: [...lines('a', 9), ...lines('b', 6), ...lines('c', 2)],
  test: [{ text: 'hi', gold: null }],
};

describe('sets of few examples', () => {
  it('have so many of each label, the same ones for the same seed', () => {
    const { train } = drawFewShot(SET, 5, 1) ?? { train: [] };
    expect(['a', 'b', 'c'].map((label) => train.filter((line) => line.label === label).length)).to.deep.equal(
      [5, 5, 2],
    );
    expect(drawFewShot(SET, 5, 1)?.train).to.deep.equal(train);
    expect(drawFewShot(SET, 5, 2)?.train).to.not.deep.equal(train);
  });

  it('are not drawn where most labels have no more', () => {
    expect(drawFewShot(SET, 6, 1)).to.equal(null);
  });

  it('are made of answers by leaving them their titles', () => {
    const { answers } = asFaq(knowledgeOf(LIBRARY), 'en', true);
    expect([...answers.keys()]).to.deep.equal(LIBRARY.map(({ id }) => id));
    for (const { texts } of answers.values()) expect(texts.en?.examples).to.deep.equal([]);
  });
});
