import { expect } from 'chai';
import fc from 'fast-check';
import { findNames, lookUp, nameAfterPreposition, isSameName, sameNamed } from '../../src/lookup/names.ts';

const CUSTOMERS = [
  'Contoso',
  'Contoso Pharma',
  'Fabrikam',
  'Northwind Traders',
  'Litware',
  'Adventure Works',
  'Tailspin Toys',
  'Wingtip Toys',
  'Proseware',
];
const SOLUTIONS = ['Aurelia WMS', 'Aurelia Analytics', 'Aurelia Edge'];
const itself = (name: string): string => name;

describe('sameNamed', () => {
  it('finds those that lookUp calls the same, and nothing near', () => {
    const itself = (name: string): string => name;
    const stored = ['Contoso', 'CONTOSO S.p.A.', 'Contoso Pharma', 'Fabrikam'];
    expect(sameNamed('contoso spa', stored, itself)).to.deep.equal(
      lookUp('contoso spa', stored, itself).exact,
    );
    expect(sameNamed('contos', stored, itself)).to.deep.equal([]);
    expect(sameNamed('  ', stored, itself)).to.deep.equal([]);
    expect(isSameName('Rossi & Figli', 'rossi e figli srl')).to.equal(true);
  });
});

describe('lookUp', () => {
  it('finds a name by what is seen of it', () => {
    const stored = ['Con\u200bto\u00adso\u202e', 'Fabri\u2060kam'];
    expect(lookUp('contoso', stored, itself).exact).to.deep.equal([stored[0]]);
  });

  const cases: Readonly<Record<string, readonly [exact: readonly string[], close: readonly string[]]>> = {
    Contoso: [['Contoso'], ['Contoso Pharma']],
    'contoso S.p.A.': [['Contoso'], ['Contoso Pharma']],
    'CONTOSO srl': [['Contoso'], ['Contoso Pharma']],
    contos: [[], ['Contoso', 'Contoso Pharma']],
    Contosso: [[], ['Contoso', 'Contoso Pharma']],
    'contoso farma': [[], ['Contoso Pharma', 'Contoso']],
    'Fabrikam, Inc.': [['Fabrikam'], []],
    fabricam: [[], ['Fabrikam']],
    'fab rikam': [[], ['Fabrikam']],
    northwind: [[], ['Northwind Traders']],
    'nortwind traders': [[], ['Northwind Traders']],
    toys: [[], ['Tailspin Toys', 'Wingtip Toys']],
    adv: [[], ['Adventure Works']],
    Rossi: [[], []],
    a: [[], []],
    '': [[], []],
    '!!!': [[], []],
  };
  for (const [typed, [exact, close]] of Object.entries(cases)) {
    it(`${JSON.stringify(typed)} is exactly [${exact.join(', ')}], close to [${close.join(', ')}]`, () => {
      expect(lookUp(typed, CUSTOMERS, itself)).to.deep.equal({ exact, close });
    });
  }
  it('finds a solution by the word that tells it', () => {
    expect(lookUp('wms', SOLUTIONS, itself)).to.deep.equal({ exact: [], close: ['Aurelia WMS'] });
    expect(lookUp('aurelia edge', SOLUTIONS, itself).exact).to.deep.equal(['Aurelia Edge']);
  });
  it('keeps two records of one name apart', () => {
    const deals = [
      { id: 1, customer: 'Contoso' },
      { id: 2, customer: 'Contoso S.r.l.' },
    ];
    expect(lookUp('contoso', deals, (deal) => deal.customer).exact).to.deep.equal(deals);
  });
  it('finds every name by itself and by itself with one letter doubled', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CUSTOMERS, ...SOLUTIONS), fc.nat(30), (name, at) => {
        expect(lookUp(name, [...CUSTOMERS, ...SOLUTIONS], itself).exact).to.deep.equal([name]);
        const index = at % name.length;
        const slip = name.slice(0, index) + (name[index] ?? '') + name.slice(index);
        const { exact, close } = lookUp(slip, [...CUSTOMERS, ...SOLUTIONS], itself);
        expect([...exact, ...close], slip).to.include(name);
      }),
    );
  });
  it('survives names and words of any kind', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }),
        (typed, names) => {
          const { exact, close } = lookUp(typed, names, itself);
          expect(exact.length + close.length).to.be.at.most(names.length);
          findNames(typed, names, itself);
        },
      ),
    );
  });
});

describe('findNames', () => {
  /** "Fabrikam!" exact, "Wingtip Toys?Wingtip" by a part or with a slip. */
  const found = (sentence: string, names: readonly string[] = CUSTOMERS): string =>
    findNames(sentence, names, itself)
      .map(({ item, text, isExact }) => (isExact ? `${item}!` : `${item}?${text}`))
      .join(' ');

  const cases: Readonly<Record<string, string>> = {
    'hanno risposto per Fabrikam?': 'Fabrikam!',
    'il deal con Contosso': 'Contoso?Contosso',
    'Microsoft ha accettato il deal con Contoso?': 'Contoso! Contoso Pharma?Contoso',
    'e contoso pharma?': 'Contoso Pharma!',
    'Contoso Pharma e Contoso': 'Contoso Pharma! Contoso!',
    'la trattativa con Wingtip da 40k': 'Wingtip Toys?Wingtip',
    'con adventure works': 'Adventure Works!',
    'con fabbrikam': 'Fabrikam?fabbrikam',
    'segna proseware come perso': 'Proseware!',
    'how it works': '',
    'toys r us': '',
    'ho una nuova trattativa': '',
    'il conto corrente': '',
    '': '',
  };
  for (const [sentence, expected] of Object.entries(cases)) {
    it(`finds [${expected}] in "${sentence}"`, () => expect(found(sentence)).to.equal(expected));
  }
  it('tells brothers of one brand by their own word', () => {
    expect(found('con wms', SOLUTIONS)).to.equal('Aurelia WMS?wms');
    expect(found('aurelia edge', SOLUTIONS)).to.equal('Aurelia Edge!');
    expect(found('Aurelia', SOLUTIONS)).to.equal(
      'Aurelia WMS?Aurelia Aurelia Analytics?Aurelia Aurelia Edge?Aurelia',
    );
  });
  it('takes the legal form into the place, and says where', () => {
    const sentence = 'il cliente è Fabrikam S.p.A., non altro';
    const [name] = findNames(sentence, CUSTOMERS, itself);
    expect(name?.text).to.equal('Fabrikam S.p.A.');
    expect(sentence.slice(name?.start, name?.end)).to.equal('Fabrikam S.p.A.');
  });
  it('never takes an everyday word for a mistyped name', () => {
    expect(found('conto su di te', ['Conti'])).to.equal('');
    expect(found('una nuova idea', ['Nuova Edilizia'])).to.equal('');
  });
});

describe('nameAfterPreposition', () => {
  const cases: Readonly<Record<string, string | null>> = {
    'crea un deal con Rossi Logistica da 80k': 'Rossi Logistica',
    'crea un deal con rossi logistica da 80k': 'rossi logistica',
    'crea un deal co-sell da 80k con Fabrikam per fine marzo': 'Fabrikam',
    'registra la trattativa con Wingtip da 40k': 'Wingtip',
    'crea un deal con "Annulla S.r.l."': 'Annulla S.r.l.',
    'crea un deal con Stop & Go da 10k': 'Stop & Go',
    'crea un deal con Help Lab, soluzione wms': 'Help Lab',
    'deal con Marzo Srl da 80k': 'Marzo Srl',
    'deal con il cliente Cassa di Risparmio di Firenze, 80k': 'Cassa di Risparmio di Firenze',
    "deal con Banca d'Italia per 80.000 €": "Banca d'Italia",
    'crea un deal privato con F.lli Bianchi S.n.c. per 20k': 'F.lli Bianchi S.n.c.',
    'crea un deal con De Luca e Figli da 30k': 'De Luca e Figli',
    'nuovo deal per Poste Italiane entro giugno': 'Poste Italiane',
    'un deal co-sell con 3M': '3M',
    'con Rossi e chiusura a fine mese': 'Rossi',
    'Cliente: Rossi Logistica': 'Rossi Logistica',
    "crea un deal per Fabrikam con l'aiuto di Microsoft": 'Fabrikam',
    'create a co-sell deal with Rossi & Figli S.p.A. worth $80k closing end of March': 'Rossi & Figli S.p.A.',
    'make a private deal with Alpine Ski House for next friday': 'Alpine Ski House',
    "create a deal with Microsoft's help": null,
    'crea un deal per fine marzo': null,
    'crea un deal con aiuto di Microsoft': null,
    'crea un deal con un nuovo cliente': null,
    'crea un deal con la ditta bianchi e figli da 20k': 'bianchi e figli',
    'crea un deal con il comune di Verona da 60k': 'comune di Verona',
    'new deal w/ Contoso $1.2M closing Q3': 'Contoso',
    'aggiungi opportunità Contoso 45000 euro': 'Contoso',
    'un deal per me': null,
    'voglio creare un deal': null,
    'crea un deal con': null,
    '': null,
  };
  for (const [sentence, expected] of Object.entries(cases)) {
    it(`finds ${String(expected)} in "${sentence}"`, () =>
      expect(nameAfterPreposition(sentence, 'it')).to.equal(expected));
  }
});
