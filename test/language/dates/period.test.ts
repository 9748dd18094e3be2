import { expect } from 'chai';
import { periodIn } from '../../../src/language/dates/period.ts';

/** A Tuesday. */
const TODAY = '2026-12-01';

describe('periodIn', () => {
  for (const [typed, toward, first, last] of [
    ['novembre', 'past', '2026-11-01', '2026-11-30'],
    ['novembre', 'future', '2027-11-01', '2027-11-30'],
    ['aprile', 'past', '2026-04-01', '2026-04-30'],
    ['febbraio', 'future', '2027-02-01', '2027-02-28'],
    ["quest'anno", 'past', '2026-01-01', '2026-12-31'],
    ['la settimana scorsa', 'past', '2026-11-23', '2026-11-29'],
    ['last month', 'past', '2026-11-01', '2026-11-30'],
    ["l'anno scorso", 'past', '2025-01-01', '2025-12-31'],
    ['ultimi 10 giorni', 'past', '2026-11-21', '2026-12-01'],
    ['last two months', 'past', '2026-10-01', '2026-12-01'],
    ['prossimi 10 giorni', 'future', '2026-12-01', '2026-12-11'],
    ['due settimane', 'future', '2026-12-01', '2026-12-15'],
    ['next month', 'future', '2027-01-01', '2027-01-31'],
    ['2027', 'future', '2027-01-01', '2027-12-31'],
  ] as const)
    it(`"${typed}", ${toward}: ${first} to ${last}`, () => {
      expect(periodIn(typed, 'it', TODAY, toward)).to.deep.equal([first, last]);
    });

  it('is none of words that name no period', () => {
    for (const typed of ['contoso', 'dopo', '10']) expect(periodIn(typed, 'it', TODAY), typed).to.equal(null);
  });
});
