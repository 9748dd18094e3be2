import { expect } from 'chai';
import { filterDeals } from '../../../dialogs/deals/filter.ts';
import { NOW, referral } from '../../referrals/deals.ts';

const VIEWER = { locale: 'it', now: NOW, timeZone: 'Europe/Rome' } as const;
const NOTHING = { customer: '', state: '', period: '' };

const closing = (id: string, closingDate: string, name = id): ReturnType<typeof referral> =>
  referral({ id, closingDate, customer: { ...referral().customer, name } });

describe('a filter of deals', () => {
  const DEALS = [
    closing('a', '2026-11-30', 'Alfa Srl'),
    closing('b', '2026-12-01', 'Beta Spa'),
    closing('c', '2026-12-31', 'Alfa Beta Srl'),
    closing('d', '2027-01-01', 'Delta'),
    closing('e', '2027-03-31', 'Epsilon'),
  ];
  const idsOf = (filter: Partial<typeof NOTHING>): string[] | undefined =>
    filterDeals({ ...NOTHING, ...filter }, DEALS, VIEWER)?.map(({ id }) => id);

  for (const [period, ids] of [
    ['dicembre', ['b', 'c']],
    ['December', ['b', 'c']],
    ['questo mese', ['a']],
    ['this month', ['a']],
    ['Q1 2027', ['d', 'e']],
    ['2026', ['a', 'b', 'c']],
    ['prossimo trimestre', ['d', 'e']],
  ] as const)
    it(`takes the first and the last day of a period: ${period}`, () => {
      expect(idsOf({ period })).to.have.members(ids);
    });

  it('takes a part of a customer’s name, or one that is a slip away', () => {
    expect(idsOf({ customer: 'beta' })).to.have.members(['b', 'c']);
    expect(idsOf({ customer: 'epsilom' })).to.deep.equal(['e']);
    expect(idsOf({ customer: 'Wingtip' })).to.deep.equal([]);
  });

  it('joins what is asked, and takes a period for a customer where nobody is called so', () => {
    expect(idsOf({ customer: 'beta', period: 'dicembre' })).to.have.members(['b', 'c']);
    expect(idsOf({ customer: 'alfa', period: 'dicembre' })).to.deep.equal(['c']);
    expect(idsOf({ customer: 'Q1 2027' })).to.have.members(['d', 'e']);
  });

  it('filters by no state or period that it can’t read', () => {
    expect(filterDeals({ ...NOTHING, state: 'blu' }, DEALS, VIEWER)).to.equal(null);
    expect(filterDeals({ ...NOTHING, period: 'quando vuoi' }, DEALS, VIEWER)).to.equal(null);
    expect(idsOf({})).to.have.length(DEALS.length);
  });
});
