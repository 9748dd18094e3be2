import { expect } from 'chai';
import { ourStateLabel, stateLabel } from '../../src/cards/state-label.ts';

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
