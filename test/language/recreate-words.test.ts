import { expect } from 'chai';
import { readRecreate } from '../../src/language/recreate-words.ts';

describe('a wish to make a deal anew', () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ['ricrealo', ''],
    ['sì, ricrealo per favore', ''],
    ['voglio ricreare il deal con Adventure Works', 'il deal con Adventure Works'],
    ['ricrea quello di Northwind', 'quello di Northwind'],
    ['rifai la trattativa con Litware', 'la trattativa con Litware'],
    ['recreate it', ''],
    ['can you recreate the Northwind deal', 'the Northwind deal'],
    ['devo ricrearlo?', null],
    ['come si ricrea un deal?', null],
    ['rifai tutto', null],
    ['ricreazione', null],
    ['crea un deal', null],
  ];
  for (const [said, named] of cases) {
    it(`"${said}" ${named === null ? 'is none' : `names "${named}"`}`, () => {
      expect(readRecreate(said)).to.equal(named);
    });
  }
});
