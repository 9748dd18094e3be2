import { expect } from 'chai';
import { mostBesideOutside, toConfidence } from '../../src/matching/confidence.ts';
import { ANSWER_FROM, CLARIFY_FROM, decide } from '../../src/matching/decision.ts';

const sure = {
  isOutside: false,
  confidence: 0.9,
  runnerUp: 0.1,
  lead: 3,
  words: 8,
  contentWords: 5,
  unknownWords: 0,
  hasUnknownCode: false,
  isDefinite: false,
  isExample: false,
  isBareFigure: false,
};

describe('decision', () => {
  it('takes what is sure and well ahead', () => {
    expect(decide(sure)).to.deep.equal({ act: 'take', reason: 'sure' });
  });

  it('takes a word or two that name nothing known for nothing of ours, unless they are an example', () => {
    const stray = { act: 'none', reason: 'stray' } as const;
    const few = { ...sure, words: 2, contentWords: 2, unknownWords: 1, confidence: 0.6 };
    expect(decide(few)).to.deep.equal(stray);
    expect(decide({ ...few, unknownWords: 0, contentWords: 0 })).to.deep.equal(stray);
    expect(decide({ ...few, isExample: true }).act).to.equal('take');
    expect(decide({ ...few, confidence: 0.9 }).act).to.equal('take');
    expect(decide({ ...few, isDefinite: true }).act).to.equal('take');
    expect(decide({ ...few, words: 3 }).act).to.equal('take');
  });

  it('takes a code that nothing of ours has for what is asked about, where little else is named', () => {
    const coded = { ...sure, contentWords: 2, hasUnknownCode: true };
    expect(decide(coded)).to.deep.equal({ act: 'none', reason: 'stray' });
    expect(decide({ ...coded, isDefinite: true }).act).to.equal('take');
    expect(decide({ ...coded, contentWords: 5 }).act).to.equal('take');
  });

  it('says that it is not known where what nothing here answers is nearer', () => {
    const least = mostBesideOutside(0);
    expect(least).to.be.below(CLARIFY_FROM);
    expect(decide({ ...sure, isOutside: true, confidence: least })).to.deep.equal({
      act: 'none',
      reason: 'outside',
    });
  });

  it('is less sure the nearer that is, and as sure as ever where it is far', () => {
    const [near, middle, far] = [0.5, 0.9, 4].map(mostBesideOutside);
    expect(near).to.be.below(ANSWER_FROM);
    expect(middle).to.be.closeTo(ANSWER_FROM, 1e-9);
    expect(far).to.be.above(0.999);
    expect(mostBesideOutside(Infinity)).to.equal(1);
  });

  it('asks where the first is likely but not sure, and knows nothing below that', () => {
    expect(decide({ ...sure, confidence: ANSWER_FROM }).act).to.equal('take');
    expect(decide({ ...sure, confidence: ANSWER_FROM - 0.001 })).to.deep.equal({
      act: 'clarify',
      reason: 'unsure',
    });
    expect(decide({ ...sure, confidence: CLARIFY_FROM }).act).to.equal('clarify');
    expect(decide({ ...sure, confidence: CLARIFY_FROM - 0.001 })).to.deep.equal({
      act: 'none',
      reason: 'unlikely',
    });
  });

  it('takes the words of an example, however near another is, but not what is unlikely', () => {
    expect(
      decide({ ...sure, isExample: true, lead: 0.1, runnerUp: 0.9, words: 2, contentWords: 1 }),
    ).to.deep.equal({
      act: 'take',
      reason: 'example',
    });
    expect(decide({ ...sure, isExample: true, confidence: 0.1 }).act).to.equal('none');
  });

  it('asks what a bare amount or name is about', () => {
    expect(decide({ ...sure, isBareFigure: true }).act).to.equal('clarify');
    expect(decide({ ...sure, isBareFigure: true, isExample: true }).act).to.equal('take');
  });

  it('asks where two are as likely, however likely they are', () => {
    expect(decide({ ...sure, lead: 0.1 })).to.deep.equal({ act: 'clarify', reason: 'too-close' });
  });

  it('asks of a bare word with several meanings, and of few words unless one leads clearly', () => {
    const bare = { ...sure, words: 1, contentWords: 1, runnerUp: 0.4 };
    expect(decide(bare)).to.deep.equal({ act: 'clarify', reason: 'bare' });
    expect(decide({ ...bare, runnerUp: 0.2 }).act).to.equal('take');
    expect(decide({ ...bare, isDefinite: true }).act).to.equal('take');
    const few = { ...sure, words: 3, contentWords: 2, runnerUp: 0.6, lead: 1 };
    expect(decide(few).act).to.equal('clarify');
    expect(decide({ ...few, lead: 2 }).act).to.equal('take');
    expect(decide({ ...few, contentWords: 3 }).act).to.equal('take');
  });
});

describe('confidence', () => {
  it('grows with z and stays a probability', () => {
    const values = [-50, -2, 0, 0.364, 2, 50].map((z) => toConfidence(z));
    expect(values).to.deep.equal([...values].sort((a, b) => a - b));
    for (const value of values) expect(value).to.be.within(0, 1);
    expect(toConfidence(0.364)).to.be.closeTo(0.5, 0.01);
  });
});
