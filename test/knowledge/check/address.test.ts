import { expect } from 'chai';
import { answerWith, check, goodAnswer } from '../folder.ts';

describe('how Italian addresses its reader', () => {
  for (const formal of [
    'La contatteremo, se Lei vuole.',
    'Il posto è accanto al Suo ufficio.',
    'Si prega di parcheggiare dietro.',
    'Scelga un posto dietro la sede.',
  ]) {
    it(`reports "${formal}" among texts with "tu"`, async () => {
      const found = await check(answerWith('Vedi [il manuale](source:handbook).', formal));
      expect(found).to.deep.equal([
        'error: answers/parking.yaml: it.body: addresses the reader with "Lei", other texts with "tu"; write it with "tu"',
      ]);
    });
  }

  it('knows a subjunctive and the possessions of others', async () => {
    const body = 'Vuoi che scelga io? Il portiere ha il suo posto, lei no.';
    expect(await check(answerWith('Vedi [il manuale](source:handbook).', body))).to.deep.equal([]);
  });

  it('reports "tu" where the others say "Lei"', async () => {
    const polite = goodAnswer
      .replace('Puoi parcheggiare dietro la sede.', 'Si prega di parcheggiare dietro.')
      .replace('question: Dove parcheggio?', 'question: Dove si trova il Suo posto?');
    const found = await check({
      'answers/parking.yaml': polite.replace('Vedi [il manuale](source:handbook).', 'Il tuo posto è lì.'),
    });
    expect(found).to.deep.equal([
      'error: answers/parking.yaml: it.body: addresses the reader with "tu", other texts with "Lei"; write it with "Lei"',
    ]);
  });
});
