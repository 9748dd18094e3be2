import type { NewReferral, Referral, Solution } from './referral.ts';
import type { Actor } from '../identity/actor.ts';

/** How a deal is closed by us. */
export type Closing = { readonly substatus: 'Won' } | { readonly substatus: 'Lost'; readonly reason: string };

/** What may be changed of an open deal. */
export interface ReferralChange {
  readonly value?: Referral['value'];
  readonly closingDate?: string;
  readonly notes?: string;
}

/**
 * Port to the deals. Every call is on behalf of the actor and shows only what that person may see: a
 * referrals admin the tenant's deals, a referrals user those whose team they are on, anybody else nothing.
 *
 * All calls may throw AppError `unreachable` (service or store not reached), `refused` with
 * `details.reason` (`role-missing`, `terminal-state`, `invalid-field` with `details.field`), and
 * `unauthorized`.
 */
export interface ReferralGateway {
  /** All deals that the actor may see, newest first. */
  list(actor: Actor): Promise<readonly Referral[]>;
  /** Null when there is none by that id that the actor may see. */
  get(actor: Actor, id: string): Promise<Referral | null>;
  /**
   * Creates the deal once: a second call with the same key returns the existing deal, with `isNew` false.
   * The key is the draft's id. Resolves only after the deal would survive a crash.
   */
  create(
    actor: Actor,
    draft: NewReferral,
    key: string,
  ): Promise<{ readonly referral: Referral; readonly isNew: boolean }>;
  /** The deal already created for this key, or null. */
  findByKey(actor: Actor, key: string): Promise<Referral | null>;
  /** Closes an open deal; `conflict` when the eTag is stale, `refused` (`terminal-state`) when already closed. */
  close(actor: Actor, id: string, closing: Closing, eTag: string): Promise<Referral>;
  /** Changes an open deal; errors as for close. */
  update(actor: Actor, id: string, change: ReferralChange, eTag: string): Promise<Referral>;
  /** The partner's solutions, as far as they are known. */
  listSolutions(actor: Actor): Promise<readonly Solution[]>;
}

/** What became of a person's confirmed deals when all of theirs was deleted. */
export interface ForgottenDeals {
  /** Customers of the deals that may have been made: the service could not be asked, and will be. */
  readonly inDoubt: readonly string[];
  /** How many were waiting to be sent, and won't be. */
  readonly unsent: number;
}

/** Port to forgetting what is kept of deals on their way to a service. */
export interface DealForgetting {
  /**
   * Deletes what is kept of the person's deals. Where only the service can say whether a deal was made it is
   * asked; what it doesn't answer now is kept until it does, for a month at most.
   */
  forget(actor: Actor): Promise<ForgottenDeals>;
}
