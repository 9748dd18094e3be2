import { expect } from 'chai';
import {
  toChangePatch,
  toCreateBody,
  toInvitationBody,
} from '../../../src/referrals/partner-center/bodies.ts';
import { readServiceError } from '../../../src/referrals/partner-center/errors.ts';
import { toReferral } from '../../../src/referrals/partner-center/to-referral.ts';
import { readReferral, type WireReferral } from '../../../src/referrals/partner-center/wire.ts';
import type { Referral } from '../../../src/referrals/referral.ts';
import { coSellDraft, draft } from '../deals.ts';

const wire = (changes: Record<string, unknown> = {}): WireReferral => {
  const record = readReferral({ id: 'c3416617-7f44-4fb5-a8f9-0cbccfa0c711', ...changes });
  if (!record) throw new Error('test: not readable');
  return record;
};
const read = (changes: Record<string, unknown>, microsoft: Record<string, unknown> | null = null): Referral =>
  toReferral(wire(changes), microsoft && wire(microsoft), { tenantId: 't', toMember: (contact) => contact });

describe('Partner Center: reading a referral', () => {
  it('reads a record of which nothing but the id is there', () => {
    expect(read({})).to.deep.include({
      name: '',
      kind: 'private',
      value: { amount: 0, currency: 'XXX' },
      team: [],
    });
  });

  it('survives properties of another type, and keeps those it does not know', () => {
    const odd = {
      team: {},
      details: 'x',
      customerProfile: { ids: {}, team: null },
      consent: null,
      novelty: { a: 1 },
    };
    expect(read(odd)).to.deep.include({ team: [], notes: null });
    expect(wire(odd)['novelty']).to.deep.equal({ a: 1 });
    expect(readReferral({ name: 'no id' })).to.equal(null);
    expect(readReferral('<html>')).to.equal(null);
  });

  for (const [status, substatus, state] of [
    ['Active', 'Engaged', { status: 'Active', substatus: 'Engaged' }],
    ['Active', 'Error', { status: 'Active', substatus: 'Error' }],
    ['Dormant', 'Expired', { status: 'Closed', substatus: 'Expired' }],
    ['Active', 'Hibernating', { status: 'Active', substatus: 'Unknown', raw: 'Hibernating' }],
    ['Dormant', null, { status: 'Active', substatus: 'Unknown', raw: 'Dormant' }],
    ['Active', 'constructor', { status: 'Active', substatus: 'Unknown', raw: 'constructor' }],
  ] as const) {
    it(`reads ${status}/${String(substatus)}`, () => {
      expect(read({ status, substatus }).state).to.deep.equal(state);
    });
  }

  it('takes the value as number or text', () => {
    for (const dealValue of [52000, '52000', ' 52000 ']) {
      expect(read({ details: { dealValue, currency: 'EUR' } }).value).to.deep.equal({
        amount: 52000,
        currency: 'EUR',
      });
    }
    expect(read({ details: { dealValue: 'much', currency: 'EUR' } }).value.amount).to.equal(0);
  });

  for (const [time, day] of [
    ['2027-06-30T00:00:00Z', '2027-06-30'],
    ['2027-06-29T22:00:00Z', '2027-06-30'],
    ['2027-06-30T05:00:00.0000000Z', '2027-06-30'],
  ] as const) {
    it(`takes ${time} for the day ${day} that its user meant`, () => {
      expect(read({ details: { closingDateTime: time } }).closingDate).to.equal(day);
    });
  }

  it('tells the kinds apart', () => {
    const shared = { consent: { consentToShareReferralWithMicrosoftSellers: true } };
    const asked = (code: string): Record<string, unknown> => ({
      ...shared,
      inviteContext: { assistanceRequestCode: code },
    });
    expect(read({}).kind).to.equal('private');
    expect(read(shared).kind).to.equal('shared');
    expect(read(asked('Unknown')).kind).to.equal('shared');
    expect(read(asked('QuotesOrLicensing'))).to.include({ kind: 'co-sell', helpCode: 'QuotesOrLicensing' });
    expect(read(asked('SomethingNew')).kind).to.equal('co-sell');
    expect(read({}, { organizationId: 'msft' }).kind).to.equal('co-sell');
  });

  it('shows sellers and the opportunity of Microsoft’s record, but no seller after a decline', () => {
    const team = [
      { firstName: 'Dario', lastName: 'Venditore', email: 'd@microsoft.example', phoneNumber: null },
    ];
    const accepted = read(
      { trackingInfo: { microsoftMsxId: '7-A' } },
      { status: 'Active', substatus: 'Accepted', team },
    );
    expect(accepted.microsoft).to.deep.include({
      msxId: '7-A',
      sellers: [{ name: 'Dario Venditore', email: 'd@microsoft.example' }],
    });
    const declined = read({}, { status: 'Closed', substatus: 'Declined', statusReason: ' ', team });
    expect(declined.microsoft).to.deep.include({ sellers: [], reason: null });
  });
});

describe('Partner Center: what is sent', () => {
  it('reads back as what was meant', () => {
    const meant = coSellDraft({ notes: 'Note.', crmId: 'CRM-1' });
    const back = read({ ...toCreateBody(meant, 'CRM-1') });
    const team = meant.team.map(({ firstName, lastName, phone, email }) => ({
      firstName,
      lastName,
      phone,
      email,
    }));
    const { kind, name, customer, solutions, value, closingDate, helpCode, notes, marketplaceIntent } = meant;
    const rest = { kind, name, customer, solutions, value, closingDate, helpCode, notes, marketplaceIntent };
    expect(back).to.deep.include({ ...rest, team, crmId: 'CRM-1' });
  });

  it('invites Microsoft with the engagement and its own target', () => {
    const body = toInvitationBody(coSellDraft(), null, 'e1');
    expect(body).to.deep.include({
      engagementId: 'e1',
      target: [{ type: 'BusinessProfileLocation', id: 'msft' }],
    });
    expect(body).not.to.have.property('externalReferenceId');
  });

  it('asks no help for a deal that is only shared, and shares nothing of a private one', () => {
    expect(toCreateBody(draft({ kind: 'shared' }), null))
      .to.include({ type: 'Shared' })
      .and.not.have.property('inviteContext');
    const body = toCreateBody(draft(), null);
    expect(body['consent']).to.include({ consentToShareReferralWithMicrosoftSellers: false });
    expect(body).to.deep.include({ type: 'Independent', target: [] });
  });

  it('patches only what changes', () => {
    expect(toChangePatch({ closingDate: '2027-09-30' })).to.deep.equal([
      { op: 'replace', path: '/details/closingDateTime', value: '2027-09-30T00:00:00Z' },
    ]);
  });
});

describe('Partner Center: reading errors', () => {
  it('walks to the deepest code, however inner errors are spelled', () => {
    const body = {
      error: { code: 'a', target: 'team', innerError: { code: 'b', innererror: { code: 'roleScope' } } },
    };
    expect(readServiceError(body)).to.deep.equal({ code: 'roleScope', target: 'team' });
  });

  for (const body of [null, '<html>', [], { statusCode: 429 }, { error: 'x' }, { error: { code: 4 } }]) {
    it(`survives ${JSON.stringify(body)}`, () => {
      expect(readServiceError(body)).to.deep.equal({ code: null, target: null });
    });
  }
});
