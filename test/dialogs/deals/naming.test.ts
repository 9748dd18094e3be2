import { expect } from 'chai';
import { asksForSeller, bareDeal, isOnlyName } from '../../../dialogs/deals/naming.ts';

const NAMES = ['Contoso', 'Contoso Pharma', 'Fabrikam', 'Northwind Traders'];
const ID = 'd0000000-0000-4000-8000-000000000009';

describe('words that are nothing but a deal', () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ['contoso', 'contoso'],
    ['Contoso?', 'Contoso'],
    ['contos', 'contos'],
    ['fabrikm', 'fabrikm'],
    ['e contoso pharma?', 'contoso pharma'],
    ['what about Northwind?', 'Northwind'],
    [ID, ID],
    [`id: {${ID}}`, `id: {${ID}}`],
    [`che cos'è ${ID}?`, null],
    ['e Pluto S.p.A.?', 'Pluto S.p.A.'],
    ['Pluto S.p.A.', null],
    ['e Pluto?', null],
    ['con', null],
    ['note', null],
    ['accesso', null],
    ['crea un deal con Contoso', null],
    ['Contoso è vinto', null],
  ];
  for (const [said, read] of cases) {
    it(`"${said}" is ${read ?? 'more, or something else'}`, () => {
      expect(bareDeal(said, NAMES, false)).to.equal(read);
    });
  }

  it('a capitalised name counts after a deal was looked at', () => {
    expect(bareDeal('e Pluto?', NAMES, true)).to.equal('Pluto');
    expect(bareDeal('and the notes?', NAMES, true)).to.equal(null);
  });

  it('tells a name from a word', () => {
    expect(['Contoso?', 'Rossi Logistica'].every(isOnlyName)).to.equal(true);
    expect(['contoso?', 'Chi è Contoso?', ''].some(isOnlyName)).to.equal(false);
  });

  it('reads who at Microsoft looks after a deal of a known customer', () => {
    for (const said of ['chi segue Fabrikam?', 'il venditore di contoso', "who's working on Northwind"])
      expect(asksForSeller(said, NAMES), said).to.equal(true);
    for (const said of ['chi segue Pluto?', 'che cosa vede il venditore?', 'Fabrikam'])
      expect(asksForSeller(said, NAMES), said).to.equal(false);
  });
});
