import { expect } from 'chai';
import { findQuoted } from '../../src/language/quoted.ts';

describe('findQuoted', () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    'il cliente è "Annulla S.r.l."': ['Annulla S.r.l.'],
    '«Stop & Go» e “Help Lab”': ['Stop & Go', 'Help Lab'],
    "il deal con 'Help Lab' di ieri": ['Help Lab'],
    "l'ultima dell'anno": [],
    "l'ultima con 'Help Lab' e dell'altro": ['Help Lab'],
    '‘Rossi’ e „Bianchi“': ['Rossi', 'Bianchi'],
    'senza virgolette': [],
    '"non chiusa': [],
    '""': [],
    '" "': [],
  };
  for (const [text, expected] of Object.entries(cases)) {
    it(`finds ${JSON.stringify(expected)} in ${text}`, () => {
      expect(findQuoted(text).map((quoted) => quoted.text)).to.deep.equal(expected);
    });
  }
  it('says where, quotes included', () => {
    const text = 'con "Rossi" da 80k';
    const [found] = findQuoted(text);
    expect(text.slice(found?.start, found?.end)).to.equal('"Rossi"');
  });
});
