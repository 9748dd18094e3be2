import { expect } from 'chai';
import { type CareReason, careOf, dealsInCare } from '../../src/referrals/care.ts';
import type { Referral } from '../../src/referrals/referral.ts';
import { daysFromNow, invited, NOW, referral } from './deals.ts';

const TODAY = '2026-11-24';
const care = (deal: Referral): readonly CareReason[] => careOf(deal, TODAY, NOW);
const pending = (changes: Partial<Referral> = {}): Referral => ({
  ...invited({ status: 'New', substatus: 'Pending' }, { invitedAt: daysFromNow(-2).toISOString() }),
  ...changes,
});

describe('what a deal wants done, by the advice of the FAQ', () => {
  it('nothing, where it is under way, or has its final state', () => {
    expect(care(pending())).to.deep.equal([]);
    expect(care(referral())).to.deep.equal([]);
    const won = { status: 'Closed', substatus: 'Won' } as const;
    expect(
      care(referral({ state: won, closingDate: '2020-01-01', value: { amount: 0, currency: 'EUR' } })),
    ).to.deep.equal([]);
  });

  it('an answer, where it came in and waits for ours', () => {
    expect(care(referral({ state: { status: 'New', substatus: 'Received' } }))).to.deep.equal([
      'answer-owed',
    ]);
  });

  it('a look, where Microsoft let its days pass, or has closed its side', () => {
    expect(care(invited({ status: 'Closed', substatus: 'Expired' }))).to.deep.equal(['unanswered']);
    expect(care(invited({ status: 'Closed', substatus: 'Lost' }))).to.deep.equal(['no-end']);
    expect(care(invited({ status: 'Closed', substatus: 'Declined' }))).to.deep.equal([]);
  });

  it('its value and date, where they are missing or have passed', () => {
    expect(care(pending({ value: { amount: 0, currency: 'XXX' } }))).to.deep.equal(['no-value']);
    expect(care(pending({ closingDate: '1970-01-01' }))).to.deep.equal(['no-date']);
    expect(care(pending({ closingDate: '2026-11-23' }))).to.deep.equal(['date-passed']);
    expect(care(pending({ closingDate: TODAY }))).to.deep.equal([]);
  });

  it('the most pressing first, the longest late before the others', () => {
    const deals = [
      pending({ id: 'fine' }),
      pending({ id: 'value', value: { amount: 0, currency: 'XXX' } }),
      pending({ id: 'late', closingDate: '2026-11-20' }),
      pending({ id: 'later', closingDate: '2026-10-20' }),
      referral({ id: 'answer', state: { status: 'New', substatus: 'Received' } }),
    ];
    expect(dealsInCare(deals, TODAY, NOW).map(({ deal }) => deal.id)).to.deep.equal([
      'answer',
      'later',
      'late',
      'value',
    ]);
  });
});
