import { expect } from 'chai';
import { dealLine, ourStateLabel, stateLabel } from '../../src/cards/deal-line.ts';
import { referral } from '../referrals/deals.ts';

describe('deal line', () => {
  it('names customer, solution and value as people write them', () => {
    expect(dealLine(referral(), 'it')).to.equal('Lagunare Logistica · Aurelia WMS · 41.500 €');
    expect(dealLine(referral(), 'en')).to.equal('Lagunare Logistica · Aurelia WMS · €41,500');
  });

  it('does without a solution', () => {
    expect(dealLine(referral({ solutions: [] }), 'it')).to.equal('Lagunare Logistica · 41.500 €');
  });
});

describe('state labels', () => {
  it("call our open side active and Microsoft's accepted", () => {
    const accepted = { status: 'Active', substatus: 'Accepted' } as const;
    expect(ourStateLabel(accepted, 'it')).to.equal('Attivo');
    expect(stateLabel(accepted, 'it')).to.equal('Accettato');
  });

  it('read both kinds of waiting and of accepted the same', () => {
    expect(stateLabel({ status: 'New', substatus: 'Received' }, 'en')).to.equal('Waiting');
    expect(stateLabel({ status: 'Active', substatus: 'Engaged' }, 'en')).to.equal('Accepted');
  });

  it("show a state we don't know as the service wrote it", () => {
    const state = { status: 'Active', substatus: 'Unknown', raw: 'OnHold' } as const;
    expect(stateLabel(state, 'it')).to.equal('OnHold');
    expect(ourStateLabel(state, 'it')).to.equal('OnHold');
  });
});
