import { expect } from 'chai';
import { functionWords } from '../../src/language/function-words.ts';
import { LOCALES, type Locale } from '../../src/language/locale.ts';
import { listOf } from '../../src/language/said.ts';
import { stem } from '../../src/language/stems.ts';
import { Lexicon } from '../../src/matching/lexicon.ts';

const kindsIn = (locale: Locale): string[][] => listOf('kinds', [locale]).map((line) => line.split(' '));

describe('kinds of everyday words', () => {
  const trade = { synonyms: [['rinnovo', 'primavera']], chatSpellings: {}, courtesy: [], aspects: {} };
  const lexicon = new Lexicon({ it: { ...trade, synonyms: [] } });
  const kindsOf = (word: string, locale: Locale) => lexicon.kindsOf(stem(word, locale), locale);

  it('are the same in every language', () => {
    expect(kindsOf('tuesday', 'en')).to.deep.equal(['#weekday']);
    expect(kindsOf('venerdi', 'it')).to.deep.equal(['#weekday']);
    const [first, ...others] = LOCALES.map((locale) => kindsIn(locale).map(([name]) => name));
    for (const names of others) expect(names).to.deep.equal(first);
  });

  it('may be several, by any form of the word', () => {
    expect(kindsOf('seconds', 'en')).to.deep.equal(['#ordinal', '#duration']);
  });

  it('are none beside a vocabulary', () => {
    const beside = new Lexicon({ it: trade });
    expect(kindsOf('autunno', 'it')).to.deep.equal(['#season']);
    expect(beside.kindsOf(stem('autunno', 'it'), 'it')).to.deep.equal([]);
  });

  it('are none of what only holds a sentence together', () => {
    for (const locale of LOCALES) {
      const frames = new Set([...functionWords(locale)].map((word) => stem(word, locale)));
      const framed = kindsIn(locale).flatMap(([, ...words]) =>
        words.filter((word) => frames.has(stem(word, locale))),
      );
      expect(framed).to.deep.equal([]);
    }
  });
});
