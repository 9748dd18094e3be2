import { expect } from 'chai';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Locale } from '../../src/language/locale.ts';
import { createAnswerer } from '../../src/matching/answerer.ts';
import type { Answerer, Match } from '../../src/matching/match.ts';

describe('a question that goes on from an answer', () => {
  let answerer: Answerer;
  before(async () => void (answerer = createAnswerer(await loadKnowledge('knowledge'))));
  const goOn = (text: string, lastAnswerId: string, locale: Locale = 'it'): Match =>
    answerer.match(text, { locale, lastAnswerId, isFollowUp: true });
  const alone = (text: string, lastAnswerId: string): Match =>
    answerer.match(text, { locale: 'it', lastAnswerId });

  it('is about its subject where it says none itself', () => {
    expect(goOn('e se non funzionano?', 'auto-notes-how').id).to.equal('auto-notes-failure');
    expect(goOn('and how long does it take?', 'get-referrals-access', 'en').id).to.equal(
      'get-referrals-access/role-delay',
    );
  });

  it('is asked about within the subject where it can’t be told', () => {
    const { outcome, candidates } = goOn('e dopo?', 'microsoft-deal-decision/response-time');
    expect(outcome).to.equal('clarify');
    expect(candidates.map(({ id }) => id)).not.to.include('get-referrals-access/role-delay');
  });

  it('leaves alone what is sure by itself, what is not ours, and what follows an answer that is gone', () => {
    const other = 'e perché il pulsante new deal è grigio?';
    expect(goOn(other, 'auto-notes-how')).to.deep.equal(alone(other, 'auto-notes-how'));
    expect(goOn('e che tempo fa domani a Roma?', 'auto-notes-how').outcome).to.equal('none');
    expect(goOn('e dopo?', 'gone')).to.deep.equal(alone('e dopo?', 'gone'));
  });
});
