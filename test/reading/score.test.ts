import { expect } from 'chai';
import type { FoundFact } from './fitting.ts';
import { type LabelledMessage, readLabelled } from './labelled.ts';
import { type Judged, scoreMessages } from './score.ts';

const SETS = ['own', 'blind'].map((name) => `test/reading/messages/${name}.jsonl`);

const labelled = (part: Partial<LabelledMessage>): LabelledMessage => ({
  id: 'x',
  text: '',
  locale: 'it',
  today: '2026-11-28',
  asked: null,
  known: [],
  acts: [['statement']],
  areActsOpen: false,
  facts: [],
  maybe: [],
  not: [],
  ...part,
});

/** Judges one message whose clauses and facts were read so. */
function judge(
  part: Partial<LabelledMessage>,
  acts: readonly string[],
  facts: readonly FoundFact[] = [],
): Judged {
  const { judged } = scoreMessages([labelled(part)], () => ({
    clauses: acts.map((act) => ({ act })),
    facts,
  }));
  const [one] = judged;
  if (one === undefined) throw new Error('nothing was judged');
  return one;
}

describe('the score of readings', () => {
  for (const file of SETS) {
    it(`is full where ${file} is read as labelled`, () => {
      const { acts, dangers, precision, recall, forbidden } = scoreMessages(
        readLabelled(file),
        (message) => ({
          clauses: (message.acts[0] ?? []).map((act) => ({ act })),
          facts: message.facts,
        }),
      );
      const figures = { acts, dangers, precision, recall, forbidden };
      expect(figures).to.deep.equal({ acts: 1, dangers: 0, precision: 1, recall: 1, forbidden: 0 });
    });
  }

  it('merges neighbours with the same act, and takes each of several right readings', () => {
    expect(judge({ acts: [['order', 'question']] }, ['order', 'order', 'question']).areActsRight).to.equal(
      true,
    );
    expect(judge({ acts: [['plan'], ['not-now']] }, ['not-now']).areActsRight).to.equal(true);
    expect(judge({ acts: [['order']], areActsOpen: true }, ['order', 'statement']).areActsRight).to.equal(
      true,
    );
    expect(judge({ acts: [['order']] }, ['order', 'statement']).areActsRight).to.equal(false);
  });

  it('counts an order or a yes that is not there, and one that swallowed what holds it back', () => {
    expect(judge({ acts: [['question']] }, ['order']).isDanger).to.equal(true);
    expect(judge({ acts: [['assent', 'question']] }, ['assent']).isDanger).to.equal(true);
    expect(judge({ acts: [['assent', 'plan']] }, ['assent']).isDanger).to.equal(true);
    expect(judge({ acts: [['order', 'plan']] }, ['order']).isDanger).to.equal(false);
    expect(judge({ acts: [['question']] }, ['report']).isDanger).to.equal(false);
  });

  it('counts what was found, missed and made up', () => {
    const facts = [
      { kind: 'money', amount: 80000, currency: null },
      { kind: 'organisation', value: 'Segheria Alpina' },
    ] as const;
    const found = [
      { kind: 'money', amount: 80000, currency: 'EUR' },
      { kind: 'organisation', value: 'la Segheria Alpina S.r.l.' },
      { kind: 'organisation', value: 'Microsoft' },
      { kind: 'link', value: 'https://example.org' },
    ];
    expect(judge({ facts }, ['statement'], found)).to.deep.include({ met: facts, missed: [], extra: [] });
    const wrong = [{ kind: 'money', amount: 8000, currency: 'EUR' }];
    expect(judge({ facts }, ['statement'], wrong)).to.deep.include({ met: [], missed: facts, extra: wrong });
    expect(judge({ maybe: [{ kind: 'money' }] }, ['statement'], wrong).extra).to.deep.equal([]);
    expect(judge({ not: [{ kind: 'money' }] }, ['statement'], wrong).forbidden).to.deep.equal(wrong);
  });

  it('takes a day where all that is offered is among the labelled ones', () => {
    const facts = [{ kind: 'day', options: ['2027-03-01', '2027-03-03'] }] as const;
    const label = facts.map(({ options, ...rest }) => ({ ...rest, options: [...options] }));
    const offered = [{ kind: 'day', value: '2027-03-03', options: ['2027-03-03', '2027-03-01'] }];
    expect(judge({ facts: label }, ['statement'], offered).missed).to.deep.equal([]);
    const beside = [{ kind: 'day', value: '2027-03-03', options: ['2027-03-03', '2027-03-08'] }];
    expect(judge({ facts: label }, ['statement'], beside).extra).to.deep.equal(beside);
  });
});
