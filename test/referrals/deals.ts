import { sara, SAMPLE_PEOPLE } from '../../src/directory/sample-people.ts';
import { createFileDirectory } from '../../src/directory/file-directory.ts';
import type { MicrosoftSide, NewReferral, Referral, ReferralState } from '../../src/referrals/referral.ts';
import { toMember } from '../../src/referrals/team.ts';

/** The instant at which these tests happen. */
export const NOW = new Date('2026-11-24T09:00:00.000Z');

/** `days` after {@link NOW}; negative before. */
export const daysFromNow = (days: number): Date => new Date(NOW.getTime() + days * 86_400_000);

export const sampleDirectory = createFileDirectory({ people: SAMPLE_PEOPLE, asOf: NOW.toISOString() });

/** A private deal as a form would send it; `changes` make it another. */
export function draft(changes: Partial<NewReferral> = {}): NewReferral {
  return {
    kind: 'private',
    name: 'Lagunare Logistica, Aurelia WMS',
    customer: {
      name: 'Lagunare Logistica',
      address: { line1: 'Via dei Moli 14', city: 'Chioggia', country: 'IT' },
      contact: null,
    },
    solutions: [{ id: 'SOL-70218-QRT', name: 'Aurelia WMS' }],
    value: { amount: 41_500, currency: 'EUR' },
    closingDate: '2027-06-30',
    helpCode: null,
    notes: null,
    marketplaceIntent: 'HaveNotDecided',
    team: [toMember(sara)],
    hasConsent: true,
    ...changes,
  };
}

/** The same with Microsoft's help asked. */
export function coSellDraft(changes: Partial<NewReferral> = {}): NewReferral {
  const contact = {
    firstName: 'Piero',
    lastName: 'Salvagno',
    phone: '+39 041 000 0002',
    email: 'p@lagunare.example',
  };
  const base = draft();
  return {
    ...base,
    kind: 'co-sell',
    helpCode: 'CustomerTechnicalArchitecture',
    customer: { ...base.customer, contact },
    ...changes,
  };
}

/** A deal as a gateway returns it, created five days ago. */
export function referral(changes: Partial<Referral> = {}): Referral {
  const { name, customer, solutions, value, closingDate, team } = draft();
  return {
    kind: 'private',
    name,
    customer,
    solutions,
    value,
    closingDate,
    team,
    helpCode: null,
    notes: null,
    marketplaceIntent: 'HaveNotDecided',
    id: 'd1',
    engagementId: 'e1',
    tenantId: sara.tenantId,
    crmId: null,
    recreates: null,
    state: { status: 'Active', substatus: 'Accepted' },
    statusReason: null,
    createdAt: daysFromNow(-5).toISOString(),
    updatedAt: daysFromNow(-5).toISOString(),
    closedAt: null,
    microsoft: null,
    eTag: 't1',
    isSample: true,
    ...changes,
  };
}

/** A co-sell deal whose invitation, five days old, stands as `state`. */
export function invited(state: ReferralState, side: Partial<MicrosoftSide> = {}): Referral {
  const invitedAt = daysFromNow(-5).toISOString();
  const microsoft = { state, invitedAt, reason: null, sellers: [], msxId: null, ...side };
  return referral({ kind: 'co-sell', helpCode: 'GeneralOrOther', microsoft });
}
