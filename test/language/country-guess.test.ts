import { expect } from 'chai';
import fc from 'fast-check';
import { countryByPostcode, guessCountry } from '../../src/language/country-guess.ts';
import { countryByPhone } from '../../src/language/phones.ts';

describe('a country that is not said', () => {
  const telling: readonly (readonly [string, string])[] = [
    ['SW1A 1AA', 'GB'],
    ['m1 1ae', 'GB'],
    ['1012 AB', 'NL'],
    ['00-950', 'PL'],
    ['1000-205', 'PT'],
    ['K1A 0B1', 'CA'],
    ['94105-1420', 'US'],
    ['114 55', 'SE'],
  ];
  for (const [postcode, country] of telling) {
    it(`is ${country} by the form of "${postcode}", wherever we are`, () => {
      for (const home of ['IT', 'DE', null]) expect(countryByPostcode(postcode, home)).to.equal(country);
    });
  }

  it('is our own by digits that fit ours, and nobody’s otherwise', () => {
    expect(countryByPostcode('38122', 'IT')).to.equal('IT');
    expect(countryByPostcode(' 80331 ', 'DE')).to.equal('DE');
    expect(countryByPostcode('8001', 'CH')).to.equal('CH');
    expect(countryByPostcode('8001', 'IT')).to.equal(null);
    expect(countryByPostcode('38122', 'GB')).to.equal(null);
    expect(countryByPostcode('38122', null)).to.equal(null);
    expect(countryByPostcode('', 'IT')).to.equal(null);
  });

  it('is never our own by a text that isn’t digits', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 10 }), (typed) => {
        fc.pre(!/^\d+$/.test(typed.trim()));
        expect(countryByPostcode(typed, 'IT')).not.to.equal('IT');
      }),
    );
  });

  it('is told by a dialling code, the longer one where one begins another', () => {
    expect(countryByPhone('+390456789012')).to.equal('IT');
    expect(countryByPhone('+442071234567')).to.equal('GB');
    expect(countryByPhone('+351211234567')).to.equal('PT');
    expect(countryByPhone('+38512345678')).to.equal('HR');
    expect(countryByPhone('+38612345678')).to.equal('SI');
    expect(countryByPhone('0456789012')).to.equal(null);
    expect(countryByPhone('+81312345678')).to.equal('JP');
    expect(countryByPhone('')).to.equal(null);
  });

  describe('guessed by all that is written of a place', () => {
    const cases: readonly (readonly [Parameters<typeof guessCountry>[0], string | null])[] = [
      [{ line1: 'Via Verdi 3', city: 'Lecce', postalCode: '73100' }, 'IT'],
      [{ line1: 'Centro Affari 2', city: 'Cantù' }, 'IT'],
      [{ line1: 'Lindenstrasse 3', city: 'Luzern', postalCode: '6003' }, null],
      [{ line1: 'Hauptstraße 3', city: 'Ulm', postalCode: '89073' }, 'DE'],
      [{ line1: '4 rue du Lac', city: 'Lyon', postalCode: '69006' }, 'FR'],
      [{ line1: '70 Elm Street', city: 'Salem', state: 'OR', postalCode: '97301' }, 'US'],
      [{ line1: '70 Elm Street', city: 'Leeds' }, null],
      [{ line1: 'Torggatan 4', city: 'Västerås' }, null],
    ];
    for (const [written, country] of cases)
      it(`${String(country)} for ${Object.values(written).join(', ')}`, () =>
        expect(guessCountry(written, ['IT'])).to.equal(country));

    it('is the likeliest that the address allows', () =>
      expect(guessCountry({ line1: 'Lindenstrasse 3', postalCode: '6003' }, ['IT', null, 'CH'])).to.equal(
        'CH',
      ));
  });
});
