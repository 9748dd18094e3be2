import { expect } from 'chai';
import { withoutSecondThought } from '../../src/language/second-thoughts.ts';

describe('second thoughts', () => {
  const cases: Readonly<Record<string, string>> = {
    'no aspetta il valore è 95k': 'il valore è 95k',
    'Aspetta, 95k': '95k',
    'in realtà privato': 'privato',
    'ah no, anzi: Privato': 'Privato',
    'Actually, make it private': 'make it private',
    'hold on... 95k': '95k',
    'no wait, shared': 'shared',
    'scusa no, condiviso': 'condiviso',
    'ok ma il valore è 95k': 'il valore è 95k',
    'il valore è 95k': 'il valore è 95k',
    'no aspetta': '',
    'Nova S.r.l.': 'Nova S.r.l.',
    'Anzio Porti': 'Anzio Porti',
    'Meglioni Costruzioni': 'Meglioni Costruzioni',
  };
  for (const [text, rest] of Object.entries(cases))
    it(`${JSON.stringify(text)} goes on with ${JSON.stringify(rest)}`, () =>
      expect(withoutSecondThought(text)).to.equal(rest));
});
