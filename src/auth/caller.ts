/**
 * Why a caller isn't believed, one word for the log:
 *
 * - `no-token`, `malformed`: there is no bearer token, or none that can be read;
 * - `wrong-algorithm`: it is not signed by one of the channel service's algorithms (`none`, `HS256`);
 * - `wrong-issuer`, `wrong-audience`, `expired`, `not-yet-valid`: it says so itself;
 * - `unknown-key`, `wrong-signature`: the channel service didn't sign it;
 * - `wrong-channel`, `wrong-service-url`: it is the channel service's, but not for this activity.
 */
export type CallerFault =
  | 'no-token'
  | 'malformed'
  | 'wrong-algorithm'
  | 'wrong-issuer'
  | 'wrong-audience'
  | 'expired'
  | 'not-yet-valid'
  | 'unknown-key'
  | 'wrong-signature'
  | 'wrong-channel'
  | 'wrong-service-url';

/** The caller is not who it says: 401, and nothing more to tell it. */
export class CallerRefusal extends Error {
  readonly fault: CallerFault;

  constructor(fault: CallerFault) {
    super(`caller: ${fault}`);
    this.name = 'CallerRefusal';
    this.fault = fault;
  }
}

/** What the channel service's token proves of who calls. */
export interface Caller {
  /** Channels that the signing key may speak for; empty means all of them. */
  readonly channels: readonly string[];
  /** The one address that replies may go to; null where the token names none. */
  readonly serviceUrl: string | null;
}

/**
 * Checks an Authorization header.
 *
 * @throws CallerRefusal when it proves nothing; AppError `unreachable` when the channel service's keys can't
 *   be had, so that nobody can say.
 */
export type CallerCheck = (authorization: string) => Promise<Caller>;

/**
 * Whether an activity is one that the caller may bring, as the Bot Framework's protocol asks: the signing key is
 * endorsed for its channel, and replies go where the token says. An activity without a serviceUrl has its
 * replies in the response.
 *
 * @throws CallerRefusal
 */
export function checkActivityOf(
  { channels, serviceUrl }: Caller,
  activity: { readonly channelId?: unknown; readonly serviceUrl?: unknown },
): void {
  const isEndorsed = channels.length === 0 || channels.some((each) => each === activity.channelId);
  if (!isEndorsed) throw new CallerRefusal('wrong-channel');
  if (activity.serviceUrl && activity.serviceUrl !== serviceUrl) throw new CallerRefusal('wrong-service-url');
}
