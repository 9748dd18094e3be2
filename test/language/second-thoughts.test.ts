import { expect } from 'chai';
import { afterSecondThought, withoutSecondThought } from '../../src/language/second-thoughts.ts';

describe('second thoughts', () => {
  const cases: Readonly<Record<string, string | null>> = {
    'no aspetta il valore è 95k': 'il valore è 95k',
    'Aspetta, 95k': '95k',
    'in realtà privato': 'privato',
    'ah no, anzi: Privato': 'Privato',
    'Actually, make it private': 'make it private',
    'hold on... 95k': '95k',
    'no wait, shared': 'shared',
    'scusa no, condiviso': 'condiviso',
    'ok privato': null,
    privato: null,
    'no aspetta': null,
    no: null,
    'Nova S.r.l.': null,
    'Anzio Porti': null,
    'Meglioni Costruzioni': null,
  };
  for (const [text, rest] of Object.entries(cases))
    it(`${JSON.stringify(text)} takes back: ${String(rest)}`, () =>
      expect(afterSecondThought(text)).to.equal(rest));

  it('leaves a text alone that opens with none', () =>
    expect(withoutSecondThought('il valore è 95k')).to.equal('il valore è 95k'));
  it('passes over small words before the wish', () =>
    expect(withoutSecondThought('ok ma il valore è 95k')).to.equal('il valore è 95k'));
});
