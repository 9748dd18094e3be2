import { expect } from 'chai';
import { AURELIA_TENANT, BOREALIS_TENANT } from '../../../src/directory/sample-people.ts';
import { laySampleDeals, SAMPLE_SOLUTIONS } from '../../../src/referrals/embedded/sample-deals.ts';
import { decide, isUnderThreshold } from '../../../src/referrals/rules.ts';
import { NOW } from '../deals.ts';

describe('the sample company', () => {
  const deals = laySampleDeals(NOW, () => crypto.randomUUID());
  const aurelia = deals.filter(({ tenantId }) => tenantId === AURELIA_TENANT);
  const of = (name: string) => {
    const deal = aurelia.find(({ customer }) => customer.name === name);
    if (deal === undefined) throw new Error(`no deal with ${name}`);
    return deal;
  };

  const table = {
    Contoso: ['co-sell', 40, 'Aurelia WMS', 120_000, 'EUR', 'accepted'],
    Fabrikam: ['co-sell', 5, 'Aurelia WMS', 80_000, 'EUR', 'waiting'],
    'Northwind Traders': ['co-sell', 20, 'Aurelia Analytics', 64_000, 'EUR', 'declined'],
    Litware: ['co-sell', 25, 'Aurelia Analytics', 18_000, 'USD', 'declined'],
    'Adventure Works': ['co-sell', 30, 'Aurelia WMS', 45_000, 'EUR', 'expired'],
    'Tailspin Toys': ['private', 1, 'Aurelia WMS', 30_000, 'EUR', 'not-shared'],
    'Wingtip Toys': ['shared', 9, 'Aurelia WMS', 52_000, 'EUR', 'not-asked'],
    Proseware: ['co-sell', 90, 'Aurelia Analytics', 90_000, 'EUR', 'accepted'],
    'Contoso Pharma': ['co-sell', 13, 'Aurelia Analytics', 210_000, 'EUR', 'waiting'],
  };
  for (const [name, [kind, days, solution, amount, currency, decision]] of Object.entries(table)) {
    it(`has the deal with ${name}`, () => {
      const deal = of(name);
      expect(NOW.getTime() - Date.parse(deal.createdAt)).to.equal(Number(days) * 86_400_000);
      expect(deal).to.deep.include({ kind, value: { amount, currency }, isSample: true });
      expect(deal.solutions.map((each) => each.name)).to.deep.equal([solution]);
      expect(decide(deal, NOW).kind).to.equal(decision);
    });
  }

  it('has nothing else at Aurelia, and one deal, with Contoso, at Borealis', () => {
    expect(aurelia).to.have.length(Object.keys(table).length);
    const others = deals.filter(({ tenantId }) => tenantId === BOREALIS_TENANT);
    expect(others.map(({ customer }) => customer.name)).to.deep.equal(['Contoso']);
    expect(deals).to.have.length(aurelia.length + 1);
  });

  it('tells the stories: reasons, sellers, days left, the one that is won', () => {
    expect(decide(of('Northwind Traders'), NOW)).to.include({ reasonClass: 'not-managed' });
    expect(decide(of('Litware'), NOW)).to.include({ reason: null });
    expect(isUnderThreshold(of('Litware').value)).to.equal('yes');
    expect(decide(of('Fabrikam'), NOW)).to.include({ daysLeft: 9 });
    expect(decide(of('Contoso Pharma'), NOW)).to.include({ daysLeft: 1 });
    expect(of('Contoso').microsoft?.sellers).to.have.length(1);
    expect(of('Contoso').microsoft?.msxId).to.be.a('string');
    expect(of('Proseware').state).to.deep.equal({ status: 'Closed', substatus: 'Won' });
    expect(aurelia.filter(({ state }) => state.status === 'Closed')).to.have.length(1);
  });

  it('puts Marco on the teams of Northwind and Litware only', () => {
    const his = aurelia.filter(({ team }) => team.some(({ firstName }) => firstName === 'Marco'));
    expect(his.map(({ customer }) => customer.name)).to.deep.equal(['Northwind Traders', 'Litware']);
  });

  it('has three solutions, two of them co-sell ready', () => {
    const solutions = SAMPLE_SOLUTIONS.get(AURELIA_TENANT) ?? [];
    expect(solutions.map(({ id, isCoSellReady }) => [id, isCoSellReady])).to.deep.equal([
      ['SOL-70218-QRT', true],
      ['SOL-70219-QRT', true],
      ['SOL-70220-QRT', false],
    ]);
    expect(
      solutions.filter(({ isIncentiveEligible }) => isIncentiveEligible).map(({ name }) => name),
    ).to.deep.equal(['Aurelia WMS']);
  });

  it('names no address that could be real', () => {
    const addresses = JSON.stringify(deals).match(/[\w.]+@[\w.]+/g) ?? [];
    expect(addresses).not.to.deep.equal([]);
    expect(addresses.filter((address) => !address.endsWith('.example'))).to.deep.equal([]);
  });
});
