import { expect } from 'chai';
import fc from 'fast-check';
import { stem } from '../../src/language/stems.ts';
import { scoreMargins } from '../../src/matching/margin.ts';
import { buildIndex, Ranker } from '../../src/matching/ranker.ts';
import type { Word } from '../../src/matching/reading.ts';
import { Oracle } from './oracle.ts';

const VOCABULARY = [
  'open',
  'opening',
  'close',
  'library',
  'card',
  'lost',
  'renew',
  'loan',
  'book',
  'print',
  'the',
  'a',
  'of',
];

const word = (text: string): Word => ({
  text,
  stem: stem(text, 'en'),
  concept: null,
  isPlaceholder: false,
  canBeMended: true,
});
const words = (text: string): Word[] => text.split(' ').map(word);

const sentence = fc.array(fc.constantFrom(...VOCABULARY).map(word), { minLength: 1, maxLength: 6 });
const strange = fc.array(fc.constantFrom(...VOCABULARY, 'zebra', 'quasar', 'xylophone').map(word), {
  maxLength: 8,
});
const classes = fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 6 });

describe('ranker', () => {
  it('scores as a plain re-implementation does', () => {
    fc.assert(
      fc.property(classes, strange, (examples, utterance) => {
        const oracle = new Oracle(examples);
        const ranker = new Ranker(buildIndex(examples, 0));
        const z = new Float64Array(examples.length);
        ranker.score(utterance, z);
        const expected = oracle.z(utterance).map((plain) => 1.87 * plain - 1.27);
        for (const [c, score] of expected.entries()) expect(z[c]).to.be.closeTo(score, 2e-3);
      }),
      { numRuns: 150 },
    );
  });

  it('trains the margins to where plain gradient descent on the same problem arrives', () => {
    const examples = [
      [words('when is the library open'), words('opening hours'), words('do you close on sunday')],
      [words('i lost my card'), words('replace the lost card'), words('card stolen')],
      [words('renew the loan'), words('keep the book longer'), words('extend the loan of a book')],
    ];
    const oracle = new Oracle(examples);
    const ranker = new Ranker(buildIndex(examples));
    const scores = new Float64Array(examples.length);
    for (const text of ['is the library open on sunday', 'lost card', 'renew the book', 'zebra']) {
      const vector = ranker.vectorize(words(text));
      if (ranker.index.margins === null) throw new Error('three classes have margins');
      scoreMargins(vector, ranker.index.margins, scores);
      for (let c = 0; c < examples.length; c++) {
        expect(scores[c], `${text}, class ${String(c)}`).to.be.closeTo(oracle.margins(c, words(text)), 0.12);
      }
    }
  });

  it('ranks alike when it may read only the rarest features of a large index', () => {
    const many = Array.from({ length: 1500 }, (_, c) =>
      Array.from({ length: 3 }, (_unused, k) =>
        words(`the number ${String(c)} of all the books is shelf${String((c * 7) % 1500)} row${String(k)}`),
      ),
    );
    const ranker = new Ranker(buildIndex(many, 0));
    const z = new Float64Array(many.length);
    for (const c of [0, 17, 1499]) {
      ranker.score(words(`where is number ${String(c)} on shelf${String((c * 7) % 1500)}`), z);
      expect(z.indexOf(Math.max(...z))).to.equal(c);
    }
  });
});
