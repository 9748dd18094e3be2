import { expect } from 'chai';
import fc from 'fast-check';
import { FeatureBag } from '../../src/matching/feature-bag.ts';
import { nameFeatures } from '../../src/matching/feature-names.ts';
import { collectFeatures } from '../../src/matching/features.ts';
import { HashTable } from '../../src/matching/hash-table.ts';
import type { UtteranceWord } from '../../src/matching/utterance-words.ts';

const plain = (text: string, concept: string | null = null, kinds?: readonly string[]): UtteranceWord => ({
  text,
  stem: text,
  concept,
  ...(kinds === undefined ? {} : { kinds }),
  isPlaceholder: text.startsWith('{'),
  canBeMended: true,
});
const anyWord = fc
  .tuple(
    fc.constantFrom('deal', 'accept', 'who', '{customer}', 'a', 'segnal'),
    fc.constantFrom(null, '=deal'),
    fc.constantFrom(undefined, ['#place', '#person']),
  )
  .map(([text, concept, kinds]) => plain(text, concept, kinds));

describe('features', () => {
  it('are the same ones that the explanation names', () => {
    fc.assert(
      fc.property(fc.array(anyWord, { maxLength: 9 }), (words) => {
        const bag = new FeatureBag();
        collectFeatures(words, bag);
        const hashes = new Set(bag.hashes.subarray(0, bag.size));
        expect([...hashes].sort()).to.deep.equal([...nameFeatures(words).keys()].sort());
      }),
    );
  });

  it('hold every n-gram of two to five letters, with the blanks around the word', () => {
    const names = [...nameFeatures([plain('ab')]).values()];
    expect(names).to.have.members(['ab', '" a"', '" ab"', '" ab "', '"ab"', '"ab "', '"b "', '^+ab', 'ab+$']);
  });

  it('say what kinds of thing a word names, and put the first for it beside other words', () => {
    const names = [...nameFeatures([plain('ab', null, ['#day', '#month'])]).values()];
    const letters = names.filter((name) => name.startsWith('"'));
    expect(names).to.have.members([...letters, 'ab', '#day', '#month', '^+#day', '#day+$']);
  });

  it('give a placeholder no letters, so that its name is no evidence', () => {
    const names = [...nameFeatures([plain('{customer}')]).values()];
    expect(names).to.have.members(['{customer}', '^+{customer}', '{customer}+$']);
  });
});

describe('hash table', () => {
  it('numbers hashes in the order of their first sight, as a Map would', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer(), fc.integer({ min: -5, max: 5 })), { maxLength: 3000 }),
        (hashes) => {
          const table = new HashTable();
          const map = new Map<number, number>();
          for (const hash of hashes) {
            if (!map.has(hash | 0)) map.set(hash | 0, map.size);
            expect(table.add(hash | 0)).to.equal(map.get(hash | 0));
          }
          for (const [hash, number] of map) expect(table.find(hash)).to.equal(number);
          expect(table.size).to.equal(map.size);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('says -1 of what it never saw', () => {
    expect(new HashTable().find(0)).to.equal(-1);
  });
});
