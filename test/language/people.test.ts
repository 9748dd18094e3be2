import { expect } from 'chai';
import { readContact, readEmail, readName, readPhone } from '../../src/language/people.ts';
import type { Contact } from '../../src/language/people.ts';

const MARIO: Contact = { firstName: 'Mario', lastName: 'Rossi', phone: '+393331234567', email: 'mario@x.it' };

const CASES: readonly (readonly [string, Contact])[] = [
  ['Mario Rossi, mario@x.it, +39 333 1234567', MARIO],
  ['+39 333 1234567\nMario Rossi\nmario@x.it', MARIO],
  ['mario@x.it Mario Rossi +39 333 1234567', MARIO],
  ['contatto: Mario Rossi (mario@x.it) tel. +39 333.123.45.67', MARIO],
  ['nome: Mario, cognome: Rossi, mail: MARIO@x.it, cell: 0039 333 1234567', MARIO],
  ['il contatto è Mario Rossi', { firstName: 'Mario', lastName: 'Rossi' }],
  ['dott. Mario Rossi tel 045 1234567', { firstName: 'Mario', lastName: 'Rossi', phone: '0451234567' }],
  ['Mario Rossi - CTO - mario@x.it', { firstName: 'Mario', lastName: 'Rossi', email: 'mario@x.it' }],
  ["his name is John O'Neill, john@o.ie", { firstName: 'John', lastName: "O'Neill", email: 'john@o.ie' }],
  ['mario@x.it', { email: 'mario@x.it' }],
  ['333 1234567', { phone: '3331234567' }],
  ['boh', {}],
  ['80.000 €', {}],
  ['', {}],
];

describe('readContact', () => {
  for (const [text, expected] of CASES) {
    it(`reads ${JSON.stringify(text)}`, () => expect(readContact(text)).to.deep.equal(expected));
  }
});

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

describe('readPhone', () => {
  const phones: Readonly<Record<string, string | null>> = {
    '+39 333 1234567': '+393331234567',
    '0039 333.123.4567': '+393331234567',
    '(045) 123-4567': '0451234567',
    '+44 (0)20 7946 0958': '+442079460958',
    '333/1234567': '3331234567',
    '041 234567/9': '041234567',
    '+39 (0)11 4567890': '+390114567890',
    '+378 (0)549 885432': '+3780549885432',
    '340 1234567 / 02 7654321': '3401234567',
    '4410028733': null,
    'P.IVA 01234567890': null,
    '15/03/2027': null,
    '2027-03-15': null,
    '80.000': null,
    '12345': null,
    '1234567890123456789': null,
    'SOL-70218-QRT': null,
    '+1 425-555-0100 ext 4': '+14255550100',
    '': null,
  };
  for (const [text, expected] of Object.entries(phones)) {
    it(`reads ${JSON.stringify(text)}`, () => expect(readPhone(text)).to.equal(expected));
  }
});
