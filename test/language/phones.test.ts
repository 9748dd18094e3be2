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

  const extensions: Readonly<Record<string, readonly [string | null, string]>> = {
    'chiami lo 049 8765432 int. 31, grazie': ['31', '049 8765432 int. 31'],
    '049 8765432 - interno 204': ['204', '049 8765432 - interno 204'],
    '+44 20 7946 0958 ext 9': ['9', '+44 20 7946 0958 ext 9'],
    '+44 20 7946 0958 (x118)': ['118', '+44 20 7946 0958 (x118)'],
    '049 8765432, int. 31 aprile': ['31', '049 8765432, int. 31'],
    '049 8765432, internet 31': [null, '049 8765432'],
    '049 8765432, 31 aprile': [null, '049 8765432'],
    '049 8765432 int. 31.000 euro': [null, '049 8765432'],
  };
  for (const [text, [extension, typed]] of Object.entries(extensions)) {
    it(`knows where the number ends in ${JSON.stringify(text)}`, () => {
      const [found] = findPhones(text);
      expect(found?.extension).to.equal(extension);
      expect(text.slice(found?.start, found?.end)).to.equal(typed);
    });
  }
});
