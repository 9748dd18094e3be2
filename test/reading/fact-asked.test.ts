import { expect } from 'chai';
import { dealsAsked } from '../../src/reading/deals/asked.ts';
import { personAsked } from '../../src/reading/person-asked.ts';
import { factAsked } from '../../src/reading/fact-asked.ts';
import type { Reading } from '../../src/reading/reading.ts';
import { readAs } from './words-reader.ts';

const read = (text: string): Reading =>
  readAs(text, { today: '2026-11-24', asked: null, known: ['Fabrikam', 'Contoso'] });

describe('one thing asked of a deal', () => {
  const asked: Readonly<Record<string, string>> = {
    'quanto vale Contoso?': 'value',
    'when does Fabrikam close?': 'closing',
    'chi è il referente di Contoso?': 'contact',
    'quale soluzione?': 'solution',
    'e adesso cosa posso fare?': 'next',
    'chi è il venditore?': 'seller',
    'Fabrikam è un deal privato?': 'kind',
    'which type of deal is Contoso?': 'kind',
    'che importo aveva?': 'value',
  };
  for (const [text, question] of Object.entries(asked))
    it(`“${text}”`, () => expect(factAsked(read(text))).to.equal(question));

  it('is none where more is asked, or something done', () => {
    for (const text of [
      'come modifico il valore di Contoso?',
      'quanto tempo ha Microsoft per Contoso?',
      'Contoso',
      'Contoso privato',
      'Contoso diventa co-sell quando?',
    ])
      expect(factAsked(read(text)), text).to.equal(null);
  });
});

describe('a person asked of', () => {
  it('is what may be a name where nothing else is asked', () => {
    expect(personAsked(read('mi dici chi è Ada Neri?'))).to.deep.equal(['ada', 'neri']);
    expect(personAsked(read("what's the email of Ada?"))).to.deep.equal(['ada']);
    expect(personAsked(read('Ada Neri da noi che ruolo ha'))).to.deep.equal(['ada', 'neri']);
  });

  it('is none where more is asked, a deal is named, or nobody', () => {
    for (const text of [
      'chi è il referente di Contoso?',
      'chi è?',
      'a chi scrivo per cambiare la mail che riceve gli avvisi?',
      'aggiungi Ada Neri',
    ])
      expect(personAsked(read(text)), text).to.equal(null);
  });
});

describe('several deals asked for', () => {
  it('are told by how they stand, by what is sold, or as a sum', () => {
    expect(dealsAsked(read('quali deal sono scaduti?'))).to.include({ sold: null, isOpen: false });
    expect(dealsAsked(read('quali deal sono scaduti?'))?.traits).to.deep.equal(['expired']);
    expect(dealsAsked(read('how many deals are declined?'))?.traits).to.deep.equal(['declined']);
    expect(dealsAsked(read('mostra i deal con analytics'))).to.include({ sold: 'analytics' });
    expect(dealsAsked(read('quanti soldi ho in pipeline?'))).to.include({ isOpen: true });
  });

  it('are limited, and put in an order', () => {
    const asked = (text: string) => dealsAsked(read(text), { solutions: ['Aurelia WMS'], ruled: 25_000 });
    expect(asked('deal wms oltre 50k')).to.deep.include({ sold: 'wms', amount: { above: 50_000 } });
    expect(asked('deal tra 40 e 90k')).to.deep.include({ amount: { least: 40_000, most: 90_000 } });
    expect(asked('tutti tranne i vinti')).to.deep.include({ notSuch: ['won'] });
    expect(asked('rifiutati o scaduti, quali deal?')).to.deep.include({ isEither: true });
    expect(asked("deal vinti quest'anno")?.period).to.deep.equal({
      of: 'ended',
      name: "quest'anno",
      isUntil: false,
    });
    expect(asked('i 3 più grossi')).to.include({ order: 'value', most: 3, isRising: false });
    expect(asked('il deal più piccolo')).to.include({ order: 'value', most: 1, isRising: true });
    expect(asked('quali deal non sono ancora chiusi?')).to.include({ isOpen: true, isEnded: false });
    // A rule holds at that sum.
    expect(asked('deal sotto i 25k')).to.equal(null);
  });

  it('are none where something else is wanted', () => {
    for (const text of [
      'un deal privato',
      'deal scaduto',
      'nuovo deal da 50k',
      'i deal scaduti si possono riaprire?',
      'quanti soldi dà Microsoft per un deal co-sell?',
      'quanti soldi dà Microsoft per i co-sell?',
    ])
      expect(dealsAsked(read(text)), text).to.equal(null);
    for (const text of ['quali deal posso modificare?', 'chiudi i deal scaduti', 'come si vincono i deal?'])
      expect(dealsAsked(read(text)), text).to.equal(null);
  });
});
