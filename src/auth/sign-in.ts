import type { Activity } from 'botbuilder';
import type { Audience } from './token-source.ts';
import type { Actor } from '../identity/actor.ts';

/** A person as one channel names them; tokens are kept under this name. */
export interface Account {
  readonly channelId: string;
  /** `from.id` of the channel's activities. */
  readonly userId: string;
}

/** What a sign-in card needs. */
export interface SignInLink {
  readonly connectionName: string;
  /** Opened by the person; leads to the sign-in page. */
  readonly url: string;
  /** Lets Teams sign in without a page; null where the connection isn't set up for it. */
  readonly exchange: { readonly id: string; readonly uri: string; readonly providerId: string | null } | null;
}

/**
 * What became of an attempt to sign in. `consent` and `claims`: the person has to agree or prove more first,
 * on the sign-in page; `other-account`: somebody else signed in, and was signed out again.
 */
export type SignInOutcome = 'signed-in' | 'refused' | 'consent' | 'claims' | 'other-account';

/** Port to signing people in and out. All calls throw AppError `unreachable` when nobody can say. */
export interface SignIn {
  /**
   * Begins a sign-in for what the audience needs.
   *
   * @param isFresh true where the token that is kept doesn't do: it is dropped first
   */
  begin(actor: Actor, audience: Audience, activity: Partial<Activity>, isFresh: boolean): Promise<SignInLink>;
  /** Teams brings a token of the person for the bot itself. */
  exchange(actor: Actor, account: Account, connectionName: string, token: string): Promise<SignInOutcome>;
  /** The person brings the six digits of the sign-in page, or none where the channel needs none. */
  redeem(actor: Actor, account: Account, connectionName: string, code: string | null): Promise<SignInOutcome>;
  /** Ends the person's sign-in everywhere; false when there was none. What is remembered of it is deleted. */
  signOut(actor: Actor): Promise<boolean>;
}
