import { expect } from 'chai';
import { createAnswerer } from '../../src/matching/answerer.ts';
import { knowledgeOf, LIBRARY, RENEW } from './sample.ts';

const answerer = createAnswerer(knowledgeOf(LIBRARY, [RENEW]));
const ask = (utterance: string, more: { lastAnswerId?: string; knownNames?: string[] } = {}) =>
  answerer.match(utterance, { locale: 'en', ...more });

describe('a name in an utterance', () => {
  it('tells the action from the question about the procedure', () => {
    expect(ask('renew the loan of Dracula').id).to.equal('renew');
    expect(ask('can I keep a book longer?').id).to.equal('renew-loan');
  });

  it('is the same whichever name of the examples it is', () => {
    expect(ask('renew the loan of Emma').candidates).to.deep.equal(ask('renew the loan of Moby').candidates);
  });

  it('is the same for a known name, however it is written and made up', () => {
    const knownNames = ['Printing Ltd', 'Lost Card'];
    const expected = ask('renew the loan of Moby').candidates;
    for (const name of ['Printing Ltd', 'printing ltd', 'Lost Card', 'LOST CARD']) {
      expect(ask(`renew the loan of ${name}`, { knownNames }).candidates, name).to.deep.equal(expected);
    }
  });

  it('reveals nothing: a name that is known to nobody is read as one that is', () => {
    const expected = ask('renew the loan for Zanzibar', { knownNames: ['Zanzibar'] }).candidates;
    expect(ask('renew the loan for Zanzibar').candidates).to.deep.equal(expected);
  });

  it('is guessed from the words that names stand beside in the examples', () => {
    const words = (text: string): string =>
      answerer
        .explain(text, { locale: 'en' })
        .words.map((word) => word.text)
        .join(' ');
    expect(words('please extend Wuthering Heights for me')).to.include('extend {customer} for');
    expect(words('extend wuthering')).to.not.include('{customer}');
    expect(words('we saw Wuthering Heights twice')).to.not.include('{customer}');
  });

  it('is not guessed from capitals where all are, and a slip looks like a name', () => {
    const { words } = answerer.explain('RENEW THE LOAN FOR LIBRERY', { locale: 'en' });
    expect(words.map((word) => word.text)).to.include('library');
    expect(ask('RENEW THE LOAN FOR ZANZIBAR')).to.deep.equal(ask('renew the loan for Zanzibar'));
  });

  it('is not mended into a word of the examples', () => {
    const { words } = answerer.explain('renew the loan for Librery', { locale: 'en' });
    expect(words.map((word) => word.text)).to.not.include('library');
  });
});

describe('a why', () => {
  it('asks for the answer where nothing is named to look up', () => {
    const lead = (utterance: string): number => {
      const [first, second] = ask(utterance).candidates;
      return (first?.id === 'renew-loan' ? 1 : -1) * ((first?.confidence ?? 0) - (second?.confidence ?? 0));
    };
    expect(ask('my last loan').candidates[0]?.id).to.equal('renew');
    expect(lead('why my last loan')).to.be.greaterThan(lead('when my last loan'));
    expect(ask('why renew the loan of Moby').candidates[0]?.id).to.equal('renew');
  });
});

describe('a short follow-up', () => {
  it('leans on what is near the last answer', () => {
    const plain = ask('and my card?');
    const near = ask('and my card?', { lastAnswerId: 'opening-hours' });
    expect(near.candidates[0]?.id).to.equal('lost-card');
    expect(near.confidence).to.be.greaterThan(plain.confidence);
  });

  it('is not made out of nothing', () => {
    expect(ask('xyzzy plugh', { lastAnswerId: 'opening-hours' }).outcome).to.equal('none');
  });

  it('leaves a long utterance as it is', () => {
    const long = 'I lost my green plastic library membership card somewhere yesterday evening';
    expect(ask(long, { lastAnswerId: 'opening-hours' })).to.deep.equal(ask(long));
  });

  it('bears an answer that is no longer there', () => {
    expect(ask('opening hours', { lastAnswerId: 'gone' })).to.deep.equal(ask('opening hours'));
  });
});

describe('a story around a question', () => {
  const story =
    'My aunt phoned from Lisbon in tears yesterday about her trip with the choir. How do I replace a stolen card?';

  it('does not hide what one sentence asks for', () => {
    expect(ask(story).id).to.equal('lost-card');
    expect(ask(story).rest).to.equal(null);
  });

  it('is left unclear where its sentences ask for different things', () => {
    expect(ask('replace a stolen card? What are your opening hours?').id).to.not.equal(null);
    const { outcome } = ask(
      'My aunt asked about Lisbon choirs, trips and phones. Stolen card or opening hours?',
    );
    expect(outcome).to.be.oneOf(['clarify', 'none']);
  });
});

describe('two requests in one message', () => {
  it('gives the second back as typed', () => {
    const match = ask('what are your opening hours, and then renew my loan now');
    expect(match.id).to.equal('opening-hours');
    expect(match.rest).to.equal('renew my loan now');
  });

  it('are not found where a sentence tells the story of the question', () => {
    expect(ask('I was at the library. Where can I print?').rest).to.equal(null);
    expect(ask('How do I renew a loan? thank you and then goodbye').rest).to.equal(null);
  });
});

describe('the explanation', () => {
  const explained = answerer.explain('opning hours of the zoo', { locale: 'en' });

  it('shows words, mended words and the reason', () => {
    expect(explained.mended).to.deep.equal([{ from: 'opning', to: 'opening' }]);
    expect(explained.words.find((word) => word.text === 'zoo')?.isKnown).to.equal(false);
    expect(explained.reason).to.be.a('string');
  });

  it('adds the parts up to the score where nothing was mended', () => {
    for (const { z, parts } of answerer.explain('where can I print', { locale: 'en' }).candidates) {
      const sum = Object.values(parts).reduce((total, part) => total + part, 0);
      expect(sum).to.be.closeTo(z, 0.3);
    }
  });

  it('names features that the utterance has', () => {
    const [first] = explained.candidates;
    expect(first?.features.map((feature) => feature.name)).to.include('open');
    expect(first?.nearestExample).to.match(/opening hours/);
  });
});
