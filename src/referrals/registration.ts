import type { Money } from './referral.ts';

/** What registering a won deal for Azure IP co-sell needs. Days are `YYYY-MM-DD`. */
export interface DealRegistration {
  readonly solutions: readonly {
    readonly id: string;
    readonly value: Money;
    readonly isDeployedOnAzure: boolean;
    readonly primaryDeploymentOn: 'Customer' | 'Partner';
    readonly pricingModel: 'PayAsYouGo' | 'Other';
  }[];
  readonly contract: {
    readonly value: Money;
    readonly startDate: string;
    /** Null for a perpetual contract. */
    readonly endDate: string | null;
    readonly signDate: string;
  };
}
