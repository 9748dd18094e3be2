import { expect } from 'chai';
import { AURELIA_TENANT, marco, paolo, sara } from '../../src/directory/sample-people.ts';
import { canCreate, incentiveCriteria } from '../../src/referrals/eligibility.ts';
import type { Referral, ReferralState, Solution } from '../../src/referrals/referral.ts';
import { SAMPLE_SOLUTIONS } from '../../src/referrals/embedded/sample-deals.ts';
import { daysFromNow, invited, NOW, referral } from './deals.ts';

const solutions = SAMPLE_SOLUTIONS.get(AURELIA_TENANT) ?? [];
const edge = solutions.filter(({ isCoSellReady }) => !isCoSellReady);

describe('who can create a deal', () => {
  it('an admin with a co-sell ready solution can', () => {
    const found = canCreate(sara, solutions);
    expect(found).to.include({ role: 'met', isUserRoleOnly: false, solution: 'met', isPossible: true });
    expect(found.readySolutions.map(({ name }) => name)).to.deep.equal(['Aurelia WMS', 'Aurelia Analytics']);
  });

  it('a user can, and is said to be one', () => {
    expect(canCreate(marco, solutions)).to.include({ role: 'met', isUserRoleOnly: true, isPossible: true });
  });

  it('nobody without a role can, nor a person who is not known', () => {
    expect(canCreate(paolo, solutions)).to.include({ role: 'not-met', solution: 'met', isPossible: false });
    expect(canCreate(null, solutions)).to.include({ role: 'not-met', isPossible: false });
  });

  it('a person whose roles cannot be known may try', () => {
    expect(canCreate({ ...sara, roles: null }, solutions)).to.include({ role: 'unknown', isPossible: true });
  });

  it('a company whose solutions are known not to be ready cannot', () => {
    expect(canCreate(sara, edge)).to.include({ role: 'met', solution: 'not-met', isPossible: false });
  });

  it('an incomplete list of solutions proves nothing', () => {
    expect(canCreate(sara, []).solution).to.equal('unknown');
    const harvested = edge.map((each): Solution => ({ ...each, source: 'recent-deal' }));
    expect(canCreate(sara, harvested)).to.include({ solution: 'unknown', isPossible: true });
  });

  it('a ready solution that is not published does not count', () => {
    expect(
      canCreate(
        sara,
        solutions.map((each) => ({ ...each, isPublished: false })),
      ).solution,
    ).to.equal('not-met');
  });
});

describe('the criteria of the incentive', () => {
  const verdicts = (deal: Referral, at = NOW) =>
    Object.fromEntries(
      incentiveCriteria(deal, solutions, at).map(({ criterion, verdict, canStillChange }) => [
        criterion,
        canStillChange ? 'not yet' : verdict,
      ]),
    );
  const accepted: ReferralState = { status: 'Active', substatus: 'Accepted' };
  const won: Partial<Referral> = {
    state: { status: 'Closed', substatus: 'Won' },
    closedAt: NOW.toISOString(),
    value: { amount: 80_000, currency: 'USD' },
  };

  it('are all met but the one nobody here can know', () => {
    expect(verdicts({ ...invited(accepted), ...won })).to.deep.equal({
      'shared-with-microsoft': 'met',
      'value-threshold': 'met',
      'eligible-solution': 'met',
      'accepted-by-microsoft': 'met',
      'managed-customer': 'unknown',
      won: 'met',
      'waited-72-hours': 'met',
    });
  });

  it('may still come true while the deal is open and Microsoft has not answered', () => {
    const fresh = { ...invited({ status: 'New', substatus: 'Pending' }), createdAt: NOW.toISOString() };
    expect(verdicts(fresh)).to.include({
      'value-threshold': 'unknown',
      'accepted-by-microsoft': 'not yet',
      won: 'not yet',
      'waited-72-hours': 'not yet',
    });
  });

  it('fail for good on a private deal won the day after it was created', () => {
    const rushed = referral({ ...won, createdAt: daysFromNow(-1).toISOString() });
    expect(verdicts(rushed, daysFromNow(30))).to.deep.equal({
      'shared-with-microsoft': 'not-met',
      'value-threshold': 'met',
      'eligible-solution': 'met',
      'managed-customer': 'unknown',
      won: 'met',
      'waited-72-hours': 'not-met',
    });
  });

  it('need no acceptance where no help was asked', () => {
    expect(verdicts(referral({ kind: 'shared' }))).not.to.have.property('accepted-by-microsoft');
  });

  it('learn from a decline that the customer is not managed', () => {
    const declined = invited(
      { status: 'Closed', substatus: 'Declined' },
      { reason: 'No Microsoft seller directly manages this customer' },
    );
    expect(verdicts(declined)).to.include({
      'managed-customer': 'not-met',
      'accepted-by-microsoft': 'not-met',
    });
  });

  it('do not take an unknown or harvested solution for one that earns nothing', () => {
    const unknown = referral({ solutions: [{ id: 'SOL-99999-XXX', name: 'Other' }] });
    expect(verdicts(unknown)['eligible-solution']).to.equal('unknown');
    const analytics = referral({ solutions: [{ id: 'SOL-70219-QRT', name: 'Aurelia Analytics' }] });
    expect(verdicts(analytics)['eligible-solution']).to.equal('not-met');
    const harvested = solutions.map((each): Solution => ({
      ...each,
      isIncentiveEligible: false,
      source: 'recent-deal',
    }));
    const [, , third] = incentiveCriteria(analytics, harvested, NOW);
    expect(third).to.include({ criterion: 'eligible-solution', verdict: 'unknown' });
  });

  it('count an invitation that Microsoft marked won as accepted', () => {
    expect(verdicts(invited({ status: 'Closed', substatus: 'Won' }))['accepted-by-microsoft']).to.equal(
      'met',
    );
    expect(verdicts(invited({ status: 'Closed', substatus: 'Lost' }))['accepted-by-microsoft']).to.equal(
      'unknown',
    );
  });
});
