import { expect } from 'chai';
import {
  isAnything,
  isMuted,
  type NoticeChange,
  noticesOf,
  noNotices,
  wants,
  withChange,
} from '../../src/watch/notices.ts';
import type { Notices } from '../../src/watch/watched.ts';
import { daysFromNow, NOW, referral } from '../referrals/deals.ts';

const all = (isOn: boolean): NoticeChange => ({ kind: 'news', isOn, topic: 'all', customers: null });
const only = (isOn: boolean, ...customers: string[]): NoticeChange => ({
  kind: 'news',
  isOn,
  topic: 'all',
  customers,
});
const after = (...changes: NoticeChange[]): Notices =>
  changes.reduce<Notices>((before, change) => withChange(before, change, NOW), noNotices(NOW));
const dealWith = (name: string) => referral({ customer: { ...referral().customer, name } });

describe('what a person wants to be told', () => {
  it('is nothing until they say so, and everything of all deals after a plain “notify me”', () => {
    expect(isAnything(null)).to.equal(false);
    expect(isAnything(noNotices(NOW))).to.equal(false);
    const told = after(all(true));
    for (const kind of ['accepted', 'declined', 'expired', 'due', 'due-last'] as const)
      expect(wants(told, dealWith('Fabrikam'), kind), kind).to.equal(true);
  });

  it('may be one customer alone, or all but one, however it is spelled', () => {
    const one = after(only(true, 'Fabrikam'));
    expect(wants(one, dealWith('FABRIKAM'), 'accepted')).to.equal(true);
    expect(wants(one, dealWith('Contoso'), 'accepted')).to.equal(false);
    const others = after(all(true), only(false, 'Fabrikam'));
    expect(wants(others, dealWith('Fabrikam'), 'due')).to.equal(false);
    expect(wants(others, dealWith('Contoso'), 'due')).to.equal(true);
    expect(isMuted(others, dealWith('Fabrikam'))).to.equal(true);
  });

  it('is what was said last: of one after all, and of all after one', () => {
    expect(wants(after(only(false, 'Fabrikam'), all(true)), dealWith('Fabrikam'), 'accepted')).to.equal(true);
    expect(
      wants(after(only(true, 'Fabrikam'), only(false, 'Fabrikam')), dealWith('Fabrikam'), 'due'),
    ).to.equal(false);
    expect(isAnything(after(only(true, 'Fabrikam'), only(false, 'Fabrikam')))).to.equal(false);
    expect(isAnything(after(only(true, 'Fabrikam'), all(false)))).to.equal(false);
  });

  it('tells answers and reminders apart', () => {
    const reminders = after({ kind: 'news', isOn: true, topic: 'deadlines', customers: null });
    expect(wants(reminders, dealWith('Fabrikam'), 'due-last')).to.equal(true);
    expect(wants(reminders, dealWith('Fabrikam'), 'accepted')).to.equal(false);
    const answers = after(all(true), { kind: 'news', isOn: false, topic: 'deadlines', customers: null });
    expect(wants(answers, dealWith('Fabrikam'), 'due')).to.equal(false);
    expect(wants(answers, dealWith('Fabrikam'), 'declined')).to.equal(true);
  });

  it('ends at a word, but for the quiet hours, and begins anew with what comes from then on', () => {
    const quiet = { kind: 'quiet', from: 1080, to: 480 } as const;
    const digest = { kind: 'digest', weekday: 1, at: 540 } as const;
    const ended = after(all(true), digest, quiet, { kind: 'nothing' });
    expect(isAnything(ended)).to.equal(false);
    expect(ended.quiet).to.deep.equal({ from: 1080, to: 480 });
    expect(withChange(ended, all(true), daysFromNow(3)).since).to.equal(daysFromNow(3).toISOString());
    expect(withChange(after(all(true)), digest, daysFromNow(3)).since).to.equal(NOW.toISOString());
  });

  it('is news of all deals for who agreed to be worked for before anybody could choose', () => {
    const consent = { since: NOW.toISOString(), until: daysFromNow(90).toISOString(), isEndTold: false };
    const held = noticesOf({ notices: null, consent: { ...consent, state: 'granted' } });
    expect(held !== null && wants(held, dealWith('Fabrikam'), 'accepted')).to.equal(true);
    expect(noticesOf({ notices: null, consent: { ...consent, state: 'withdrawn' } })).to.equal(null);
    expect(noticesOf({ notices: null, consent: null })).to.equal(null);
  });
});
