import { expect } from 'chai';
import { findGuid } from '../../src/language/ids.ts';
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

describe('findGuid', () => {
  const guid = '3f2a7b80-1111-4222-8333-444455556666';
  it('finds one in a sentence, a link, braces, in any case', () => {
    for (const text of [guid, `stato di ${guid}?`, `{${guid.toUpperCase()}}`, `https://x.it/deals/${guid}`]) {
      expect(findGuid(text), text).to.equal(guid);
    }
  });
  it('finds none in what only resembles one', () => {
    for (const text of ['', 'SOL-70218-QRT', guid.slice(1), `${guid}0`, `a${guid}`, guid.replace('a', 'g')]) {
      expect(findGuid(text), text).to.equal(null);
    }
  });
});
