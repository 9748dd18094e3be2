import { expect } from 'chai';
import fc from 'fast-check';
import { buildSectionIndex } from '../../../src/documents/search/index.ts';
import { SectionSearch } from '../../../src/documents/search/search.ts';
import { LIBRARY_PAGES, section } from './sample.ts';

const search = new SectionSearch(LIBRARY_PAGES, {
  en: [
    ['penalty', 'fees', 'late'],
    ['extend', 'renew'],
  ],
});
const found = (question: string): string[] =>
  search.find(question, 'en', 3).sections.map((one) => one.section.id);

describe('search of sections', () => {
  it('finds a section by its heading and by its text', () => {
    expect(found('how do I renew a loan?')[0]).to.equal('loans.md#Renew a loan');
    expect(found('is there a projector?')[0]).to.equal('rooms.md#Equipment');
  });

  it('finds a section by other words for the same thing, and by the beginning of a word', () => {
    expect(found('is there a penalty?')[0]).to.equal('loans.md#Fees for late books');
    expect(found('can I extend it?')[0]).to.equal('loans.md#Renew a loan');
    expect(found('replacement')[0]).to.equal('cards.md#Replace a card');
  });

  it('reads a slip as the word that was meant, and leaves a word alone that is no slip', () => {
    expect(search.find('replace my pasport', 'en', 3).mended).to.deep.equal([
      { from: 'pasport', to: 'passport' },
    ]);
    // "Mate" is no slip of "late": the keys lie far apart.
    expect(search.find('mate', 'en', 3).mended).to.deep.equal([]);
  });

  it('marks down a list of what to read next', () => {
    expect(found('late fees').indexOf('loans.md#Next steps')).to.not.equal(0);
    expect(found('replace a card')[0]).to.equal('cards.md#Replace a card');
  });

  it('shows one of sections that say the same, and two of a page before those of others', () => {
    const ids = found('book a room');
    expect(ids.filter((id) => id.endsWith('#Book a room'))).to.have.length(1);
    const pages = found('loan book due date').map((id) => id.split('#')[0]);
    expect(pages.filter((page) => page === 'loans.md')).to.have.length(2);
  });

  it('is surer of a question whose words it knows, and gives three for any', () => {
    const sure = (question: string) => search.find(question, 'en', 3).sections[0]?.confidence ?? 0;
    expect(sure('how do I renew a loan before its due date?')).to.be.above(sure('renew zeppelin hamster'));
    expect(search.find('zeppelin', 'en', 3).sections).to.have.length(3);
    expect(sure('zeppelin')).to.be.below(0.1);
  });

  it('is the same for the same sections, and reads its index again from what was kept', () => {
    const again = new SectionSearch(LIBRARY_PAGES, {}, structuredClone(buildSectionIndex(LIBRARY_PAGES)));
    const plain = new SectionSearch(LIBRARY_PAGES);
    for (const question of ['renew a loan', 'card for students', 'late'])
      expect(again.find(question, 'en', 5)).to.deep.equal(plain.find(question, 'en', 5));
  });

  it('finds a section of one, and nothing in none', () => {
    const one = new SectionSearch([section('a.md', 'Alone', 'A page of one section.')]);
    expect(one.find('alone', 'en', 3).sections).to.have.length(1);
    expect(new SectionSearch([]).find('alone', 'en', 3).sections).to.deep.equal([]);
  });

  it('gives probabilities, best first, each section once, whatever is asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (question) => {
        const { sections } = search.find(question, 'it', 5);
        const sure = sections.map(({ confidence }) => confidence);
        expect(sure.every((each) => each >= 0 && each <= 1)).to.equal(true);
        expect(new Set(sections.map((one) => one.section.id)).size).to.equal(sections.length);
      }),
    );
  });
});
