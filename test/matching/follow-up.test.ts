import { expect } from 'chai';
import type { Locale } from '../../src/language/locale.ts';
import type { Answerer, Match } from '../../src/matching/match.ts';
import { learnOnce } from '../learned.ts';

const SEVENTY_TWO = 'deal-registration-incentives/seventy-two-hours';

describe('a question that goes on from an answer', () => {
  let answerer: Answerer;
  before(async () => void ({ answerer } = await learnOnce()));
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

  it('is about what the answer says where it supposes, and names nothing', () => {
    const supposes = (text: string, locale: Locale = 'it'): string | null =>
      answerer.match(text, { locale, lastAnswerId: SEVENTY_TWO, isFollowUp: true, isOne: true }).id;
    expect(supposes('e se non lo fanno?')).to.equal(SEVENTY_TWO);
    expect(supposes('and if we didn’t?', 'en')).to.equal(SEVENTY_TWO);
    expect(supposes('e se non lo voglio?')).to.equal(null);
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
