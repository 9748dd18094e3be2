import { expect } from 'chai';
import fc from 'fast-check';
import { createAnswerer } from '../../src/matching/answerer.ts';
import { answer, knowledgeOf, LIBRARY, RENEW } from './sample.ts';

const knowledge = knowledgeOf(LIBRARY, [RENEW], {
  synonyms: [['loan', 'borrowing', 'e-loan']],
  chatSpellings: { hrs: 'hours', u: 'you' },
});
const answerer = createAnswerer(knowledge);
const ask = (utterance: string, more: { lastAnswerId?: string; knownNames?: string[] } = {}) =>
  answerer.match(utterance, { locale: 'en', ...more });

const examples = LIBRARY.flatMap(({ id, texts }) =>
  [texts.en?.question ?? '', ...(texts.en?.examples ?? [])].map((text) => ({ id, text })),
);
const anyExample = fc.constantFrom(...examples);

describe('answerer', () => {
  it('finds the entry of each of its own examples', () => {
    for (const { id, text } of examples) expect(ask(text).candidates[0]?.id, text).to.equal(id);
    for (const text of RENEW.examples.en ?? []) expect(ask(text).id, text).to.equal('renew');
  });

  it('gives the same number twice, from the same index and from one built anew', () => {
    const again = createAnswerer(knowledge);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const first = ask(text);
        expect(ask(text)).to.deep.equal(first);
        expect(again.match(text, { locale: 'en' })).to.deep.equal(first);
      }),
    );
  });

  it('does not care for case, accents and punctuation', () => {
    const shout = (text: string): string => text.toUpperCase();
    const accent = (text: string): string => text.replace(/[aeo]/g, (letter) => `${letter}\u0301`);
    const punctuate = (text: string): string => `¿ ${text.replace(/ /g, ' , ')} ?!`;
    for (const { text } of examples) {
      for (const change of [shout, accent, punctuate]) {
        expect(ask(change(text)).candidates, change(text)).to.deep.equal(ask(text).candidates);
      }
    }
  });

  it('does not care for how many spaces there are', () => {
    for (const { text } of examples) {
      const spread = `  ${text} 25 euro  `.replace(/ /g, ' \t\u00A0');
      expect(ask(spread), text).to.deep.equal(ask(`${text} 25 euro`));
    }
  });

  it('does not care for courtesy before, after and around', () => {
    const before = fc.constantFrom(
      'hi',
      'hello,',
      'hey there,',
      'good morning, excuse me:',
      'ciao, scusa',
      'Hi Anna,',
    );
    const after = fc.constantFrom(
      'please',
      'thanks',
      'thanks a lot!',
      'grazie mille',
      'Thanks, Mario Rossi',
      '\n--\nAnna',
    );
    fc.assert(
      fc.property(anyExample, before, after, ({ text }, front, back) => {
        const plain = ask(text);
        for (const polite of [`${front} ${text}`, `${text} ${back}`, `${front} ${text}, ${back}`]) {
          const match = ask(polite);
          expect(match.outcome, polite).to.equal(plain.outcome);
          expect(match.confidence, polite).to.be.closeTo(plain.confidence, 0.05);
        }
      }),
    );
  });

  it('keeps a sure answer when an unrelated entry is added', () => {
    const more = answer('parking', [
      'Where can I park?',
      'garage for bicycles',
      'is there a car park',
      'parking ticket',
    ]);
    const larger = createAnswerer(knowledgeOf([...LIBRARY, more], [RENEW]));
    const before = createAnswerer(knowledgeOf(LIBRARY, [RENEW]));
    let sure = 0;
    for (const { text } of examples) {
      const match = before.match(text, { locale: 'en' });
      if (match.id === null || match.confidence < 0.7) continue;
      sure++;
      expect(larger.match(text, { locale: 'en' }).id, text).to.equal(match.id);
    }
    expect(sure).to.be.greaterThan(15);
  });

  it('always names the best three, whatever is said', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const { candidates, confidence, outcome } = ask(text);
        expect(candidates).to.have.length(3);
        expect(new Set(candidates.map((candidate) => candidate.id)).size).to.equal(3);
        for (const candidate of candidates) expect(candidate.confidence).to.be.within(0, confidence);
        expect(confidence).to.be.within(0, 1);
        expect(outcome).to.be.oneOf(['answer', 'dialog', 'clarify', 'none']);
      }),
      { numRuns: 50 },
    );
  });

  it('reads nothing out of nothing', () => {
    for (const text of ['', '   ', '?!', '🙂', '\u0000']) {
      expect(ask(text)).to.include({ outcome: 'none', id: null, confidence: 0 });
    }
  });

  it('knows what it does not know', () => {
    for (const text of ['asdfghjkl', 'how do I bake bread', 'weather in Rome tomorrow', 'vorrei un caffè']) {
      expect(ask(text).outcome, text).to.equal('none');
    }
  });

  it('understands slips of the keyboard, synonyms and chat spellings, also mistyped ones', () => {
    expect(ask('opning hrs').id).to.equal('opening-hours');
    expect(ask('i lsot my membership crad').id).to.equal('lost-card');
    expect(ask('how do u renew a borowing?').candidates[0]?.id).to.be.oneOf(['renew-loan', 'renew']);
    expect(ask('can I keep an e-loan longer?').id).to.equal('renew-loan');
  });

  it('remarks a mended word only when it changed what was understood', () => {
    expect(ask('I lost my membersip card').mended).to.deep.equal([]);
    const match = ask('pirnt');
    expect(match.candidates[0]?.id).to.equal('printing');
  });

  it('takes an answer and its finer point for one thing, and shows it once', () => {
    const { candidates } = ask('opening hours on christmas');
    expect(candidates.map(({ id }) => id.split('/')[0])).to.deep.equal([
      ...new Set(candidates.map(({ id }) => id.split('/')[0])),
    ]);
    expect(candidates[0]?.id.split('/')[0]).to.equal('opening-hours');
  });

  it('asks which one when a bare word is the name of several things', () => {
    expect(ask('card').candidates[0]?.id).to.equal('lost-card');
    const cards = answer('card-fee', [
      'What does a card cost?',
      'price of the card',
      'card fee',
      'pay for my card',
    ]);
    const wider = createAnswerer(knowledgeOf([...LIBRARY, cards], [RENEW]));
    expect(wider.match('card', { locale: 'en' }).outcome).to.equal('clarify');
  });

  it('bounds the work for a very long message', () => {
    const long = 'renew '.repeat(10_000);
    expect(ask(long).candidates).to.deep.equal(ask(long.slice(0, 2_000)).candidates);
  });
});
