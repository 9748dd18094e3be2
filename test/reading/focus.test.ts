import { expect } from 'chai';
import fc from 'fast-check';
import { FOCUS_LASTS, pointedAt, pointsAtIt, type Focus } from '../../src/reading/focus.ts';
import type { Locale } from '../../src/language/locale.ts';
import { readAs, WORDS } from './shared-reader.ts';

const one: Focus = { deals: ['a1'], current: 'a1', age: 1 };
const list: Focus = { deals: ['a1', 'b2', 'c3'], current: null, age: 1 };
const ofTwo: Focus = { deals: ['a1', 'b2'], current: 'a1', age: 1 };

function pointed(text: string, focus: Focus | null, locale: Locale = 'it') {
  const words = WORDS[locale];
  if (words === undefined) throw new Error(`no words for ${locale}`);
  return pointedAt(readAs(text, { locale, known: ['Adatum'] }), focus, words);
}

describe('what is on the screen', () => {
  it('is meant by a question that names nothing', () => {
    expect(pointed('perché?', one)).to.deep.equal({ deal: 'a1', wish: 'why' });
    expect(pointed('chi lo segue?', one)).to.deep.equal({ deal: 'a1', wish: 'who' });
    expect(pointed('quanto manca?', one)).to.deep.equal({ deal: 'a1', wish: 'left' });
    expect(pointed('ricrealo', one)).to.deep.equal({ deal: 'a1', wish: 'anew' });
    expect(pointed('why?', one, 'en')).to.deep.equal({ deal: 'a1', wish: 'why' });
  });

  it('is meant by its place in a list, the last one too', () => {
    expect(pointed('il secondo', list)).to.deep.equal({ deal: 'b2', wish: 'show' });
    expect(pointed('l’ultimo', list)).to.deep.equal({ deal: 'c3', wish: 'show' });
    expect(pointed('the third one', list, 'en')).to.deep.equal({ deal: 'c3', wish: 'show' });
    expect(pointed('perché il primo?', list)).to.deep.equal({ deal: 'a1', wish: 'why' });
  });

  it('is no list beside one deal, and has no place beyond its end', () => {
    expect(pointed('il secondo', one)).to.equal(null);
    expect(pointed('il nono', list)).to.equal(null);
  });

  it('is the other of two, and can’t be told of three', () => {
    expect(pointed('e l’altro?', ofTwo)).to.deep.equal({ deal: 'b2', wish: 'show' });
    expect(pointed('e l’altro?', { ...list, current: 'a1' })).to.deep.equal({ deal: null, wish: 'show' });
  });

  it('can’t be told after a list where no place is said', () =>
    expect(pointed('perché?', list)).to.deep.equal({ deal: null, wish: 'why' }));

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
        const found = pointed(said, { deals, current, age: 0 });
        if (found !== null && found.deal !== null) expect(deals).to.include(found.deal);
      }),
    );
  });
});
