import { expect } from 'chai';
import { findPhones } from '../../src/language/phones.ts';

describe('phone numbers', () => {
  const phones: Readonly<Record<string, string | null>> = {
    '+39 333 1234567': '+393331234567',
    '0039 333.123.4567': '+393331234567',
    '(045) 123-4567': '+390451234567',
    '+44 (0)20 7946 0958': '+442079460958',
    '333/1234567': '+393331234567',
    '041 234567/9': '+39041234567',
    '+39 (0)11 4567890': '+390114567890',
    '+378 (0)549 885432': '+3780549885432',
    '340 1234567 / 02 7654321': '+393401234567',
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
    it(`reads ${JSON.stringify(text)}`, () => expect(findPhones(text)[0]?.value ?? null).to.equal(expected));
  }
});
