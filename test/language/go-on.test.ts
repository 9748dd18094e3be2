import { expect } from 'chai';
import { isGoOn } from '../../src/language/go-on.ts';

describe('go on', () => {
  for (const text of [
    'vai avanti',
    'Avanti!',
    'ok, vai avanti grazie',
    'continua',
    'go on',
    'next',
    'Move on please',
  ])
    it(`is said by "${text}"`, () => expect(isGoOn(text, 'it')).to.equal(true));
  for (const text of [
    'sì',
    'ok',
    'Avanti S.r.l.',
    '"Avanti"',
    'vai avanti con Contoso',
    'next week',
    'vai avanti?',
  ])
    it(`isn't by "${text}"`, () => expect(isGoOn(text, 'en')).to.equal(false));
});
