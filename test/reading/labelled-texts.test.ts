import { expect } from 'chai';
import { labelledText, listLabelledTexts } from '../../src/reading/labelled.ts';
import { readAs } from './words-reader.ts';

function noteIn(text: string): string | null {
  const place = labelledText(readAs(text), 'notes');
  return place === null ? null : text.slice(place.start, place.end);
}

describe('a text with its label', () => {
  it('stands behind it, in a line of its own or within a sentence', () => {
    expect(noteIn('apri un deal con Rivalta Srl, nota: decide il direttore')).to.equal('decide il direttore');
    expect(noteIn('Cliente: Rivalta Srl\nNote: decide il direttore.\nValore: 34k')).to.equal(
      'decide il direttore.',
    );
  });

  it('ends where something said to be another slot’s begins', () => {
    expect(noteIn('nota: decide il direttore, chiusura il 7 maggio 2027')).to.equal('decide il direttore');
    expect(noteIn('note: richiamare il 7 maggio')).to.equal('richiamare il 7 maggio');
  });

  it('is none without a label, or with nothing behind it', () => {
    for (const text of ['scrivi una nota', 'note:', 'prezzo: 34k', ''])
      expect(noteIn(text), text).to.equal(null);
    expect(listLabelledTexts(readAs('valore: 34k'))).to.deep.equal([]);
  });

  it('orders nothing, whatever it says', () => {
    const acts = (text: string) => readAs(text).clauses.map(({ act }) => act);
    expect(acts('Valore: 34k\nNote: chiama il direttore')).not.to.include('order');
    expect(acts('Valore: 34k. Chiama il direttore')).to.include('order');
  });
});
