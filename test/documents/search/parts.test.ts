import { expect } from 'chai';
import { findAcronyms } from '../../../src/documents/search/acronyms.ts';
import { orthonormalize, principalAxes } from '../../../src/documents/search/matrix.ts';
import { RowsBuilder } from '../../../src/documents/search/postings.ts';
import { Related } from '../../../src/documents/search/related.ts';
import { withoutRepeats } from '../../../src/documents/search/repeats.ts';
import { termOf, Terms, wordsOf } from '../../../src/documents/search/terms.ts';
import { learnTopics, nearness, placeQuestion } from '../../../src/documents/search/topics.ts';
import { buildFieldIndex, scoreFields } from '../../../src/documents/search/weighted-fields.ts';
import { section } from './sample.ts';

describe('parts of the search', () => {
  it('brings together the forms of a word, English ones among Italian', () => {
    expect(termOf('segnalazioni', 'it')).to.equal(termOf('segnalazione', 'it'));
    expect(termOf('referrals', 'it')).to.equal(termOf('referral', 'it'));
    expect(wordsOf('Come si crea un deal?')).to.not.include('come');
  });

  it('finds what an abbreviation stands for where a text says so', () => {
    const text = section(
      'a.md',
      'Agreements',
      'Sign the Partner Agreement (PA) first. The rest (XY) is later.',
    );
    const terms = new Terms(['pa', 'partner', 'agreement', 'xy'].map((word) => termOf(word, 'en')));
    const found = findAcronyms([text], terms);
    expect([...found]).to.deep.equal([[0, [1, 2]]]);
  });

  it('knows names of more words, and what they mean', () => {
    const terms = new Terms(['number', 'vat', 'id'].map((word) => termOf(word, 'en')));
    const related = new Related([['tax number', 'vat id']], 'en', terms);
    const meant = related.meantBy(['my', 'tax', 'number'], (term) => terms.find(term) >= 0);
    expect(meant.map(({ at, length }) => [at, length])).to.deep.equal([[1, 2]]);
    expect(new Set(meant[0]?.terms.map(({ term }) => term))).to.deep.equal(new Set([0, 1, 2]));
  });

  it('counts of words for one thing the one that is worth most', () => {
    const words = (...terms: number[]) => [Int32Array.from(terms)];
    const index = buildFieldIndex([words(0, 1), words(0, 2), words(3)], 4, Float32Array.of(1, 1, 1));
    const apart = scoreFields(index, [[{ term: 0, weight: 1 }], [{ term: 1, weight: 1 }]], 3);
    const alike = scoreFields(
      index,
      [
        [
          { term: 0, weight: 1 },
          { term: 1, weight: 1 },
        ],
      ],
      3,
    );
    expect(apart[0]).to.be.above(alike[0] ?? Infinity);
    expect(apart[1]).to.equal(alike[1]);
    expect(apart[2]).to.equal(0);
  });

  it('keeps the first of what says the same, and puts a page that is full behind the others', () => {
    const index = { originals: Int32Array.of(0, 1, 1, 3, 4), pages: Int32Array.of(0, 0, 1, 0, 2) };
    const ranked = [0, 2, 1, 3, 4].map((at) => ({ section: at }));
    const shown = withoutRepeats(ranked, { ...index, pages: Int32Array.of(0, 0, 0, 0, 2) }, 4);
    expect(shown.map((one) => one.section)).to.deep.equal([0, 2, 4, 3]);
  });

  it('makes directions right-angled and strongest first', () => {
    const table = { rows: 3, columns: 2, values: Float32Array.of(3, 1, 0, 1, 0, 0) };
    const axes = principalAxes(table, 2);
    orthonormalize(table);
    for (const { values } of [table, axes]) {
      const column = (at: number) => [0, 1, 2].map((row) => values[row * 2 + at] ?? 0);
      const product = (a: number[], b: number[]) => a.reduce((sum, one, at) => sum + one * (b[at] ?? 0), 0);
      expect(product(column(0), column(0))).to.be.closeTo(1, 1e-5);
      expect(product(column(0), column(1))).to.be.closeTo(0, 1e-5);
    }
    expect(Math.abs(axes.values[0] ?? 0)).to.be.above(Math.abs(axes.values[2] ?? 0));
  });

  it('learns that words of one subject belong together', () => {
    // Terms 0 to 2 are of one subject, 3 to 5 of another; no section has both 0 and 2.
    const builder = new RowsBuilder();
    [
      [0, 1],
      [1, 2],
      [3, 4],
      [4, 5],
    ].forEach((terms, row) => terms.forEach((term) => builder.add(row, term, 1)));
    const topics = learnTopics(builder.build(4), 6, Int32Array.of(0, 0, 1, 1));
    const cut = { ...topics, size: topics.size };
    const place = placeQuestion(cut, [{ term: 0, weight: 1 }]);
    expect(nearness(place, topics.pages, 0)).to.be.above(nearness(place, topics.pages, 1) + 0.1);
  });
});
