import { expect } from 'chai';
import { type LoadSaying, preparationOf, ROUND, scriptOf } from '../../../../src/cli/bench/load/mix.ts';

function* numbered(): Generator<string, never> {
  for (let count = 0; ; count += 1) yield `question ${String(count)}`;
}

const scriptsOf = (isPrepared: boolean, rounds = 3): LoadSaying[][] =>
  Array.from({ length: 40 }, (_, number) =>
    scriptOf({ number, solution: 'Aurelia WMS' }, { rounds, isPrepared, questions: numbered() }),
  );

const count = (script: readonly LoadSaying[], ...parts: readonly LoadSaying['part'][]): number =>
  script.filter(({ part }) => parts.includes(part)).length;

describe('the mix of the load', () => {
  for (const isPrepared of [false, true]) {
    it(`is 80 % questions, 15 % form, 5 % look-up or creation${isPrepared ? ', prepared' : ''}`, () => {
      for (const script of scriptsOf(isPrepared)) {
        expect(script).to.have.length(3 * ROUND);
        expect(count(script, 'faq')).to.equal(0.8 * script.length);
        expect(count(script, 'form')).to.equal(0.15 * script.length);
        expect(count(script, 'look-up', 'creation')).to.equal(0.05 * script.length);
      }
    });
  }

  it('has look-ups and creations in equal parts, at different places', () => {
    const scripts = scriptsOf(false, 1);
    expect(count(scripts.flat(), 'look-up')).to.equal(count(scripts.flat(), 'creation'));
    const places = scripts.map((script) => script.findIndex(({ part }) => part === 'form'));
    expect(new Set(places)).to.have.length.above(10);
  });

  it('makes a deal of another customer for each conversation and round', () => {
    const orders = scriptsOf(false)
      .flat()
      .filter(({ text }) => text.startsWith('crea un deal'));
    expect(new Set(orders.map(({ text }) => text))).to.have.length(orders.length);
  });

  it('confirms first what the preparation has led to its summary', () => {
    const conversation = { number: 1, solution: 'Aurelia WMS' };
    const [first] = scriptOf(conversation, { rounds: 1, isPrepared: true, questions: numbered() });
    expect(first?.part).to.equal('creation');
    expect(preparationOf(conversation)).to.have.length(3);
    expect(preparationOf({ ...conversation, number: 2 })).to.deep.equal([]);
  });
});
