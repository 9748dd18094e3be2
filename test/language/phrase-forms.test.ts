import { expect } from 'chai';
import { phraseForms } from '../../src/language/phrase-forms.ts';

describe('forms of a phrase', () => {
  const cases: readonly (readonly [pattern: string, forms: readonly string[]])[] = [
    ['va bene', ['va bene']],
    ['(sei|eri) qui', ['sei qui', 'eri qui']],
    ['[tu] sei [qui]', ['sei', 'sei qui', 'tu sei', 'tu sei qui']],
    [
      'che [gran] (noia|brutta (storia|cosa))',
      [
        'che noia',
        'che brutta storia',
        'che brutta cosa',
        'che gran noia',
        'che gran brutta storia',
        'che gran brutta cosa',
      ],
    ],
    ['dammi _ minut(o|i)', ['dammi _ minut o', 'dammi _ minut i']],
    ["[(l'ho|l'abbiamo)] detto", ['detto', "l'ho detto", "l'abbiamo detto"]],
  ];
  for (const [pattern, forms] of cases)
    it(`of “${pattern}”`, () => {
      expect(phraseForms(pattern)).to.deep.equal(forms);
    });
});
