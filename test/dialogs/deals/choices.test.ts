import { expect } from 'chai';
import { dealChoices } from '../../../dialogs/deals/choices.ts';
import { amongSchema } from '../../../dialogs/deals/pick.ts';
import type { Referral } from '../../../src/referrals/referral.ts';
import { referral } from '../../referrals/deals.ts';

const customer = { name: 'Fabrikam', address: { line1: 'x', city: 'x', country: 'IT' }, contact: null };
const base = { customer, value: { amount: 80_000, currency: 'EUR' }, createdAt: '2026-11-19T09:00:00.000Z' };
const deal = (id: string, more: Partial<Referral> = {}) => referral({ ...base, id, ...more });

const titles = (...deals: Referral[]) => dealChoices(deals, 'it').map(({ label }) => label);

describe('deals to pick from', () => {
  it('are kept as a list of ids, and read back as nothing else', () => {
    expect(amongSchema.safeParse({ ids: ['a1'], typed: null }).success).to.equal(true);
    expect(amongSchema.safeParse({ ids: 'a1', typed: null }).success).to.equal(false);
  });

  it('are called by their customer alone where that is enough', () => {
    expect(titles(deal('a1'), deal('b2', { customer: { ...customer, name: 'Contoso' } }))).to.deep.equal([
      'Fabrikam',
      'Contoso',
    ]);
  });

  it('are told apart by what is seen of a name', () => {
    const alike = deal('b2', {
      customer: { ...customer, name: 'Fabri\u200bkam' },
      value: { amount: 9, currency: 'EUR' },
    });
    expect(titles(deal('a1'), alike)).to.deep.equal(['Fabrikam, 80.000 €', 'Fabrikam, 9 €']);
  });

  it('say as much more as tells them apart, and never the same twice', () => {
    const dearer = deal('b2', { value: { amount: 90_000, currency: 'EUR' } });
    expect(titles(deal('a1'), dearer)).to.deep.equal(['Fabrikam, 80.000 €', 'Fabrikam, 90.000 €']);
    const later = deal('b2', { createdAt: '2026-11-24T09:00:00.000Z' });
    expect(titles(deal('a1'), later)).to.deep.equal([
      'Fabrikam, 80.000 €, 19 nov 2026',
      'Fabrikam, 80.000 €, 24 nov 2026',
    ]);
    const twins = titles(deal('aaaaaaaa-1'), deal('bbbbbbbb-2'));
    expect(new Set(twins).size).to.equal(2);
    expect(twins[0]).to.match(/aaaaaaaa$/);
  });
});
