import { expect } from 'chai';
import {
  dayIn,
  daysBetween,
  addDays,
  formatDay,
  formatDayShort,
  formatDays,
  formatMoney,
  formatNumber,
  joinList,
  plural,
} from '../../src/language/format.ts';

describe('formatMoney', () => {
  it('writes whole amounts without decimals, thousands always apart', () => {
    expect(formatMoney(80_000, 'EUR', 'it')).to.equal('80.000 €');
    expect(formatMoney(1200, 'EUR', 'it')).to.equal('1.200 €');
    expect(formatMoney(18_000, 'USD', 'it')).to.equal('18.000 $');
    expect(formatMoney(80_000, 'EUR', 'en')).to.equal('€80,000');
    expect(formatMoney(18_000, 'USD', 'en')).to.equal('$18,000');
  });
  it('writes cents where there are any', () => {
    expect(formatMoney(80_000.5, 'EUR', 'it')).to.equal('80.000,50 €');
    expect(formatMoney(80_000.5, 'EUR', 'en')).to.equal('€80,000.50');
  });
  it('writes the code of a currency whose symbol may mislead', () => {
    expect(formatMoney(80_000, 'CAD', 'it')).to.equal('80.000 CAD');
    expect(formatMoney(80_000, 'CHF', 'en')).to.equal('CHF 80,000');
  });
  it('writes the number alone without a usable currency', () => {
    expect(formatMoney(80_000, null, 'it')).to.equal('80.000');
    expect(formatMoney(80_000, 'euro', 'it')).to.equal('80.000');
  });
});

describe('formatDay', () => {
  it('writes the weekday, day, month and year', () => {
    expect(formatDay('2027-03-26', 'it')).to.equal('venerdì 26 marzo 2027');
    expect(formatDay('2027-03-26', 'en')).to.equal('Friday 26 March 2027');
    expect(formatDay('2027-04-01', 'it')).to.equal('giovedì 1º aprile 2027');
  });
  it('has a short form', () => {
    expect(formatDayShort('2027-03-26', 'it')).to.equal('26 mar 2027');
    expect(formatDayShort('2027-05-02', 'en')).to.equal('2 May 2027');
  });
  it('refuses what is no day', () => {
    expect(() => formatDay('26/03/2027', 'it')).to.throw(RangeError, '26/03/2027');
  });
});

describe('days', () => {
  it('counts and adds across months, leap days and the change of summer time', () => {
    expect(addDays('2027-02-28', 1)).to.equal('2027-03-01');
    expect(addDays('2028-02-28', 1)).to.equal('2028-02-29');
    expect(addDays('2027-01-01', -1)).to.equal('2026-12-31');
    expect(daysBetween('2026-03-28', '2026-03-30')).to.equal(2);
    expect(daysBetween('2026-12-03', '2026-11-24')).to.equal(-9);
  });
  it('knows which day it is where the user is', () => {
    const now = new Date('2026-11-24T23:30:00Z');
    expect(dayIn('Europe/Rome', now)).to.equal('2026-11-25');
    expect(dayIn('America/New_York', now)).to.equal('2026-11-24');
    expect(dayIn('Not/AZone', now)).to.equal('2026-11-25');
  });
  it('writes counts of days', () => {
    expect(formatDays(1, 'it')).to.equal('1 giorno');
    expect(formatDays(9, 'it')).to.equal('9 giorni');
    expect(formatDays(0, 'en')).to.equal('0 days');
    expect(formatDays(1, 'en')).to.equal('1 day');
  });
});

describe('words', () => {
  it('joins lists', () => {
    expect(joinList([], 'it', 'and')).to.equal('');
    expect(joinList(['a'], 'it', 'and')).to.equal('a');
    expect(joinList(['a', 'b', 'c'], 'it', 'and')).to.equal('a, b e c');
    expect(joinList(['a', 'b'], 'en', 'or')).to.equal('a or b');
    expect(joinList(['Dario', 'Elena'], 'it', 'and')).to.equal('Dario ed Elena');
    expect(joinList(['uno', 'otto'], 'it', 'or')).to.equal('uno o otto');
  });
  it('chooses the word for a count', () => {
    expect(plural(1, 'deal', 'deals')).to.equal('deal');
    expect(plural(0, 'deal', 'deals')).to.equal('deals');
  });
  it('separates thousands', () => {
    expect(formatNumber(12_345, 'it')).to.equal('12.345');
    expect(formatNumber(12_345, 'en')).to.equal('12,345');
  });
});
