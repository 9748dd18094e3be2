import { expect } from 'chai';
import {
  afterFailure,
  afterTold,
  firstNotice,
  isDue,
  withNews,
} from '../../../src/referrals/partner-center/owed-notice.ts';

const NOW = new Date('2026-11-24T09:00:00Z');
const MINUTE_MS = 60_000;
const after = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE_MS);

describe('Partner Center: the word owed to the seller of a kept deal', () => {
  const sent = withNews(firstNotice(NOW), 'sent', NOW);

  it('has nothing to say while the deal waits, and something at once when it is made', () => {
    expect(isDue(null, NOW)).to.equal(false);
    expect(isDue(firstNotice(NOW), after(999))).to.equal(false);
    expect(isDue(sent, NOW)).to.equal(true);
  });

  it('comes again later and later, for about two days', () => {
    const waits: number[] = [];
    let now = NOW;
    for (let word = sent; word !== null; word = afterFailure(word, now)) {
      waits.push((Date.parse(word.nextAt) - now.getTime()) / MINUTE_MS);
      now = new Date(word.nextAt);
    }
    expect(waits).to.deep.equal([0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360]);
    expect((now.getTime() - NOW.getTime()) / (24 * 60 * MINUTE_MS)).to.be.within(0.5, 2);
  });

  it('is done with once it was heard, but for the sign-in that the deal still waits for', () => {
    expect(sent && afterTold(sent, NOW)).to.equal(null);
    const signIn = withNews(firstNotice(NOW), 'sign-in', NOW);
    expect(signIn && afterTold(signIn, NOW)).to.deep.include({ what: 'nothing-yet', isSignInTold: true });
  });

  it('keeps its tries while the news are the same', () => {
    const tried = sent && afterFailure(sent, NOW);
    expect(withNews(tried, 'sent', NOW)).to.equal(tried);
    expect(withNews(tried, 'not-sent', NOW)).to.deep.include({ tries: 0, what: 'not-sent' });
    expect(withNews(null, 'sent', NOW)).to.equal(null);
  });
});
