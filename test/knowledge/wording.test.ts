import { expect } from 'chai';
import { countWords, likeness, plainForm } from '../../src/knowledge/wording.ts';

describe('countWords', () => {
  it('counts what a reader sees', () => {
    expect(countWords("Apri l'area *Segnalazioni*, poi [la FAQ](https://a.example/b c) - qui")).to.equal(7);
  });

  it('finds none in nothing', () => {
    expect(countWords(' - ')).to.equal(0);
  });
});

describe('plainForm', () => {
  it('is the same for texts that differ in case, accents, spaces and punctuation', () => {
    expect(plainForm("  Perché l'AREA?")).to.equal(plainForm('perche l area'));
  });
});

describe('likeness', () => {
  it('is the shared part of all words', () => {
    expect(likeness('crea un deal', 'Crea il deal!')).to.equal(0.5);
    expect(likeness('a b', 'b a')).to.equal(1);
    expect(likeness('a', 'b')).to.equal(0);
  });
});
