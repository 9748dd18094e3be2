import type { Referral } from '../referral.ts';

/** What Microsoft's sellers may do with an invitation. */
export type MicrosoftAct =
  | { readonly kind: 'accept' }
  | { readonly kind: 'decline'; readonly reason?: string | undefined }
  | { readonly kind: 'expire' };

/** The part of the embedded service that plays Microsoft; no port, since no real service has it. */
export interface Sandbox {
  /** All deals of all tenants, newest first. */
  listAll(): Promise<readonly Referral[]>;
  /**
   * Answers the invitation of a deal, named by its id, an unmistakable beginning of it, or its
   * customer's name where no other deal has that customer.
   *
   * @throws AppError `invalid-input` when no deal, or several, are meant; `refused` with reason `not-invited`
   *   or `already-answered`.
   */
  playMicrosoft(id: string, act: MicrosoftAct): Promise<Referral>;
  /**
   * Puts the sample deals back as on the first day, laid at now. All other deals are gone.
   *
   * @throws AppError `refused` with reason `no-sample-data` where the sample company is not in use.
   */
  reset(): Promise<readonly Referral[]>;
}
