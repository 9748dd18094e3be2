import { expect } from 'chai';
import fc from 'fast-check';
import { addDays } from '../../../src/language/dates/calendar.ts';
import { findSaidDays, readDate } from '../../../src/language/dates/dates.ts';
import { formatDay, formatDayShort } from '../../../src/language/format.ts';
import type { Locale } from '../../../src/language/locale.ts';

/** A Tuesday. */
const TODAY = '2026-11-24';

/** "2027-03-15", "2026-11-27 or 2026-12-04", "past 2026-11-15, next 2027-11-15", "2027-03-15 & 2027-03-20". */
function read(text: string, locale: Locale, today = TODAY): string {
  const reading = readDate(text, locale, today);
  if (reading.kind === 'date') return [reading.date, ...reading.others].join(' or ');
  if (reading.kind === 'past') return `past ${reading.date}, next ${reading.next}`;
  return reading.kind === 'several' ? reading.found.join(' & ') : reading.kind;
}

function table(locale: Locale, cases: Readonly<Record<string, string>>, today = TODAY): void {
  for (const [text, expected] of Object.entries(cases)) {
    it(`${locale}, ${today}: ${JSON.stringify(text)} is ${expected}`, () => {
      expect(read(text, locale, today)).to.equal(expected);
    });
  }
}

describe('readDate', () => {
  describe('days', () => {
    table('it', {
      '15 marzo': '2027-03-15',
      'il 15 marzo 2027': '2027-03-15',
      '15/03': '2027-03-15',
      '15-3': '2027-03-15',
      '31 03 2027': '2027-03-31',
      'ultimo giorno di marzo': '2027-03-31',
      'l’ultimo del mese': '2026-11-30',
      '15.03': '2027-03-15',
      '3/15': '2027-03-15',
      '3/4': '2027-04-03',
      '15/03/27': '2027-03-15',
      '31.12.2026': '2026-12-31',
      '2027-03-15': '2027-03-15',
      '1° aprile': '2027-04-01',
      '1º aprile': '2027-04-01',
      'il primo aprile': '2027-04-01',
      'quindici marzo': '2027-03-15',
      'venerdì 27 novembre': '2026-11-27',
      'venerdi 26 novembre': '2026-11-26 or 2026-11-27',
      'ven 27/11': '2026-11-27',
      '15 mar': '2027-03-15',
      'entro il 15 marzo': '2027-03-15',
      'il 30': '2026-11-30',
      'il 31': '2026-12-31',
      '30': '2026-11-30',
      'il 15 del mese prossimo': '2026-12-15',
      '15 marzo, grazie': '2027-03-15',
      '29 febbraio': '2028-02-29',
      'lunedì prossimo, il 30': '2026-11-30',
      "15 marzo dell'anno prossimo": '2027-03-15',
      '10 febbraio prossimo': '2027-02-10',
      '20 gennaio prossimo anno': '2027-01-20',
      'novembre prossimo anno': '2027-11-30',
      'chiude il 15 dicembre': '2026-12-15',
      'il 15, non il 20': '2026-12-15',
    });
    table('en', {
      '3/15': '2027-03-15',
      '15/03': '2027-03-15',
      '3/4': '2027-03-04 or 2027-04-03',
      '03/04/2027': '2027-03-04 or 2027-04-03',
      'March 15': '2027-03-15',
      'March 15th, 2027': '2027-03-15',
      'the 15th of March': '2027-03-15',
      'on the 30th': '2026-11-30',
      'the 15th of next month': '2026-12-15',
      'Friday, March 26': '2027-03-26',
      'mar 15': '2027-03-15',
      '15 marzo': '2027-03-15',
    });
    it('reads "mar 1" in Italian as Tuesday the 1st, with 1 March beside it', () => {
      expect(read('mar 1', 'it')).to.equal('2026-12-01 or 2027-03-01');
    });
  });

  describe('a weekday by its place in the month', () => {
    table('it', {
      'secondo mercoledì di gennaio': '2027-01-13',
      'ultimo lunedì di marzo': '2027-03-29',
      'il penultimo giovedì di febbraio': '2027-02-18',
      'primo martedì di novembre': '2027-11-02',
      'quarta domenica di maggio 2028': '2028-05-28',
      "l'ultimo venerdì del mese": '2026-11-27',
      'terzo lunedì del mese prossimo': '2026-12-21',
      'quinto venerdì di febbraio': 'impossible',
    });
    table('en', {
      'second Wednesday of January': '2027-01-13',
      'the last Tuesday in April': '2027-04-27',
      'last Friday of next month': '2026-12-25',
    });
  });

  describe('years short and in words', () => {
    table('it', {
      '4 ottobre duemilaventotto': '2028-10-04',
      'otto luglio duemilaventisette': '2027-07-08',
      '4 ottobre 28': '2028-10-04',
      'Q3/27': '2027-09-30 or 2027-03-31',
      '3T 2027': '2027-09-30 or 2027-03-31',
      'mercoledì 15/01/2027': '2027-01-15 or 2027-01-13',
    });
    table('en', {
      'May the eleventh, twenty twenty-eight': '2028-05-11',
      'Q4 27': '2027-12-31 or 2027-06-30',
    });
  });

  describe('periods mean their last day', () => {
    table('it', {
      'fine marzo': '2027-03-31',
      'per fine marzo': '2027-03-31',
      'fine marzo 2028': '2028-03-31',
      'entro giugno': '2027-06-30',
      marzo: '2027-03-31',
      'marzo 2027': '2027-03-31',
      '03/2027': '2027-03-31',
      'metà gennaio': '2027-01-15',
      'inizio febbraio': '2027-02-01',
      'prima di marzo': '2027-02-28',
      'prima settimana di marzo': '2027-03-07',
      'fine mese': '2026-11-30',
      'fine del mese prossimo': '2026-12-31',
      'fine trimestre': '2026-12-31',
      'fine del trimestre': '2026-12-31',
      'prossimo trimestre': '2027-03-31',
      'fine anno': '2026-12-31',
      "entro l'anno": '2026-12-31',
      "l'anno prossimo": '2027-12-31',
      'nel 2027': '2027-12-31',
      'metà 2027': '2027-06-30',
      'inizio anno': '2027-01-01',
      'settimana prossima': '2026-12-04 or 2026-12-06',
      'fine settimana': '2026-11-27 or 2026-11-29',
      'fine setembre': '2027-09-30',
      'fin trimestre': 'none',
      'entro natale': '2026-12-25',
    });
    table('en', {
      'end of March': '2027-03-31',
      'by end of March': '2027-03-31',
      'late March': '2027-03-31',
      'mid-March': '2027-03-15',
      'early March': '2027-03-01',
      'by March': '2027-03-31',
      'end of next month': '2026-12-31',
      'end of quarter': '2026-12-31',
      'end of next quarter': '2027-03-31',
      'end of the year': '2026-12-31',
      EOY: '2026-12-31',
      'year end': '2026-12-31',
      'next week': '2026-12-04 or 2026-12-06',
      'by Christmas': '2026-12-25',
      'in 2027': '2027-12-31',
    });
  });

  describe("quarters: the calendar first, Microsoft's fiscal year (from July) beside it", () => {
    table('it', {
      Q1: '2027-03-31 or 2027-09-30',
      'fine Q1': '2027-03-31 or 2027-09-30',
      'inizio Q1': '2027-01-01 or 2027-07-01',
      'Q1 2027': '2027-03-31',
      'primo trimestre': '2027-03-31 or 2027-09-30',
      'terzo trimestre 2027': '2027-09-30 or 2027-03-31',
      'Q2 fiscale': '2026-12-31',
      'FY27 Q3': '2027-03-31',
      'Q3 FY27': '2027-03-31',
      H2: '2026-12-31 or 2027-06-30',
      'primo semestre': '2027-06-30 or 2026-12-31',
      'fine FY': '2027-06-30 or 2026-12-31',
      'fine FY27': '2027-06-30 or 2027-12-31',
      'fine anno fiscale': '2027-06-30 or 2026-12-31',
      Q5: 'none',
    });
    table('en', {
      'end of Q3': '2027-09-30 or 2027-03-31',
      'end of fiscal year': '2027-06-30 or 2026-12-31',
    });
    it('knows that the fourth fiscal quarter is the second of the calendar', () => {
      expect(read('Q4', 'it', '2027-05-10')).to.equal('2027-12-31 or 2027-06-30');
    });
  });

  describe('relative days', () => {
    table('it', {
      oggi: '2026-11-24',
      domani: '2026-11-25',
      dopodomani: '2026-11-26',
      'tra due mesi': '2027-01-24',
      'fra 3 settimane': '2026-12-15',
      'tra 45 giorni': '2027-01-08',
      'tra un anno': '2027-11-24',
      'tra un mese e mezzo': '2027-01-08',
      'entro 30 giorni': '2026-12-24',
      'due mesi': '2027-01-24',
      venerdì: '2026-11-27',
      'venerdì prossimo': '2026-11-27 or 2026-12-04',
      martedì: '2026-12-01 or 2026-11-24',
      'venerdì della prossima settimana': '2026-12-04',
      venrdi: '2026-11-27',
      'due settimane dopo natale': '2027-01-08',
    });
    table('en', {
      tomorrow: '2026-11-25',
      'in two months': '2027-01-24',
      '2 months from now': '2027-01-24',
      'next friday': '2026-11-27 or 2026-12-04',
      'this friday': '2026-11-27',
      'friday next week': '2026-12-04',
      'a week before March 15': '2027-03-08',
      'a fortnight from tomorrow': '2026-12-09',
    });
    it('stays in the month at its end', () => {
      expect(read('tra un mese', 'it', '2027-01-31')).to.equal('2027-02-28');
      expect(read('tra un mese', 'it', '2028-01-31')).to.equal('2028-02-29');
    });
  });

  describe('past, impossible, several', () => {
    table('it', {
      '15 novembre': 'past 2026-11-15, next 2027-11-15',
      '15 marzo 2020': 'past 2020-03-15, next 2027-03-15',
      ieri: 'past 2026-11-23, next 2026-11-25',
      'metà novembre': 'past 2026-11-15, next 2027-11-15',
      'fine marzo 2024': 'past 2024-03-31, next 2027-03-31',
      'Q1 2025': 'past 2025-03-31, next 2027-03-31',
      'due mesi fa': 'past 2026-09-24, next 2026-11-25',
      '31 febbraio': 'impossible',
      '30/02': 'impossible',
      '29/02/2027': 'impossible',
      '31 aprile': 'impossible',
      '45/13': 'impossible',
      '32': 'impossible',
      '32 marzo': 'impossible',
      'maggio o giugno': '2027-05-31 & 2027-06-30',
      '15 o 20 marzo': '2027-03-15 & 2027-03-20',
      'tra il 10 e il 15 marzo': '2027-03-10 & 2027-03-15',
      'fine marzo o fine aprile': '2027-03-31 & 2027-04-30',
      '15 marzo, anzi 20 marzo': '2027-03-20',
    });
  });

  describe('no day', () => {
    for (const text of [
      'Marzo Srl',
      'March Networks',
      'boh',
      'non lo so',
      'subito',
      'fine estate',
      '80k',
      '1.200',
      '80.000 €',
      '3 clienti',
      '',
      'Contoso',
      'tra poco',
      'tra 50 e 60k',
      '👍',
      'SOL-70218-QRT',
      'il deal',
      'magari',
      'settore auto',
      '10%',
    ]) {
      it(`finds none in ${JSON.stringify(text)}`, () => {
        expect(read(text, 'it')).to.equal('none');
        expect(read(text, 'en')).to.equal('none');
      });
    }
  });

  describe('at the edges of the calendar', () => {
    it('gives today where a period ends today', () => {
      expect(read('fine anno', 'it', '2026-12-31')).to.equal('2026-12-31');
      expect(read('fine marzo', 'it', '2027-03-31')).to.equal('2027-03-31');
      expect(read('fine marzo', 'it', '2027-04-01')).to.equal('2028-03-31');
    });
    it("takes a day as next year's only when it passed more than 45 days ago", () => {
      expect(read('15 marzo', 'it', '2027-04-29')).to.equal('past 2027-03-15, next 2028-03-15');
      expect(read('15 marzo', 'it', '2027-04-30')).to.equal('2028-03-15');
    });
  });

  it('reads back what formatDay writes, in both languages', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.constantFrom<Locale>('it', 'en'), (ahead, locale) => {
        const date = addDays(TODAY, ahead);
        for (const written of [formatDay(date, locale), formatDayShort(date, locale)]) {
          expect(readDate(written, locale, TODAY), written).to.deep.equal({ kind: 'date', date, others: [] });
        }
      }),
    );
  });

  it('never offers a past day, whatever is typed and whatever the day is', () => {
    const words = fc.constantFrom(
      'fine',
      'marzo',
      'Q1',
      'prossimo',
      'venerdì',
      '15',
      '31',
      'febbraio',
      'end of',
      'tra',
      'due',
      'mesi',
      '2027',
      '3/4',
      'il',
      'FY',
      'next',
      'week',
      'metà',
      'o',
      'entro',
      'anno',
      'h1',
    );
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 0, max: 1500 }),
        fc.constantFrom<Locale>('it', 'en'),
        (typed, ahead, locale) => {
          const today = addDays(TODAY, ahead);
          const reading = readDate(typed.join(' '), locale, today);
          const offered =
            reading.kind === 'date'
              ? [reading.date, ...reading.others]
              : reading.kind === 'past'
                ? [reading.next]
                : [];
          for (const day of offered)
            expect(day >= today, `${typed.join(' ')} on ${today}: ${day}`).to.equal(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('findSaidDays', () => {
  it('says where the words stand, whatever is around them and however accents are typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        (before, after) => {
          const sentence = `${before} – per metà gennaio, ${after}`.normalize('NFD');
          for (const { start, end } of findSaidDays(sentence, 'it', TODAY, 'fact'))
            expect(sentence.slice(start, end).trim()).to.have.length.above(0);
        },
      ),
    );
  });

  const find = (sentence: string, locale: Locale = 'it'): string[] =>
    findSaidDays(sentence, locale, TODAY, 'fact').map(
      ({ date, start, end }) => `${date} <${sentence.slice(start, end)}>`,
    );

  const cases: Readonly<Record<string, string>> = {
    'crea un deal co-sell da 80k con Fabrikam per fine marzo': '2027-03-31 <per fine marzo>',
    '80k in dollari, chiude a fine marzo, niente aiuto da Microsoft': '2027-03-31 <a fine marzo>',
    'a deal worth $1.2M with Contoso closing by end of Q1': '2027-03-31 <end of Q1>',
    'chiude domani': '2026-11-25 <domani>',
    'creato il 3 dicembre, chiude a fine aprile': '2027-04-30 <a fine aprile>',
    'entro il 15 con Fabrikam': '2026-12-15 <il 15>',
    'deal con Rossi fra due mesi': '2027-01-24 <fra due mesi>',
    'chiusura 15/03/2027, 80k': '2027-03-15 <15/03/2027>',
    'per venerdì prossimo': '2026-11-27 <per venerdì prossimo>',
    'Per fine settembre con Marzo Srl': '2027-09-30 <Per fine settembre>',
  };
  for (const [sentence, expected] of Object.entries(cases)) {
    it(`finds ${expected} in "${sentence}"`, () => {
      expect(find(sentence)).to.include(expected);
    });
  }

  for (const sentence of [
    'un deal con Marzo Srl da 80k',
    'un deal per Marzo Costruzioni',
    'March Networks wants 80k',
    'supporto 24/7',
    'il deal con Marco',
    'quanti deal questo mese?',
    'il 30% di sconto',
    'da 15 a 20k',
    'set the price',
    '3 clienti e 2 mesi',
    'May Ltd',
    'may I create a deal',
    'il mio ultimo deal',
    'deal da 1.200 euro',
    'D365 con 10/12 utenti',
    'il 31 febbraio',
    'hanno risposto per Fabrikam?',
    'il dominio è domain.it',
  ]) {
    it(`finds nothing in "${sentence}"`, () => {
      expect(find(sentence)).to.deep.equal([]);
      expect(find(sentence, 'en')).to.deep.equal([]);
    });
  }
});
