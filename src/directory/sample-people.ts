import type { CompanyProfile, PartnerRole, Person } from './directory.ts';

/** Tenants of the two invented partner companies. */
export const AURELIA_TENANT = '11111111-1111-4111-8111-111111111111';
export const BOREALIS_TENANT = '22222222-2222-4222-8222-222222222222';

/** An unknown local user acts as her, in embedded mode without an app id. */
export const SARA_ID = 'a0000000-0000-4000-8000-000000000001';

const AURELIA: CompanyProfile = {
  name: 'Aurelia Sistemi',
  currency: 'EUR',
  country: 'IT',
  locations: [{ id: '7001234', name: 'Firenze' }],
};

const BOREALIS: CompanyProfile = {
  name: 'Borealis Consulting',
  currency: 'EUR',
  country: 'FI',
  locations: [{ id: '7005678', name: 'Helsinki' }],
};

const atAurelia = (number: number, firstName: string, lastName: string, ...roles: PartnerRole[]): Person => ({
  tenantId: AURELIA_TENANT,
  objectId: `a0000000-0000-4000-8000-00000000000${String(number)}`,
  firstName,
  lastName,
  email: `${firstName}.${lastName}@aureliasistemi.example`.toLowerCase(),
  phone: `+39 055 000 010${String(number)}`,
  roles,
  company: AURELIA,
  isSample: true,
});

export const sara = atAurelia(1, 'Sara', 'Conti', 'referrals-admin');
export const marco = atAurelia(2, 'Marco', 'Galli', 'referrals-user');
export const elena = atAurelia(3, 'Elena', 'Riva', 'account-admin');
export const paolo = atAurelia(4, 'Paolo', 'Serra');
export const dario = atAurelia(6, 'Dario', 'Fontana', 'global-admin');

export const nadia: Person = {
  tenantId: BOREALIS_TENANT,
  objectId: 'b0000000-0000-4000-8000-000000000001',
  firstName: 'Nadia',
  lastName: 'Berg',
  email: 'nadia.berg@borealis.example',
  phone: '+358 9 000 0101',
  roles: ['referrals-admin'],
  company: BOREALIS,
  isSample: true,
};

/** Everybody of the sample companies; invented, and reachable only in embedded mode without an app id. */
export const SAMPLE_PEOPLE: readonly Person[] = [sara, marco, elena, paolo, dario, nadia];
