import { expect } from 'chai';
import fc from 'fast-check';
import { indexDeals } from '../../../src/referrals/embedded/deal-index.ts';
import type { StoredDeal } from '../../../src/referrals/embedded/deal-schema.ts';
import { daysFromNow, referral } from '../deals.ts';

const member = (objectId: string | undefined) => ({
  firstName: 'x',
  lastName: 'x',
  phone: 'x',
  email: 'x',
  ...(objectId === undefined ? {} : { objectId }),
});

const stored: fc.Arbitrary<StoredDeal> = fc
  .record({
    id: fc.constantFrom('a', 'A', 'b', 'c'),
    tenantId: fc.constantFrom('t', 'T', 'u'),
    day: fc.integer({ min: 0, max: 3 }),
    team: fc.array(fc.constantFrom('p', 'P', 'q', undefined), { maxLength: 3 }),
  })
  .map(({ id, tenantId, day, team }) => ({
    referral: referral({
      id,
      tenantId,
      createdAt: daysFromNow(day).toISOString(),
      team: team.map(member),
    }),
    creation: null,
  }));

const isSame = (a: string | undefined, b: string) => a?.toLowerCase() === b.toLowerCase();

describe('finding deals', () => {
  it('finds what looking at each would find, newest first and the later stored before', () => {
    fc.assert(
      fc.property(fc.array(stored), fc.constantFrom('a', 'A', 't', 'T', 'p', 'Q', 'z'), (deals, name) => {
        const index = indexDeals(deals);
        const newest = deals
          .map((deal, place) => ({ deal, place }))
          .sort(
            (a, b) =>
              Date.parse(b.deal.referral.createdAt) - Date.parse(a.deal.referral.createdAt) ||
              b.place - a.place,
          )
          .map(({ deal }) => deal);
        expect(index.withId(name)).to.deep.equal(deals.filter((each) => isSame(each.referral.id, name)));
        expect(index.ofTenant(name)).to.deep.equal(
          newest.filter((each) => isSame(each.referral.tenantId, name)),
        );
        expect(index.ofMember(name)).to.deep.equal(
          newest.filter((each) => each.referral.team.some(({ objectId }) => isSame(objectId, name))),
        );
      }),
    );
  });
});
