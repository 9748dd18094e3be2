import { expect } from 'chai';
import { countryName, readAddress, readCountry } from '../../src/language/places.ts';
import type { PostalAddress } from '../../src/language/places.ts';

describe('readCountry', () => {
  const cases: Readonly<Record<string, string | null>> = {
    Italia: 'IT',
    italy: 'IT',
    IT: 'IT',
    it: 'IT',
    'in Italia': 'IT',
    'Verona, Italia': 'IT',
    ITALIA: 'IT',
    Germania: 'DE',
    Germnia: 'DE',
    Swizzera: 'CH',
    UK: 'GB',
    uk: 'GB',
    Inghilterra: 'GB',
    'nel Regno Unito': 'GB',
    'the UK': 'GB',
    USA: 'US',
    'U.S.A.': 'US',
    'gli Stati Uniti': 'US',
    'Stati Uniti d’America': 'US',
    Olanda: 'NL',
    'Paesi Bassi': 'NL',
    'è in Germania a Monaco': 'DE',
    Irlanda: 'IE',
    Islanda: 'IS',
    Niger: 'NE',
    Nigeria: 'NG',
    Austria: 'AT',
    Australia: 'AU',
    'Costa d’Avorio': 'CI',
    'Repubblica Ceca': 'CZ',
    Spagna: 'ES',
    Spain: 'ES',
    'San Marino': 'SM',
    no: null,
    si: null,
    boh: null,
    '': null,
    Contoso: null,
    ZZ: null,
    Verona: null,
    '80k': null,
  };
  for (const [text, code] of Object.entries(cases)) {
    it(`${JSON.stringify(text)} is ${String(code)}`, () => expect(readCountry(text)).to.equal(code));
  }
});

describe('countryName', () => {
  it('names a country in both languages', () => {
    expect(countryName('GB', 'it')).to.equal('Regno Unito');
    expect(countryName('gb', 'en')).to.equal('United Kingdom');
  });
  it('gives back what is no code', () => {
    expect(countryName('ZZ', 'it')).to.equal('ZZ');
    expect(countryName('Italia', 'it')).to.equal('Italia');
  });
});

describe('readAddress', () => {
  const cases: readonly (readonly [string, PostalAddress])[] = [
    [
      'via Roma 1, 37100 Verona, Italia',
      { line1: 'via Roma 1', city: 'Verona', postalCode: '37100', country: 'IT' },
    ],
    [
      'Via Roma, 1 - 37100 Verona (VR)',
      { line1: 'Via Roma, 1', city: 'Verona', postalCode: '37100', state: 'VR' },
    ],
    [
      'Corso Italia 22/A\n20122 Milano MI\nItalia',
      { line1: 'Corso Italia 22/A', city: 'Milano', postalCode: '20122', state: 'MI', country: 'IT' },
    ],
    ['via roma 1 37100 verona', { line1: 'via roma 1', city: 'Verona', postalCode: '37100' }],
    [
      '12 High Street, London SW1A 1AA, UK',
      { line1: '12 High Street', city: 'London', postalCode: 'SW1A 1AA', country: 'GB' },
    ],
    [
      '1 Microsoft Way, Redmond, WA 98052, USA',
      { line1: '1 Microsoft Way', city: 'Redmond', state: 'WA', postalCode: '98052', country: 'US' },
    ],
    [
      'Hauptstr. 5, 80331 München, Germania',
      { line1: 'Hauptstr. 5', city: 'München', postalCode: '80331', country: 'DE' },
    ],
    [
      'indirizzo: Via Dante 4, città: Milano, cap: 20121',
      { line1: 'Via Dante 4', city: 'Milano', postalCode: '20121' },
    ],
    ['Piazza Duomo, Milano', { line1: 'Piazza Duomo', city: 'Milano' }],
    ['Verona, Italia', { city: 'Verona', country: 'IT' }],
    ["reggio nell'emilia", { city: "Reggio nell'Emilia" }],
    ['', {}],
  ];
  for (const [text, expected] of cases) {
    it(`reads ${JSON.stringify(text)}`, () => expect(readAddress(text)).to.deep.equal(expected));
  }
});

describe('an address without commas', () => {
  const cases: Readonly<Record<string, PostalAddress>> = {
    'via Roma 1 Verona': { line1: 'via Roma 1', city: 'Verona' },
    'via Roma 1 Verona Italia': { line1: 'via Roma 1', city: 'Verona', country: 'IT' },
    'Via 20 Settembre 12/b Reggio Emilia': { line1: 'Via 20 Settembre 12/b', city: 'Reggio Emilia' },
    'via roma 1 10100 torino italia': {
      line1: 'via roma 1',
      postalCode: '10100',
      city: 'Torino',
      country: 'IT',
    },
    'milano italia': { city: 'Milano', country: 'IT' },
    'Stati Uniti': { country: 'US' },
    'Repubblica Ceca': { country: 'CZ' },
    'via Roma 1 scala B': { line1: 'via Roma 1 scala B' },
    'Corso Italia 5 37100 Verona': { line1: 'Corso Italia 5', postalCode: '37100', city: 'Verona' },
  };
  for (const [text, address] of Object.entries(cases))
    it(JSON.stringify(text), () => expect(readAddress(text)).to.deep.equal(address));
});
