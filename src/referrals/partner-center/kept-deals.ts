import type { DealForgetting } from '../gateway.ts';
import type { PlannedDeal } from './planned-deal.ts';
import { isDue } from './owed-notice.ts';
import type { Actor } from '../../identity/actor.ts';

/** A deal that was kept when the service was away, and what there is to say of it now. */
export interface Resumed {
  readonly actor: Actor;
  readonly key: string;
  readonly outcome: KeptOutcome;
  /** True where the person has had all of theirs deleted: nobody is told, and what is settled is gone. */
  readonly isForgotten: boolean;
}

export type KeptOutcome =
  | { readonly kind: 'created' | 'not-invited'; readonly dealId: string; readonly customer: string }
  | { readonly kind: 'waiting' }
  /** It waits for the seller's sign-in, which has ended. */
  | { readonly kind: 'sign-in'; readonly customer: string }
  /** The person no longer wants it, and it was not made. */
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'refused' };

/** What becomes of deals that were confirmed while the service was away. */
export interface KeptDeals extends DealForgetting {
  /**
   * Tries again what was kept; call it now and then, tell each person how theirs fared, and note it. What the
   * person no longer wants is taken back; where it was made already it is made complete instead. What is not
   * noted as told comes again: at the next call, then later and later, for about two days.
   */
  resume(isStillWanted?: (actor: Actor, key: string) => Promise<boolean>): Promise<readonly Resumed[]>;
  /** The person was told, or could not be. */
  noteTold(actor: Actor, key: string, isTold: boolean): Promise<void>;
  /**
   * Takes back a deal that is kept and not made yet. False where it was made meanwhile, or where the service
   * can't be asked whether it was.
   */
  withdraw(actor: Actor, key: string): Promise<boolean>;
}

/** What there is to say of a kept deal; null where the person heard it, or hears it at once. */
export function outcomeOf(kept: PlannedDeal | null, now: Date): KeptOutcome | null {
  if (!kept || !isDue(kept.word, now)) return kept?.word ? { kind: 'waiting' } : null;
  const deal = { dealId: kept.referralId ?? '', customer: kept.draft?.customer.name ?? '' };
  switch (kept.word.what) {
    case 'sent':
      return { kind: 'created', ...deal };
    case 'not-invited':
      return { kind: 'not-invited', ...deal };
    case 'sign-in':
      return { kind: 'sign-in', customer: deal.customer };
    case 'not-sent':
      return { kind: 'refused' };
    case 'nothing-yet':
      return { kind: 'waiting' };
  }
}
