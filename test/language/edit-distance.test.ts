import { expect } from 'chai';
import fc from 'fast-check';
import { editDistance } from '../../src/language/edit-distance.ts';

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
