import { expect } from 'chai';
import fc from 'fast-check';
import { FOCUS_LASTS, goesOn, pointedAt, pointsAtIt, type Focus } from '../../src/reading/focus.ts';
import type { Locale } from '../../src/language/locale.ts';
import { readAs, WORDS } from './words-reader.ts';

const one: Focus = { deals: ['a1'], current: 'a1', people: [], age: 1 };
const list: Focus = { deals: ['a1', 'b2', 'c3'], current: null, people: [], age: 1 };
const ofTwo: Focus = { deals: ['a1', 'b2'], current: 'a1', people: [], age: 1 };

function pointed(text: string, focus: Focus | null, locale: Locale = 'it') {
  const words = WORDS[locale];
  if (words === undefined) throw new Error(`no words for ${locale}`);
  return pointedAt(readAs(text, { locale, known: ['Adatum'] }), focus, words);
}

describe('what is on the screen', () => {
  it('is meant by a question that names nothing', () => {
    expect(pointed('perché?', one)).to.include({ deal: 'a1', wish: 'why' });
    expect(pointed('chi lo segue?', one)).to.include({ deal: 'a1', wish: 'who' });
    expect(pointed('quanto manca?', one)).to.include({ deal: 'a1', wish: 'left' });
    expect(pointed('ricrealo', one)).to.include({ deal: 'a1', wish: 'anew' });
    expect(pointed('why?', one, 'en')).to.include({ deal: 'a1', wish: 'why' });
  });

  it('is meant by its place in a list, the last one too', () => {
    expect(pointed('il secondo', list)).to.include({ deal: 'b2', wish: 'show' });
    expect(pointed('l’ultimo', list)).to.include({ deal: 'c3', wish: 'show' });
    expect(pointed('the third one', list, 'en')).to.include({ deal: 'c3', wish: 'show' });
    expect(pointed('perché il primo?', list)).to.include({ deal: 'a1', wish: 'why' });
  });

  it('is no list beside one deal, and has no place beyond its end', () => {
    expect(pointed('il secondo', one)).to.equal(null);
    expect(pointed('il nono', list)).to.equal(null);
  });

  it('is meant by a place only where it is a noun, and not another thing’s', () => {
    for (const text of [
      'primo',
      'il terzo com’è messo?',
      'no, il secondo',
      'il terzo deal',
      'il primo vorrei vederlo',
    ])
      expect(pointed(text, list), text).to.include({ wish: 'show' });
    for (const text of [
      'prima mi serve un’altra informazione',
      'prima, chi sono gli amministratori?',
      'la prima cosa da fare?',
      'qual è il primo passo?',
      'in secondo luogo serve un ruolo',
      'l’altro giorno è arrivata una mail',
      'come creo il mio primo deal?',
    ])
      expect(pointed(text, list), text).to.equal(null);
    expect(pointed('second please', list, 'en')).to.include({ deal: 'b2' });
    for (const text of [
      'first show me the admins',
      'how do I make my first deal?',
      'what is the first step?',
    ])
      expect(pointed(text, list, 'en'), text).to.equal(null);
  });

  it('tells whether a question says more, or names a thing of its own', () => {
    const beside = (text: string, locale: Locale = 'it') => pointed(text, one, locale)?.beside;
    for (const text of ['e perché?', 'quanto manca?', 'perché questo?'])
      expect(beside(text), text).to.equal('nothing');
    for (const text of ['perché lo rifiutano?', 'perché il deal è fermo?', 'e se non rispondono?'])
      expect(beside(text), text).to.equal('words');
    for (const text of ['perché il portale è lento?', 'quanti giorni servono per la licenza?'])
      expect(beside(text), text).to.equal('thing');
    expect(beside('why did they decline it?', 'en')).to.equal('words');
    expect(beside('why is the page so slow?', 'en')).to.equal('thing');
  });

  it('is the other of two, and can’t be told of three', () => {
    expect(pointed('e l’altro?', ofTwo)).to.include({ deal: 'b2', wish: 'show' });
    expect(pointed('e l’altro?', { ...list, current: 'a1' })).to.include({ deal: null, wish: 'show' });
  });

  it('can’t be told after a list where no place is said', () =>
    expect(pointed('perché?', list)).to.include({ deal: null, wish: 'why' }));

  it('is not meant where a message names its own subject, is long, or comes too late', () => {
    expect(pointed('perché Adatum?', one)).to.equal(null);
    expect(pointed('vorrei capire perché il portale oggi pomeriggio è così lento', one)).to.equal(null);
    expect(pointed('perché?', { ...one, age: FOCUS_LASTS + 1 })).to.equal(null);
    expect(pointed('perché?', null)).to.equal(null);
  });

  it('is "it" only while one deal is at hand and nothing else is named', () => {
    expect(pointsAtIt(readAs('segnalo come perso'), one)).to.equal('a1');
    expect(pointsAtIt(readAs('segnalo come perso'), list)).to.equal(null);
    expect(pointsAtIt(readAs('segnalo come perso'), { ...one, age: FOCUS_LASTS + 1 })).to.equal(null);
    expect(pointsAtIt(readAs('segna Adatum come perso', { known: ['Adatum'] }), one)).to.equal(null);
  });

  it('is always one of the deals shown, whatever is said', () => {
    const ids = fc.uniqueArray(fc.constantFrom('a1', 'b2', 'c3', 'd4', 'e5'), { minLength: 1 });
    const text = fc.oneof(
      fc.constantFrom('perché?', 'il primo', 'l’ultimo', 'l’altro', 'il terzo, perché?', 'chi lo segue?'),
      fc.string({ maxLength: 30 }),
    );
    fc.assert(
      fc.property(ids, fc.boolean(), text, (deals, isOne, said) => {
        const current = isOne ? (deals[0] ?? null) : null;
        const found = pointed(said, { deals, current, people: [], age: 0 });
        if (found !== null && found.deal !== null) expect(deals).to.include(found.deal);
      }),
    );
  });
});

describe('a question that goes on', () => {
  const goes = (text: string, locale: Locale = 'it') => {
    const words = WORDS[locale];
    return words !== undefined && goesOn(readAs(text, { locale, known: ['Adatum'] }), words);
  };
  it('begins with an "and" or a "but", is short and names nothing', () => {
    for (const text of ['e dopo?', 'ma chi lo decide?', 'e se non funziona?'])
      expect(goes(text), text).to.equal(true);
    for (const text of ['and then?', 'but who does it?']) expect(goes(text, 'en'), text).to.equal(true);
    for (const text of ['chi lo decide?', 'e Adatum?', 'e crea un deal', 'e poi?'.repeat(12)])
      expect(goes(text), text).to.equal(false);
  });
});
