import { expect } from 'chai';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { findFacts } from '../../../src/reading/facts/find.ts';
import { judge } from './judge.ts';
import type { Row } from './judge.ts';
import type { Locale } from '../../../src/language/locale.ts';
import type { Fact, ReadingContext } from '../../../src/reading/reading.ts';

/** A Saturday. */
const TODAY = '2026-11-28';
const KNOWN = ['Contoso', 'Contoso Pharma', 'Fabrikam', 'Northwind Traders', 'Litware', 'Adventure Works'];
KNOWN.push('Tailspin Toys', 'Wingtip Toys', 'Proseware');

const contextOf = (locale: Locale, asked: string | null = null): ReadingContext => ({
  locale,
  today: TODAY,
  asked,
  known: KNOWN,
});
const find = (text: string, asked: string | null = null, locale: Locale = 'it'): readonly Fact[] =>
  findFacts(text, contextOf(locale, asked));

function rowsOf(locale: Locale): Row[] {
  const lines = readFileSync(`test/reading/facts/${locale}.jsonl`, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Row);
}

/** Of ten facts found in whatever people write at most one may be wrong, and of twenty that are there one may be missed. */
const LEAST_PRECISION = 0.98;
const LEAST_RECALL = 0.97;

describe('findFacts', () => {
  for (const locale of ['it', 'en'] as const) {
    const judged = rowsOf(locale).map((row) => ({
      row,
      ...judge(row, findFacts(row.text, contextOf(locale, row.asked ?? null))),
    }));
    const count = (of: (each: (typeof judged)[number]) => number): number =>
      judged.reduce((sum, each) => sum + of(each), 0);
    const labelled = count(({ row }) => row.facts.length);
    const missed = count((each) => each.missed.length);
    const extra = count((each) => each.extra.length);
    const faults = judged
      .filter((each) => each.missed.length + each.extra.length > 0)
      .map(({ row }) => row.text);

    it(`${locale}: what it finds is there`, () => {
      const found = labelled - missed;
      expect(found / (found + extra), faults.join('\n')).to.be.at.least(LEAST_PRECISION);
    });

    it(`${locale}: what is there is found`, () => {
      expect((labelled - missed) / labelled, faults.join('\n')).to.be.at.least(LEAST_RECALL);
    });

    it(`${locale}: nothing is found that must not be`, () => {
      expect(judged.filter((each) => each.forbidden.length > 0).map(({ row }) => row.text)).to.deep.equal([]);
    });
  }

  it('gives no word to two facts, whatever the text, and keeps the order of the text', () => {
    const rows = [...rowsOf('it'), ...rowsOf('en')].map((row) => row.text);
    const texts = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...rows), { maxLength: 3 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom('value', 'customer', 'contact', 'closingDate', 'address', null),
        (text, asked) => {
          const facts = find(text, asked);
          facts.forEach((fact, at) => {
            expect(fact.start).to.be.below(fact.end);
            expect(fact.end).to.be.at.most(text.length);
            expect(fact.start).to.be.at.least(facts[at - 1]?.end ?? 0);
          });
        },
      ),
      { numRuns: 150 },
    );
  });

  it('says which slot a label or the words before a fact name', () => {
    const roles = (text: string): unknown[] => find(text).map(({ kind, role }) => [kind, role]);
    expect(
      roles('Cliente: Vetri Snc; Valore: 33k; Referente: Nora Pini; Chiusura: 12/05/2027'),
    ).to.deep.equal([
      ['organisation', 'customer'],
      ['money', 'value'],
      ['person', 'contact'],
      ['day', 'closing-date'],
    ]);
    expect(
      roles('deal con Vetri Snc, parliamo di circa 40k, chiudono il 31 maggio 2027, lì parlo con Gina Corti'),
    ).to.deep.equal([
      ['organisation', 'customer'],
      ['money', 'value'],
      ['day', 'closing-date'],
      ['person', 'contact'],
    ]);
  });

  it('is unsure where a number or a day may be another', () => {
    const isSure = (text: string, asked: string): boolean[] => find(text, asked).map((fact) => fact.isSure);
    expect(isSure('80', 'value')).to.deep.equal([false]);
    expect(isSure('almeno 80k', 'value')).to.deep.equal([false]);
    expect(isSure('40 euro a utente', 'value')).to.deep.equal([false]);
    expect(isSure('40k o 45k', 'value')).to.deep.equal([false, false]);
    expect(isSure('80k', 'value')).to.deep.equal([true]);
    expect(isSure('martedì 12/02/2027', 'closingDate')).to.deep.equal([false]);
    expect(isSure('12/02/2027', 'closingDate')).to.deep.equal([true]);
  });

  it('adds sums up, and is unsure of one that is reckoned from how many there are', () => {
    const sums = (text: string, locale: 'it' | 'en' = 'it'): unknown[] =>
      find(text, null, locale).flatMap((fact) => (fact.kind === 'money' ? [[fact.amount, fact.isSure]] : []));
    const italian = {
      'un deal da 25k canoni + 12k formazione': [[37_000, true]],
      '18k più 7k di avvio': [[25_000, true]],
      '3 x 15k': [[45_000, false]],
      '15k x 3': [[45_000, false]],
      '120 euro x 40 licenze': [[4800, false]],
      '60 € per 20 utenti per 24 mesi': [[28_800, false]],
      'sei rate da 1.500 euro': [[9000, false]],
      '90 mila euro scontati a 81': [[81_000, true]],
      '45k per 3 anni': [[45_000, true]],
      '45k per 300 utenti': [[45_000, true]],
      '20k più iva': [[20_000, true]],
    };
    for (const [text, expected] of Object.entries(italian)) expect(sums(text), text).to.deep.equal(expected);
    const english = {
      'worth 25k licences plus 12k training': [[37_000, true]],
      '6 instalments of 1,500 euros': [[9000, false]],
      '$120 x 40 users': [[4800, false]],
      '90k discounted to 81': [[81_000, true]],
      '90k less 10%': [[81_000, false]],
    };
    for (const [text, expected] of Object.entries(english))
      expect(sums(text, 'en'), text).to.deep.equal(expected);
  });

  it('finds no closing day in the earliest one, and none in what a rate is of', () => {
    const days = (text: string, locale: 'it' | 'en' = 'it'): unknown[] =>
      find(text, null, locale).flatMap((fact) => (fact.kind === 'day' ? [fact.value] : []));
    for (const text of [
      '30k, non prima di giugno',
      '30k, non chiude prima del 9 luglio',
      '30k al cambio di oggi',
    ])
      expect(days(text), text).to.deep.equal([]);
    for (const text of ['30k, not before June', "$30k at today's rate"])
      expect(days(text, 'en'), text).to.deep.equal([]);
    expect(days('30k, chiusura prima di giugno')).to.deep.equal(['2027-05-31']);
    expect(days('wms, 30k, giugno')).to.deep.equal(['2027-06-30']);
  });

  it('is unsure of a sum that a discount or tax changes, and takes no part payment for one', () => {
    const sums = (text: string): unknown[] =>
      find(text, 'value').flatMap((fact) => (fact.kind === 'money' ? [[fact.amount, fact.isSure]] : []));
    const changed = {
      '70k meno il 15%': 59_500,
      '70k con sconto del 12%': 61_600,
      '70k, 5% di sconto': 66_500,
      '70k iva compresa': 70_000,
    };
    for (const [text, amount] of Object.entries(changed))
      expect(sums(text), text).to.deep.equal([[amount, false]]);
    expect(sums('totale 52.000 euro, anticipo 10.000 euro')).to.deep.equal([[52_000, true]]);
  });

  it('multiplies the price of one by how many there are', () => {
    const [fee] = find('40 licenze a 25 euro al mese', 'value');
    expect(fee?.kind === 'recurring' ? fee.amount : null).to.equal(1000);
  });

  it('is unsure of a known name that is a part of another, and takes in all of that', () => {
    const named = (text: string): unknown[] =>
      find(text).flatMap((fact) =>
        fact.kind === 'known-name' ? [[fact.value, text.slice(fact.start, fact.end), fact.isSure]] : [],
      );
    expect(named('nuovo deal con la cartoleria litwara da 9k')).to.deep.equal([
      ['Litware', 'cartoleria litwara', false],
    ]);
    expect(named('nuovo deal con wingtip moda da 9k')).to.deep.equal([
      ['Wingtip Toys', 'wingtip moda', false],
    ]);
    expect(named('deal per fabrikam italia spa, 9k')).to.deep.equal([
      ['Fabrikam', 'fabrikam italia spa', false],
    ]);
    expect(named('nuovo deal con wingtip da 9k')).to.deep.equal([['Wingtip Toys', 'wingtip', true]]);
    expect(named('nuovo deal per il cliente fabrikam da 9k')).to.deep.equal([['Fabrikam', 'fabrikam', true]]);
  });

  it('reads the number of a house with its letter, and a number of North America by its form', () => {
    const kinds = (text: string): string[] => find(text).map(({ kind }) => kind);
    expect(kinds('14B Mill Lane, Leeds LS1 4AB')).to.deep.equal(['address']);
    const [phone] = find('(212) 555-0142');
    expect(phone?.kind === 'phone' ? phone.value : null).to.equal('+12125550142');
    expect(kinds('ordine 212-555')).to.not.include('phone');
  });

  it('reads the kind of a deal behind its sum or its customer, at the end', () => {
    const kindsOf = (text: string): unknown[] =>
      find(text).flatMap((fact) => (fact.kind === 'deal-kind' ? [fact.value] : []));
    expect(kindsOf('metti Vetri Snc da 9k privato')).to.deep.equal(['private']);
    expect(kindsOf('tipo = condiviso')).to.deep.equal(['shared']);
    expect(kindsOf('è un ospedale privato')).to.deep.equal([]);
  });

  it('offers both readings of a weekday that is not its date', () => {
    const [day] = find('martedì 12/02/2027', 'closingDate');
    expect(day?.kind === 'day' ? day.options : null).to.deep.equal(['2027-02-12', '2027-02-09']);
  });

  it('names the deal that an address of the portal leads to, and no other address', () => {
    const id = '5f0c2d1e-8a7b-4c6d-9e0f-1a2b3c4d5e6f';
    const dealOf = (address: string): (string | null)[] =>
      find(`guarda ${address}, grazie`).map((fact) => (fact.kind === 'link' ? fact.dealId : fact.kind));
    expect(dealOf(`https://partner.microsoft.com/dashboard/v2/referrals/v2/deals/${id}`)).to.deep.equal([id]);
    expect(dealOf(`https://elsewhere.example/deals/${id}`)).to.deep.equal([null]);
  });

  it('takes one word after a title as the last name', () => {
    const [person] = find('Ing. Salvi 340 1122334', 'contact');
    expect(person).to.include({ kind: 'person', firstName: null, lastName: 'Salvi' });
  });
});
