import { expect } from 'chai';
import { strangeness } from '../../src/matching/strangeness.ts';
import type { UtteranceWord } from '../../src/matching/utterance-words.ts';

const word = (text: string, ...kinds: readonly string[]): UtteranceWord => ({
  text,
  stem: text,
  concept: null,
  kinds,
  isPlaceholder: false,
  canBeMended: true,
});
const knowing = {
  knows: (text: string) => text === 'library',
  knowsKind: (kind: string) => kind === '#weekday',
};
const of = (...words: readonly UtteranceWord[]): number => strangeness(words, 'en', knowing);

describe('strangeness', () => {
  it('grows with the words that no example has, those that hold the sentence together apart', () => {
    expect(of(word('library'), word('the'))).to.equal(0);
    expect(of(word('library'), word('zebra'))).to.be.greaterThan(0);
    expect(of(word('zebra'))).to.be.greaterThan(of(word('library'), word('zebra')));
  });

  it('is less where the examples have another word of the kind', () => {
    const friday = of(word('library'), word('friday', '#weekday'));
    expect(friday).to.be.greaterThan(0);
    expect(friday).to.equal(of(word('library'), word('zebra')) / 2);
    expect(of(word('library'), word('pizza', '#food'))).to.equal(of(word('library'), word('zebra')));
    expect(of(word('friday', '#weekday'))).to.be.lessThan(of(word('zebra')) / 2);
  });
});
