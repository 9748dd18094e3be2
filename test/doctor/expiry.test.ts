import { expect } from 'chai';
import { type Config, readConfig } from '../../src/config/config.ts';
import { findExpiryWarnings } from '../../src/doctor/expiry.ts';

const NOW = new Date('2026-11-24T23:30:00Z');
const bot = { MicrosoftAppId: '0f0f0f0f-1111-4222-8333-444444444444', MicrosoftAppPassword: 'hunter2' };

const endingOn = (day: string): Config => readConfig({ ...bot, MicrosoftAppPasswordExpires: day });

describe('what ends soon', () => {
  for (const [day, urgency, words] of [
    ['2026-12-25', null, ''],
    ['2026-12-24', 'this month', 'in 30 days'],
    ['2026-12-02', 'this month', 'in 8 days'],
    ['2026-12-01', 'this week', 'in 7 days'],
    ['2026-11-26', 'this week', 'in 2 days'],
    ['2026-11-25', 'now', 'tomorrow'],
    ['2026-11-24', 'now', 'today'],
    ['2026-11-23', 'ended', 'ended on 2026-11-23'],
  ] as const) {
    it(`${day}: ${urgency ?? 'nothing yet'}`, () => {
      const [warning] = findExpiryWarnings(endingOn(day), NOW);
      expect(warning?.urgency ?? null).to.equal(urgency);
      if (urgency !== null) expect(warning?.text).to.contain(words).and.to.contain('MicrosoftAppPassword');
    });
  }

  it('is told with the cure and without the secret', () => {
    const [warning] = findExpiryWarnings(endingOn('2026-12-01'), NOW);
    expect(warning?.text).to.contain('make a new secret').and.not.to.contain('hunter2');
  });

  it('is told the most urgent first, the OAuth connections’ secret too', () => {
    const config = readConfig({
      ...bot,
      MicrosoftAppPasswordExpires: '2026-12-20',
      REFERRALS: 'partner-center',
      OAUTH_CONNECTION_REFERRALS: 'partner',
      COMPANY_FILE: 'company.yaml',
      OAUTH_SECRET_EXPIRES: '2026-11-27',
    });
    const warnings = findExpiryWarnings(config, NOW);
    expect(warnings.map(({ daysLeft }) => daysLeft)).to.deep.equal([3, 26]);
  });

  it('is nothing where nothing ends', () => {
    expect(findExpiryWarnings(readConfig({}), NOW)).to.deep.equal([]);
    expect(findExpiryWarnings(readConfig(bot), NOW)).to.deep.equal([]);
  });
});
