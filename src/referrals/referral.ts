/**
 * The referral as the assistant sees it. Names follow the Partner Center referrals API; what the API
 * leaves open is kept out of here and in the adapter.
 */

/** Microsoft's help asked / its sellers may see it, no help asked / kept to ourselves. */
export type DealKind = 'co-sell' | 'shared' | 'private';

export type ReferralStatus = 'New' | 'Active' | 'Closed';

/** The substatuses that have a meaning here; a service may send others, see {@link ReferralState.raw}. */
export type ReferralSubstatus =
  | 'Pending'
  | 'Received'
  | 'Accepted'
  | 'Engaged'
  | 'Won'
  | 'Lost'
  | 'Declined'
  | 'Expired'
  | 'Error'
  | 'Unknown';

export interface ReferralState {
  readonly status: ReferralStatus;
  readonly substatus: ReferralSubstatus;
  /** The service's own words where `substatus` is `Unknown`, shown raw with a link to the portal. */
  readonly raw?: string;
}

/** The kind of help wanted from Microsoft. Codes of the referrals connector's schema. */
export type HelpCode =
  | 'GeneralOrOther'
  | 'CustomerTechnicalArchitecture'
  | 'ProofOfConceptOrDemo'
  | 'QuotesOrLicensing'
  | 'PostSalesCustomerSuccess'
  | 'WorkloadSpecificValueProposition';

export type MarketplaceIntent = 'Yes' | 'No' | 'HaveNotDecided';

export interface Money {
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
}

export interface Contact {
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string;
  readonly email: string;
}

/** One of our people on the deal; `objectId` is known for people of the directory. */
export interface TeamMember extends Contact {
  readonly objectId?: string;
}

export interface Address {
  readonly line1: string;
  readonly city: string;
  /** ISO 3166 alpha-2. */
  readonly country: string;
  readonly state?: string;
  readonly postalCode?: string;
}

export interface Customer {
  readonly name: string;
  readonly address: Address;
  /** Required when help is asked, else null. */
  readonly contact: Contact | null;
}

export interface SolutionRef {
  readonly id: string;
  readonly name: string;
}

/**
 * What Partner Center's portal asks about a solution besides, as ids of the picklists. How its API names these is
 * not published, so they are read where they are recognised and never sent; see the picklists.
 */
export interface Classification {
  readonly area?: string;
  readonly play?: string;
  /** Only for a services offer. */
  readonly role?: string;
}

/** What is needed to create a deal. */
export interface NewReferral {
  readonly kind: DealKind;
  readonly name: string;
  readonly customer: Customer;
  /** At least one; the first is the main one, at most {@link MAX_SOLUTIONS}. */
  readonly solutions: readonly SolutionRef[];
  readonly value: Money;
  /** `YYYY-MM-DD`. */
  readonly closingDate: string;
  /** Set exactly for co-sell. */
  readonly helpCode: HelpCode | null;
  readonly notes: string | null;
  readonly marketplaceIntent: MarketplaceIntent;
  /** At least one; the first is the seller who created the deal. */
  readonly team: readonly TeamMember[];
  /** The customer and the contacts agreed to their data being shared; nothing is created without it. */
  readonly hasConsent: true;
  /** The company's own CRM id, where given. */
  readonly crmId?: string | null;
  /** Id of the deal this one recreates, where it does. */
  readonly recreates?: string | null;
  /** PartnerID of the location; chosen only where the company has several. */
  readonly partnerLocation?: string | null;
  /** Kept with the deal, and told to the seller to be set in the portal. */
  readonly classification?: Classification;
}

/** Microsoft's connected referral of the same engagement. */
export interface MicrosoftSide {
  /** The record's own id, by which its changes are announced; absent where there is no such record. */
  readonly id?: string;
  readonly state: ReferralState;
  /** When Microsoft was invited, ISO UTC; it has 14 days from here. */
  readonly invitedAt: string;
  /** Free text as the service has it; null where none is shown. */
  readonly reason: string | null;
  readonly sellers: readonly { readonly name: string; readonly email: string | null }[];
  /** The opportunity's id in Microsoft's CRM, null until accepted. */
  readonly msxId: string | null;
}

/** A deal: our referral and, where Microsoft was invited, its side. */
export interface Referral {
  readonly id: string;
  readonly engagementId: string;
  readonly tenantId: string;
  readonly kind: DealKind;
  readonly name: string;
  readonly customer: Customer;
  readonly solutions: readonly SolutionRef[];
  readonly value: Money;
  /** `YYYY-MM-DD`. */
  readonly closingDate: string;
  readonly helpCode: HelpCode | null;
  readonly notes: string | null;
  readonly marketplaceIntent: MarketplaceIntent | null;
  readonly team: readonly TeamMember[];
  /** Absent where nothing of it is known. */
  readonly classification?: Classification;
  readonly crmId: string | null;
  readonly recreates: string | null;
  readonly state: ReferralState;
  readonly statusReason: string | null;
  /** ISO UTC. */
  readonly createdAt: string;
  /** ISO UTC. */
  readonly updatedAt: string;
  readonly closedAt: string | null;
  /** Null when Microsoft was never invited. */
  readonly microsoft: MicrosoftSide | null;
  /** Concurrency token of our record; opaque. */
  readonly eTag: string;
  /** True for invented data of the sample company. */
  readonly isSample: boolean;
}

/** A solution of the partner, with what eligibility needs to know of it. */
export interface Solution {
  /** `SOL-#####-XXX`. */
  readonly id: string;
  readonly name: string;
  readonly isPublished: boolean;
  readonly isCoSellReady: boolean;
  readonly isIncentiveEligible: boolean;
  /** A solution of one's own (the API's "IP co-sell"), or a services offer. Default: `ip`. */
  readonly type?: 'ip' | 'services';
  /** Ids of the solution areas it is listed under, where they are known; see the picklists. */
  readonly areas?: readonly string[];
  /** The same for the plays within those areas. */
  readonly plays?: readonly string[];
  /** Ids of the partner roles that the company has with it; only for a services offer. */
  readonly partnerRoles?: readonly string[];
  /** Where this is known from: the sample company, the company's list, or harvested from a deal. */
  readonly source: 'sample' | 'company-list' | 'recent-deal';
}

/** Solutions that one deal may name (portal and CSV documentation). */
export const MAX_SOLUTIONS = 50;

/** Days that Microsoft's sellers have to answer an invitation (Partner Center documentation, co-sell). */
export const DAYS_TO_ANSWER = 14;

/** Under this value in USD no decline reason is shown (referrals FAQ) and Azure IP co-sell can't be earned (registration rules). */
export const USD_THRESHOLD = 25_000;

/** Hours that should pass between creation and Won, or registration may be rejected (register-deals page). */
export const HOURS_BEFORE_WON = 72;
