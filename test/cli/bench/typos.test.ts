import { expect } from 'chai';
import { mistype } from '../../../src/cli/bench/typos.ts';
import { editDistance } from '../../../src/language/edit-distance.ts';
import { seededRandom } from '../../../src/matching/random.ts';

describe('mistyped lines', () => {
  const line = 'how do I extend the borrowing period';

  it('are one slip a time away from the line, and keep first letters', () => {
    for (let seed = 0; seed < 40; seed++) {
      const typed = mistype(line, 1, seededRandom(seed));
      expect(editDistance(line, typed, 2), typed).to.be.at.most(1);
      expect(typed.split(' ').map((word) => word[0])).to.deep.equal(line.split(' ').map((word) => word[0]));
    }
  });

  it('are the same for the same seed, and leave short words alone', () => {
    expect(mistype(line, 2, seededRandom(7))).to.equal(mistype(line, 2, seededRandom(7)));
    expect(mistype('do I go', 2, seededRandom(1))).to.equal('do I go');
  });
});
