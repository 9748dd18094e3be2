import { expect } from 'chai';
import fc from 'fast-check';
import { editDistance, Speller } from '../../src/matching/spelling.ts';

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

/** Plain recursion over all ways, for short words. */
function naive(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [lastA, lastB] = [a.slice(0, -1), b.slice(0, -1)];
  const ways = [
    naive(lastA, b) + 1,
    naive(a, lastB) + 1,
    naive(lastA, lastB) + (a.at(-1) === b.at(-1) ? 0 : 1),
  ];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) {
    ways.push(naive(a.slice(0, -2), b.slice(0, -2)) + 1);
  }
  return Math.min(...ways);
}

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

describe('edit distance', () => {
  it('is what plain recursion finds, up to the bound', () => {
    const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(short, short, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
        expect(editDistance(a, b, most)).to.equal(Math.min(naive(a, b), most + 1));
      }),
    );
  });
});
