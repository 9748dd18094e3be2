import { expect } from 'chai';
import { sara } from '../../src/directory/sample-people.ts';
import type { MicrosoftSide, Referral, TeamMember } from '../../src/referrals/referral.ts';
import {
  freshNews,
  hasHeard,
  isMember,
  newsToTell,
  remember,
  withTold,
  type DealLook,
} from '../../src/watch/news.ts';
import type { KnownDeal, WatchPerson } from '../../src/watch/watched.ts';
import { daysFromNow, invited, NOW, referral } from '../referrals/deals.ts';

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => daysFromNow(-days);

const dealWith = (side: Partial<MicrosoftSide>, changes: Partial<Referral> = {}): Referral => ({
  ...invited({ status: 'New', substatus: 'Pending' }, { id: 'm1', ...side }),
  ...changes,
});

const DECLINED = { state: { status: 'Closed', substatus: 'Declined' } } as const;
const ACCEPTED = { state: { status: 'Active', substatus: 'Accepted' } } as const;

function sight(deal: Referral, changes: Partial<DealLook> = {}): DealLook {
  return { deal, known: null, since: daysAgo(2), hasJustChanged: false, now: NOW, ...changes };
}

const knownAs = (side: string | null, changes: Partial<KnownDeal> = {}): KnownDeal => ({
  id: 'd1',
  microsoftId: 'm1',
  side,
  lastReadAt: daysAgo(1).toISOString(),
  news: [],
  ...changes,
});

describe('watch: what is new', () => {
  it('an answer to what was seen waiting', () => {
    expect(freshNews(sight(dealWith(DECLINED), { known: knownAs('Pending') }))).to.equal('declined');
    expect(freshNews(sight(dealWith(ACCEPTED), { known: knownAs('Received') }))).to.equal('accepted');
  });

  it('nothing, where the answer was there at first sight', () => {
    expect(freshNews(sight(dealWith(DECLINED)))).to.equal(null);
    expect(freshNews(sight(dealWith(DECLINED), { known: knownAs('Declined') }))).to.equal(null);
  });

  it('an answer at first sight, where the question is younger than the watch or the change was announced', () => {
    const young = dealWith({ ...ACCEPTED, invitedAt: daysAgo(1).toISOString() });
    expect(freshNews(sight(young))).to.equal('accepted');
    expect(freshNews(sight(dealWith(DECLINED), { hasJustChanged: true }))).to.equal('declined');
  });

  it('an announcement makes nothing new of what was known', () => {
    const known = knownAs('Declined');
    expect(freshNews(sight(dealWith(DECLINED), { known, hasJustChanged: true }))).to.equal(null);
  });

  it('the end of the 14 days, three days and one day before it, and when it came without an answer', () => {
    const asked = (days: number) => dealWith({ invitedAt: daysAgo(days).toISOString() });
    const at = [10.9, 11, 12.9, 13, 13.9, 14].map((days) => freshNews(sight(asked(days))));
    expect(at).to.deep.equal([null, 'due', 'due', 'due-last', 'due-last', null]);
    const over = dealWith({ state: { status: 'Closed', substatus: 'Expired' }, reason: null });
    expect(freshNews(sight(over, { known: knownAs('Pending') }))).to.equal('expired');
    expect(freshNews(sight(over))).to.equal(null);
  });

  it('nothing of a deal that we closed, nor of one that Microsoft was not asked about', () => {
    const won = dealWith(DECLINED, { state: { status: 'Closed', substatus: 'Won' } });
    expect(freshNews(sight(won, { known: knownAs('Pending') }))).to.equal(null);
    expect(freshNews(sight(referral()))).to.equal(null);
  });

  it('is remembered once, and told only while it holds and is young', () => {
    const first = remember(sight(dealWith(DECLINED), { known: knownAs('Pending') }));
    expect(first.news.map(({ kind }) => kind)).to.deep.equal(['declined']);
    const second = remember(sight(dealWith(DECLINED), { known: first }));
    expect(second.news).to.deep.equal(first.news);
    expect(newsToTell(dealWith(DECLINED), second, daysAgo(2), NOW)).to.equal('declined');
    expect(newsToTell(dealWith(ACCEPTED), second, daysAgo(2), NOW)).to.equal(null);
    expect(newsToTell(dealWith(DECLINED), second, daysAgo(2), daysFromNow(3))).to.equal(null);
    // Who asked for news later has none of what came before.
    expect(newsToTell(dealWith(DECLINED), second, daysFromNow(1), daysFromNow(1))).to.equal(null);
  });
});

describe('watch: who is told', () => {
  const person = (changes: Partial<WatchPerson> = {}): WatchPerson => ({
    schema: 1,
    tenantId: sara.tenantId,
    objectId: sara.objectId,
    email: sara.email,
    locale: 'it',
    timeZone: 'Europe/Rome',
    reference: {},
    consent: null,
    lastReadAt: null,
    owed: null,
    notices: null,
    digestOn: null,
    letter: null,
    lookedIn: null,
    answered: [],
    metOn: '2026-11-24',
    told: [],
    ...changes,
  });
  const member = (changes: Partial<TeamMember>): TeamMember => ({
    firstName: 'Sara',
    lastName: 'Conti',
    phone: '',
    email: 'sara.conti@aureliasistemi.example',
    ...changes,
  });

  it('the team: by object id, or by address where there is no id', () => {
    expect(isMember([member({})], person())).to.equal(true);
    expect(isMember([member({ email: 'SARA.Conti@aureliasistemi.example' })], person())).to.equal(true);
    expect(isMember([member({ objectId: sara.objectId.toUpperCase() })], person({ email: null }))).to.equal(
      true,
    );
    expect(isMember([member({ objectId: 'somebody-else' })], person())).to.equal(false);
    expect(isMember([member({ email: '' })], person({ email: null }))).to.equal(false);
  });

  it('who has heard it, of this deal and this news alone', () => {
    const told = withTold(person(), 'd1', 'due', NOW);
    expect(hasHeard(told, 'd1', 'due')).to.equal(true);
    expect(hasHeard(told, 'd1', 'due-last')).to.equal(false);
    expect(hasHeard(told, 'another', 'due')).to.equal(false);
  });

  it('what was heard long ago is forgotten, so that a person’s record doesn’t grow for ever', () => {
    const later = new Date(NOW.getTime() + 121 * DAY_MS);
    const told = withTold(withTold(person(), 'd1', 'due', NOW), 'd2', 'due', later);
    expect(told.told.map(({ dealId }) => dealId)).to.deep.equal(['d2']);
  });
});
