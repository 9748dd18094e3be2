import { expect } from 'chai';
import { Speller } from '../../src/matching/spelling.ts';

const WORDS = [
  'referral',
  'deal',
  'deals',
  'microsoft',
  'acceptance',
  'segnalazione',
  'trattativa',
  'note',
  'administrator',
];
const speller = new Speller(new Map(WORDS.map((word, at) => [word, at + 1])));

describe('speller', () => {
  it('mends one slip in a short word and two in a long one', () => {
    const meant = {
      raferral: 'referral',
      dael: 'deal',
      mircosoft: 'microsoft',
      acceptence: 'acceptance',
      segnalzoine: 'segnalazione',
    };
    for (const [typed, word] of Object.entries(meant)) expect(speller.mend(typed), typed).to.equal(word);
  });

  it('mends any one slip in any word of four letters or more', () => {
    const slips = [
      (word: string, at: number) => word.slice(0, at) + word.slice(at + 1),
      (word: string, at: number) => `${word.slice(0, at)}q${word.slice(at)}`,
      (word: string, at: number) => `${word.slice(0, at)}q${word.slice(at + 1)}`,
      (word: string, at: number) =>
        word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
    ];
    for (const word of WORDS.filter((one) => one.length > 5)) {
      for (const slip of slips) {
        for (let at = 0; at < word.length - 1; at++) {
          const typed = slip(word, at);
          if (!WORDS.includes(typed)) expect(speller.mend(typed), typed).to.equal(word);
        }
      }
    }
  });

  it('leaves known words, short words, codes and strangers alone', () => {
    for (const word of ['deal', 'dea', 'd', '', 'de4l', 'refer2al', 'pizza', 'asdfghjkl']) {
      expect(speller.mend(word), word).to.equal(null);
    }
  });
});
