import { expect } from 'chai';
import * as fc from 'fast-check';
import type { ReferralState } from '../../src/referrals/referral.ts';
import {
  answerDeadline,
  classifyReason,
  decide,
  hoursSinceCreation,
  isTerminal,
  isUnderThreshold,
  isUnderWay,
  sortByUrgency,
  withExpiry,
  wouldEndangerRegistration,
} from '../../src/referrals/rules.ts';
import { laySampleDeals } from '../../src/referrals/embedded/sample-deals.ts';
import { daysFromNow, invited, NOW, referral } from './deals.ts';

const pending: ReferralState = { status: 'New', substatus: 'Pending' };
const accepted: ReferralState = { status: 'Active', substatus: 'Accepted' };
const closed = (substatus: ReferralState['substatus']): ReferralState => ({ status: 'Closed', substatus });

describe('the states of a referral', () => {
  it('are final once closed, and only then', () => {
    for (const substatus of ['Won', 'Lost', 'Declined', 'Expired'] as const) {
      expect(isTerminal(closed(substatus)), substatus).to.equal(true);
    }
    expect(isTerminal(accepted)).to.equal(false);
  });

  it('are under way until we close the deal, or Microsoft declines it or lets it expire', () => {
    const ours = (state: ReferralState) => ({ ...invited(accepted), state });
    for (const substatus of ['Won', 'Lost', 'Declined', 'Expired'] as const)
      expect(isUnderWay(ours(closed(substatus)), NOW), substatus).to.equal(false);
    for (const substatus of ['Declined', 'Expired'] as const)
      expect(isUnderWay(invited(closed(substatus)), NOW), substatus).to.equal(false);
    for (const deal of [invited(pending), invited(accepted), referral({ kind: 'private' })])
      expect(isUnderWay(deal, NOW)).to.equal(true);
  });
});

describe("what Microsoft's side says", () => {
  it('is nothing for a private deal, and not asked for a shared one', () => {
    expect(decide(referral({ kind: 'private' }), NOW)).to.deep.equal({ kind: 'not-shared' });
    expect(decide(referral({ kind: 'shared' }), NOW)).to.deep.equal({ kind: 'not-asked' });
  });

  it('is unknown when a co-sell deal shows no record of Microsoft', () => {
    expect(decide(referral({ kind: 'co-sell' }), NOW)).to.deep.equal({ kind: 'unknown', raw: null });
  });

  it('is waiting, with 9 days left on the fifth day', () => {
    expect(decide(invited(pending), NOW)).to.deep.equal({
      kind: 'waiting',
      askedAt: daysFromNow(-5),
      daysSinceAsked: 5,
      deadline: daysFromNow(9),
      daysLeft: 9,
      isOverdue: false,
    });
    expect(decide(invited({ status: 'New', substatus: 'Received' }), NOW).kind).to.equal('waiting');
  });

  it('is overdue, not guessed to be expired, while the service still says pending', () => {
    const late = decide(invited(pending), daysFromNow(9));
    expect(late).to.include({ kind: 'waiting', daysLeft: 0, isOverdue: true });
  });

  it('counts days that make 14 at every hour, with one left until the end', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60, max: 14 * 1440 - 1 }), (minutes) => {
        const at = new Date(daysFromNow(-5).getTime() + minutes * 60_000);
        const decision = decide(invited(pending), at);
        if (decision.kind !== 'waiting') throw new Error(decision.kind);
        expect(decision.daysLeft + decision.daysSinceAsked).to.equal(14);
        expect(decision.daysLeft).to.be.within(1, 14);
        expect(decision.isOverdue).to.equal(false);
      }),
    );
  });

  it('is accepted, with sellers and CRM id; Engaged counts as accepted', () => {
    const sellers = [{ name: 'Giulia Ferri', email: null }];
    const side = { sellers, msxId: '7-AB' };
    const wanted = { kind: 'accepted', sellers, msxId: '7-AB' };
    expect(decide(invited(accepted, side), NOW)).to.deep.equal(wanted);
    expect(decide(invited({ status: 'Active', substatus: 'Engaged' }, side), NOW)).to.deep.equal(wanted);
  });

  it('is declined, the raw reason beside its class', () => {
    const reason = 'No Microsoft seller directly manages this customer';
    expect(decide(invited(closed('Declined'), { reason }), NOW)).to.deep.equal({
      kind: 'declined',
      reason,
      reasonClass: 'not-managed',
    });
    expect(decide(invited(closed('Declined')), NOW)).to.include({ reason: null, reasonClass: 'none-shown' });
  });

  it('is expired, or closed by Microsoft', () => {
    expect(decide(invited(closed('Expired')), NOW)).to.include({ kind: 'expired' });
    expect(decide(invited(closed('Won')), NOW)).to.deep.equal({
      kind: 'closed-by-microsoft',
      substatus: 'Won',
    });
    expect(decide(invited(closed('Lost')), NOW)).to.deep.equal({
      kind: 'closed-by-microsoft',
      substatus: 'Lost',
    });
  });

  it('is shown raw where it is an error or unknown to us', () => {
    const error = invited({ status: 'Active', substatus: 'Error', raw: 'SyncError' });
    expect(decide(error, NOW)).to.deep.equal({ kind: 'needs-attention', raw: 'SyncError' });
    const odd = invited({ status: 'Active', substatus: 'Unknown', raw: 'Escalated' });
    expect(decide(odd, NOW)).to.deep.equal({ kind: 'unknown', raw: 'Escalated' });
  });

  it('does not depend on our own side', () => {
    const won = { ...invited(pending), state: closed('Won') };
    expect(decide(won, NOW).kind).to.equal('waiting');
  });
});

describe('time for an invitation', () => {
  it('ends 14 days after it, to the instant', () => {
    const deal = invited(pending);
    if (deal.microsoft === null) throw new Error('not invited');
    expect(answerDeadline(deal.microsoft)).to.deep.equal(daysFromNow(9));
    expect(withExpiry(deal, new Date(daysFromNow(9).getTime() - 1))).to.equal(deal);
    expect(withExpiry(deal, daysFromNow(9)).microsoft?.state).to.deep.equal(closed('Expired'));
  });

  it('leaves answered and uninvited deals alone', () => {
    for (const deal of [invited(accepted), invited(closed('Declined')), referral()]) {
      expect(withExpiry(deal, daysFromNow(400))).to.equal(deal);
    }
  });
});

describe('decline reasons', () => {
  const table = {
    'no-customer-record': [
      'No matching Microsoft customer record found',
      'no customer record',
      'Customer record was not found.',
      'Non è stato trovato alcun record cliente Microsoft corrispondente',
    ],
    'not-managed': [
      'No Microsoft seller directly manages this customer',
      'no seller manages this account',
      'Unmanaged account',
      'Nessun venditore Microsoft gestisce direttamente questo cliente',
    ],
    'none-shown': ['', '  '],
    other: [
      'Duplicate deal',
      'We already manage this customer with another partner',
      'Customer record is a duplicate',
    ],
  };
  for (const [reasonClass, reasons] of Object.entries(table)) {
    for (const reason of reasons) {
      it(`reads "${reason}" as ${reasonClass}`, () => {
        expect(classifyReason(reason)).to.equal(reasonClass);
      });
    }
  }

  it('reads no reason as none shown', () => {
    expect(classifyReason(null)).to.equal('none-shown');
  });
});

describe('the USD 25,000 rule', () => {
  it('holds in USD alone, 25,000 itself not being under it', () => {
    expect(isUnderThreshold({ amount: 24_999.99, currency: 'USD' })).to.equal('yes');
    expect(isUnderThreshold({ amount: 25_000, currency: 'usd' })).to.equal('no');
    expect(isUnderThreshold({ amount: 20_000, currency: 'EUR' })).to.equal('not-usd');
  });
});

describe('the 72 hours before Won', () => {
  it('count from the creation', () => {
    const deal = referral({ createdAt: daysFromNow(0).toISOString() });
    expect(hoursSinceCreation(deal, daysFromNow(1))).to.equal(24);
    expect(hoursSinceCreation(deal, daysFromNow(-1))).to.equal(0);
    expect(wouldEndangerRegistration(deal, new Date(daysFromNow(3).getTime() - 1))).to.equal(true);
    expect(wouldEndangerRegistration(deal, daysFromNow(3))).to.equal(false);
  });
});

describe('the order of an overview', () => {
  it('puts one day left before nine, then trouble, then the rest, closed deals last', () => {
    const deals = laySampleDeals(NOW, () => 't').filter(({ tenantId }) => tenantId === referral().tenantId);
    expect(sortByUrgency(deals, NOW).map(({ customer }) => customer.name)).to.deep.equal([
      'Contoso Pharma',
      'Fabrikam',
      'Northwind Traders',
      'Litware',
      'Adventure Works',
      'Contoso',
      'Wingtip Toys',
      'Tailspin Toys',
      'Proseware',
    ]);
  });

  it('does not depend on the order before, and changes nothing', () => {
    const deals = laySampleDeals(NOW, () => 't');
    const wanted = sortByUrgency(deals, NOW).map(({ id }) => id);
    fc.assert(
      fc.property(fc.shuffledSubarray(deals, { minLength: deals.length }), (shuffled) => {
        const before = [...shuffled];
        expect(sortByUrgency(shuffled, NOW).map(({ id }) => id)).to.deep.equal(wanted);
        expect(shuffled).to.deep.equal(before);
      }),
    );
  });
});
