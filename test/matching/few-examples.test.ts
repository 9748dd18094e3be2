import { expect } from 'chai';
import { createAnswerer } from '../../src/matching/answerer.ts';
import { listEntries } from '../../src/matching/entries.ts';
import { liftOfAll, liftOfTitle, usualSize } from '../../src/matching/few-examples.ts';
import { trainIndex } from '../../src/matching/training.ts';
import { Understander } from '../../src/matching/understanding.ts';
import { answer, knowledgeOf, LIBRARY } from './sample.ts';

const PARKING = answer('parking', ['Is there a car park?']);
const withTexts = (lead: string, body: string) => ({
  ...PARKING,
  texts: { en: { question: 'Is there a car park?', examples: [], lead, body } },
});

describe('few examples', () => {
  it('raise z the more the fewer they are, and of a title alone only beside many', () => {
    expect(liftOfAll(2)).to.be.greaterThan(liftOfAll(4));
    expect(liftOfAll(8)).to.equal(0);
    const [title] = listEntries(knowledgeOf([PARKING]));
    const [known] = listEntries(knowledgeOf(LIBRARY));
    if (title === undefined || known === undefined) throw new Error('both have an entry');
    expect(liftOfTitle(title, 1)).to.equal(0);
    expect(liftOfTitle(title, 8)).to.be.greaterThan(0);
    expect(liftOfTitle(known, 8)).to.equal(0);
  });

  it('are counted by the entry that the average example belongs to', () => {
    const examples = Array.from({ length: 9 }, (_, at) => `example ${String(at)}`);
    const entries = listEntries(knowledgeOf([answer('many', examples), PARKING]));
    expect(usualSize(entries)).to.equal((81 + 1) / 10);
  });

  it('leave an answer to be found by what it says, of which nothing is an address or an example', () => {
    const said = withTexts(
      'Leave your vehicle behind the building.',
      'See [the map](https://maps.example/zebra).',
    );
    const knowledge = knowledgeOf([...LIBRARY, said]);
    const { candidates } = createAnswerer(knowledge).match('where to leave my vehicle', { locale: 'en' });
    expect(candidates[0]?.id).to.equal('parking');
    const understander = new Understander(knowledge, trainIndex(knowledge));
    expect(understander.knows('vehicle')).to.equal(true);
    expect(understander.knows('zebra')).to.equal(false);
    const asSaid = understander.understand('Leave your vehicle behind the building.', 'en', new Map());
    const at = understander.entries.findIndex(({ id }) => id === 'parking');
    expect(understander.isExample(asSaid, at)).to.equal(false);
  });

  it('are no reason for more confidence in what has no known word', () => {
    const knowledge = knowledgeOf(LIBRARY);
    const trained = trainIndex(knowledge);
    const z = (text: string, lift: number): number => {
      const lifts = trained.lifts.map(() => lift);
      return new Understander(knowledge, { ...trained, lifts }).understand(text, 'en', new Map()).z[0] ?? 0;
    };
    expect(z('bake bread', 1)).to.equal(z('bake bread', 0));
    expect(z('opening hours', 1)).to.be.closeTo(1 + z('opening hours', 0), 1e-9);
  });

  it('are asked of an index without them, unless some entry has many', () => {
    const alike = (id: string, word: string, count: number) =>
      answer(
        id,
        Array.from({ length: count }, (_, at) => `how do I ${word} it ${'again '.repeat(at)}`),
      );
    const lift = (count: number): number =>
      trainIndex(knowledgeOf([alike('open', 'open', count), alike('shut', 'shut', 12)])).lifts[0] ?? 0;
    expect(lift(12)).to.be.greaterThan(0);
    expect(lift(13)).to.equal(0);
  });
});

describe('a word that is right', () => {
  it('is not read as another that the examples have, but as another form of itself', () => {
    const knowledge = knowledgeOf([
      ...LIBRARY,
      answer('where', ['where do I find novels', 'where are the novels']),
      withTexts('Novel readers leave by the back door.', 'The loar is a bird.'),
    ]);
    const understander = new Understander(knowledge, trainIndex(knowledge));
    const mended = (text: string) =>
      understander.understand(text, 'en', new Map()).mended.map(({ to }) => to);
    expect(mended('the novvels')).to.deep.equal(['novels']);
    expect(mended('they were novels')).to.deep.equal([]);
  });
});
