import type * as z from 'zod';
import type {
  addressSchema,
  classificationSchema,
  contactSchema,
  customerSchema,
  dealKindSchema,
  helpCodeSchema,
  marketplaceIntentSchema,
  microsoftSideSchema,
  moneySchema,
  newReferralSchema,
  referralSchema,
  solutionRefSchema,
  solutionTypeSchema,
  stateSchema,
  statusSchema,
  substatusSchema,
  teamMemberSchema,
  Unchanging,
} from './deal.ts';

/**
 * The referral as the assistant sees it: the types of the shapes in `deal.ts`, which says what each field holds.
 * What the API leaves open is kept out of both and in the adapter.
 */

export type DealKind = z.infer<typeof dealKindSchema>;
export type ReferralStatus = z.infer<typeof statusSchema>;
export type ReferralSubstatus = z.infer<typeof substatusSchema>;
export type ReferralState = Unchanging<z.infer<typeof stateSchema>>;
export type HelpCode = z.infer<typeof helpCodeSchema>;
export type MarketplaceIntent = z.infer<typeof marketplaceIntentSchema>;
export type Money = Unchanging<z.infer<typeof moneySchema>>;
export type Contact = Unchanging<z.infer<typeof contactSchema>>;
export type TeamMember = Unchanging<z.infer<typeof teamMemberSchema>>;
export type Address = Unchanging<z.infer<typeof addressSchema>>;
export type Customer = Unchanging<z.infer<typeof customerSchema>>;
export type SolutionRef = Unchanging<z.infer<typeof solutionRefSchema>>;
export type Classification = Unchanging<z.infer<typeof classificationSchema>>;
export type NewReferral = Unchanging<z.infer<typeof newReferralSchema>>;
export type MicrosoftSide = Unchanging<z.infer<typeof microsoftSideSchema>>;
export type Referral = Unchanging<z.infer<typeof referralSchema>>;

/** A solution of the partner, with what eligibility needs to know of it. */
export interface Solution {
  /** `SOL-#####-XXX`. */
  readonly id: string;
  readonly name: string;
  readonly isPublished: boolean;
  readonly isCoSellReady: boolean;
  readonly isIncentiveEligible: boolean;
  /** Default: `ip`. */
  readonly type?: z.infer<typeof solutionTypeSchema>;
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
