import { expect } from 'chai';
import { readEmail, readName } from '../../src/language/people.ts';

describe('readName', () => {
  const names: Readonly<Record<string, readonly [string, string?] | null>> = {
    'Mario Rossi': ['Mario', 'Rossi'],
    'mario rossi': ['Mario', 'Rossi'],
    'MARIO ROSSI': ['Mario', 'Rossi'],
    'ROSSI Mario': ['Mario', 'Rossi'],
    'Anna Maria Rossi': ['Anna Maria', 'Rossi'],
    'Maria Elena De Luca': ['Maria Elena', 'De Luca'],
    "Jean-Luc D'Angelo": ['Jean-Luc', "D'Angelo"],
    'Ludwig van Beethoven': ['Ludwig', 'van Beethoven'],
    'Mario Rossi di Fabrikam': ['Mario', 'Rossi'],
    'ing. Luca Verdi': ['Luca', 'Verdi'],
    'si chiama Luca Verdi': ['Luca', 'Verdi'],
    Mario: ['Mario'],
    '12345': null,
    no: null,
  };
  for (const [text, expected] of Object.entries(names)) {
    it(`reads ${JSON.stringify(text)}`, () => {
      const name = readName(text);
      expect(
        name === null ? null : [name.firstName, ...(name.lastName === undefined ? [] : [name.lastName])],
      ).to.deep.equal(expected);
    });
  }
});

describe('readEmail', () => {
  const mails: Readonly<Record<string, string | null>> = {
    'Mario.Rossi+deal@x.co.uk': 'mario.rossi+deal@x.co.uk',
    'scrivi a mario@x.it.': 'mario@x.it',
    '<mario@x.it>': 'mario@x.it',
    'mario @ x.it': 'mario@x.it',
    'mario@x': null,
    '@x.it': null,
    'mario.x.it': null,
    'a@b@c.it': 'b@c.it',
    'mario@-x.it': null,
    '': null,
  };
  for (const [text, expected] of Object.entries(mails)) {
    it(`reads ${JSON.stringify(text)}`, () => expect(readEmail(text)).to.equal(expected));
  }
});
