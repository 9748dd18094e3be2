import { expect } from 'chai';
import fc from 'fast-check';
import { stem } from '../../src/language/stems.ts';
import { sumClasses } from '../../src/matching/class-sums.ts';
import { readExamples, spellOutValues } from '../../src/matching/examples.ts';
import { Vectorizer } from '../../src/matching/feature-space.ts';
import { joinLinear, scoreLinear } from '../../src/matching/linear.ts';
import { trainMargins } from '../../src/matching/margin.ts';
import { buildIndex, Ranker } from '../../src/matching/ranker.ts';
import type { UtteranceWord } from '../../src/matching/utterance-words.ts';
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

const word = (text: string): UtteranceWord => ({
  text,
  stem: stem(text, 'en'),
  concept: null,
  isPlaceholder: false,
  canBeMended: true,
});
const words = (text: string): UtteranceWord[] => text.split(' ').map(word);

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
        ranker.score(ranker.vectorize(utterance), z);
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
    const { space, examples: read } = readExamples(examples);
    const sums = sumClasses(read, space.idf);
    const margins = trainMargins(read, spellOutValues(read, space.idf), sums);
    const linear = joinLinear(sums, margins, { centroid: 0, margin: 1 });
    const vectorizer = new Vectorizer(space);
    const scores = new Float64Array(examples.length);
    for (const text of ['is the library open on sunday', 'lost card', 'renew the book', 'zebra']) {
      scoreLinear(vectorizer.vectorize(words(text)), linear, scores);
      for (let c = 0; c < examples.length; c++) {
        expect(scores[c], `${text}, class ${String(c)}`).to.be.closeTo(oracle.margins(c, words(text)), 0.15);
      }
    }
  });

  it('joins centroids and margins without loss', () => {
    const examples = [
      [words('lost card'), words('card gone')],
      [words('renew the loan')],
      [words('print a page')],
    ];
    const { space, examples: read } = readExamples(examples);
    const sums = sumClasses(read, space.idf);
    const margins = trainMargins(read, spellOutValues(read, space.idf), sums);
    const parts = [
      joinLinear(sums, margins, { centroid: 2, margin: 0 }),
      joinLinear(sums, margins, { centroid: 0, margin: 3 }),
      joinLinear(sums, margins, { centroid: 2, margin: 3 }),
    ];
    const vectorizer = new Vectorizer(space);
    const vector = vectorizer.vectorize(words('i lost the page'));
    const [centroid, margin, both] = parts.map((linear) => {
      const out = new Float64Array(examples.length);
      scoreLinear(vector, linear, out);
      return out;
    });
    for (let c = 0; c < examples.length; c++) {
      expect(both?.[c]).to.be.closeTo((centroid?.[c] ?? NaN) + (margin?.[c] ?? NaN), 1e-5);
    }
  });

  it('takes a mended utterance for the mean of both readings', () => {
    const ranker = new Ranker(buildIndex([[words('lost card')], [words('renew the loan')]]));
    const sum = new Map<number, number>();
    for (const text of ['i lots the card', 'i lost the card']) {
      const { ids, values, size } = ranker.vectorize(words(text));
      for (let k = 0; k < size; k++) sum.set(ids[k] ?? 0, (sum.get(ids[k] ?? 0) ?? 0) + (values[k] ?? 0) / 2);
    }
    const { ids, values, size } = ranker.vectorize(words('i lots the card'), words('i lost the card'));
    expect(size).to.equal(sum.size);
    for (let k = 0; k < size; k++) expect(values[k]).to.be.closeTo(sum.get(ids[k] ?? 0) ?? NaN, 1e-6);
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
      ranker.score(
        ranker.vectorize(words(`where is number ${String(c)} on shelf${String((c * 7) % 1500)}`)),
        z,
      );
      expect(z.indexOf(Math.max(...z))).to.equal(c);
    }
  });
});
