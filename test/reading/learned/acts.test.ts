import { expect } from 'chai';
import * as fc from 'fast-check';
import { ACTS, type ActExamples } from '../../../src/knowledge/words.ts';
import { learnActs, likelihoods } from '../../../src/reading/learned/act-weights.ts';
import { featuresOf } from '../../../src/reading/learned/features.ts';
import { likelyAct } from '../../../src/reading/learned/likely-act.ts';
import { reader } from '../words-reader.ts';

const EXAMPLES: ActExamples = {
  order: { unasked: ['spin up a deal', 'spin up two deals', 'spin it up'] },
  complaint: { unasked: ['this is going nowhere', 'we are going nowhere', 'nowhere again'] },
  statement: { unasked: ['eighty thousand', 'a warehouse'], review: ['this is going nowhere'] },
};
const likeliest = (text: string, asked: string | null): string => {
  const likely = [...likelihoods(text, asked, learnActs(EXAMPLES))];
  return ACTS[likely.indexOf(Math.max(...likely))] ?? '';
};

describe('what clauses do, learned from examples', () => {
  it('is what clauses like theirs do, by what was asked', () => {
    expect(likeliest('spin up another deal', null)).to.equal('order');
    expect(likeliest('this goes nowhere', null)).to.equal('complaint');
    expect(likeliest('this is going nowhere', 'review')).to.equal('statement');
  });

  it('is the same each time, and shares of one', () => {
    const [one, other] = [learnActs(EXAMPLES), learnActs(EXAMPLES)];
    expect(one.weights).to.deep.equal(other.weights);
    const likely = likelihoods('anything at all', null, one);
    expect(likely.reduce((sum, share) => sum + share, 0)).to.be.closeTo(1, 1e-9);
  });

  it('doesn’t tell one figure from another', () => {
    expect(featuresOf('put 35k', null)).to.deep.equal(featuresOf('put 98k', null));
    expect(featuresOf('put 35k', null)).not.to.deep.equal(featuresOf('put 35k', 'review'));
  });

  it('never does or confirms what words hold back, and never tells what they order', () => {
    const weights = learnActs(EXAMPLES);
    const text = fc.constantFrom('spin up a deal', 'this is going nowhere', 'eighty thousand', 'spin');
    fc.assert(
      fc.property(text, fc.constantFrom(...ACTS), fc.boolean(), (said, told, isKnown) => {
        const act = likelyAct({ text: said, act: told, isKnown }, null, weights);
        if (['question', 'what-if', 'negation', 'plan', 'refusal', 'not-now'].includes(told))
          expect(['question', 'what-if', 'negation', 'plan', 'refusal', 'not-now']).to.include(act);
        if (told !== 'statement' && act !== told) expect(['order', 'assent']).not.to.include(act);
      }),
    );
  });
});

describe('readings by examples', () => {
  const actsOf = (text: string, asked: string | null = null) =>
    reader
      .read(text, { locale: 'en', today: '2026-11-30', asked, known: ['Contoso'] })
      .clauses.map(({ act }) => act);

  it('do what the words don’t tell', () => {
    expect(actsOf('spin up a deal with Contoso')).to.deep.equal(['order']);
    expect(actsOf('this is getting us nowhere')).to.deep.equal(['complaint']);
  });

  it('leave facts, what has a label and answers of a form as they are', () => {
    expect(actsOf('Contoso')).to.deep.equal(['statement']);
    expect(actsOf('notes: call the director')).to.deep.equal(['statement']);
    expect(actsOf('spin up a deal', 'customer')).to.deep.equal(['statement']);
  });

  it('make no plain yes', () => {
    const { clauses } = reader.read('loks good to me', {
      locale: 'en',
      today: '2026-11-30',
      asked: 'review',
      known: [],
    });
    expect(clauses.map(({ act, isPlain }) => ({ act, isPlain }))).to.deep.equal([
      { act: 'assent', isPlain: false },
    ]);
  });
});
