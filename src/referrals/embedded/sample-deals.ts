import { AURELIA_TENANT, BOREALIS_TENANT, marco, nadia, sara } from '../../directory/sample-people.ts';
import type { Person } from '../../directory/directory.ts';
import type { DealKind, HelpCode, MicrosoftSide, Money, Referral, ReferralState } from '../referral.ts';
import type { Solution } from '../referral.ts';
import { SAMPLE_CUSTOMERS } from './sample-customers.ts';
import type { SampleCustomer } from './sample-customers.ts';
import { toMember } from '../team.ts';

const DAY_MS = 86_400_000;

const solution = (number: number, name: string, facts: Partial<Solution> = {}): Solution => ({
  id: `SOL-${String(number)}-QRT`,
  name,
  isPublished: true,
  isCoSellReady: true,
  isIncentiveEligible: false,
  source: 'sample',
  ...facts,
});

const wms = solution(70218, 'Aurelia WMS', { isIncentiveEligible: true });
const analytics = solution(70219, 'Aurelia Analytics');
const edge = solution(70220, 'Aurelia Edge', { isCoSellReady: false });
const insight = solution(70318, 'Borealis Insight');

/** Solutions of the sample companies by tenant. */
export const SAMPLE_SOLUTIONS: ReadonlyMap<string, readonly Solution[]> = new Map([
  [AURELIA_TENANT, [wms, analytics, edge]],
  [BOREALIS_TENANT, [insight]],
]);

const ACCEPTED: ReferralState = { status: 'Active', substatus: 'Accepted' };
const PENDING: ReferralState = { status: 'New', substatus: 'Pending' };
const DECLINED: ReferralState = { status: 'Closed', substatus: 'Declined' };
const EXPIRED: ReferralState = { status: 'Closed', substatus: 'Expired' };

interface SampleDeal {
  readonly number: number;
  readonly customer: SampleCustomer;
  readonly solution: Solution;
  readonly value: Money;
  readonly kind: DealKind;
  readonly daysAgo: number;
  /** Days from now; negative once closed. */
  readonly closesInDays: number;
  readonly help?: HelpCode;
  readonly microsoft?: ReferralState;
  readonly reason?: string;
  readonly seller?: { readonly name: string; readonly email: string };
  readonly wonDaysAgo?: number;
  readonly team: readonly [Person, ...Person[]];
}

const eur = (amount: number): Money => ({ amount, currency: 'EUR' });
const c = SAMPLE_CUSTOMERS;

// oxfmt-ignore
const SAMPLE_DEALS: readonly SampleDeal[] = [
  { number: 1, customer: c.contoso, solution: wms, value: eur(120_000), kind: 'co-sell', daysAgo: 40, closesInDays: 75, help: 'CustomerTechnicalArchitecture', microsoft: ACCEPTED, seller: { name: 'Giulia Ferri', email: 'giulia.ferri@microsoft.example' }, team: [sara] },
  { number: 2, customer: c.fabrikam, solution: wms, value: eur(80_000), kind: 'co-sell', daysAgo: 5, closesInDays: 110, help: 'WorkloadSpecificValueProposition', microsoft: PENDING, team: [sara] },
  { number: 3, customer: c.northwind, solution: analytics, value: eur(64_000), kind: 'co-sell', daysAgo: 20, closesInDays: 60, help: 'ProofOfConceptOrDemo', microsoft: DECLINED, reason: 'No Microsoft seller directly manages this customer', team: [sara, marco] },
  { number: 4, customer: c.litware, solution: analytics, value: { amount: 18_000, currency: 'USD' }, kind: 'co-sell', daysAgo: 25, closesInDays: 45, help: 'QuotesOrLicensing', microsoft: DECLINED, team: [sara, marco] },
  { number: 5, customer: c.adventureWorks, solution: wms, value: eur(45_000), kind: 'co-sell', daysAgo: 30, closesInDays: 50, help: 'GeneralOrOther', microsoft: EXPIRED, team: [sara] },
  { number: 6, customer: c.tailspin, solution: wms, value: eur(30_000), kind: 'private', daysAgo: 1, closesInDays: 90, team: [sara] },
  { number: 7, customer: c.wingtip, solution: wms, value: eur(52_000), kind: 'shared', daysAgo: 9, closesInDays: 100, team: [sara] },
  { number: 8, customer: c.proseware, solution: analytics, value: eur(90_000), kind: 'co-sell', daysAgo: 90, closesInDays: -15, help: 'PostSalesCustomerSuccess', microsoft: ACCEPTED, seller: { name: 'Tommaso Neri', email: 'tommaso.neri@microsoft.example' }, wonDaysAgo: 12, team: [sara] },
  { number: 9, customer: c.contosoPharma, solution: analytics, value: eur(210_000), kind: 'co-sell', daysAgo: 13, closesInDays: 130, help: 'CustomerTechnicalArchitecture', microsoft: PENDING, team: [sara] },
  { number: 101, customer: c.contosoOfBorealis, solution: insight, value: eur(75_000), kind: 'co-sell', daysAgo: 3, closesInDays: 80, help: 'ProofOfConceptOrDemo', microsoft: PENDING, team: [nadia] },
];

/** Id of a sample deal; fixed, so that documents and tests can name it. Fabrikam is 2. */
export function sampleDealId(number: number): string {
  return `d0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** The deals of the sample companies, laid so that "5 days ago" is true at `now`. */
export function laySampleDeals(now: Date, newETag: () => string): Referral[] {
  return SAMPLE_DEALS.map((deal) => layDeal(deal, now, newETag()));
}

function layDeal(deal: SampleDeal, now: Date, eTag: string): Referral {
  const createdAt = isoAt(now, -deal.daysAgo);
  const closedAt = deal.wonDaysAgo === undefined ? null : isoAt(now, -deal.wonDaysAgo);
  const { name, address, contact } = deal.customer;
  return {
    id: sampleDealId(deal.number),
    engagementId: sampleDealId(deal.number).replace(/^d/, 'e'),
    tenantId: deal.team[0].tenantId,
    kind: deal.kind,
    name: `${name}, ${deal.solution.name}`,
    customer: { name, address, contact },
    solutions: [{ id: deal.solution.id, name: deal.solution.name }],
    value: deal.value,
    closingDate: isoAt(now, deal.closesInDays).slice(0, 10),
    helpCode: deal.help ?? null,
    notes: null,
    marketplaceIntent: 'HaveNotDecided',
    team: deal.team.map(toMember),
    crmId: null,
    recreates: null,
    state: closedAt === null ? ACCEPTED : { status: 'Closed', substatus: 'Won' },
    statusReason: null,
    createdAt,
    updatedAt: closedAt ?? createdAt,
    closedAt,
    microsoft: deal.microsoft === undefined ? null : laySide(deal, deal.microsoft, createdAt),
    eTag,
    isSample: true,
  };
}

function laySide(deal: SampleDeal, state: ReferralState, invitedAt: string): MicrosoftSide {
  const sellers = deal.seller === undefined ? [] : [deal.seller];
  const msxId = deal.seller === undefined ? null : `7-SAMPLE${String(deal.number).padStart(4, '0')}`;
  return { state, invitedAt, reason: deal.reason ?? null, sellers, msxId };
}

function isoAt(now: Date, days: number): string {
  return new Date(now.getTime() + days * DAY_MS).toISOString();
}
