import { expect } from 'chai';
import { asksForMore } from '../../src/language/more-words.ts';

describe('asking for the rest of a list', () => {
  for (const said of [
    'altri',
    'Gli altri?',
    'altri 4 deal',
    'mostrami gli altri, grazie',
    'i prossimi',
    'il resto',
  ])
    it(`"${said}" does`, () => expect(asksForMore(said, 'it')).to.equal(true));
  for (const said of ['more', 'show more', '4 more deals', 'the rest please', 'next page'])
    it(`"${said}" does (en)`, () => expect(asksForMore(said, 'en')).to.equal(true));
  for (const said of ['altro', 'altri venditori di Contoso', 'more about notes', 'un altro deal', ''])
    it(`"${said}" does not`, () => expect(asksForMore(said, 'it')).to.equal(false));
});
