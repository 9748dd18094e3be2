import { expect } from 'chai';
import { stem } from '../../src/language/stems.ts';
import { fold, tokenize } from '../../src/language/tokens.ts';

describe('words', () => {
  it('are runs of letters and digits, folded, with their place', () => {
    const text = "C'è l’accesso, ok?";
    const tokens = tokenize(text);
    expect(tokens.map((token) => token.text)).to.deep.equal(['c', 'e', 'l', 'accesso', 'ok']);
    for (const token of tokens) expect(text.slice(token.start, token.end)).to.equal(token.raw);
  });

  it('are the same with and without accents, composed or not', () => {
    expect(fold('PERCHÉ')).to.equal('perche');
    expect(fold('perche\u0301')).to.equal('perche');
  });

  it('keep a placeholder whole', () => {
    expect(tokenize('con {customer}, ok').map((token) => token.text)).to.deep.equal([
      'con',
      '{customer}',
      'ok',
    ]);
  });
});

describe('stems', () => {
  it('join the forms of a word in its own language', () => {
    expect(stem('segnalazioni', 'it')).to.equal(stem('segnalazione', 'it'));
    expect(stem('accepted', 'en')).to.equal(stem('accepts', 'en'));
    expect(stem('accepted', 'it')).to.equal('accepted');
  });
});
