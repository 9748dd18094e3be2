import { expect } from 'chai';
import fc from 'fast-check';
import { formatMoney } from '../../../src/language/format.ts';
import { findMoney, readCurrency, readMoney } from '../../../src/language/money/money.ts';
import type { Locale } from '../../../src/language/locale.ts';

/** What was read, short: "80000 EUR", "80 | 80000", "50000 & 60000 EUR", "negative", "none". */
function read(text: string, locale: Locale): string {
  const reading = readMoney(text, locale);
  const show = (money: { amount: number; currency: string | null }): string =>
    money.currency === null ? String(money.amount) : `${String(money.amount)} ${money.currency}`;
  if (reading.kind === 'money') return show(reading);
  if (reading.kind === 'ambiguous') return reading.options.map(show).join(' | ');
  return reading.kind === 'several' ? reading.found.map(show).join(' & ') : reading.kind;
}

function table(locale: Locale, cases: Readonly<Record<string, string>>): void {
  for (const [text, expected] of Object.entries(cases)) {
    it(`${locale}: ${JSON.stringify(text)} is ${expected}`, () => {
      expect(read(text, locale)).to.equal(expected);
    });
  }
}

describe('readMoney', () => {
  describe('digits with separators', () => {
    table('it', {
      '80.000,50 €': '80000.5 EUR',
      '80,000.50 €': '80000.5 EUR',
      '80.000': '80000',
      '80 000': '80000',
      "80'000 CHF": '80000 CHF',
      '1.200.000': '1200000',
      '1.200': '1200',
      '80000': '80000',
      '€80.000,00': '80000 EUR',
      '80.000,- €': '80000 EUR',
      '80.000,50€': '80000.5 EUR',
      '12.345.678,90': '12345678.9',
      '80.000€.': '80000 EUR',
    });
    table('en', {
      '1,200': '1200',
      '1.200': '1200 | 1.2',
      '80,000.50 EUR': '80000.5 EUR',
      '80.000 €': '80000 EUR | 80 EUR',
      '1,200,000': '1200000',
      '$1,234.56': '1234.56 USD',
    });
    it('asks about a dot of thousands in mixed text', () => {
      expect(read('1.200 dollars', 'it')).to.equal('1200 USD | 1.2 USD');
    });
  });

  describe('multipliers on either side of the currency', () => {
    table('it', {
      '4,7 € milioni': '4700000 EUR',
      '60 USD milioni': '60000000 USD',
      'M€ 2,3': '2300000 EUR',
      '5€M': '5000000 EUR',
      '35 €k': '35000 EUR',
      'k€ 18': '18000 EUR',
      'mln € 6': '6000000 EUR',
      '€M 1,1': '1100000 EUR',
      '8,5 £mln': '8500000 GBP',
      '90 euro, mille grazie': '90 EUR',
      'sessantamla euro': '60000 EUR',
      'un milione e tre': '1300000',
    });
    table('en', {
      '3.4 USD millions': '3400000 USD',
      '40 EUR thousand': '40000 EUR',
      'fourteen hundred pounds': '1400 GBP',
      'thirty-one thousand two hundred dollars': '31200 USD',
    });
  });

  describe('short and long multipliers', () => {
    table('it', {
      '80k': '80000',
      '80 k': '80000',
      '80K€': '80000 EUR',
      '80keur': '80000 EUR',
      EUR80k: '80000 EUR',
      '80 mila': '80000',
      '80mila euro': '80000 EUR',
      '80 milla': '80000',
      '1,2 milioni di dollari': '1200000 USD',
      '1.2 mln': '1200000',
      '1,2M€': '1200000 EUR',
      '2 milioni e mezzo': '2500000',
      '1 milione e 200 mila': '1200000',
      "un milione d'euro": '1000000 EUR',
      '80m': '80000 | 80000000',
      '1,5 mld': '1500000000',
      '2,5k': '2500',
      '80 mille': '80000',
      '1,2m': '1200000',
      '2M$': '2000000 USD',
      '80k$': '80000 USD',
      '1 milione 200 mila': '1200000',
      '85 mila e 500 euro': '85500 EUR',
      '1 millione': '1000000',
    });
    table('en', {
      '$1.2M': '1200000 USD',
      '80m': '80000000',
      '80 grand': '80000',
      '1.5 bn': '1500000000',
      $80k: '80000 USD',
      '80K US dollars': '80000 USD',
    });
  });

  describe('numbers in words', () => {
    table('it', {
      ottantamila: '80000',
      'ottantamila euro': '80000 EUR',
      'ottanta mila euro': '80000 EUR',
      otantamilla: '80000',
      centoventimila: '120000',
      centottantamila: '180000',
      'cento ottanta mila': '180000',
      duecentocinquantamila: '250000',
      ventunomila: '21000',
      ventottomila: '28000',
      'un milione': '1000000',
      'un milione e mezzo': '1500000',
      'mezzo milione': '500000',
      mille: '1000',
      duemilacinquecento: '2500',
      'cento euro': '100 EUR',
      ottanta: '80 | 80000',
    });
    table('en', {
      'eighty thousand dollars': '80000 USD',
      'one hundred and twenty thousand euros': '120000 EUR',
      'eighty-five thousand': '85000',
      'half a million': '500000',
      'two and a half million': '2500000',
      'a million': '1000000',
      'a hundred grand': '100000',
    });
  });

  describe('currency', () => {
    table('it', {
      '80k in dollari': '80000 USD',
      'da 40k euro': '40000 EUR',
      '50k dollari canadesi': '50000 CAD',
      'dollari canadesi 50k': '50000 CAD',
      '50k$ canadesi': '50000 CAD',
      '80k franchi svizzeri': '80000 CHF',
      '50k sterline': '50000 GBP',
      '50k dolari': '50000 USD',
      'US$ 80k': '80000 USD',
      A$80k: '80000 AUD',
      '80.000 SEK': '80000 SEK',
      '80.000 XYZ': '80000',
      '80k, la valuta è il dollaro': '80000 USD',
    });
  });

  describe('more than an amount in the answer', () => {
    table('it', {
      '80k in dollari, chiude a fine marzo, niente aiuto da Microsoft': '80000 USD',
      '80k con chiusura il 31/03/2027': '80000',
      'circa 80 mila': '80000',
      'direi sugli 80k': '80000',
      'più o meno 80k': '80000',
      '80k per 3 anni': '80000',
      '12 mesi, 80k': '80000',
      '80k iva esclusa': '80000',
      'vale 80000 per 50 utenti': '80000',
      '80k (rif. SOL-70218-QRT)': '80000',
      '80k, chiamami al +39 333 123 4567': '80000',
      'lo sconto è 10%, quindi 72k': '72000',
      '80k, anzi 90k': '90000',
      '80k no aspetta, 90k': '90000',
      '90k, non 80k': '90000',
      'grazie mille, 80k': '80000',
      '80k = 80.000': '80000',
    });
  });

  describe('not one amount', () => {
    table('it', {
      '80': '80 | 80000',
      '5': '5 | 5000',
      '12,5': '12.5 | 12500',
      'tra 50 e 60k': '50000 & 60000',
      '50-60k': '50000 & 60000',
      '50/60k €': '50000 EUR & 60000 EUR',
      'da 50 a 60 mila euro': '50000 EUR & 60000 EUR',
      '€ 50.000 - € 60.000': '50000 EUR & 60000 EUR',
      'tra uno e due milioni': '1000000 & 2000000',
      '80k o 90k': '80000 & 90000',
      'dai 50 agli 80k': '50000 & 80000',
      '80k euro, 90k dollari': '80000 EUR & 90000 USD',
      '-5': 'negative',
      '−5.000 €': 'negative',
      '-€5': 'negative',
      'meno 5k': 'negative',
      '0': 'negative',
      'zero euro': 'negative',
    });
  });

  describe('no amount', () => {
    const none = [
      'gratis',
      'un sacco',
      'boh',
      'non lo so',
      '',
      '   ',
      '3 clienti',
      '10.000 utenti',
      '15 marzo',
      'marzo 2027',
      'nel 2027',
      '31.12.2026',
      '15/03',
      '2027-03-15',
      'mille grazie',
      'thanks a million',
      'SOL-70218-QRT',
      '10%',
      '3f2a7b80-1111-4222-8333-444455556666',
      '+39 333 123 4567',
      'mario3000@x.it',
      'Q1',
      'D365',
      'un deal',
      'sei sicuro?',
      '👍',
      'Infinity',
      'NaN',
      '1e5x',
      '...',
      '€',
      'alle 15:30',
      'v1.2.3',
    ];
    for (const text of none) {
      it(`finds none in ${JSON.stringify(text)}`, () => {
        expect(read(text, 'it')).to.equal('none');
        expect(read(text, 'en')).to.equal('none');
      });
    }
  });

  describe('certainty', () => {
    const isCertain = (text: string): boolean | null => {
      const reading = readMoney(text, 'it');
      return reading.kind === 'money' ? reading.isCertain : null;
    };
    it('is sure of a plain amount', () => {
      expect(isCertain('80k')).to.equal(true);
      expect(isCertain('80.000 €')).to.equal(true);
    });
    it('is unsure of a small explicit amount, a limit and a rate', () => {
      expect(isCertain('80 euro')).to.equal(false);
      expect(isCertain('80,50')).to.equal(false);
      expect(isCertain('almeno 80k')).to.equal(false);
      expect(isCertain('80k al mese')).to.equal(false);
    });
  });

  it('reads back what formatMoney writes, in both languages', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100_000, max: 2_000_000_000_00 }),
        fc.constantFrom('EUR', 'USD', 'GBP', 'CHF', 'SEK', 'JPY', 'PLN'),
        fc.constantFrom<Locale>('it', 'en'),
        (cents, currency, locale) => {
          const amount = cents / 100;
          const written = formatMoney(amount, currency, locale);
          expect(readMoney(written, locale), written).to.deep.equal({
            kind: 'money',
            amount,
            currency,
            isCertain: true,
          });
        },
      ),
    );
  });

  it('never throws and never gives an amount that is not a finite positive number', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.constantFrom<Locale>('it', 'en'),
        (text, locale) => {
          const reading = readMoney(text, locale);
          if (reading.kind === 'money') expect(reading.amount).to.be.finite.and.above(0);
          for (const found of findMoney(text, locale))
            expect(text.slice(found.start, found.end)).to.equal(found.text);
        },
      ),
    );
  });

  it('reads 50,000 characters without choking', () => {
    expect(readMoney('80 '.repeat(20_000), 'it').kind).to.equal('none');
    expect(readMoney('9'.repeat(50_000), 'it').kind).to.not.equal('several');
  });
});

describe('findMoney', () => {
  const found = (sentence: string, locale: Locale = 'it'): string[] =>
    findMoney(sentence, locale).map(
      ({ amount, currency, text }) => `${text}=${String(amount)}${currency ?? ''}`,
    );

  const cases: Readonly<Record<string, readonly string[]>> = {
    'crea un deal co-sell da 80k con Fabrikam per fine marzo': ['80k=80000'],
    'quello da 64mila': ['64mila=64000'],
    'worth $1.2M with Contoso': ['$1.2M=1200000USD'],
    'co-sell da 120.000€': ['120.000€=120000EUR'],
    '80.000 con Fabrikam entro il 31.12.2026': ['80.000=80000'],
    'D365 per 80k': ['80k=80000'],
    'un deal da ottantamila euro': ['ottantamila euro=80000EUR'],
    'tra 50 e 60k': ['50=50000', '60k=60000'],
    'registra un 40k deal con Wingtip': ['40k=40000'],
    '80k e 500 utenti': ['80k=80000'],
    'da 40k euro con Wingtip': ['40k euro=40000EUR'],
  };
  for (const [sentence, expected] of Object.entries(cases)) {
    it(`finds ${expected.join(', ')} in "${sentence}"`, () => {
      expect(found(sentence)).to.deep.equal(expected);
    });
  }

  for (const sentence of [
    'ho 3 clienti',
    '10.000 dipendenti',
    'entro il 15/03/2027',
    'tel 333 123 456',
    'un deal con 3M',
    'mille grazie',
    'il 30% in più',
    'deal 3f2a7b80-1111-4222-8333-444455556666',
    'SOL-70218-QRT',
    'supporto 24/7',
    '100k utenti',
    'versione 1.200',
    'nel 2027',
    'crea un deal',
    'dammi 3 consigli',
    '80',
  ]) {
    it(`finds nothing in "${sentence}"`, () => {
      expect(found(sentence, sentence.startsWith('versione') ? 'en' : 'it')).to.deep.equal([]);
    });
  }
});

describe('readCurrency', () => {
  const cases: Readonly<Record<string, string | null>> = {
    dollari: 'USD',
    'in euro': 'EUR',
    '€': 'EUR',
    usd: 'USD',
    pln: 'PLN',
    'corona svedese': 'SEK',
    'Swedish krona': 'SEK',
    'franchi svizzeri': 'CHF',
    US$: 'USD',
    '£': 'GBP',
    'dollari australiani': 'AUD',
    TRY: 'TRY',
    try: null,
    all: null,
    boh: null,
    '': null,
    eruo: 'EUR',
    'in dollari, grazie': 'USD',
    Mad: 'MAD',
    yen: 'JPY',
  };
  for (const [text, code] of Object.entries(cases)) {
    it(`${JSON.stringify(text)} is ${String(code)}`, () => {
      expect(readCurrency(text, 'it')).to.equal(code);
    });
  }
});
