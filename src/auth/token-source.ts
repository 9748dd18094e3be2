import type { Actor } from '../identity/actor.ts';

/** The services that a token may be for; each needs its own. */
export type Audience = 'referrals' | 'partner-center' | 'graph';

/** Port to people's own access tokens: what is read or done with one is what that person may read or do. */
export interface TokenSource {
  /**
   * The actor's token for the audience; never another person's, never an application's.
   *
   * @throws AppError `unauthorized` with `details.reason` `not-signed-in`, `expired` (was signed in), `claims`
   *   (a stronger sign-in is wanted, see `details.claims`) or `consent`; `refused` (`no-connection`) where the
   *   company has set up no sign-in for the audience; `unreachable` when nobody can say.
   */
  tokenFor(actor: Actor, audience: Audience): Promise<string>;
  /** The service refused the token that was given: the next one must be new. */
  forget?(actor: Actor, audience: Audience): void;
}
